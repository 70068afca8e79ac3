import Cairn
import CairnBench
import Testing

/// What the explanation of a rule says of its place, beside what the advice says of the rule.
@Suite("Laws of explained places")
struct ExplainedPlaceLaws {
  @Test("a rule headed by a tick has no cross at its place, and the advice counts it as one whose conditions hold")
  func headings() throws {
    let rulebook = try #require(WitnessTests.shipped)
    let ruleSet = rulebook.ruleSet
    let builder = FactsBuilder(vocabulary: ruleSet.vocabulary)
    var ticks = 0
    for (number, profile) in rulebook.profiles.enumerated() where number.isMultiple(of: 6) {
      let advice = rulebook.advice(for: profile, asOf: WitnessTests.asOf)
      let facts = builder.facts(of: profile, asOf: WitnessTests.asOf).facts
      let holds = Set(
        advice.suggestions.flatMap(\.rules) + (advice.flags + advice.flagsNotDue).map(\.rule)
          + advice.notSuggested.filter { $0.reason != .notAMatch }.flatMap(\.rules))
      for rule in ruleSet.rules.indices where ruleSet.rules[rule].who != .team {
        let id = ruleSet.rules[rule].id
        let lines = ExplanationText(
          .rule(rule), profile: profile, caringFor: rulebook.personCaredFor(by: profile), advice: advice, facts: facts, ruleSet: ruleSet
        ).draw().split(separator: "\n")
        let heading = lines.firstIndex { $0.hasPrefix("  ✓ ") && !$0.contains("holds") }
        guard let heading else { continue }
        ticks += 1
        let place = lines[heading...].drop { !$0.hasSuffix("─ at") }.prefix(2)
        #expect(!place.contains { $0.contains("✗") }, "\(id) for \(profile.id)")
        #expect(holds.contains(id), "\(id) for \(profile.id)")
      }
    }
    #expect(ticks > 10)
  }
}
