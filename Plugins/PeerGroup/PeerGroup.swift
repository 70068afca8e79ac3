public import Cairn

/// A peer group: people who share a condition, an experience or an interest, and meet.
///
/// Swift, since what is said depends on what people share: the manifest's texts say how, and one sentence before them says with whom.
public struct PeerGroup: SupportType {
  /// What `support.yaml` declares.
  public let manifest: SupportManifest

  /// The peer group with the manifest and texts that it was built with.
  public init() throws(SupportManifestError) {
    manifest = try SupportManifest(
      support: PackageResources.support_yaml, texts: ["en": PackageResources.en_yaml], folder: "Plugins/PeerGroup")
  }

  /// The manifest's texts, after a sentence on what the people in the group share.
  public func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
    let plain = manifest.plainContent(for: request)
    guard request.verb != .flag, case .text(let word) = request.parameters["focus"],
      let focus = Focus(rawValue: word)
    else { return plain }
    return SuggestionContent(
      verb: plain.verb, person: "\(focus.person) \(plain.person)", practitioner: "\(focus.practitioner) \(plain.practitioner)")
  }

  /// What people in a group share.
  private enum Focus: String {
    case condition, experience, interest

    var person: String {
      switch self {
      case .condition: "The people there live with the same condition."
      case .experience: "The people there have been through something like it, whatever it was called."
      case .interest: "The people there share something that they like to do. Nobody need speak of an illness."
      }
    }

    var practitioner: String {
      switch self {
      case .condition: "A group for one condition: ask first whether the person minds being known for it."
      case .experience: "A group for an experience and not for a diagnosis: it has room for people with several conditions."
      case .interest: "A group for an interest: nobody there need know of a condition."
      }
    }
  }
}
