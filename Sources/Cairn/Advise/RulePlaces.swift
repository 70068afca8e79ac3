/// Where each rule applies to one person, for whoever explains or looks for a change.
package struct RulePlaces: Sendable {
  let whereabouts: Whereabouts
  private let places: [Int: [RulePlace]]
  private let ruleSet: RuleSet
  /// Whether no profile names their pathways, so that conditions decide which they are on.
  private let isByCondition: Bool

  package init(of profile: Profile, caringFor: Profile?, facts: Facts, in ruleSet: RuleSet) {
    let index = PlacementIndex(ruleSet)
    whereabouts = Whereabouts(of: profile, caringFor: caringFor, facts: facts, in: ruleSet, index: index)
    places = Dictionary(
      uniqueKeysWithValues: whereabouts.places(in: ruleSet, index: index, asOf: facts.asOf).map { ($0.rule, $0.places) })
    self.ruleSet = ruleSet
    isByCondition = profile.carerOf == nil && !profile.positions.contains { index.pathways[$0.pathway] != nil }
  }

  /// The places of a rule, the earliest first.
  subscript(rule: Int) -> [RulePlace] { places[rule] ?? [] }

  /// What a rule's place asks of a person.
  package enum Need: Sendable, Hashable {
    case nothing
    /// To be on one of these pathways, by index.
    case pathways([Int])
    /// No fact of theirs brings them there.
    case nowhere
  }

  package func need(of rule: Int) -> Need {
    guard isByCondition, let placement = ruleSet.rules[rule].at else { return self[rule].isEmpty ? .nowhere : .nothing }
    guard ruleSet.rules[rule].who == .person else { return .nowhere }
    let pathways = ruleSet.pathways.indices.filter { pathway in
      ruleSet.pathways[pathway].steps.contains { Who.person.speaks(at: $0.who) && placement.covers($0, of: pathway) }
    }
    return pathways.isEmpty ? .nowhere : .pathways(pathways)
  }

  /// Whether the rule applies where the person is, or will be; nobody can tell where a pathway or a day is not known.
  func truth(of rule: Int) -> Truth { Truth.any(self[rule].map(\.truth)) }
}
