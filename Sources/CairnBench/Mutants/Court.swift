import Cairn

/// The rulebook with a change in it, judging people by their tests.
struct Court {
  private let rulebook: Rulebook
  private let altered: AlteredRuleSet
  private let advisor: Lazy

  /// Made when the first person comes before it: for most changes nobody does.
  private final class Lazy {
    var advisor: Advisor?
  }

  init(_ rulebook: Rulebook, _ altered: AlteredRuleSet) {
    self.rulebook = rulebook
    self.altered = altered
    advisor = Lazy()
  }

  /// Whether a person's test, which passes, fails under the change.
  ///
  /// - Parameter verdicts: what each rule comes to for the person without the change, where somebody knows.
  func fails(_ person: TestPerson, _ verdicts: [Truth]?) -> Bool {
    var verdicts = verdicts
    for one in altered.touched where one.decided.kind == .rule {
      verdicts?[one.decided.index] = one.after.rows.verdict(of: one.after.target, person.facts)
    }
    let advice = made().advice(
      for: person.profile, caringFor: rulebook.personCaredFor(by: person.profile), asOf: person.test.asOf, verdicts: verdicts)
    return !person.test.failures(of: .person(person.profile, advice)).isEmpty
  }

  private func made() -> Advisor {
    if let made = advisor.advisor { return made }
    let ruleSet = altered.finished()
    let made = Advisor(ruleSet, besides: rulebook.advisor, offersDiffer: altered.touchesOffers, rulesMove: altered.movesRule)
    advisor.advisor = made
    return made
  }
}
