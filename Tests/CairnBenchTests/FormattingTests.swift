import Cairn
import CairnBench
import Testing

@Suite("The layout of a rulebook's files")
struct FormattingTests {
  private func formatted(_ text: String) throws -> String {
    switch Formatting.of(SourceText(path: "x.yaml", text: text)) {
    case .canonical: return text
    case .changed(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .refused(let problems): return DiagnosticText.draw(problems)
    }
  }

  @Test(
    "is one, whatever a file looked like",
    arguments: [
      ("a:    1\n", "a: 1\n"),
      ("a: 1", "a: 1\n"),
      ("\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
      ("a: 1   \r\nb: 2\r\n", "a: 1\nb: 2\n"),
      ("\u{FEFF}a: 1\n", "a: 1\n"),
      ("---\na: 1\n...\n", "a: 1\n"),
      ("a:\n    b:\n          c: 1\n", "a:\n  b:\n    c: 1\n"),
      ("a:\n- 1\n- 2\n", "a:\n  - 1\n  - 2\n"),
      ("a:\n-   b: 1\n    c: 2\n-\n  - 3\n", "a:\n  - b: 1\n    c: 2\n  - - 3\n"),
      ("a: { b : 1,c: [ 1,2 ],\"d\":x, e: [] , f: {} }\n", "a: {b: 1, c: [1, 2], \"d\": x, e: [], f: {}}\n"),
      ("a: {b: 1,\n  c: 2}\n", "a: {b: 1, c: 2}\n"),
      ("a: [b: 1, c]\n", "a: [b: 1, c]\n"),
      ("a:\n  text that\n    goes on\n\n  after a line\n", "a: text that\n  goes on\n\n  after a line\n"),
      ("a:\n     'it''s   \n   quoted'\n", "a: 'it''s\n  quoted'\n"),
      ("a: \"one \\\n     two\"\n", "a: \"one \\\n  two\"\n"),
      ("a:   |\n      one\n        two\n\n      three\nb: 1\n", "a: |\n  one\n    two\n\n  three\nb: 1\n"),
      ("a:\n    b: >2\n         in\n      out\n", "a:\n  b: >2\n       in\n    out\n"),
      ("a: |+\n   one\n\n\nb: 2\n", "a: |+\n  one\n\n\nb: 2\n"),
      ("- 1\n-    2\n", "- 1\n- 2\n"),
      ("a:\nb:\n", "a:\nb:\n"),
    ])
  func layout(before: String, after: String) throws {
    #expect(try formatted(before) == after)
    #expect(try formatted(after) == after)
  }

  @Test(
    "keeps every comment where it belongs",
    arguments: [
      ("a: 1 # one\n", "a: 1  # one\n"),
      ("a: one   #one\n", "a: one  #one\n"),
      ("a: 1    # one\nb: 22   # two\nlong: 3  # three\n", "a: 1   # one\nb: 22  # two\nlong: 3  # three\n"),
      ("a: 1     # one\nb: 22    # two\n\nc: 3     # three\n", "a: 1   # one\nb: 22  # two\n\nc: 3  # three\n"),
      (
        "# first\n\n\n# second\na:\n # inside\n    b: 1\n    # still inside\n# outside\nc: 2\n# last\n",
        "# first\n\n# second\na:\n  # inside\n  b: 1\n  # still inside\n# outside\nc: 2\n# last\n"
      ),
      ("a:\n- 1\n# - 2\nb: 3\n", "a:\n  - 1\n# - 2\nb: 3\n"),
      ("a:\n   - 1\n   # - 2\nb: 3\n", "a:\n  - 1\n  # - 2\nb: 3\n"),
      ("a:  # above\n    1\n", "a: 1  # above\n"),
      ("a:\n    # above\n    1\n", "# above\na: 1\n"),
      ("-   # one\n    a: 1\n    b: 2\n", "- a: 1  # one\n  b: 2\n"),
      ("a: [  # list\n  1, # one\n  2\n  # end\n]  # done\nb: 3\n", "a:  # list\n  - 1  # one\n  - 2\n  # end\n# done\nb: 3\n"),
      ("a: {\n  b: 1,  # one\n  c: {d: 2,\n e: 3}}\n", "a:\n  b: 1  # one\n  c: {d: 2, e: 3}\n"),
      ("{step:  # a\n # b\n diagnosis}\n", "# a\n# b\nstep: diagnosis\n"),
      ("a:  # one\n  b  # two\n", "# one\na: b  # two\n"),
      ("- # one\n  - # two\n    a\n", "# one\n# two\n- - a\n"),
      ("a: [\n  b,  # one\n\n  c, d,\n  e]\n", "a:\n  - b  # one\n\n  - c\n  - d\n  - e\n"),
      ("a:\n  # untested: why\n  {b: 1, c: 2}\n", "# untested: why\na: {b: 1, c: 2}\n"),
      ("a:\n  # untested: why\n  - [b,  # one\n c]\n", "a:\n  # untested: why\n  - - b  # one\n    - c\n"),
      ("a: >-   # folded\n     text # no comment\nb: 1\n", "a: >-  # folded\n  text # no comment\nb: 1\n"),
      ("a: 'x # y'\nb: \"# z\"\n", "a: 'x # y'\nb: \"# z\"\n"),
      ("a: 1\n...\n# after the end\n", "a: 1\n# after the end\n"),
    ])
  func comments(before: String, after: String) throws {
    #expect(try formatted(before) == after)
    #expect(try formatted(after) == after)
  }

  @Test(
    "keeps the lines of brackets where a comment says something of several entries",
    arguments: [
      ("a: {b: 1,  # one\n  c: {d: 2,\n e: 3}}\n", "a: {b: 1,  # one\n  c: {d: 2, e: 3}}\n"),
      (
        "when: {age: {at-least: 18, # untested: nobody is under\n      at-most: 65}, b: yes}\n",
        "when: {age: {at-least: 18,  # untested: nobody is under\n    at-most: 65}, b: yes}\n"
      ),
      ("a: [{b: 1}, {c: 2},  # both\n\n\n # above\n {d: 3} ]\n", "a: [{b: 1}, {c: 2},  # both\n\n  # above\n  {d: 3}]\n"),
      ("a: [b, c   # two\n  , d, 'e  \n   f',\n]  # end\n", "a: [b, c,  # two\n  d, 'e\n    f'\n  ]  # end\n"),
      ("a: [  # none\n]\n", "a: [  # none\n  ]\n"),
    ])
  func keptLines(before: String, after: String) throws {
    #expect(try formatted(before) == after)
    #expect(try formatted(after) == after)
  }

  @Test(
    "quotes a text in brackets that other readers would take for something else",
    arguments: [
      ("a: {ask: Do you live alone?}\n", "a: {ask: \"Do you live alone?\"}\n"),
      ("a: {ask: Do you live alone?, b: \"c?\", d: 'e?'}\n", "a: {ask: \"Do you live alone?\", b: \"c?\", d: 'e?'}\n"),
      ("a: [So? \"Yes\" \\ no, b]\n", "a: [\"So? \\\"Yes\\\" \\\\ no\", b]\n"),
      ("a: Do you live alone?\n", "a: Do you live alone?\n"),
      ("a: [Do you?,  # one\n  b]\n", "a: [\"Do you?\",  # one\n  b]\n"),
      ("a: [\n  Do you?,  # one\n  b]\n", "a:\n  - Do you?  # one\n  - b\n"),
    ])
  func quotes(before: String, after: String) throws {
    #expect(try formatted(before) == after)
    #expect(try formatted(after) == after)
  }

  @Test("takes as many steps as a file is long, on one line and on many", arguments: [", ", ",\n  ", ",  # one\n  "])
  func steps(between: String) {
    func steps(_ count: Int) -> Int {
      var steps = 0
      let items = (0..<count).map { "n\($0 + 10_000)" }.joined(separator: between)
      guard case .refused = Formatting.of(SourceText(path: "x.yaml", text: "a: [\(items)]\n"), steps: &steps) else { return steps }
      Issue.record("it was refused")
      return 0
    }
    let few = steps(1_000)
    #expect(few > 1_000)
    // A little more than four times, since finding a line takes the logarithm of their number.
    #expect(steps(4_000) < few * 5)
  }

  @Test("keeps the doubt about a comment that may be text")
  func doubt() throws {
    #expect(try formatted("a:   Group #3\n") == "a: Group #3\n")
  }

  @Test("joins brackets over several lines as far as 120 columns, and leaves what stands on one line there")
  func width() throws {
    let items = (1...29).map { "n\(10 + $0)" }
    let fitting = "a: [\(items.dropLast(9).joined(separator: ", ")), wide-enough]\n"
    #expect(fitting.utf8.count - 1 <= 120)
    #expect(try formatted(fitting.replacing(", ", with: ",\n  ")) == fitting)
    let long = "a: [\(items.joined(separator: ", "))]\n"
    #expect(long.utf8.count - 1 > 120)
    #expect(try formatted(long) == long)
    #expect(try formatted(long.replacing(", ", with: ",\n  ")) == "a:\n" + items.map { "  - \($0)\n" }.joined())
  }

  @Test("is not given to a file that cannot be read")
  func broken() throws {
    #expect(
      try formatted("") == "x.yaml:1:1: error: the file is empty [empty-file]\n  = help: write something in it, or take the file away\n")
  }

  @Test("is refused where nobody could show that the file still says the same")
  func refused() {
    #expect(
      DiagnosticText.draw([Formatting.cannotBeKept(SourceText(path: "x.yaml", text: "a: 1\n"))]) == """
        x.yaml:1:1: error: this file is written in a way that no other layout would keep [unsupported-yaml]
          = help: it was left as it is

        """)
  }
}
