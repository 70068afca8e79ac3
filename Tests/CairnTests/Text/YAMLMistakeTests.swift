import Testing

@testable import Cairn

/// A text that a person may write by mistake, and what is said of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let yaml: String
  let drawn: String

  init(_ name: String, _ yaml: String, _ drawn: String) {
    self.name = name
    self.yaml = yaml + "\n"
    self.drawn = drawn + "\n"
  }

  var testDescription: String { name }

  static let all = texts + lines + brackets + refused + many
}

@Suite("Mistakes in YAML")
struct YAMLMistakeTests {
  @Test("each is said in the author's language, where it stands", arguments: Mistake.all)
  func drawn(_ mistake: Mistake) {
    let reading = YAMLReader.read(SourceText(path: "x.yaml", text: mistake.yaml))
    #expect(DiagnosticText.draw(reading.diagnostics) == mistake.drawn)
  }

  @Test("every mend mends: applied, its mistake is gone and no other has come", arguments: Mistake.all)
  func mends(_ mistake: Mistake) {
    let source = SourceText(path: "x.yaml", text: mistake.yaml)
    let before = YAMLReader.read(source).diagnostics
    let mended = FixApplier.apply(before, to: source.bytes, path: "x.yaml").bytes
    let after = YAMLReader.read(SourceText(path: "x.yaml", bytes: mended)).diagnostics
    #expect(after.map(\.message) == before.filter(\.fixes.isEmpty).map(\.message))
  }

  @Test("Windows line ends move no message", arguments: Mistake.all)
  func lineEnds(_ mistake: Mistake) {
    let text = mistake.yaml.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let reading = YAMLReader.read(SourceText(path: "x.yaml", text: text))
    #expect(places(reading) == places(YAMLReader.read(SourceText(path: "x.yaml", text: mistake.yaml))))
  }

  @Test("letters beyond ASCII above a mistake move no message", arguments: Mistake.all)
  func letters(_ mistake: Mistake) {
    guard !mistake.yaml.hasPrefix("%"), mistake.name != "tabs throughout are mended together" else { return }
    let plain = YAMLReader.read(SourceText(path: "x.yaml", text: "# cafe\n" + mistake.yaml))
    let reading = YAMLReader.read(SourceText(path: "x.yaml", text: "# 喫茶店 ☕️\n" + mistake.yaml))
    #expect(places(reading) == places(plain))
  }

  private func places(_ reading: YAMLReader.Reading) -> [String] {
    reading.diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)" }
  }
}
