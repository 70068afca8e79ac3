import Cairn
import CairnBench
import Testing

/// What is said where the search for the nearest change comes to no end.
@Suite("The nearest change")
struct NearestChangeTests {
  /// Any six of twelve: too many choices for a small budget.
  private static func drawn(budget: Int) throws -> String {
    let facts = (1...12).map { "  f\($0): {title: Fact \($0), type: boolean}\n" }.joined()
    let parts = (1...12).map { "{f\($0): yes}" }.joined(separator: ", ")
    let text =
      #"rulebook: {id: w, title: W, version: "1", language: en}"# + "\nfacts:\n\(facts)rules:\n"
      + "  r: {title: R, because: B, flag: F, when: {some: {at-least: 6, of: [\(parts)]}}}\n"
      + "profiles:\n  p: {facts: {\((1...12).map { "f\($0): no" }.joined(separator: ", "))}}\n"
    let rulebook = try Rulebook(files: [SourceText(path: "w.yaml", text: text)])
    let profile = try #require(rulebook.profiles.first)
    let search = ChangeSearch(rulebook, profile, asOf: WitnessTests.asOf, showsSensitive: false, budget: budget)
    let drawn = ExplanationText(
      .rule(0), profile: profile, advice: rulebook.advice(for: profile, asOf: WitnessTests.asOf),
      facts: FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: WitnessTests.asOf).facts,
      ruleSet: rulebook.ruleSet, change: search.change
    ).draw()
    let start = try #require(drawn.firstRange(of: "not known\n\n"))
    return String(drawn[start.upperBound...])
  }

  @Test("whoever has budget enough reads the nearest")
  func nearest() throws {
    #expect(
      try Self.drawn(budget: 20_000) == """
        The nearest change: all of these together
        \((1...6).map { "  ✗ fact \($0) would have to be yes\n" }.joined())
        """)
  }

  @Test("with less, a change that was judged is shown, and that nearer ones were not looked for")
  func enough() throws {
    #expect(
      try Self.drawn(budget: 200) == """
        A change that would do: all of these together
        \((7...12).map { "  ✗ fact \($0) would have to be yes\n" }.joined())  not analysed: whether less would do

        """)
  }

  @Test("with none, nothing is claimed")
  func nothing() throws {
    #expect(
      try Self.drawn(budget: 0) == """
        The nearest change
          ? not analysed: it reads too many facts to look at every change

        """)
  }
}
