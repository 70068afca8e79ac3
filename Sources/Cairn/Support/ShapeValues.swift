extension SupportManifest {
  /// A whole number of `shape-parameters`.
  package func count(_ name: String) -> Int? { shapeParameters[name].flatMap { Int($0) } }

  /// The roles that a cohort's team has, each as often as it is wanted.
  package var team: [String] { shapeParameters["team"].map { $0.split(separator: ",").map { String($0).trimmed } } ?? [] }

  /// The time from one session to the next.
  package var every: CalendarDuration? { shapeParameters["every"].flatMap { CalendarDuration($0) } }
}

extension SupportManifest.Shape {
  /// Roles without which an offer of the shape does not work as it should.
  package var rolesThatCount: [String] {
    switch self {
    case .geographicCluster: [OfferState.volunteer]
    case .openGroup: [OfferState.facilitator]
    case .membershipClub: [OfferState.facilitator, OfferState.coFacilitation]
    default: []
    }
  }
}

extension OfferState {
  /// Who lives near a network's members.
  static let volunteer = "volunteer"
  /// Who sees to it that a group meets.
  static let facilitator = "facilitator"
  /// Staff beside the members who run a club.
  static let coFacilitation = "co-facilitation"
}
