extension PersonDay {
  /// One entry for a rule that is held back.
  func notSuggested(_ rule: Int, _ reason: Advice.Reason, _ detail: String, at place: RulePlace) -> Advice.NotSuggested {
    let ids = ids(of: place)
    var entry = Advice.NotSuggested(
      support: nil, verb: .flag, pathway: ids.pathway, step: ids.step, rules: [ruleSet.rules[rule].id], reason: reason, detail: detail)
    if case .suggest(let support, let verb, _) = ruleSet.rules[rule].action {
      entry.support = ruleSet.supports[support].manifest.id
      entry.verb = verb
    }
    entry.isSpokenFor = ruleSet.ruleRows.isSpokenFor(rule, facts)
    return entry
  }

  /// One entry for a merged suggestion that is cut.
  func notSuggested(_ merged: Merged, _ reason: Advice.Reason, _ detail: String) -> Advice.NotSuggested {
    let ids = ids(of: merged.lead.place)
    return Advice.NotSuggested(
      support: ruleSet.supports[merged.lead.support].manifest.id, verb: merged.lead.verb, pathway: ids.pathway, step: ids.step,
      rules: merged.rules.map { ruleSet.rules[$0].id }, reason: reason, detail: detail, isSpokenFor: true)
  }

  func ids(of place: RulePlace) -> (pathway: String?, step: String?) {
    guard let pathway = place.pathway, let step = place.step else { return (nil, nil) }
    return (ruleSet.pathways[pathway].id, ruleSet.pathways[pathway].steps[step].id)
  }
}

extension [Advice.NotSuggested] {
  /// Entries that differ by nothing but their rules, as one.
  func merged() -> [Advice.NotSuggested] {
    var result: [Advice.NotSuggested] = []
    var places: [Key: Int] = [:]
    for entry in self {
      if let index = places[Key(entry)] {
        result[index].rules += entry.rules
        result[index].isSpokenFor = result[index].isSpokenFor || entry.isSpokenFor
      } else {
        places[Key(entry)] = result.count
        result.append(entry)
      }
    }
    return result
  }

  private struct Key: Hashable {
    let support: String?
    let verb: Verb
    let pathway, step: String?
    let reason: Advice.Reason
    let detail: String

    init(_ entry: Advice.NotSuggested) {
      support = entry.support
      verb = entry.verb
      pathway = entry.pathway
      step = entry.step
      reason = entry.reason
      detail = entry.detail
    }
  }
}
