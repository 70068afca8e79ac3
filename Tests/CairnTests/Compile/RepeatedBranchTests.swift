import Testing

@testable import Cairn

@Suite("Branches that are counted twice")
struct RepeatedBranchTests {
  /// The branches that repeat, by what is written there.
  private func repeated(_ condition: String) throws -> [String] {
    let text = """
      facts:
        lonely: {title: Lonely, type: number, min: 0, max: 9}
        ill: {title: Ill, type: boolean}
        home: {title: Home, type: choice, values: [own, rented, none-at-all]}
      derived:
        very-lonely: {title: Very lonely, when: {lonely: {at-least: 6}}}
        both: {title: Both, when: {\(condition)}}
      """
    let warnings = try Rulebook(files: [SourceText(path: "a.yaml", text: text)]).warnings
    return warnings.filter { $0.code == .countedTwice }.compactMap { warning in
      warning.location.map { $0.source.text($0.offsets) }
    }
  }

  @Test(
    "a branch that says the same counts one reading twice, in whatever words",
    arguments: [
      ("some: {at-least: 2, of: [{ill: yes}, {ill: yes}]}", ["ill: yes"]),
      ("some: {at-least: 2, of: [{ill: yes}, {none: [{ill: no}]}, {lonely: 3}]}", ["ill: no"]),
      ("some: {at-least: 2, of: [{lonely: {at-least: 6}}, {lonely: {more-than: 5}}, {ill: yes}]}", ["lonely: {more-than: 5}"]),
      ("some: {at-least: 2, of: [{lonely: {at-least: 6}}, {very-lonely: yes}, {ill: yes}]}", ["very-lonely: yes"]),
      ("some: {at-least: 2, of: [{home: {none-of: own}}, {home: [none-at-all, rented]}]}", ["home: [none-at-all, rented]"]),
      (
        "some: {at-least: 2, of: [{ill: yes, lonely: 3}, {all: [{lonely: 3}, {ill: yes}]}, {home: own}]}", ["lonely: 3"]
      ),
      ("any: [{ill: no}, {some: {at-least: 2, of: [{ill: yes}, {ill: yes}, {home: own}]}}]", ["ill: yes"]),
      ("some: {at-least: 2, of: [{lonely: {at-least: 6}}, {lonely: {at-least: 7}}, {ill: yes}]}", []),
      ("some: {at-least: 1, of: [{ill: yes}, {ill: yes}]}", []),
    ])
  func repeats(condition: String, expected: [String]) throws {
    #expect(try repeated(condition) == expected)
  }

  @Test("it says where the earlier branch is, and what to do")
  func drawn() throws {
    let text = "derived:\n  both: {title: Both, when: {some: {at-least: 2, of: [{age: 18}, {age: 18}]}}}\n"
    let warnings = try Rulebook(files: [SourceText(path: "a.yaml", text: text)]).warnings
    #expect(
      DiagnosticText.draw(warnings) == """
        a.yaml:2:67: warning: this branch of `some` says what an earlier one says, so one reading is counted twice [counted-twice]
          |
        2 |   both: {title: Both, when: {some: {at-least: 2, of: [{age: 18}, {age: 18}]}}}
          |                                                                   ^~~~~~~
          = help: take one of them away, and look again at how many `at-least` asks for
        a.yaml:2:56: note: the earlier branch
          |
        2 |   both: {title: Both, when: {some: {at-least: 2, of: [{age: 18}, {age: 18}]}}}
          |                                                        ^~~~~~~

        """)
  }
}
