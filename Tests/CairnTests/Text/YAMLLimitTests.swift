import Testing

@testable import Cairn

@Suite("Limits of a file")
struct YAMLLimitTests {
  private func read(_ text: String) -> YAMLReader.Reading { YAMLReader.read(SourceText(path: "x.yaml", text: text)) }

  private func messages(_ text: String) -> [String] {
    read(text).diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message) [\($0.code.rawValue)]" }
  }

  private func nested(_ depth: Int) -> String {
    (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + String(repeating: " ", count: depth) + "b\n"
  }

  @Test("1 MiB is read, a byte more is not")
  func size() {
    let line = "a: b #" + String(repeating: "x", count: 1017) + "\n"
    let full = String(repeating: "#" + line.dropFirst(), count: 1023) + "k" + line.dropFirst()
    #expect(full.utf8.count == 1 << 20)
    #expect(read(full).tree?.root?["k"]?.text == "b")
    #expect(messages(full + "\n") == ["1:1 the file has 1.1 MiB; a file may have 1 MiB [too-large]"])
  }

  @Test("32 levels are read, a 33rd is not")
  func depth() {
    #expect(messages(nested(32)) == [])
    #expect(messages(nested(33)) == ["33:33 this nests deeper than 32 levels [too-deep]"])
    #expect(read(nested(33)).tree == nil)
  }

  @Test("8 levels of brackets are read, a 9th is not")
  func flowDepth() {
    #expect(messages("a: " + String(repeating: "[", count: 8) + String(repeating: "]", count: 8)) == [])
    let nine = "a: " + String(repeating: "[", count: 9) + String(repeating: "]", count: 9)
    #expect(messages(nine) == ["1:12 lists and mappings in brackets nest deeper than 8 levels here [too-deep]"])
  }

  @Test(
    "64 KiB of opening brackets, dashes or questions stop at the first level too many",
    arguments: [
      ("[", "1:9 lists and mappings in brackets nest deeper than 8 levels here [too-deep]"),
      ("[\n", "9:1 lists and mappings in brackets nest deeper than 8 levels here [too-deep]"),
      ("{a: ", "1:33 lists and mappings in brackets nest deeper than 8 levels here [too-deep]"),
      ("- ", "1:65 this nests deeper than 32 levels [too-deep]"),
    ])
  func hostile(_ piece: String, _ message: String) {
    #expect(messages(String(repeating: piece, count: 65_536 / piece.utf8.count)) == [message])
  }

  @Test("100,000 values are read, one more is not")
  func nodes() {
    let most = String(repeating: "- a\n", count: 99_999)
    #expect(read(most).tree?.records.count == 100_000)
    #expect(messages(most + "- b\n") == ["100000:3 the file has more than 100,000 values [too-large]"])
  }

  @Test("a text of 16 KiB is read, one byte more is not")
  func scalar() {
    let text = String(repeating: "x", count: 16 << 10)
    #expect(messages("a: \(text)\nb: \"\(text)\"\n") == [])
    #expect(
      messages("a: \(text)x\nb: |\n  \(text)\n") == [
        "1:4 this text has more than 16 KiB [too-large]", "2:4 this text has more than 16 KiB [too-large]",
      ])
  }

  @Test("a key of 256 bytes is read, a longer one is not", arguments: [257, 1023, 1100])
  func key(_ count: Int) {
    #expect(messages(String(repeating: "k", count: 256) + ": v\n") == [])
    #expect(messages("a: b\n" + String(repeating: "k", count: count) + ": v\n") == ["2:1 this key has more than 256 bytes [too-large]"])
  }

  @Test("after fifty mistakes the rest is not read, and that is said")
  func mistakes() {
    let reading = read(String(repeating: "a: 1\n", count: 90))
    #expect(reading.diagnostics.count == 50)
    #expect(reading.diagnostics.last?.notes.last?.text == "the rest of the file was not read: it has more mistakes than are shown")
    #expect(reading.tree == nil)
  }

  @Test("after fifty warnings the rest is read, and an error is still said")
  func warnings() {
    let text = (0..<90).map { "key-\($0): Room #\($0)\n" }.joined()
    #expect(read(text).diagnostics.count == 50)
    #expect(read(text).tree?.root?["key-89"]?.text == "Room")
    #expect(read(text + "a: *b\n").diagnostics.last?.message == "aliases (`*b`) are not read")
  }
}
