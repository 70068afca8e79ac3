import Cairn

/// A support type as a value: its contract is the manifest, and Swift shapes its words.
struct WalkingGroup: SupportType {
  let manifest: SupportManifest

  init() throws(SupportManifestError) {
    manifest = try SupportManifest(support: Array(Self.support.utf8), texts: ["en": Array(Self.texts.utf8)])
  }

  func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
    let plain = manifest.plainContent(for: request)
    guard case .text("slow")? = request.parameters["pace"] else { return plain }
    return SuggestionContent(verb: plain.verb, person: plain.person + " Nobody minds if you stop.", practitioner: plain.practitioner)
  }

  private static let support = """
    support: walking-group
    title: Walking group
    summary: Neighbours who walk together once a week.
    benefits: [Company and fresh air.]
    risks: [A walk may be too far. The group says beforehand how long it is.]
    formality: informal
    shape: open-group
    unit: person
    verbs: [signpost, self-refer]
    suits: {walks-ten-minutes: yes}
    crisis: continues
    facts:
      walks-ten-minutes: {title: Walks for ten minutes, type: boolean, ask: Could you walk on the flat for ten minutes?}
    parameters:
      pace: {type: choice, values: [slow, brisk], required: false}
    """

  private static let texts = """
    inform: {person: There is a walking group near you., practitioner: A walking group meets nearby.}
    flag: {person: There is a walking group near you., practitioner: Look at whether the walking group would suit.}
    signpost: {person: Come along on a Tuesday at ten., practitioner: Give the leaflet; nothing is shared.}
    self-refer: {person: Ring the leader to say that you are coming., practitioner: The person rings the leader.}
    """
}
