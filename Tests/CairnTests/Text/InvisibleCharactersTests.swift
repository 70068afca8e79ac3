import Cairn
import Testing

@Suite("Characters that nobody sees")
struct InvisibleCharactersTests {
  private func found(_ text: String) -> [String] {
    YAMLReader.read(SourceText(path: "x.yaml", text: "a: \"\(text)\"\n")).diagnostics.map(\.message)
  }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { $0.isASCII ? String($0) : "\\U" + Escaping.hex($0.value, digits: 8) }.joined()
  }

  @Test(
    "belong to the spelling of a script, or to a picture",
    arguments: [
      "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}", "\u{915}\u{94D}\u{200D}\u{937}", "Donau\u{AD}dampf\u{AD}schiff",
      "\u{1780}\u{17B6}\u{200B}\u{1781}", "\u{1820}\u{180B}", "\u{845B}\u{E0100}", "\u{2764}\u{FE0F}", "1\u{FE0F}\u{20E3}",
      "\u{1F469}\u{200D}\u{1F4BB}", "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}", "\u{1F469}\u{1F3FD}\u{200D}\u{2695}\u{FE0F}",
      "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
    ])
  func belong(text: String) {
    #expect(found("to \(text) and on").isEmpty)
    #expect(found(escaped("to \(text) and on")).isEmpty)
    #expect(Escaping.terminalLine(text) == text)
    #expect(InvisibleCharacters.firstHidden(in: text) == nil)
  }

  @Test(
    "are refused anywhere else, and shown where they come from elsewhere",
    arguments: [
      "a\u{200B}b", "a\u{200C}b", "a\u{200D}b", "\u{645}\u{200C}\u{200C}\u{645}", "\u{3164}", "\u{115F}", "\u{FFA0}", "\u{2800}",
      "a\u{AD} b",
      "\u{AD}a", "a\u{2060}b", "a\u{34F}b", "a\u{FE0F}", "1\u{FE0F}", "\u{2764}\u{FE0F}\u{FE0F}", "\u{2764}\u{E0100}", "a\u{E0100}",
      "a\u{E0061}", "\u{1F3F4}\u{E0067}\u{E0062}", "\u{1F3F4}\u{E0061}\u{E0062}\u{E0063}\u{E0064}\u{E0065}\u{E007F}", "\u{E0001}",
      "\u{180E}a",
      "\u{17B4}", "\u{1D173}", "\u{FFF9}", "\u{206A}",
    ])
  func hide(text: String) throws {
    let hidden = try #require(InvisibleCharacters.firstHidden(in: text))
    let code = Escaping.hex(hidden.value, digits: 4)
    #expect(found(text).first == "an invisible character that belongs to nothing beside it (U+\(code)) cannot stand in a file")
    #expect(found(escaped(text)) == ["an escape in this text stands for U+\(code), which no text may hold"])
    #expect(Escaping.terminalLine(text).contains("<U+\(code)>"))
    #expect(InvisibleCharacters.firstHidden(in: Escaping.terminalLine(text)) == nil)
  }

  @Test("are numbers in JSON where they hide, of which a reader makes the same again")
  func json() {
    var json = JSONWriter()
    json.string("a\u{200B} \u{E0061} \u{2764}\u{FE0F}")
    #expect(json.text == "\"a\\u200B \\uDB40\\uDC61 \u{2764}\u{FE0F}\"")
  }

  @Test("show nothing, and no character that shows nothing is forgotten")
  func all() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isDefaultIgnorableCodePoint else { continue }
      #expect(InvisibleCharacters.isInvisible(scalar) || Escaping.steers(scalar), "U+\(Escaping.hex(value, digits: 4))")
    }
  }

  @Test("are told with their place")
  func place() {
    let reading = YAMLReader.read(SourceText(path: "x.yaml", text: "title: Walks\u{200B}\n"))
    #expect(reading.tree == nil)
    #expect(
      DiagnosticText.draw(reading.diagnostics).hasPrefix(
        "x.yaml:1:13: error: an invisible character that belongs to nothing beside it (U+200B) cannot stand in a file [forbidden-character]\n"
      ))
  }
}
