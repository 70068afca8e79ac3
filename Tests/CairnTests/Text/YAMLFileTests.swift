import Testing

@testable import Cairn

@Suite("Files that are not a rulebook's text")
struct YAMLFileTests {
  private func drawn(_ bytes: [UInt8]) -> String {
    let reading = YAMLReader.read(SourceText(path: "x.yaml", bytes: bytes))
    #expect(reading.tree == nil)
    return DiagnosticText.draw(reading.diagnostics)
  }

  private func drawn(_ text: String) -> String { drawn(Array(text.utf8)) }

  @Test(
    "a fault of the whole file stands at 1:1",
    arguments: [
      ("", "x.yaml:1:1: error: the file is empty [empty-file]\n  = help: write something in it, or take the file away\n"),
      (" \r\n\t\n", "x.yaml:1:1: error: the file is empty [empty-file]\n  = help: write something in it, or take the file away\n"),
      ("\u{FEFF}", "x.yaml:1:1: error: the file is empty [empty-file]\n  = help: write something in it, or take the file away\n"),
      (
        "# later\n\n  # more\n",
        "x.yaml:1:1: error: the file holds only comments [empty-file]\n  = help: write something in it, or take the file away\n"
      ),
      (
        String(repeating: "# é\n", count: 231_000),
        "x.yaml:1:1: error: the file has 1.2 MiB; a file may have 1 MiB [too-large]\n  = help: share it out over several files\n"
      ),
    ])
  func whole(_ text: String, _ expected: String) {
    #expect(drawn(text) == expected)
  }

  @Test(
    "UTF-16 is named, with its mark or without",
    arguments: [
      [0xFF, 0xFE, 0x61, 0, 0x3A, 0], [0xFE, 0xFF, 0, 0x61, 0, 0x3A], [0x61, 0, 0x3A, 0, 0x20, 0], [0, 0x61, 0, 0x3A, 0, 0x20],
    ] as [[UInt8]])
  func utf16(_ bytes: [UInt8]) {
    #expect(
      drawn(bytes) == "x.yaml:1:1: error: the file is in UTF-16; rulebooks are read as UTF-8 [not-utf8]\n  = help: save the file as UTF-8\n"
    )
  }

  @Test(
    "bytes that are not UTF-8 are counted",
    arguments: [
      ([0xE9], "0xE9"), ([0xC0, 0xAF], "0xC0"), ([0xED, 0xA0, 0x80], "0xED"), ([0xF4, 0x90, 0x80, 0x80], "0xF4"), ([0xE2, 0x82], "0xE2"),
      ([0x80], "0x80"), ([0xFF], "0xFF"), ([0xE0, 0x80, 0x80], "0xE0"), ([0xF0, 0x80, 0x80, 0x80], "0xF0"),
    ] as [([UInt8], String)])
  func notUTF8(_ bytes: [UInt8], _ name: String) {
    let file = Array("a: b\nc: \"".utf8) + bytes + Array("\"\n".utf8)
    let reading = YAMLReader.read(SourceText(path: "x.yaml", bytes: file))
    #expect(reading.diagnostics.map(\.message) == ["byte 10 of the file (\(name), in line 2) is not UTF-8"])
    #expect(reading.diagnostics.first?.location?.offsets == 9..<10)
    #expect(reading.tree == nil)
  }

  @Test(
    "characters that no text may hold are named",
    arguments: [
      ("\u{0}", "a NUL character (U+0000) cannot stand in a file"),
      ("\u{1B}", "a control character (U+001B) cannot stand in a file"),
      ("\u{7F}", "a control character (U+007F) cannot stand in a file"),
      ("\u{85}", "a next-line character (U+0085) cannot stand in a file"),
      ("\u{9B}", "a control character (U+009B) cannot stand in a file"),
      ("\u{2028}", "a line separator (U+2028) cannot stand in a file"),
      ("\u{2029}", "a paragraph separator (U+2029) cannot stand in a file"),
      ("\u{202E}", "an invisible character that turns the direction of text (U+202E) cannot stand in a file"),
      ("\u{2066}", "an invisible character that turns the direction of text (U+2066) cannot stand in a file"),
      ("\u{200F}", "an invisible character that turns the direction of text (U+200F) cannot stand in a file"),
      ("\u{FEFF}", "a byte order mark (U+FEFF) cannot stand in a file"),
      ("\u{FFFF}", "a character that means nothing (U+FFFF) cannot stand in a file"),
      ("\r", "a lone carriage return (U+000D) stands here"),
    ])
  func forbidden(_ character: String, _ message: String) {
    let source = SourceText(path: "x.yaml", text: "a: b\nc: d\(character)e\n")
    let reading = YAMLReader.read(source)
    #expect(reading.diagnostics.map(\.message) == [message])
    #expect(reading.diagnostics.first?.location?.offsets == 9..<9 + character.utf8.count)
    #expect(reading.tree == nil)
  }

  @Test("a no-break space is refused where a space is wanted, and mended; in a text it stays")
  func noBreakSpace() {
    let source = SourceText(path: "x.yaml", text: "a:\u{A0}b\nc: d\u{A0}: e\n")
    let reading = YAMLReader.read(source)
    #expect(reading.diagnostics.map(\.message) == ["a no-break space (U+00A0) stands where YAML wants a space"])
    let mended = FixApplier.apply(reading.diagnostics, to: source.bytes, path: "x.yaml").bytes
    #expect(String(decoding: mended, as: UTF8.self) == "a: b\nc: d\u{A0}: e\n")
  }

  @Test("letters, marks and signs of every width are texts")
  func letters() throws {
    let text = "é ج 日本 👩‍👩‍👧 \u{E000} \u{10FFFD} e\u{301}"
    let reading = YAMLReader.read(SourceText(path: "x.yaml", text: "a: \(text)\n"))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.tree?.root?["a"]?.text == text)
  }

  @Test("a file full of what is forbidden is not listed to its end")
  func capped() {
    #expect(YAMLReader.read(SourceText(path: "x.yaml", bytes: Array(repeating: 1, count: 5000))).diagnostics.count == 10)
  }
}
