import Testing

@testable import Cairn

/// Whoever comes from a spreadsheet is told how the same is written here.
@Suite("Habits from tables")
struct TableHabitTests {
  private func said(_ text: String) -> String {
    do throws(RulebookError) {
      _ = try Rulebook(files: [SourceText(path: "a.yaml", text: text)])
      return "nothing"
    } catch {
      return error.diagnostics.filter { $0.severity == .error }.map { diagnostic in
        "\(diagnostic.location?.line ?? 0): \(diagnostic.message)" + diagnostic.mends.map { "\n  \($0.label): \($0.text)" }.joined()
      }.joined(separator: "\n")
    }
  }

  private func said(when condition: String) -> String {
    said(
      """
      facts:
        n: {title: N, type: number}
        believed: {title: Believed, type: choice, values: [seldom, often]}
        ill: {title: Ill, type: boolean}
        conditions: {title: Conditions, type: codes}
      concepts: {sickle-cell-disease: {title: Sickle cell disease}}
      derived:
        d: {title: D, when: {\(condition)}}
      """)
  }

  @Test(
    "a condition in another notation gets its way out",
    arguments: [
      (
        "n: >= 3",
        "8: `>= 3` compares nothing: comparisons are words here\n  help: write `n: {at-least: 3}`, or put quotes around it if it is a text"
      ),
      ("n: \"<3\"", "8: `n` takes a number, not `<3`\n  help: write `n: {less-than: 3}`"),
      ("n: 3-5", "8: `n` takes a number, not `3-5`\n  help: write `n: {between: [3, 5]}`; both are included"),
      ("n: 18+", "8: `n` takes a number, not `18+`\n  help: write `n: {at-least: 18}`"),
      ("n: three", "8: `n` takes a number, not `three`\n  help: write `n: 3`"),
      ("n: {at-least: three}", "8: `at-least` takes a number, not `three`\n  help: write `at-least: 3`"),
      (
        "n: {between: 3 to 5}",
        "8: `between` takes a list of two numbers, not `3 to 5`\n  help: write `between: [3, 5]`; both are included"
      ),
      ("n: {greater-than: 3}", "8: unknown comparison `greater-than` for the number fact `n`\n  help: write `more-than`"),
      ("n: {\">=\": 3}", "8: unknown comparison `>=` for the number fact `n`\n  help: write `at-least`"),
      ("believed = seldom", "8: `believed = seldom` is not a condition\n  help: write `believed: seldom`"),
      (
        "believed: = seldom",
        "8: `= seldom` is no value of the fact `believed`\n  help: write `believed: seldom`\n"
          + "  help: its values are `seldom` and `often`"
      ),
      ("ill: = yes", "8: `ill` takes `yes` or `no`, not `= yes`\n  help: write `ill: yes`"),
      ("or: [{ill: yes}, {n: 3}]", "8: there is no fact `or`\n  help: write `any: [{…}, {…}]`"),
      (
        "and: [{ill: yes}, {n: 3}]",
        "8: there is no fact `and`\n  help: write `all: [{…}, {…}]`; facts side by side are an *and* already"
      ),
      ("not: {ill: yes}", "8: there is no fact `not`\n  help: write `none: [{…}]`, or put it under `unless`"),
      (
        "conditions: sickle-cell",
        "8: there is no concept or value set `sickle-cell`\n  help: did you mean `sickle-cell-disease`?"
      ),
      ("ill:yes", "8: a space is missing behind the colon\n  fix: ill: yes"),
      ("n:[1, 2]", "8: a space is missing behind the colon\n  fix: n: ["),
    ])
  func conditions(condition: String, message: String) {
    #expect(said(when: condition) == message)
  }

  @Test(
    "a missing space is said at its own line, with a fix",
    arguments: [
      ("concepts:\n  a:\n    title:Alone\n", "3: a space is missing behind the colon\n  fix: title: Alone"),
      ("concepts:\n  a:\n    title:Alone\n    snomed: 1\n", "3: a space is missing behind the colon\n  fix: title: Alone"),
      ("derived:\n  d:\n    title: D\n    when:{age: 3}\n", "4: a space is missing behind the colon\n  fix: when: {age: 3}"),
      ("derived:\n  d:\n    title: D\n    when:\n      age:3\n", "5: a space is missing behind the colon\n  fix: age: 3"),
      ("derived:\n  d: {title: D, when:{age: 3}}\n", "2: a space is missing behind the colon\n  fix: when: {"),
      (
        "concept:s\n  a: {title: A}\n",
        "1: a space is missing behind the colon\n  help: write `concept: s`, or put the colon where the key ends"
      ),
      ("derived:\n  d: {title:D, when: {age: 3}}\n", "2: a space is missing behind the colon\n  fix: title: D"),
      (
        "derived:\n  d: {title: D, title:E, when: {age: 3}}\n",
        "2: a space is missing behind the colon\n  help: and there is such a key already: keep one of them"
      ),
    ])
  func spaces(text: String, message: String) {
    #expect(said(text) == message)
  }

  @Test(
    "one tab is one error, with a fix wherever one column is left for it",
    arguments: [
      ("facts:\n  a:\n\ttitle: A\n    type: date\n", "3: a tab cannot indent a line; use spaces\n  fix: 4 spaces"),
      ("facts:\n  a:\n    title: A\n\ttype: date\n    source: S\n", "4: a tab cannot indent a line; use spaces\n  fix: 4 spaces"),
      ("facts:\n  a: {title: A, type: date}\n\tb: {title: B, type: date}\n", "3: a tab cannot indent a line; use spaces\n  fix: 2 spaces"),
      (
        "facts:\n  a:\n    title: A\n\ttype: date\n  b: {title: B, type: date}\n",
        "4: a tab cannot indent a line; use spaces\n  help: write 2 or 4 spaces for it"
      ),
    ])
  func tabs(text: String, message: String) {
    #expect(said(text) == message)
  }

  @Test("what is missing is shown by an example, and a language called by its name gets its tag")
  func examples() {
    #expect(
      said("rules:\n  r: {title: R, flag: Look.}\n") == """
        2: the rule `r` has no `because`
          help: say why, so that a person would accept it: `because: Meeting others early helps.`
        """)
    #expect(
      said("tests:\n  - {test: T, expect: {nothing: yes}}\n") == """
        2: this test has no `as-of`
          help: name the day to judge for: `as-of: 2026-11-22`
        """)
    #expect(
      said("rulebook: {id: a, title: A, language: English}\n") == "1: `English` is not a language tag\n  help: write `en`")
    #expect(
      said("concepts:\n  a: {title: {English: A}}\n") == "2: `English` under `title` is not a language tag\n  help: write `en`")
  }
}
