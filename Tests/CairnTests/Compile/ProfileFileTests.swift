import Testing

@testable import Cairn

@Suite("Files of profiles")
struct ProfileFileTests {
  private func read(_ text: String) throws -> (ids: [String], drawn: String) {
    let rulebook = try Rulebook(files: [
      SourceText(
        path: "rules.yaml",
        text: """
          rulebook: {id: t, title: T, version: "1"}
          facts: {alone: {title: Lives alone, type: boolean}}
          profiles: {first: {facts: {alone: yes}}}
          """)
    ])
    let tree = try #require(YAMLReader.read(SourceText(path: "people/mina.yaml", text: text)).tree)
    let read = rulebook.readProfiles(tree: tree)
    return (read.profiles.map(\.id), DiagnosticText.draw(read.diagnostics))
  }

  @Test(
    "one profile, a list, profiles by id and a section are all read",
    arguments: [
      ("facts: {alone: yes}", ["mina"]), ("{id: other, facts: {alone: yes}}", ["other"]), ("like: first", ["mina"]),
      ("[{facts: {alone: yes}}, {id: b}]", ["mina-1", "b"]), ("{a: {like: first}, b: {born: 1980}}", ["a", "b"]),
      ("profiles: {a: {}, b: {like: first}}", ["a", "b"]),
    ])
  func shapes(text: String, ids: [String]) throws {
    let read = try read(text)
    #expect(read.drawn == "")
    #expect(read.ids == ids)
  }

  @Test("a mistake is shown where it stands")
  func mistake() throws {
    #expect(
      try read("facts: {alnoe: yes}").drawn == """
        people/mina.yaml:1:9: error: there is no fact `alnoe` [unknown-fact]
          |
        1 | facts: {alnoe: yes}
          |         ^~~~~
          = help: did you mean `alone`?

        """)
  }

  @Test("a file without a profile says so")
  func none() throws {
    #expect(try read("{}").drawn.hasPrefix("people/mina.yaml:1:1: error: there are no profiles in this file [missing-key]"))
  }

  @Test(
    "a number that is finer than its fact counts spoils this fact of this person, and advice says so",
    arguments: ["7.25", "72.5e-1", "1e-9"])
  func fine(number: String) throws {
    let text = """
      rulebook: {id: t, title: T, version: "1"}
      facts: {pain: {title: Pain, type: number, min: 0, max: 10}, alone: {title: Lives alone, type: boolean}}
      """
    let rulebook = try Rulebook(files: [SourceText(path: "rules.yaml", text: text)])
    for people in [
      "[{id: a, facts: {pain: \(number), alone: yes}}, {id: b, facts: {pain: 5e0}}]",
      "profiles: {a: {facts: {pain: \(number), alone: yes}}, b: {facts: {pain: 50e-1}}}",
    ] {
      let tree = try #require(YAMLReader.read(SourceText(path: "people.yaml", text: people)).tree)
      let read = rulebook.readProfiles(tree: tree)
      #expect(read.diagnostics.isEmpty)
      let day = CalendarDate(2026, 11, 22)
      let advice = read.profiles.map { rulebook.advice(for: $0, asOf: day) }
      #expect(
        advice.map { $0.problems.map(\.detail) } == [["`\(number)` is too fine: `pain` counts in whole numbers; it stays unknown"], []])
      let facts = read.profiles.map { FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: $0, asOf: day).facts }
      let (pain, alone) = (
        try #require(rulebook.ruleSet.vocabulary.factIndex["pain"]), try #require(rulebook.ruleSet.vocabulary.factIndex["alone"])
      )
      #expect(facts.map { $0.states[pain].value } == [.unknown, .number(5, 5)])
      #expect(facts[0].states[alone].value == .boolean(true))
    }
    // In the rulebook itself it is its author's mistake.
    #expect(throws: RulebookError.self) {
      try Rulebook(files: [SourceText(path: "rules.yaml", text: text + "\nprofiles: {a: {facts: {pain: \(number)}}}\n")])
    }
  }
}
