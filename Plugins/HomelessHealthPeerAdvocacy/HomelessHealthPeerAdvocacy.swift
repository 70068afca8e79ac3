public import Cairn

/// Homeless health peer advocacy: somebody who has been homeless goes along to an appointment.
///
/// Swift, since what is said depends on how often an advocate has gone along, and on whether one is free: the manifest's texts say how it
/// goes, and one sentence after them says where the person stands on the way to going alone. Where nobody can come, what is left is said.
public struct HomelessHealthPeerAdvocacy: SupportType {
  /// What `support.yaml` declares.
  public let manifest: SupportManifest

  /// The advocacy with the manifest and texts that it was built with.
  public init() throws(SupportManifestError) {
    manifest = try SupportManifest(
      support: PackageResources.support_yaml, texts: ["en": PackageResources.en_yaml], folder: "Plugins/HomelessHealthPeerAdvocacy")
  }

  /// The manifest's texts, and where the person stands on the way to going alone; or what is left when nobody comes along.
  public func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
    let plain = manifest.plainContent(for: request)
    guard [.accompany, .refer, .selfRefer, .signpost].contains(request.verb) else { return plain }
    if case .text(let word)? = request.parameters["only"], let rest = Rest(rawValue: word) { return rest.content(for: request.verb) }
    if Self.nobodyIsFree(request.offers) { return Rest.reminderAndTravel.content(for: request.verb, isForWant: true) }
    guard request.verb.sharesData, let taper = Taper(of: request, after: manifest.shapeParameters["tapers-after"]) else { return plain }
    return SuggestionContent(
      verb: plain.verb, person: "\(plain.person) \(taper.person)", practitioner: "\(plain.practitioner) \(taper.practitioner)")
  }

  /// Where a rulebook knows local advocates, and none that may be for this person is open.
  private static func nobodyIsFree(_ offers: [Advice.Offer]) -> Bool {
    !offers.isEmpty && !offers.contains { $0.fits != .no && $0.status == .open }
  }
}

/// What is left where nobody comes along.
private enum Rest: String {
  case reminder
  case reminderAndTravel = "reminder-and-travel"

  /// - Parameter isForWant: whether it is for want of an advocate, and not by the rule's wish.
  func content(for verb: Verb, isForWant: Bool = false) -> SuggestionContent {
    let reason = isForWant ? "No advocate is free at the moment. " : ""
    let again = isForWant ? " Ask again for an advocate before the next appointment." : ""
    let said = verb.sharesData ? arranged : asked
    return SuggestionContent(verb: verb, person: reason + said.person, practitioner: reason + said.practitioner + again)
  }

  /// Where somebody else sees to it, with consent.
  private var arranged: (person: String, practitioner: String) {
    switch self {
    case .reminder:
      ("With your agreement, somebody reminds you of the day. Nobody comes along this time.", "Arrange the reminder, and nothing more.")
    case .reminderAndTravel:
      (
        "With your agreement, somebody reminds you of the day, and your fares are paid. Nobody comes along this time.",
        "Arrange the reminder and the fares there and back, and nothing more."
      )
    }
  }

  /// Where the person asks for it, and nothing is shared.
  private var asked: (person: String, practitioner: String) {
    let what = self == .reminder ? "a reminder of the day" : "a reminder of the day and for your fares"
    return (
      "You can ask for \(what). Nobody comes along this time.",
      "Say whom to ask for the reminder\(self == .reminder ? "" : " and the fares"). Share nothing about the person."
    )
  }
}

/// Where somebody stands on the way to going alone.
private struct Taper {
  let times: Int
  let fewest: Int

  /// Nil where nobody counted, or the shape says no number.
  init?(of request: SuggestionRequest, after parameter: String?) {
    guard let times = request.facts["advocacy-engagements"].flatMap({ Int($0) }), let fewest = parameter.flatMap({ Int($0) }) else {
      return nil
    }
    self.times = times
    self.fewest = fewest
  }

  private var soFar: String { times == 1 ? "once" : "\(times) times" }

  var person: String {
    if times == 0 { return "It would be the first time: the two of you meet beforehand, and they come the whole way with you." }
    if times < fewest { return "An advocate has gone along \(soFar) so far, and still comes the whole way with you." }
    return "An advocate has gone along \(soFar). From now on they do a little less each time: they meet you there, then they ring you"
      + " the day before, and in the end you go on your own. You can ask for more again."
  }

  var practitioner: String {
    if times == 0 { return "First engagement: agree now that it tapers after \(fewest), towards going alone." }
    if times < fewest { return "Engagement \(times + 1). The taper begins after \(fewest)." }
    return "Engagement \(times + 1): the taper has begun. Agree on what the person does alone this time, and go back a step if it was"
      + " too much."
  }
}
