import Cairn
import CairnBench
import Testing

/// What a comparison says of people is what the engine tells them, whatever of a rule changes together.
@Suite("Laws of comparing whole rules")
struct WholeRuleLaws {
  private static let seeds = 6

  @Test("whoever is shown to gain, lose, wait or be decided does, and nobody does of whom that is said, at any step and at none")
  func people() throws {
    var chance = Dice(seed: 11)
    var (shown, denied, limited) = (0, 0, 0)
    for _ in 0..<Self.seeds {
      let sides = try [side("old", &chance), side("new", &chance)]
      let diff = RulebookDiff(old: sides[0], new: sides[1], asOf: WitnessTests.asOf)
      let told = Self.everybody.map { person in sides.map { $0.rulebook.advice(for: person, asOf: WitnessTests.asOf) } }
      for change in diff.rules {
        guard let finding = change.finding, finding.verdict == .different else { continue }
        for witness in finding.witnesses where !witness.isOfConditionsOnly {
          #expect(transition(witness.profile, change.id, sides) == witness.transition, "\(ProfileYAML.flow(witness.profile))")
          shown += 1
        }
        guard finding.limit == nil else {
          limited += 1
          continue
        }
        let nobody = finding.transitions { if case .nobody = $0 { true } else { false } }
        let happens = Set(told.map { Transition($0[0].says(ofRule: change.id), $0[1].says(ofRule: change.id)) })
        for transition in nobody {
          #expect(!happens.contains(transition), "\(change.differences) \(transition)")
          denied += 1
        }
      }
    }
    #expect(shown > 10 && denied > 10 && limited > 10, "\(shown) \(denied) \(limited)")
  }

  private func transition(_ profile: Profile, _ rule: String, _ sides: [DiffSide]) -> Transition {
    let told = sides.map { $0.rulebook.advice(for: profile, asOf: WitnessTests.asOf).says(ofRule: rule) }
    return Transition(told[0], told[1])
  }

  // MARK: - Rules of which any part may differ

  private func side(_ name: String, _ chance: inout Dice) throws -> DiffSide {
    var rules: [String] = []
    while rules.count < 10 {
      // Some differ in their conditions alone, and of those most is said.
      let rule = Self.rule(rules.count, isFree: rules.count > 4, &chance)
      // What can never fire is no rule.
      if (try? Self.rulebook([rule])) != nil { rules.append(rule) }
    }
    return DiffSide(name: name, rulebook: try Self.rulebook(rules))
  }

  private static func rulebook(_ rules: [String]) throws -> Rulebook {
    let steps = "first: {title: First, kind: diagnosis}, second: {title: Second, kind: waiting}"
    return try SmallWorld.rulebook("pathways:\n  way: {title: Way, steps: {\(steps)}}\nrules:\n" + rules.joined())
  }

  private static func rule(_ number: Int, isFree: Bool, _ chance: inout Dice) -> String {
    func drawn(_ choice: [String]) -> String { choice[chance.below(choice.count)] }
    let places = ["", "at: {kind: diagnosis}", "at: {pathway: way, step: second}", "at: {step: first, after: 3 months}"]
    let at = isFree ? drawn(places) : "at: {step: first}"
    let more = isFree ? drawn(["", "who: carer", "valid: {until: 2020-01-01}", "valid: {from: 2020-01-01}"]) : ""
    let unless = drawn(["", "unless: {all: [\(drawn(SmallWorld.conditions))]}"])
    let parts = ["title: Rule", at, "when: \(drawn(SmallWorld.conditions))", unless, more, "flag: Look.", "because: It helps."]
    return "  rule-\(number):\n" + parts.filter { !$0.isEmpty }.map { "    \($0)\n" }.joined()
  }

  /// Everybody of the small world at each step, since when is known.
  private static let everybody: [Profile] = {
    let places: [Profile.Position] = [
      .init(pathway: "way", step: "first", since: PartialDate(CalendarDate(2020, 1, 1))),
      .init(pathway: "way", step: "second", since: PartialDate(CalendarDate(2020, 1, 1))),
    ]
    let values: [(String, [Profile.Value])] = [
      ("a", [.boolean(true), .boolean(false)]), ("n", (0...3).map { .number("\($0)") }), ("c", ["x", "y", "z"].map { .choice($0) }),
      ("k", [.codes([], partial: false), .codes([Profile.Code("one")], partial: false), .codes([Profile.Code("two")], partial: false)]),
    ]
    var people = places.map { Profile(id: "somebody", positions: [$0]) }
    for (fact, values) in values {
      people = people.flatMap { person in
        [person]
          + values.map { value in
            var next = person
            next.facts[fact] = Profile.Fact(value)
            return next
          }
      }
    }
    return people
  }()
}
