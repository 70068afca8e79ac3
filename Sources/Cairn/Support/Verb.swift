/// What a suggestion asks for.
public enum Verb: String, Sendable, Hashable, CaseIterable {
  /// Tell the person that it exists.
  case inform
  /// Ask a practitioner to look, where a referral would be wrong.
  case flag
  /// Point the way; shares no data.
  case signpost
  /// Tell the person how to refer themselves; shares no data.
  case selfRefer = "self-refer"
  /// Bring two people together, without an eligibility test.
  case introduce
  /// A social prescription written to a service.
  case refer
  /// Go along to an appointment.
  case accompany
  /// Ask the person to contribute.
  case invite
  /// Put information into training.
  case train

  /// Whether acting on it hands data about the person to somebody else.
  public var sharesData: Bool { self == .introduce || self == .refer || self == .accompany }

  /// What a verb becomes step by step where data may not be shared.
  package static let softening: [Verb] = [.accompany, .refer, .introduce, .selfRefer, .signpost, .inform]
}
