package import Cairn

/// Where a rule can stand, and what of a person puts them there.
package struct StandingPlace: Sendable {
  /// Nil for a rule without `at`.
  package var position: Profile.Position?
  /// What must hold of who stands there: of a person, that the pathway's `for` is not false; of a carer, that they are one.
  package var goal: Goal
}

extension RuleSet {
  /// The places at which a rule speaks to who stands there now, in the order declared; none for a rule of the team.
  package func places(of rule: Int, asOf: CalendarDate) -> [StandingPlace] {
    let who = rules[rule].who
    guard who != .team else { return [] }
    guard let placement = rules[rule].at else { return [StandingPlace(position: nil, goal: who == .carer ? .isCarer : .nothing)] }
    return pathways.indices.flatMap { pathway in
      pathways[pathway].steps.filter { $0.who != .team && placement.speaks(at: $0, of: pathway) }.map { step in
        let since = placement.since(asOf)
        return StandingPlace(
          position: Profile.Position(pathway: pathways[pathway].id, step: step.id, since: since.map { PartialDate($0) }),
          goal: who == .carer ? .isCarer : pathwayRows.goal(pathway, is: .notNo))
      }
    }
  }
}

extension Goal {
  fileprivate static let isCarer = Goal.holds(
    RowSet.Slot(fact: BuiltInFact.isCarer.rawValue, aspect: .value), .truth(no: false, yes: true))
}

/// A made-up person at a place, and of a carer the person they care for, who stands there in their stead.
package struct Cast: Sendable {
  package var profile: Profile
  package var caringFor: Profile?
  /// Whether the profiles tell something sensitive, and are not to be shown.
  package var isWithheld = false

  package init(_ persona: Persona, id: String, at place: StandingPlace, as who: Who) {
    let positions = place.position.map { [$0] } ?? []
    profile = persona.profile(id: id, at: who == .carer ? [] : positions)
    guard who == .carer else { return }
    let person = Profile(id: id + "-cared-for", positions: positions)
    profile.facts[BuiltInFact.isCarer.id] = nil
    profile.carerOf = person.id
    caringFor = person
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
