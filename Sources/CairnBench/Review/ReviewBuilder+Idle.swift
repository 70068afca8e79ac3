import Cairn

extension ReviewBuilder {
  /// Rules that have to do with a step and do not stand there, each with its reason, in the order of the rulebook.
  func idleRules(at step: Int, of pathway: Int, _ standing: Set<Int>) -> [IdleRule] {
    let declared = ruleSet.pathways[pathway].steps[step]
    let placed = Set(index.rules[pathway][step])
    return ruleSet.rules.indices.compactMap { rule in
      guard let reason = reason(rule, declared, pathway, isPlaced: placed.contains(rule), canHold: standing.contains(rule)) else {
        return nil
      }
      return IdleRule(rule: ruleSet.rules[rule].id, reason: reason, detail: detail(reason, rule))
    }
  }

  private func reason(_ rule: Int, _ step: RuleSet.Step, _ pathway: Int, isPlaced: Bool, canHold: Bool) -> IdleRule.Reason? {
    let declared = ruleSet.rules[rule]
    guard let placement = declared.at else { return nil }
    if isPlaced {
      if !declared.isInForce(on: asOf) { return .notInForce }
      return canHold ? nil : .contradicts
    }
    let namesStep = placement.steps.contains(step.id) && placement.pathways.contains(pathway)
    guard placement.kinds.contains(step.kind) || namesStep else { return nil }
    return placement.covers(step, of: pathway) ? .otherPeople : .elsewhere
  }

  private func detail(_ reason: IdleRule.Reason, _ rule: Int) -> String {
    let declared = ruleSet.rules[rule]
    switch reason {
    case .notInForce: return "is \(Wording.notInForce(from: declared.validFrom, until: declared.validUntil, asOf))"
    case .contradicts: return "asks for what nobody on this pathway is"
    case .otherPeople: return "is for \(declared.who.plural)"
    case .elsewhere:
      let pathways = (declared.at?.pathways ?? []).sorted().map { ruleSet.pathways[$0].title.text(in: language) }
      let steps = (declared.at?.steps ?? []).sorted()
      let places = [pathways.isEmpty ? nil : PlainWords.list(pathways), steps.isEmpty ? nil : "the steps \(PlainWords.list(steps))"]
      return "is only for \(places.compactMap { $0 }.joined(separator: ", "))"
    }
  }
}

extension Who {
  /// Whom a rule speaks to.
  var plural: String {
    switch self {
    case .person: "the person"
    case .carer: "carers"
    case .team: "the team"
    }
  }
}
