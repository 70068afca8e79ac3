import Testing

@testable import Cairn

@Suite("Diagnostics as text")
struct DiagnosticTextTests {
  @Test("a mark stands under the author's text, and a help under that")
  func help() {
    let text = String(repeating: "#\n", count: 13) + "        age: {atleast: 18}\n"
    let source = SourceText(path: "rules/rules/early.yaml", text: text)
    let range = source.range(of: "atleast")
    let diagnostic = Diagnostic.error(.unknownComparison, "unknown comparison `atleast` for the number fact `age`", at: range)
      .suggesting("at-least")
    #expect(
      DiagnosticText.draw([diagnostic]) == """
        rules/rules/early.yaml:14:15: error: unknown comparison `atleast` for the number fact `age` [unknown-comparison]
           |
        14 |         age: {atleast: 18}
           |               ^~~~~~~
           = help: did you mean `at-least`?

        """)
  }

  @Test("several stand in the order of their files, with fixes, alternatives and a blank line between them")
  func several() {
    let home = SourceText(
      path: "facts/home.yaml", text: "facts:\n  heating: {title: Heating, ask: Is your home warm enough, most days?}\n")
    let rules = SourceText(path: "rules/everyone.yaml", text: "    unless: {daily-support: high, crisis-level: building}\n")
    let comma = Diagnostic.error(.commaInText, "a comma ends the text here; quote the text", at: home.range(of: ", most"))
      .fixing("ask: \"Is your home warm enough, most days?\"", home.range(of: "Is your home warm enough, most days?"), with: "…")
    let unless = Diagnostic.error(
      .unlessTwoFacts, "either of these, or only both together?", at: rules.range(of: "{daily-support: high, crisis-level: building}")
    )
    .noting("either", "unless: [{daily-support: high}, {crisis-level: building}]")
    .noting("both", "unless: {all: [{daily-support: high}, {crisis-level: building}]}")
    let none = Diagnostic(.warning, .noRulebook, "there is no rulebook in `rulse`", help: "name a folder of YAML")
    #expect(
      DiagnosticText.draw([unless, comma, none]) == """
        warning: there is no rulebook in `rulse` [no-rulebook]
          = help: name a folder of YAML

        facts/home.yaml:2:58: error: a comma ends the text here; quote the text [comma-in-text]
          |
        2 |   heating: {title: Heating, ask: Is your home warm enough, most days?}
          |                                                          ^~~~~~
          = fix: ask: "Is your home warm enough, most days?"

        rules/everyone.yaml:1:13: error: either of these, or only both together? [unless-two-facts]
          |
        1 |     unless: {daily-support: high, crisis-level: building}
          |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = either:  unless: [{daily-support: high}, {crisis-level: building}]
          = both:    unless: {all: [{daily-support: high}, {crisis-level: building}]}

        """)
  }

  @Test("another place is drawn with its own line")
  func related() {
    let first = SourceText(path: "a.yaml", text: "rules:\n  walk: {}\n")
    let second = SourceText(path: "b.yaml", text: "rules:\n  walk: {}\n")
    let diagnostic = Diagnostic.error(.duplicateID, "there are two rules called `walk`", at: second.range(of: "walk"), help: "rename one")
      .relating("first declared here", first.range(of: "walk"))
    #expect(
      DiagnosticText.draw([diagnostic]) == """
        b.yaml:2:3: error: there are two rules called `walk` [duplicate-id]
          |
        2 |   walk: {}
          |   ^~~~
          = help: rename one
        a.yaml:2:3: note: first declared here
          |
        2 |   walk: {}
          |   ^~~~

        """)
  }

  @Test(
    "the mark is as wide as the eye sees, and the column counts characters",
    arguments: [
      ("a: 日本語 x", "日本語", 4, "a: 日本語 x", "   ^~~~~~"),
      ("日本: bad", "bad", 5, "日本: bad", "      ^~~"),
      ("e\u{301}te\u{301}: bad", "bad", 6, "e\u{301}te\u{301}: bad", "     ^~~"),
      ("👩‍👧: bad", "bad", 4, "👩‍👧: bad", "    ^~~"),
      ("🏳️‍🌈🇬🇧 bad", "bad", 4, "🏳️‍🌈🇬🇧 bad", "     ^~~"),
      ("\ta:\tbad", "bad", 5, "    a:  bad", "        ^~~"),
      ("a:\tbad", "\t", 3, "a:  bad", "  ^~"),
      ("a: \u{202E}bad", "\u{202E}", 4, "a: <U+202E>bad", "   ^~~~~~~~"),
      ("a\u{200B}b: bad", "\u{200B}", 2, "a<U+200B>b: bad", " ^~~~~~~~"),
      ("a: \u{1B}[31mred bad", "bad", 13, "a: <U+001B>[31mred bad", "                   ^~~"),
    ])
  func width(line: String, marked: String, column: Int, drawn: String, mark: String) {
    let source = SourceText(path: "x.yaml", text: line + "\r\nnext: line\n")
    let diagnostic = Diagnostic.error(.invalidValue, "no", at: source.range(of: marked))
    #expect(
      DiagnosticText.draw([diagnostic]) == "x.yaml:1:\(column): error: no [invalid-value]\n  |\n1 | \(drawn)\n  | \(mark)\n")
  }

  @Test("a stretch of several lines is marked on its first, without the spaces at its end")
  func severalLines() {
    let source = SourceText(path: "x.yaml", text: "a:\n  when:  \n    b: 1\nc: 2\n")
    let diagnostic = Diagnostic.error(.emptyCondition, "no", at: source.range(of: "when:  \n    b: 1"))
    #expect(DiagnosticText.draw([diagnostic]) == "x.yaml:2:3: error: no [empty-condition]\n  |\n2 |   when:\n  |   ^~~~~\n")
    #expect(diagnostic.location?.endLine == 3)
    #expect(diagnostic.location?.endColumn == 9)
  }

  @Test("a place between two characters, and one past the last line, are marked with one sign")
  func places() {
    let source = SourceText(path: "x.yaml", text: "a: 1\n")
    let between = Diagnostic.error(.missingKey, "here", at: SourceRange(source, 2, 2))
    let atLineEnd = Diagnostic.error(.missingKey, "here", at: SourceRange(source, 4, 5))
    let after = Diagnostic.error(.missingKey, "here", at: SourceRange(source, 5, 5))
    let beyond = Diagnostic.error(.missingKey, "here", at: SourceRange(source, 90, 70))
    #expect(
      DiagnosticText.draw([beyond, after, atLineEnd, between]) == """
        x.yaml:1:3: error: here [missing-key]
          |
        1 | a: 1
          |   ^

        x.yaml:1:5: error: here [missing-key]
          |
        1 | a: 1
          |     ^

        x.yaml:2:1: error: here [missing-key]
          |
        2 |
          | ^

        x.yaml:2:1: error: here [missing-key]
          |
        2 |
          | ^

        """)
  }

  @Test("a fault of a whole file has no line", arguments: ["", "rules: {}\n"])
  func wholeFile(text: String) {
    let source = SourceText(path: "empty.yaml", text: text)
    let diagnostic = Diagnostic.error(
      .emptyFile, "the file is empty", at: SourceRange(source, 0, 0), help: "write a section,\nor delete it")
    #expect(
      DiagnosticText.draw([diagnostic]) == """
        empty.yaml:1:1: error: the file is empty [empty-file]
          = help: write a section,
                  or delete it

        """)
  }

  @Test("a long line is cut around the stretch", arguments: [0, 30, 100, 500, 5000, 100_000])
  func longLines(before: Int) {
    let text = String(repeating: "x", count: before) + "HERE" + String(repeating: "y", count: 5000) + "\n"
    let source = SourceText(path: "x", text: text)
    let drawn = DiagnosticText.draw([.error(.tooLarge, "no", at: source.range(of: "HERE"))])
    let isCut = before > 100
    let start = isCut ? "…" + String(repeating: "x", count: 40) : String(repeating: "x", count: before)
    let line = start + "HERE" + String(repeating: "y", count: 120 - start.count - 5) + "…"
    let mark = String(repeating: " ", count: start.count) + "^~~~"
    #expect(line.count == 120)
    #expect(drawn == "x:1:\(before + 1): error: no [too-large]\n  |\n1 | \(line)\n  | \(mark)\n")
  }

  @Test("a stretch longer than the screen is cut, and its mark with it")
  func longStretch() {
    let source = SourceText(path: "x", text: "a: " + String(repeating: "y", count: 5000) + "\n")
    let drawn = DiagnosticText.draw([.error(.tooLarge, "no", at: SourceRange(source, 3, 5003))])
    let shown = String(repeating: "y", count: 116)
    #expect(drawn == "x:1:4: error: no [too-large]\n  |\n1 | a: \(shown)…\n  |    ^\(String(repeating: "~", count: 115))\n")
  }

  @Test("a byte order mark is not drawn", arguments: [0, 2, 3])
  func byteOrderMark(start: Int) {
    let source = SourceText(path: "x", text: "\u{FEFF}a: b\n")
    let drawn = DiagnosticText.draw([.error(.tab, "no", at: SourceRange(source, start, 4))])
    #expect(drawn.hasSuffix(": error: no [tab]\n  |\n1 | a: b\n  | ^\n"))
  }

  @Test("bytes that are no text are drawn as replaced")
  func invalid() {
    let source = SourceText(path: "x", bytes: Array("a: ".utf8) + [0xFF, 0xC3] + Array("b\n".utf8))
    let drawn = DiagnosticText.draw([.error(.notUTF8, "no", at: SourceRange(source, 4, 5))])
    #expect(drawn == "x:1:5: error: no [not-utf8]\n  |\n1 | a: ��b\n  |     ^\n")
  }

  @Test("nothing of the author's reaches the terminal as a command")
  func hostile() {
    let source = SourceText(path: "a\u{1B}[2J.yaml", text: "k\u{9B}31m: v\u{7}\n")
    let diagnostic = Diagnostic.error(.unknownKey, "unknown key `\u{1B}]0;x\u{7}`\nerror: forged", at: source.range(of: "v\u{7}"))
      .noting("help", "try `\u{202E}`").fixing("use \u{1B}", source.range(of: "v"), with: "w")
    #expect(
      DiagnosticText.draw([diagnostic]) == """
        a<U+001B>[2J.yaml:1:8: error: unknown key `<U+001B>]0;x<U+0007>` error: forged [unknown-key]
          |
        1 | k<U+009B>31m: v<U+0007>
          |               ^~~~~~~~~
          = help: try `<U+202E>`
          = fix: use <U+001B>

        """)
  }

  @Test("in colour, the same text stands between escapes")
  func color() {
    let source = SourceText(path: "x.yaml", text: "a: b\n")
    let diagnostic = Diagnostic.warning(.tab, "no", at: source.range(of: "b"), help: "mend")
    let drawn = DiagnosticText.draw([diagnostic], color: true)
    #expect(drawn.contains("\u{1B}[1;33mwarning:\u{1B}[0m"))
    #expect(drawn.replacing(/\u{1B}\[[0-9;]*m/, with: "") == DiagnosticText.draw([diagnostic]))
  }

  @Test("a hundred are drawn, errors before warnings, and the rest is counted")
  func capped() {
    let source = SourceText(path: "x", text: String(repeating: "a\n", count: 200))
    let warnings = (0..<60).map { Diagnostic.warning(.tab, "careful", at: SourceRange(source, $0 * 2, $0 * 2 + 1)) }
    let errors = (60..<159).map { Diagnostic.error(.tab, "wrong", at: SourceRange(source, $0 * 2, $0 * 2 + 1)) }
    let drawn = DiagnosticText.draw(warnings + errors)
    #expect(drawn.components(of: ": error: ") == 99)
    #expect(drawn.components(of: ": warning: ") == 1)
    #expect(drawn.hasPrefix("x:1:1: warning: careful"))
    #expect(drawn.hasSuffix("\n\nand 59 more warnings\n"))
    let more = (159..<162).map { Diagnostic.error(.tab, "wrong", at: SourceRange(source, $0 * 2, $0 * 2 + 1)) }
    #expect(DiagnosticText.draw(warnings + errors + more).hasSuffix("\n\nand 2 more errors, 60 more warnings\n"))
  }

  @Test("what is said twice of one place is drawn once, and nothing draws nothing")
  func twice() {
    let source = SourceText(path: "x", text: "a\n")
    let diagnostic = Diagnostic.error(.tab, "no", at: source.range(of: "a"))
    #expect(DiagnosticText.draw([diagnostic, diagnostic, diagnostic]) == DiagnosticText.draw([diagnostic]))
    #expect(DiagnosticText.draw([]) == "")
  }

  @Test("a sentence that quotes a paragraph loses its middle")
  func longSentence() {
    let drawn = DiagnosticText.draw([Diagnostic(.error, .invalidDate, "`\(String(repeating: "d", count: 9000))` is no date")])
    #expect(drawn == "error: `\(String(repeating: "d", count: 299)) … \(String(repeating: "d", count: 85))` is no date [invalid-date]\n")
  }
}

extension SourceText {
  /// Where a text first stands.
  func range(of text: String) -> SourceRange {
    let wanted = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
    return SourceRange(self, start, start + wanted.count)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
