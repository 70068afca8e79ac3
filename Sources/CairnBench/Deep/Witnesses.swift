import Cairn

extension Survey {
  /// Somebody with these facts where some rules stand, long enough for all of them.
  func cast(_ values: [Int: Facts.Value], at spot: Spot = .anywhere, for rules: [Int] = []) -> Cast {
    let place = StandingPlace(position: position(at: spot, for: rules), goal: .nothing)
    let who = rules.contains { ruleSet.rules[$0].who == .carer } ? Who.carer : .person
    var somebody = Cast(Persona(values, in: ruleSet), id: "somebody", at: place, as: who)
    somebody.isWithheld = disclosure.withholds(somebody.profile) || somebody.caringFor.map(disclosure.withholds) ?? false
    return somebody
  }

  /// Somebody for whom all of these rules are true at one of their places, as the engine confirms; nil where nobody is found.
  func somebody(for rules: [Int], at spots: [Spot], among goals: [Goal] = []) -> Cast? {
    let wanted = goals + rules.map { ruleSet.ruleRows.goal($0, is: .yes) }
    var seen: Set<String?> = []
    for spot in spots where seen.insert(spot.pathway(in: ruleSet)).inserted {
      let here = [goal(at: spot, for: rules.first.map { ruleSet.rules[$0].who } ?? .person)] + wanted
      guard case .found(let values) = Solver.solve(here, in: ruleSet.vocabulary, asOf: asOf, budget: Self.demands) else { continue }
      let somebody = cast(values, at: spot, for: rules)
      if areTrue(rules, for: somebody) { return somebody }
    }
    return nil
  }

  private func position(at spot: Spot, for rules: [Int]) -> Profile.Position? {
    guard case .step(let step, let pathway) = spot else { return nil }
    let since = rules.compactMap { ruleSet.rules[$0].at?.after.map { asOf.subtracting($0) } }.min()
    return Profile.Position(
      pathway: ruleSet.pathways[pathway].id, step: ruleSet.pathways[pathway].steps[step].id, since: since.map { PartialDate($0) })
  }

  /// What must hold of whoever stands there for these rules.
  func goal(at spot: Spot, for who: Who) -> Goal {
    if who == .carer { return .holds(RowSet.Slot(fact: BuiltInFact.isCarer.rawValue, aspect: .value), .truth(no: false, yes: true)) }
    guard case .step(_, let pathway) = spot else { return .nothing }
    return ruleSet.pathwayRows.goal(pathway, is: .notNo)
  }

  func facts(of somebody: Cast) -> Facts {
    FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: somebody.profile, asOf: asOf).facts
  }

  /// Whether the engine judges each of these rules true for somebody.
  func areTrue(_ rules: [Int], for somebody: Cast) -> Bool {
    let facts = facts(of: somebody)
    return rules.allSatisfy { ruleSet.ruleRows.verdict(of: $0, facts) == .yes }
  }

  func advice(for somebody: Cast) -> Advice {
    rulebook.advice(for: somebody.profile, caringFor: somebody.caringFor, asOf: asOf)
  }
}

extension Cast {
  /// On one line, as it is pasted behind `profile:`.
  var text: String {
    if isWithheld { return Disclosure.withheldText }
    guard let caringFor else { return ProfileYAML.flow(profile) }
    return "\(ProfileYAML.flow(profile)), who looks after \(ProfileYAML.flow(caringFor))"
  }
}

extension Diagnostic {
  /// Adds somebody who shows it, ready to paste.
  func showing(_ what: String, _ somebody: Cast) -> Diagnostic { noting("note", "\(what): \(somebody.text)") }
}

extension Goal {
  /// Whether what it asks shifts from day to day, so that a proof for one day is none for another.
  var dependsOnDay: Bool {
    switch self {
    case .all(let parts), .any(let parts), .atLeast(_, let parts): return parts.contains(where: \.dependsOnDay)
    case .holds(let slot, let set), .isOpen(let slot, let set):
      if case .date = set { return true }
      if case .codes(_, .some) = slot.aspect { return true }
      return false
    }
  }
}
