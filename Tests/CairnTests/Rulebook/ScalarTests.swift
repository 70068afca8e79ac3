import Testing

@testable import Cairn

/// What a schema refuses the reader refuses too: numbers in quotes, the word for nothing, one thing twice in a list.
@Suite("Single values wherever they are")
struct ScalarTests {
  private func said(_ text: String) -> String {
    do throws(RulebookError) {
      _ = try Rulebook(files: [SourceText(path: "a.yaml", text: Self.facts + text)])
      return "nothing"
    } catch {
      return error.diagnostics.filter { $0.severity == .error }.map { diagnostic in
        diagnostic.message + diagnostic.mends.map { "\n  \($0.label): \($0.text)" }.joined()
      }.joined(separator: "\n")
    }
  }

  private static let facts = """
    rulebook: {id: a, title: A}
    facts:
      n: {title: N, type: number, decimals: 1, min: 0}
      colour: {title: Colour, type: choice, values: [red, blue]}
      conditions: {title: Conditions, type: codes}
    concepts: {asthma: {title: Asthma}, copd: {title: COPD}}

    """

  @Test(
    "a number is written without quotes",
    arguments: [
      ("derived: {d: {title: D, when: {n: \"3\"}}}", "`n` takes a number, without quotes\n  fix: n: 3"),
      ("derived: {d: {title: D, when: {n: {at-least: '3'}}}}", "`at-least` takes a number, without quotes\n  fix: at-least: 3"),
      ("derived: {d: {title: D, when: {n: {between: [1, '2.5']}}}}", "each item of `between` takes a number, without quotes\n  fix: 2.5"),
      ("profiles: {p: {facts: {n: '3'}}}", "`n` takes a number, without quotes\n  fix: n: 3"),
      ("profiles: {p: {facts: {n: {value: '3'}}}}", "`value` takes a number, without quotes\n  fix: value: 3"),
      ("profiles: {p: {home: {lat: '51.5', lon: 0}}}", "`lat` takes a number, without quotes\n  fix: lat: 51.5"),
    ])
  func quotes(yaml: String, message: String) { #expect(said(yaml) == message) }

  @Test("a day, a month and a year may be in quotes, as in JSON")
  func quotedDates() {
    #expect(said("profiles: {p: {born: '1951', facts: {conditions: [{is: copd, since: \"2026-11\"}]}}}") == "nothing")
  }

  @Test("the word for nothing is no text, unless it is in quotes", arguments: ["null", "~", "Null", "NULL"])
  func nothing(word: String) {
    #expect(
      said("derived: {d: {title: \(word), when: {n: 3}}}")
        == "`title` is `\(word)`, which says that there is nothing\n"
        + "  help: leave `title` out, or put quotes around the word if it is meant as a text")
    #expect(
      said("value-sets: {v: {areas: [\(word)]}}")
        == "each item of `areas` is `\(word)`, which says that there is nothing\n"
        + "  help: leave the item out, or put quotes around the word if it is meant as a text")
    #expect(said("derived: {d: {title: '\(word)', when: {n: 3}}}") == "nothing")
  }

  @Test("a text for no language is empty")
  func noLanguage() { #expect(said("derived: {d: {title: {}, when: {n: 3}}}") == "`title` is empty") }

  @Test(
    "nothing is twice in a list",
    arguments: [
      ("derived: {d: {title: D, when: {n: [1, 2, 1]}}}", "`1` stands twice under `n`"),
      ("derived: {d: {title: D, when: {colour: {any-of: [red, red]}}}}", "`red` stands twice under `any-of`"),
      ("derived: {d: {title: D, when: {conditions: [copd, asthma, copd]}}}", "`copd` stands twice under `conditions`"),
      ("profiles: {p: {facts: {conditions: [copd, copd]}}}", "`copd` stands twice under `conditions`"),
      ("profiles: {p: {facts: {conditions: [{is: copd}, {is: copd}]}}}", "`{is: copd}` stands twice under `conditions`"),
      ("profiles: {p: {preferences: {mode: [online, online]}}}", "`online` stands twice under `mode`"),
    ])
  func twice(yaml: String, message: String) { #expect(said(yaml).split(separator: "\n").first.map(String.init) == message) }
}
