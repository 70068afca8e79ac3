import Cairn

/// Finds for whom a condition is not what it was: a person for each transition, or the proof that there is none.
struct ConditionComparison {
  let conditions: JoinedConditions
  /// Demands that the solver may try for one question.
  let budget: Int

  /// - Parameter places: where a person may be put for whom it matters, best first.
  func finding(_ pair: ConditionPair, at places: [WitnessPlace] = []) -> ConditionFinding {
    if conditions.areAlike(pair) { return ConditionFinding(verdict: .alike) }
    let read = conditions.factsRead(by: pair)
    if let fact = read.intersection(conditions.names.apart).min() { return ConditionFinding(verdict: .notAnalysed(why(apart: fact))) }
    let wanted = Transition.all.filter { isPossible($0, pair) }
    var outcomes = wanted.map { (transition: $0, outcome: outcome($0, pair, read, places)) }
    addReadInPart(pair, read, places, to: &outcomes)
    var finding = ConditionFinding(verdict: .different, outcomes: outcomes, isOfSharedOnly: !readableByBoth(read).isEmpty)
    guard finding.witnesses.isEmpty else { return finding }
    let isProved = outcomes.allSatisfy { if case .nobody = $0.outcome { true } else { false } }
    finding.verdict = isProved ? .equal : .notAnalysed("it takes more steps than one comparison may")
    finding.outcomes = []
    return finding
  }

  /// Of what only one of the two has, the person who has it by that is enough.
  private func isPossible(_ transition: Transition, _ pair: ConditionPair) -> Bool {
    if pair.old == nil { return transition == Transition(.no, .yes) }
    return pair.new != nil || transition == Transition(.yes, .no)
  }

  private func why(apart fact: Int) -> String {
    let name = conditions.names.vocabulary.facts[fact].id
    func type(_ side: DiffSide) -> String { side.ruleSet.vocabulary.fact(named: name)?.type.word ?? "nothing" }
    return "the fact `\(name)` was of the type \(type(conditions.old)) and is of the type \(type(conditions.new)), so nobody can give both"
  }

  // MARK: - One transition

  private func outcome(
    _ transition: Transition, _ pair: ConditionPair, _ read: Set<Int>, _ places: [WitnessPlace]
  ) -> ConditionFinding.Outcome {
    let goals = goals(transition, pair) + readableByBoth(read)
    switch solve(goals) {
    case .impossible: return .nobody
    case .notAnalysed: return .notAnalysed
    case .found(let values):
      for place in places.prefix(4) {
        guard case .found(let placed) = solve(goals + place.goals) else { continue }
        if let witness = witness(placed, at: place.position, pair), witness.transition == transition { return .person(witness) }
      }
      guard let witness = witness(values, at: nil, pair), witness.transition == transition else { return .notAnalysed }
      return .person(witness)
    }
  }

  /// People of whom one of the rulebooks cannot read everything are no part of the proofs. Where one of them shows a transition that
  /// nobody else does, they are told of all the same: a concept that was added to a value set, for instance.
  private func addReadInPart(
    _ pair: ConditionPair, _ read: Set<Int>, _ places: [WitnessPlace],
    to outcomes: inout [(transition: Transition, outcome: ConditionFinding.Outcome)]
  ) {
    guard pair.old != nil, pair.new != nil, !readableByBoth(read).isEmpty else { return }
    for index in outcomes.indices {
      guard case .found(let values) = solve(goals(outcomes[index].transition, pair)),
        var witness = witness(values, at: places.first?.position, pair) ?? witness(values, at: nil, pair),
        let place = outcomes.firstIndex(where: { $0.transition == witness.transition })
      else { continue }
      guard case .nobody = outcomes[place].outcome else { continue }
      witness.isReadInPart = true
      outcomes[place].outcome = .person(witness)
    }
  }

  private func solve(_ goals: [Goal]) -> Solver.Answer {
    Solver.solve(goals, in: conditions.names.vocabulary, asOf: conditions.asOf, budget: budget)
  }

  private func goals(_ transition: Transition, _ pair: ConditionPair) -> [Goal] {
    let (rows, old, new) = conditions.sides(of: pair)
    func goals(_ target: Int?, _ truth: Truth) -> [Goal] {
      guard let target else { return [] }
      switch truth {
      case .yes: return [rows.rows.goal(target, is: .yes)]
      case .no: return [rows.rows.goal(target, is: .no)]
      case .unknown: return [rows.rows.goal(target, is: .notYes), rows.rows.goal(target, is: .notNo)]
      }
    }
    return goals(old, transition.before) + goals(new, transition.after)
  }

  /// Of each fact that the two rulebooks read differently, what both read, or nothing known.
  private func readableByBoth(_ facts: Set<Int>) -> [Goal] {
    let names = conditions.names
    return facts.sorted().compactMap { fact in
      if let shared = names.shared[fact] {
        return .any([.holds(RowSet.Slot(fact: fact, aspect: .value), shared), .unknown(fact)])
      }
      guard case .codes(let domain) = names.vocabulary.facts[fact].type else { return nil }
      let foreign = names.foreignCodes.filter { names.vocabulary.codes[$0].key.domain == domain }.sorted()
      guard !foreign.isEmpty else { return nil }
      let slot = RowSet.Slot(fact: fact, aspect: .codes(foreign, nil))
      return .any([.holds(slot, .truth(no: true, yes: false)), .unknown(fact)])
    }
  }

  /// The person, with what both rulebooks say of them; nil where that is no change.
  private func witness(_ values: [Int: Facts.Value], at position: Profile.Position?, _ pair: ConditionPair) -> Witness? {
    var ruleSet = conditions.new.ruleSet
    ruleSet.vocabulary = conditions.names.vocabulary
    let profile = Persona(values, in: ruleSet).profile(id: "somebody", at: position.map { [$0] } ?? [])
    let transition = conditions.transition(of: pair, for: profile)
    guard transition.before != transition.after else { return nil }
    let words = PersonWords(profile, old: conditions.old, new: conditions.new, asOf: conditions.asOf)
    return Witness(
      transition: transition, profile: profile, words: words.text, isSensitive: words.isSensitive, isReadInPart: false)
  }
}

/// A place where a person may stand, and what of them puts them there.
struct WitnessPlace {
  var position: Profile.Position
  var goals: [Goal]
}
