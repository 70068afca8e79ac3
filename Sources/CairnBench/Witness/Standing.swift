package import Cairn

/// Where a rule can stand, and what of a person puts them there.
package struct StandingPlace: Sendable {
  /// Nil for a rule without `at`.
  package var position: Profile.Position?
  /// The pathway's `for`, which must not be false for who stands there.
  package var goal: Goal
}

extension RuleSet {
  /// The places at which a rule speaks to who stands there now, in the order declared; none for a rule of the team.
  package func places(of rule: Int, asOf: CalendarDate) -> [StandingPlace] {
    guard rules[rule].who != .team else { return [] }
    guard let placement = rules[rule].at else { return [StandingPlace(position: nil, goal: .all([]))] }
    return pathways.indices.flatMap { pathway in
      pathways[pathway].steps.filter { $0.who != .team && placement.speaks(at: $0, of: pathway) }.map { step in
        let since = placement.since(asOf)
        return StandingPlace(
          position: Profile.Position(pathway: pathways[pathway].id, step: step.id, since: since.map { PartialDate($0) }),
          goal: pathwayRows.goal(for: pathway))
      }
    }
  }
}

extension RuleSet.Placement {
  func speaks(at step: RuleSet.Step, of pathway: Int) -> Bool {
    (kinds.isEmpty || kinds.contains(step.kind)) && (pathways.isEmpty || pathways.contains(pathway))
      && (steps.isEmpty || steps.contains(step.id))
  }

  /// A day since which who stands there is neither too early nor too late.
  fileprivate func since(_ asOf: CalendarDate) -> CalendarDate? {
    if let after { return asOf.subtracting(after) }
    return within.map { _ in asOf }
  }
}
