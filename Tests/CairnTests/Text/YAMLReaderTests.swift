import Testing

@testable import Cairn

@Suite("Reading YAML")
struct YAMLReaderTests {
  private func tree(_ text: String) throws -> NodeTree {
    let reading = YAMLReader.read(SourceText(path: "x.yaml", text: text))
    #expect(DiagnosticText.draw(reading.diagnostics) == "")
    return try #require(reading.tree)
  }

  /// One line a node: its place, how it was written, the text in the file and, of a scalar, its value.
  private func outline(_ tree: NodeTree) -> String {
    tree.records.indices.map { index in
      let node = Node(tree: tree, index: Int32(index))
      let (line, column) = tree.source.position(of: node.range.start)
      let value = node.isScalar ? " = \(node.text)" : ""
      return "\(line):\(column) \(node.record.style) \(node.kind) \(node.range.text)\(value)"
        .replacing("\r\n", with: "⏎").replacing("\n", with: "⏎")
    }.joined(separator: "\n")
  }

  static let sample = """
    plain: two words   # a comment
    'single': 'it''s'
    "double": "a\\tb"
    list:
      - one
      -
      - {a: [b, "c"], d: }
    folded: >-
      one
      two

    # between
    kept: |
      text
       more
    long: a text
      that goes on
    empty:
    last: x
    """

  static let outlined = """
    1:1 block mapping plain: two words   # a comment⏎'single': 'it''s'⏎"double": "a\\tb"⏎list:⏎  - one⏎  -⏎  - {a: [b, "c"], d: }⏎folded: >-⏎  one⏎  two⏎⏎# between⏎kept: |⏎  text⏎   more⏎long: a text⏎  that goes on⏎empty:⏎last: x
    1:1 plain scalar plain = plain
    1:8 plain scalar two words = two words
    2:1 quoted scalar 'single' = single
    2:11 quoted scalar 'it''s' = it's
    3:1 quoted scalar "double" = double
    3:11 quoted scalar "a\\tb" = a\tb
    4:1 plain scalar list = list
    5:3 block sequence - one⏎  -⏎  - {a: [b, "c"], d: }
    5:5 plain scalar one = one
    6:4 plain scalar  =\u{20}
    7:5 flow mapping {a: [b, "c"], d: }
    7:6 plain scalar a = a
    7:9 flow sequence [b, "c"]
    7:10 plain scalar b = b
    7:13 quoted scalar "c" = c
    7:19 plain scalar d = d
    7:22 plain scalar  =\u{20}
    8:1 plain scalar folded = folded
    8:9 block scalar >-⏎  one⏎  two = one two
    13:1 plain scalar kept = kept
    13:7 block scalar |⏎  text⏎   more = text⏎ more⏎
    16:1 plain scalar long = long
    16:7 plain scalar a text⏎  that goes on = a text that goes on
    18:1 plain scalar empty = empty
    18:7 plain scalar  =\u{20}
    19:1 plain scalar last = last
    19:7 plain scalar x = x
    """

  @Test("every node has its place, its text and its value")
  func nodes() throws {
    #expect(outline(try tree(Self.sample + "\n")) == Self.outlined)
  }

  @Test("Windows line ends change no value and no column")
  func lineEnds() throws {
    let text = (Self.sample + "\n").replacing("\n", with: "\r\n")
    #expect(outline(try tree(text)) == Self.outlined)
  }

  @Test("a byte order mark is passed over and is no column")
  func byteOrderMark() throws {
    #expect(outline(try tree("\u{FEFF}" + Self.sample + "\n")) == Self.outlined)
    let reading = YAMLReader.read(SourceText(path: "x.yaml", text: "\u{FEFF}a: 1\na: 2\n"))
    let related = try #require(reading.diagnostics.first?.related.first?.location)
    #expect(related.offsets == 3..<4)
    #expect(related.column == 1)
  }

  @Test("offsets are bytes where letters take several, columns are letters")
  func letters() throws {
    let tree = try tree("é: [ü, \"日本\", 👩‍👩‍👧 x]\nz: ß\n")
    #expect(
      outline(tree) == """
        1:1 block mapping é: [ü, "日本", 👩‍👩‍👧 x]⏎z: ß
        1:1 plain scalar é = é
        1:4 flow sequence [ü, "日本", 👩‍👩‍👧 x]
        1:5 plain scalar ü = ü
        1:8 quoted scalar "日本" = 日本
        1:14 plain scalar 👩‍👩‍👧 x = 👩‍👩‍👧 x
        2:1 plain scalar z = z
        2:4 plain scalar ß = ß
        """)
    #expect(tree.root?["z"]?.range.start == tree.source.bytes.count - 3)
  }

  @Test("a value that is its source is not copied")
  func noCopies() throws {
    let tree = try tree("a: one\nb: [two words, c-d]\ne: \"quoted\"\nf:\n  on two\n  lines\n")
    #expect(tree.texts == ["quoted", "on two lines"])
  }

  @Test("children are walked by where each ends")
  func children() throws {
    let root = try #require(try tree("a: {b: 1, c: [2, 3]}\nd: 4\n").root)
    #expect(root.entries.map { $0.key.text } == ["a", "d"])
    #expect(root["a"]?["c"]?.items.map(\.text) == ["2", "3"])
    #expect(root["d"]?.text == "4")
    #expect(root["e"] == nil)
  }

  @Test("nothing behind a colon or a dash is no text, `~` and quotes are")
  func nothing() throws {
    let root = try #require(try tree("a:\nb: ~\nc: ''\nd: [e]\nf:\n  -\n").root)
    #expect(root.entries.map { $0.value.isNull } == [true, false, false, false, false])
    #expect(root["f"]?.items.map(\.isNull) == [true])
  }

  @Test("the entry that repeats a key is left out, and everything behind it stays in place")
  func repeated() throws {
    let reading = YAMLReader.read(SourceText(path: "x.yaml", text: "a: {b: 1, b: [2], c: 3}\na: {d: 4}\ne: 5\n"))
    let root = try #require(reading.tree?.root)
    #expect(reading.diagnostics.map(\.code) == [.duplicateKey, .duplicateKey])
    #expect(root.entries.map { $0.key.text } == ["a", "e"])
    #expect(root["a"]?.entries.map { "\($0.key.text) \($0.value.text)" } == ["b 1", "c 3"])
    #expect(root["e"]?.text == "5")
  }

  @Test("a repeated key is found among many")
  func repeatedAmongMany() {
    let text = (0..<40).map { "key-\($0): 1\n" }.joined() + "key-7: 2\nkey-7: 3\nkey-3: 4\n"
    let found = YAMLReader.read(SourceText(path: "x.yaml", text: text)).diagnostics
    #expect(
      found.map { "\($0.location?.line ?? 0) after \($0.related.first?.location.line ?? 0)" } == ["41 after 8", "42 after 8", "43 after 4"])
  }
}
