import Cairn

/// Where a rule may stand: a step of a pathway, or no step in particular.
enum Spot: Sendable, Hashable {
  case anywhere
  case step(Int, pathway: Int)

  func name(in ruleSet: RuleSet) -> String {
    guard case .step(let step, let pathway) = self else { return "at no step in particular" }
    return "at the step `\(ruleSet.pathways[pathway].steps[step].id)` of the pathway `\(ruleSet.pathways[pathway].id)`"
  }
}

extension RuleSet {
  /// Per rule, every place where it may stand, in the order declared.
  var spots: [[Spot]] {
    let steps = pathways.indices.flatMap { pathway in
      pathways[pathway].steps.indices.map { (spot: Spot.step($0, pathway: pathway), step: pathways[pathway].steps[$0], pathway: pathway) }
    }
    return rules.map { rule in
      guard let placement = rule.at else { return [.anywhere] }
      return steps.filter { rule.who.speaks(at: $0.step.who) && placement.covers($0.step, of: $0.pathway) }.map(\.spot)
    }
  }
}

extension Spot {
  func pathway(in ruleSet: RuleSet) -> String? {
    if case .step(_, let pathway) = self { ruleSet.pathways[pathway].id } else { nil }
  }

  func step(in ruleSet: RuleSet) -> String? {
    if case .step(let step, let pathway) = self { ruleSet.pathways[pathway].steps[step].id } else { nil }
  }

  /// In the order declared, what is said anywhere first.
  var order: Int {
    if case .step(let step, let pathway) = self { pathway << 32 + step } else { -1 }
  }
}
