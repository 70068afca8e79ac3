/// How an offer stands, in the terms of its support type's shape: what is written under `state:`.
///
/// | shape | keys |
/// | --- | --- |
/// | closed cohort | `stage`, `roles`, `team-languages`, `hand-over` |
/// | open group, membership club | `roles`, `team-languages`, `hand-over` |
/// | geographic cluster | `roles` |
/// | locality coordinator, hub | `caseload` |
/// | one-to-one match, two-sided match, reciprocal ledger | `caseload` |
package struct OfferState: Sendable, Hashable {
  /// Of a cohort: whether it still takes people.
  package var stage: Stage?
  /// Who is there, and who is missing: a volunteer, a parent partner.
  package var roles: [String: Role] = [:]
  /// The languages of those who run it.
  package var teamLanguages: [String] = []
  /// How many people it works with now, lightly and for long.
  package var caseload: Caseload?
  /// What is there of what a group needs before its members lead it.
  package var handOver: HandOver?

  package init() {}

  package enum Stage: String, Sendable, CaseIterable {
    case recruiting, intensive, graduated
    case parentLed = "parent-led"
  }

  package enum Role: String, Sendable, CaseIterable { case filled, vacant, trained }

  package struct Caseload: Sendable, Hashable {
    package var light: Int?
    package var long: Int?
  }

  package struct HandOver: Sendable, Hashable {
    /// How many sessions each family or person came to.
    package var attended: [Int] = []
    /// Whether somebody of the group is trained to lead it.
    package var lead: Bool?
    package var room: Bool?
    package var budget: Bool?
  }
}
