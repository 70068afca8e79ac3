public import Cairn

/// Involvement: people who have been through something are asked what they would like to give.
///
/// Swift, since an invitation says as what: one sentence before the manifest's text.
public struct Involvement: SupportType {
  /// What `support.yaml` declares.
  public let manifest: SupportManifest

  /// Involvement with the manifest and texts that it was built with.
  public init() throws(SupportManifestError) {
    manifest = try SupportManifest(
      support: PackageResources.support_yaml, texts: ["en": PackageResources.en_yaml], folder: "Plugins/Involvement")
  }

  /// The manifest's texts; of an invitation, as what stands before them.
  public func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
    let plain = manifest.plainContent(for: request)
    guard request.verb == .invite, case .text(let word)? = request.parameters["as"],
      let role = Role(rawValue: word)
    else { return plain }
    return SuggestionContent(
      verb: plain.verb, person: "\(role.person) \(plain.person)", practitioner: "\(role.practitioner) \(plain.practitioner)")
  }

  /// What somebody may be invited to be.
  private enum Role: String {
    case layTutor = "lay-tutor"
    case advocate, facilitator, neighbour, trainer
    case partnerAtSchool = "partner-at-school"
    case timeBank = "time-bank"

    var person: String {
      switch self {
      case .layTutor: "You could lead a course, with another tutor beside you, for people who are where you were."
      case .advocate: "You could go along to appointments with somebody for whom it is hard to go alone."
      case .facilitator: "You could hold a group together, with another facilitator beside you."
      case .neighbour: "You could be the neighbour whom others ring, for a few hours a week."
      case .partnerAtSchool: "You could be a parent partner in the next group for families at the school."
      case .trainer: "You could tell people in training what it is like, so that they do it better."
      case .timeBank: "You could give an hour of what you do well, and get an hour of something else."
      }
    }

    var practitioner: String {
      switch self {
      case .layTutor: "As a lay tutor: one course for every condition, two tutors, and training before the first session."
      case .advocate: "As an advocate: for somebody who has stood where the other stands, with supervision."
      case .facilitator: "As a facilitator: two to a group, and somebody to ring afterwards."
      case .neighbour: "As a neighbour or network volunteer: settle the hours, the home visits and the checks beforehand."
      case .partnerAtSchool: "As a partner at school: for parents who have graduated from a group, in a language of its families."
      case .trainer: "As a trainer of practitioners: paid, prepared and debriefed, and free to leave things out."
      case .timeBank: "In a time bank: the broker opens an account with hours in it, so that one may receive before giving."
      }
    }
  }
}
