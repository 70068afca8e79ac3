/// What the shape of a support type says of one offer for one person: one function a shape, each in a file of its own.
///
/// A shape speaks of what its people need to come together at all: a team, a start, neighbours within a walk, an appointment to go to.
/// Whom a type suits and whom an offer accepts are conditions, and never looked at here.
package enum ShapeChecks {
  /// Whether a shape may bar an offer or ask something; where not, nobody need look before offers are ordered.
  static func mayBar(_ offer: Offer, of manifest: SupportManifest) -> Bool {
    switch manifest.shape {
    case .openGroup, .membershipClub: !offer.state.roles.isEmpty || offer.state.stage != nil
    case .twoSidedMatch, .localityCoordinator, .reciprocalLedger, .hub: false
    case .closedCohort, .oneToOneMatch, .geographicCluster: true
    }
  }

  package static func findings(for offer: Offer, of manifest: SupportManifest, seeker: Seeker) -> [OfferFinding] {
    let shown = ShapedOffer(offer: offer, manifest: manifest, seeker: seeker)
    switch manifest.shape {
    case .openGroup: return shown.openGroup()
    case .closedCohort: return shown.closedCohort()
    case .oneToOneMatch: return shown.oneToOneMatch()
    case .twoSidedMatch: return shown.twoSidedMatch()
    case .geographicCluster: return shown.geographicCluster()
    case .localityCoordinator: return shown.localityCoordinator()
    case .membershipClub: return shown.membershipClub()
    case .reciprocalLedger: return shown.reciprocalLedger()
    case .hub: return shown.hub()
    }
  }
}

/// One offer, its support type, and the person that it is looked at for.
struct ShapedOffer {
  let offer: Offer
  let manifest: SupportManifest
  let seeker: Seeker

  var state: OfferState { offer.state }
  var asOf: CalendarDate { seeker.asOf }

  /// A built-in fact by its place in the vocabulary, with what is known of it.
  func fact(_ fact: BuiltInFact) -> (index: Int, state: Facts.State)? {
    guard let index = seeker.vocabulary.factIndex[fact.id], seeker.facts.states.indices.contains(index) else { return nil }
    return (index, seeker.facts[index])
  }

  /// Of a role that nobody fills: the words, for the middle of a sentence.
  func isVacant(_ role: String) -> Bool { state.roles[role] == .vacant }

  /// One reason against where as many people are worked with as the type says that one can.
  func caseload(_ now: Int?, of most: Int?, _ words: (Int) -> String) -> [OfferFinding] {
    guard let now, let most, now >= most else { return [] }
    return [OfferFinding(.speaksAgainst, words(now))]
  }
}

extension OfferState.Caseload {
  /// Everybody whom an offer works with; nil where nobody said.
  package var all: Int? {
    light == nil && long == nil ? nil : (light ?? 0) + (long ?? 0)
  }
}
