package import Cairn

/// Something of a rulebook that conditions decide.
package struct Decided: Sendable, Hashable {
  package var kind: Kind
  /// Its index among those of its kind.
  package var index: Int

  /// In the order in which people read of them.
  package enum Kind: Sendable, Hashable, CaseIterable { case rule, safeguard, pathway, derived, offer, routing }
}

extension RuleSet {
  /// Everything that conditions decide, but for rules of the team, which read nothing about a person.
  func decided() -> [Decided] {
    Decided.Kind.allCases.flatMap { kind in places(of: kind).map { Decided(kind: kind, index: $0) } }
      .filter { $0.kind != .rule || rules[$0.index].who != .team }
  }

  private func places(of kind: Decided.Kind) -> Range<Int> {
    switch kind {
    case .rule: rules.indices
    case .safeguard: safeguards.indices
    case .pathway: pathways.indices
    case .derived: vocabulary.derived.indices
    case .offer: offers.indices
    case .routing: routing.indices
    }
  }

  func id(of decided: Decided) -> String {
    switch decided.kind {
    case .rule: rules[decided.index].id
    case .safeguard: safeguards[decided.index].id
    case .pathway: pathways[decided.index].id
    case .derived: vocabulary.derived[decided.index].id
    case .offer: offers[decided.index].id
    case .routing: routing[decided.index].id
    }
  }

  func declaredAt(_ decided: Decided) -> SourceRange? {
    switch decided.kind {
    case .rule: rules[decided.index].declaredAt
    case .safeguard: safeguards[decided.index].declaredAt
    case .pathway: pathways[decided.index].declaredAt
    case .derived: vocabulary.derived[decided.index].declaredAt
    case .offer: offers[decided.index].declaredAt
    case .routing: routing[decided.index].declaredAt
    }
  }

  func conditions(of decided: Decided) -> RuleConditions {
    switch decided.kind {
    case .rule: rules[decided.index].conditions
    case .safeguard: RuleConditions(when: safeguards[decided.index].condition)
    case .pathway: RuleConditions(when: pathways[decided.index].condition)
    case .derived: RuleConditions(when: vocabulary.derived[decided.index].condition)
    case .offer: RuleConditions(when: offers[decided.index].accepts)
    case .routing: RuleConditions(when: routing[decided.index].condition)
    }
  }
}

extension Rulebook {
  /// The ids of all that conditions decide, and of rules of the team.
  package var decidedNames: Set<String> { Set(ruleSet.decided().map { ruleSet.id(of: $0) } + ruleSet.rules.map(\.id)) }
}

extension RuleConditions {
  /// What its author wrote, and not what a support type adds.
  var own: [Condition] { [when, unless].compactMap { $0 } }
}

extension Condition {
  /// Every comparison in the order written.
  var comparisons: [Comparison] {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts): parts.flatMap(\.comparisons)
    case .comparison(let comparison): [comparison]
    }
  }
}
