public import Cairn

/// A service user network: its members remake it, and are there for each other when a crisis builds.
///
/// Swift, since an invitation says to which part: the manifest's text stands, and one sentence after it says what the part is.
public struct ServiceUserNetwork: SupportType {
  /// What `support.yaml` declares.
  public let manifest: SupportManifest

  /// The network with the manifest and texts that it was built with.
  public init() throws(SupportManifestError) {
    manifest = try SupportManifest(
      support: PackageResources.support_yaml, texts: ["en": PackageResources.en_yaml], folder: "Plugins/ServiceUserNetwork")
  }

  /// The manifest's texts; of an invitation, also to which part.
  public func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
    let plain = manifest.plainContent(for: request)
    guard request.verb == .invite, case .text(let word)? = request.parameters["part"],
      let part = Part(rawValue: word)
    else { return plain }
    return SuggestionContent(
      verb: plain.verb, person: "\(plain.person) \(part.person)", practitioner: "\(plain.practitioner) \(part.practitioner)")
  }

  /// What a member is invited to.
  private enum Part: String {
    case designReview = "design-review"
    case crisisSupport = "crisis-support"

    var person: String {
      switch self {
      case .designReview:
        "The members are looking over how the network is run: times, places, how a meeting begins and ends. What they decide is done."
      case .crisisSupport:
        "When another member's crisis builds, some are there, with staff and with that member's plan. You could be one of them."
      }
    }

    var practitioner: String {
      switch self {
      case .designReview: "The part: the members' review of the network's design. Bring what they decide to whoever can do it."
      case .crisisSupport:
        "The part: being there in another's crisis. Never alone, by that member's plan, in turns, and with somebody to talk to afterwards."
      }
    }
  }
}
