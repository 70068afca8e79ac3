package import Cairn

/// Whether what the conditions of a rule do is all that decides who gains and who loses: only where the place, the time and the audience
/// are as they were, the rule is in force, and the engine says of everybody shown what the comparison says of them.
struct RuleScope {
  let conditions: JoinedConditions
  /// The rule in each rulebook; nil where a rulebook does not have it.
  let before, after: Int?

  private var old: DiffSide { conditions.old }
  private var new: DiffSide { conditions.new }

  /// The finding with what it is limited to: everybody of whom the engine says otherwise shows what the conditions do, and where place, time
  /// or audience changed too, so does what is said of nobody.
  func limited(_ finding: ConditionFinding) -> ConditionFinding {
    var limited = finding
    var isAllConfirmed = true
    for index in limited.outcomes.indices {
      guard case .person(var witness) = limited.outcomes[index].outcome, !isConfirmed(witness) else { continue }
      isAllConfirmed = false
      witness.isOfConditionsOnly = true
      limited.outcomes[index].outcome = .person(witness)
    }
    if !isInForce {
      limited.limit = "On this day the rule is not in force. This is of its conditions alone."
    } else if !hasSamePlace || !isAllConfirmed {
      limited.limit =
        "Of the conditions alone: where, when and for whom the rule applies, and what may hold it back, is left aside."
    }
    return limited
  }

  private var isInForce: Bool {
    let rules = [before.map { old.ruleSet.rules[$0] }, after.map { new.ruleSet.rules[$0] }].compactMap { $0 }
    return rules.allSatisfy { $0.isInForce(on: conditions.asOf) }
  }

  // MARK: - Place and audience

  private var hasSamePlace: Bool {
    guard let before, let after else { return true }
    let (was, now) = (old.ruleSet.rules[before], new.ruleSet.rules[after])
    let (here, there) = (old.steps(of: before), new.steps(of: after))
    return was.who == now.who && was.at?.after == now.at?.after && here == there
      && Set((there ?? []).map(\.pathway)).allSatisfy(isAsBefore)
  }

  /// Whether a pathway has the same steps in the same order, for the same people.
  private func isAsBefore(_ id: String) -> Bool {
    guard let was = old.ruleSet.pathways.firstIndex(where: { $0.id == id }),
      let now = new.ruleSet.pathways.firstIndex(where: { $0.id == id })
    else { return false }
    return conditions.areAlike(ConditionPair(owner: .pathway, old: was, new: now))
      && old.ruleSet.pathways[was].shape == new.ruleSet.pathways[now].shape
  }

  // MARK: - The engine's word

  private func isConfirmed(_ witness: Witness) -> Bool {
    told(witness.profile, before, old) == witness.transition.before && told(witness.profile, after, new) == witness.transition.after
  }

  private func told(_ profile: Profile, _ rule: Int?, _ side: DiffSide) -> Truth {
    guard let rule else { return .no }
    return side.rulebook.advice(for: profile, asOf: conditions.asOf).says(ofRule: side.ruleSet.rules[rule].id)
  }
}

extension Advice {
  /// Whether a rule is among what somebody is told, or waits for an answer: its whole verdict, with place and time and what holds it back.
  package func says(ofRule id: String) -> Truth {
    if suggestions.contains(where: { $0.rules.contains(id) }) || flags.contains(where: { $0.rule == id }) { return .yes }
    return undecided.contains { $0.rules.contains(id) } ? .unknown : .no
  }
}

extension RuleSet.Pathway {
  /// Equal for pathways along which people go in the same way.
  fileprivate var shape: [String] {
    steps.map { "\($0.id) \($0.then.map { steps[$0].id }) \($0.isAnyTime) \($0.who)" }
  }
}
