import Cairn
import Testing

@testable import CairnJSON

@Suite("What is wrong with JSON")
struct JSONFaultTests {
  private func drawn(_ json: String) -> String { DiagnosticText.draw(JSONReader.read(SourceText(path: "p.json", text: json)).diagnostics) }

  @Test("the line, the mark, the mend")
  func drawn() {
    #expect(
      drawn("{\n  \"conditions\": [\"copd\",],\n}") == """
        p.json:2:24: error: nothing follows this comma [invalid-json]
          |
        2 |   "conditions": ["copd",],
          |                        ^
          = fix: take the comma away

        """)
    #expect(
      drawn("{\"facts\": {\n  \"age\": 54\n  \"housing\": \"stable\"}}") == """
        p.json:2:12: error: a comma is missing here [invalid-json]
          |
        2 |   "age": 54
          |            ^
          = fix: put a comma

        """)
    #expect(
      drawn("{\"a\": [1, 2}") == """
        p.json:1:12: error: `}` stands where `]` is due [invalid-json]
          |
        1 | {"a": [1, 2}
          |            ^
        p.json:1:7: note: this `[` is still open
          |
        1 | {"a": [1, 2}
          |       ^

        """)
    #expect(
      drawn("{\"a\": [1,\n 2\n\n") == """
        p.json:2:3: error: the file ends before everything in it is closed [invalid-json]
          |
        2 |  2
          |   ^
          = help: it may have been cut off on its way; fetch it again
        p.json:1:7: note: this `[` is not closed
          |
        1 | {"a": [1,
          |       ^

        """)
  }

  @Test(
    "each mistake is named where it stands",
    arguments: [
      ("", "1:1 the file is empty"), (" \n\t ", "1:1 the file is empty"), ("\u{FEFF}", "1:1 the file is empty"),
      ("[", "1:2 the file ends before everything in it is closed"), ("{\"a\":", "1:6 the file ends before everything in it is closed"),
      ("[tr", "1:4 the file ends before everything in it is closed"), ("[\"a", "1:4 the file ends before everything in it is closed"),
      ("\"a\\", "1:4 the file ends before everything in it is closed"),
      ("\"a\\ud83d\\", "1:10 the file ends before everything in it is closed"),
      ("[1,]", "1:3 nothing follows this comma"), ("{\"a\":1,}", "1:7 nothing follows this comma"),
      ("[1,,2]", "1:4 there is no value before this `,`"), ("[,1]", "1:2 there is no value before this `,`"),
      ("{\"a\":}", "1:6 there is no value before this `}`"), ("{\"a\"}", "1:5 the key before this `}` has no value"),
      ("{\"a\" 1}", "1:5 a colon is missing after this key"), ("{\"a\" = 1}", "1:6 a key and its value are joined by a colon"),
      ("{a: 1}", "1:2 the key `a` stands without quotes"), ("{'a': 1}", "1:2 texts stand in double quotes, not in `'`"),
      ("{“a”: 1}", "1:2 texts stand in double quotes, not in `“`"), ("{1: 1}", "1:2 the key `1` stands without quotes"),
      ("{[]: 1}", "1:2 a key cannot begin with `[`"), ("{,}", "1:2 a key cannot begin with `,`"),
      ("[True]", "1:2 JSON has no word `True`"), ("None", "1:1 JSON has no word `None`"), ("[NaN]", "1:2 JSON has no word `NaN`"),
      ("[stable]", "1:2 `stable` stands without quotes"), ("[nulls]", "1:2 JSON has no word `nulls`"),
      ("[01]", "1:2 `01` is not a number as JSON writes it"), ("[1.]", "1:2 `1.` is not a number as JSON writes it"),
      ("-", "1:1 `-` is not a number as JSON writes it"), ("[1e]", "1:2 `1e` is not a number as JSON writes it"),
      ("[0x1F]", "1:2 `0x1F` is not a number as JSON writes it"), ("[+1]", "1:2 a number cannot begin with `+`"),
      ("[.5]", "1:2 a number cannot begin with `.`"), ("[1 2]", "1:3 a comma is missing here"),
      ("[\"a\" \"b\"]", "1:5 a comma is missing here"),
      ("[\"a\":1]", "1:5 a list has no keys"), ("[\"say \"hi\"\"]", "1:7 a text ends at this `\"`, and more follows"),
      ("[1}", "1:3 `}` stands where `]` is due"), ("{\"a\":1]", "1:7 `]` stands where `}` is due"), ("[1]]", "1:4 this `]` closes nothing"),
      ("{} {}", "1:4 more follows after the end of the document"), ("1 日", "1:3 more follows after the end of the document"),
      ("[1] // x", "1:5 more follows after the end of the document"), ("[1, // x\n2]", "1:5 JSON has no comments"),
      ("{# x\n}", "1:2 JSON has no comments"), ("[\"a\nb\"]", "1:2 this text is not closed on its line"),
      ("[\"a\tb\"]", "1:4 a tab cannot stand in a text as it is"),
      ("[\"\u{1B}\"]", "1:3 the control character <U+001B> cannot stand in a text as it is"), ("[\"\\x\"]", "1:3 `\\x` is no escape"),
      ("[\"\\日\"]", "1:3 `\\日` is no escape"), ("[\"\\u12g4\"]", "1:3 `\\u` wants four hexadecimal digits"),
      ("[\"\\ud83d\"]", "1:3 `\\ud83d` is half a character"), ("[\"\\ude00\"]", "1:3 `\\ude00` is half a character"),
      ("[\"\\ud83d\\u0041\"]", "1:3 `\\ud83d` is half a character"), ("{\"\\udfff\":1}", "1:3 `\\udfff` is half a character"),
      ("[日]", "1:2 a value cannot begin with `日`"), ("[\0]", "1:2 a value cannot begin with `\0`"),
      (":", "1:1 there is no value before this `:`"),
      ("[1\u{A0}]", "1:3 this space is not an ordinary one"), ("nul", "1:1 JSON has no word `nul`"),
      ("[1\u{C}]", "1:3 this space is not an ordinary one"),
    ])
  func named(json: String, expected: String) throws {
    let (tree, diagnostics) = JSONReader.read(SourceText(path: "p.json", text: json))
    #expect(tree == nil)
    let diagnostic = try #require(diagnostics.first)
    let location = try #require(diagnostic.location)
    #expect(diagnostics.count == 1)
    #expect("\(location.line):\(location.column) \(diagnostic.message)" == expected)
    #expect(!diagnostic.mends.isEmpty || !diagnostic.related.isEmpty)
  }

  @Test(
    "what is no UTF-8 is said so",
    arguments: [
      ([0x5B, 0x22, 0xFF, 0x22, 0x5D], "byte 3 of the file (0xFF) is not UTF-8"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "byte 2 of the file (0xED) is not UTF-8"),
      ([0x22, 0xC0, 0xAF, 0x22], "byte 2 of the file (0xC0) is not UTF-8"),
      ([0x22, 0xC3], "byte 2 of the file (0xC3) is not UTF-8"),
      ([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], "the file is in UTF-16; JSON is read as UTF-8"),
      ([0x00, 0x5B, 0x00, 0x5D], "the file is in UTF-16; JSON is read as UTF-8"),
    ] as [([UInt8], String)])
  func notUTF8(bytes: [UInt8], message: String) {
    let diagnostics = JSONReader.read(SourceText(path: "p.json", bytes: bytes)).diagnostics
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.first?.code == .notUTF8)
  }

  @Test(
    "a mend, applied, makes the document whole",
    arguments: [
      ("[1,]", "[1]"), ("{\"a\":1,\n}", "{\"a\":1\n}"), ("[1 2]", "[1, 2]"), ("{a: 1}", "{\"a\": 1}"), ("[True, null]", "[true, null]"),
      ("[stable]", "[\"stable\"]"), ("{\"a\" = 1}", "{\"a\" : 1}"), ("[\"a\tb\"]", "[\"a\\tb\"]"), ("[None]", "[null]"),
      ("[1,\u{A0}2]", "[1, 2]"), ("{\u{3000}}", "{ }"),
    ])
  func mended(json: String, expected: String) {
    let source = SourceText(path: "p.json", text: json)
    let mended = FixApplier.apply(JSONReader.read(source).diagnostics, to: source.bytes, path: "p.json")
    #expect(String(decoding: mended.bytes, as: UTF8.self) == expected)
    #expect(mended.applied == 1)
    #expect(JSONReader.read(SourceText(path: "p.json", bytes: mended.bytes)).tree != nil)
  }
}
