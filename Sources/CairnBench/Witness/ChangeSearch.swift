package import Cairn

/// Looks for the least change of one person's facts that makes a rule apply to them, and has the engine judge it.
package struct ChangeSearch: Sendable {
  private let rulebook: Rulebook
  private let profile: Profile
  private let facts: Facts
  private let places: RulePlaces
  private let showsSensitive: Bool
  /// What one search may try: counted, never timed.
  private let budget: Int

  package init(_ rulebook: Rulebook, _ profile: Profile, asOf: CalendarDate, showsSensitive: Bool, budget: Int = 20_000) {
    self.rulebook = rulebook
    self.profile = profile
    self.showsSensitive = showsSensitive
    self.budget = budget
    facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: asOf).facts
    places = RulePlaces(of: profile, caringFor: rulebook.personCaredFor(by: profile), facts: facts, in: rulebook.ruleSet)
  }

  private var ruleSet: RuleSet { rulebook.ruleSet }

  package func change(of rule: Int) -> NearestChange {
    guard let goal = goal(of: rule) else { return NearestChange(.nowhere) }
    var search = FreedFacts(goal, facts, ruleSet.vocabulary, budget: budget)
    switch search.least(where: { judged($0, rule) }) {
    case .found(let change): return change
    case .impossible: return NearestChange(.impossible)
    case .notAnalysed:
      var another = FreedFacts(goal, facts, ruleSet.vocabulary, budget: budget)
      guard var change = another.enough().flatMap({ judged($0, rule) }) else { return NearestChange(.notAnalysed) }
      change.isNearest = false
      return change
    }
  }

  /// What makes the rule true, where the person is; nil where it applies nowhere to them.
  private func goal(of rule: Int) -> Goal? {
    let holds = ruleSet.ruleRows.goal(rule, is: .yes)
    switch places.need(of: rule) {
    case .nothing: return holds
    case .pathways(let pathways): return .all([holds, .any(pathways.map { ruleSet.pathwayRows.goal($0, is: .yes) })])
    case .nowhere: return nil
    }
  }

  /// The change, if the engine says of the changed person what is claimed: first with the codes that they have, then without those.
  private func judged(_ demands: [Int: FactDemand], _ rule: Int) -> NearestChange? {
    for keepsCodes in [true, false] {
      var states: [Int: Facts.State] = [:]
      for (fact, demand) in demands {
        states[fact] = demand.state(of: ruleSet.vocabulary.facts[fact].type, from: facts[fact], keepsCodes: keepsCodes, on: facts.asOf)
      }
      guard ruleSet.ruleRows.verdict(of: rule, facts.supposing(states)) == .yes else { continue }
      let advice = rulebook.advice(for: profile, asOf: facts.asOf, supposing: states, showsSensitive: showsSensitive)
      guard let outcome = Outcome(of: ruleSet.rules[rule].id, in: advice) else { continue }
      let asked = demands.sorted { $0.key < $1.key }.compactMap { $0.value.asked(of: $0.key, facts) }
      return NearestChange(.facts(asked), remainder: outcome.remainder)
    }
    return nil
  }

  /// What becomes of a rule whose conditions hold.
  private struct Outcome {
    var remainder: NearestChange.Remainder?

    /// Nil where the advice does not say that the rule's conditions hold.
    init?(of rule: String, in advice: Advice) {
      if advice.suggestions.contains(where: { $0.rules.contains(rule) }) { return }
      if (advice.flags + advice.flagsNotDue).contains(where: { $0.rule == rule }) { return }
      if let waiting = advice.undecided.first(where: { $0.rules.contains(rule) }) {
        guard waiting.declined.isEmpty, let day = waiting.needs.first, waiting.needs.allSatisfy(StepQuestion.isOfPlace) else { return nil }
        remainder = .day(day)
        return
      }
      guard let held = advice.notSuggested.first(where: { $0.rules.contains(rule) }), held.reason != .notAMatch else { return nil }
      remainder = .heldBack(held.reason, held.detail)
    }
  }
}

extension FactDemand {
  /// The fact's state where the demand is met: codes that the person has stay, if nothing forbids them.
  fileprivate func state(of type: FactType, from state: Facts.State, keepsCodes: Bool, on asOf: CalendarDate) -> Facts.State {
    guard let value = value(of: type, on: asOf), value != .unknown else { return .unknown }
    guard keepsCodes, case .codes(let added) = value, case .codes(let known) = state.value else { return Facts.State(value, .known) }
    let kept = known.held.filter { held in !held.isInDoubt && absent.allSatisfy { $0.isMissed(by: held, on: asOf) } }
    let all = kept + added.held.filter { !kept.contains($0) }
    return Facts.State(.codes(Facts.Codes(all)), .known)
  }

  /// The demand as it is told; nil where nothing is asked.
  fileprivate func asked(of fact: Int, _ facts: Facts) -> NearestChange.Demand? {
    func slot(_ aspect: RowSet.Slot.Aspect) -> RowSet.Slot { RowSet.Slot(fact: fact, aspect: aspect) }
    var asks: [(slot: RowSet.Slot, set: AllowedSet)] = []
    if let allowed { asks.append((slot(.value), allowed)) }
    asks += present.map { (slot(.codes($0.codes, $0.window)), .truth(no: false, yes: true)) }
    asks += absent.map { (slot(.codes($0.codes, $0.window)), .truth(no: true, yes: false)) }
    if asks.isEmpty, let known { asks.append((slot(.known), .truth(no: !known, yes: known))) }
    let told = asks.filter { SlotTruth.judge($0.slot, $0.set, facts) != .yes }
    guard !told.isEmpty else { return nil }
    let truth = Truth.all(told.map { SlotTruth.judge($0.slot, $0.set, facts) })
    return NearestChange.Demand(fact: fact, asks: asks, truth: truth)
  }
}
