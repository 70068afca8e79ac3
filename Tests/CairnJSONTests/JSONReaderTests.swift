import Cairn
import Testing

@testable import CairnJSON

@Suite("Reading JSON")
struct JSONReaderTests {
  private func outline(_ json: String) throws -> String {
    let tree = try #require(JSONReader.read(SourceText(path: "p.json", text: json)).tree)
    return try #require(tree.root).outline()
  }

  @Test("every node knows its kind, its style, its place and its text")
  func nodes() throws {
    #expect(
      try outline(#" {"born": "1972-03", "n": -1.50e+3 , "é": [true,false, null , [ ], {}], "😀": "a\"\ud83d\ude00\u0041"}  "#) == #"""
        1..<105 mapping flow
          2..<8 scalar quoted `born`
          10..<19 scalar quoted `1972-03`
          21..<24 scalar quoted `n`
          26..<34 scalar plain `-1.50e+3`
          37..<41 scalar quoted `é`
          43..<71 sequence flow
            44..<48 scalar plain `true`
            49..<54 scalar plain `false`
            56..<60 scalar plain ``
            63..<66 sequence flow
            68..<70 mapping flow
          73..<79 scalar quoted `😀`
          81..<104 scalar quoted `a"😀A`

        """#)
  }

  @Test(
    "a document may be a single value",
    arguments: [
      ("1", "0..<1 scalar plain `1`\n"), (" \"a\" ", "1..<4 scalar quoted `a`\n"), ("null\n", "0..<4 scalar plain ``\n"),
      ("\u{FEFF}[ 1 ]\n", "3..<8 sequence flow\n  5..<6 scalar plain `1`\n"), ("\"\"", "0..<2 scalar quoted ``\n"),
      ("\"\\u0000\"", "0..<8 scalar quoted `\0`\n"), ("{\"\":{}}", "0..<7 mapping flow\n  1..<3 scalar quoted ``\n  4..<6 mapping flow\n"),
    ])
  func single(json: String, expected: String) throws {
    #expect(try outline(json) == expected)
  }

  @Test("numbers and texts keep the form they were written in, however large")
  func large() throws {
    let digits = String(repeating: "9", count: 400)
    #expect(try outline("[\(digits), 1e99999, -0.0]").contains("`\(digits)`"))
    let long = String(repeating: "日", count: 100_000)
    #expect(try outline("\"\(long)\"") == "0..<300002 scalar quoted `\(long)`\n")
  }

  @Test("a key that stands twice is refused, with both places, however it is written")
  func duplicates() {
    let source = SourceText(path: "p.json", text: "{\"a\": 1,\n \"b\": [{\"c\": 1, \"c\": 2}],\n \"\\u0061\": 3}\n")
    let (tree, diagnostics) = JSONReader.read(source)
    #expect(tree == nil)
    #expect(
      DiagnosticText.draw(diagnostics) == #"""
        p.json:2:17: error: the key `c` stands twice in one mapping [duplicate-key]
          |
        2 |  "b": [{"c": 1, "c": 2}],
          |                 ^~~
          = help: rename one, or join the two
        p.json:2:9: note: the first `c`
          |
        2 |  "b": [{"c": 1, "c": 2}],
          |         ^~~

        p.json:3:2: error: the key `a` stands twice in one mapping [duplicate-key]
          |
        3 |  "\u0061": 3}
          |  ^~~~~~~~
          = help: rename one, or join the two
        p.json:1:2: note: the first `a`
          |
        1 | {"a": 1,
          |  ^~~

        """#)
  }

  @Test("sixty-four levels are read, one more is refused at its bracket")
  func depth() {
    func nested(_ levels: Int) -> SourceText {
      SourceText(path: "p.json", text: String(repeating: "[", count: levels) + String(repeating: "]", count: levels))
    }
    #expect(JSONReader.read(nested(64)).tree?.records.count == 64)
    let mark = String(repeating: " ", count: 64) + "^"
    let line = String(repeating: "[", count: 65) + String(repeating: "]", count: 55)
    let drawn = DiagnosticText.draw(JSONReader.read(nested(65)).diagnostics)
    #expect(
      drawn == "p.json:1:65: error: this nests deeper than 64 levels [too-deep]\n  |\n1 | \(line.dropLast())…\n  | \(mark)\n"
        + "  = help: take levels away\n")
    #expect(JSONReader.read(nested(100_000)).diagnostics.first?.code == .tooDeep)
    let open = SourceText(path: "p.json", text: String(repeating: "[{\"a\":", count: 100_000))
    #expect(JSONReader.read(open).tree == nil)
  }

  @Test("a hundred thousand elements are read, and a limit on them is kept")
  func elements() {
    let text = "[" + (0..<100_000).map { "{\"n\": \($0)}" }.joined(separator: ",\n") + "]"
    let source = SourceText(path: "p.json", text: text)
    let tree = JSONReader.read(source).tree
    #expect(tree?.records.count == 300_001)
    #expect(tree?.root?.items.reduce(0) { $0 + (Int($1["n"]?.text ?? "") ?? 0) } == 4_999_950_000)
    let (none, diagnostics) = JSONReader.read(source, limits: .init(bytes: 1 << 30, depth: 9, nodes: 300_000))
    #expect(none == nil)
    #expect(
      DiagnosticText.draw(diagnostics) == """
        p.json:1:1: error: the file has more than 300,000 values [too-large]
          = help: share it out over several files

        """)
  }

  @Test("a file that is too large is not looked into")
  func tooLarge() {
    let source = SourceText(path: "p.json", bytes: [UInt8](repeating: UInt8(ascii: "?"), count: (16 << 20) + 1))
    #expect(
      DiagnosticText.draw(JSONReader.read(source).diagnostics) == """
        p.json:1:1: error: the file has 16.1 MiB; a file may have 16 MiB [too-large]
          = help: share it out over several files

        """)
  }
}

extension Node {
  /// Each node on a line of its own, what it holds indented under it.
  func outline(_ indent: String = "") -> String {
    let place = "\(indent)\(record.start)..<\(record.end) \(kind) \(record.style)"
    if isScalar { return "\(place) `\(text)`\n" }
    let children = items.map { $0 } + entries.flatMap { [$0.key, $0.value] }
    return place + "\n" + children.map { $0.outline(indent + "  ") }.joined()
  }
}
