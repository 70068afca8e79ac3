import Testing

@testable import Cairn

@Suite("The way into an offer")
struct DoorTests {
  /// The suggestion's verb, what it was, what consent would make of it, and its cautions.
  private func suggested(
    _ verb: String, door: String?, share: Bool = true, support: String = "peer-group", more: String = "",
    supports: [any SupportType] = OfferWorld.supports
  ) throws -> String {
    let way = door.map { ", verb: \($0)" } ?? ""
    let advice = try OfferWorld.advice(
      for: "{consent: {suggest: yes\(share ? ", share: yes" : "")}}", OfferWorld.rules("\(support), verb: \(verb)"),
      OfferWorld.offers("a: {support: \(support), title: Quay\(way)\(more)}"), supports: supports)
    let suggestion = try #require(advice.suggestions.first)
    #expect(suggestion.offers.map(\.verb) == [suggestion.verb])
    #expect(advice.questions.contains { $0.fact == "consent-to-share" } == (suggestion.withConsent != nil))
    let from = suggestion.softenedFrom.map { " from \($0.rawValue)" } ?? ""
    let consent = suggestion.withConsent.map { ", with consent \($0.rawValue)" } ?? ""
    return (["\(suggestion.verb.rawValue)\(from)\(consent)"] + suggestion.cautions).joined(separator: "; ")
  }

  @Test func `without a door, or with the same, the rule's verb stands`() throws {
    #expect(try suggested("refer", door: nil) == "refer")
    #expect(try suggested("refer", door: "refer") == "refer")
    #expect(try suggested("self-refer", door: "self-refer") == "self-refer")
  }

  @Test func `a stronger verb becomes the door's`() throws {
    #expect(
      try suggested("refer", door: "introduce")
        == "introduce from refer; Quay: its way in is an introduction by somebody who works with the person")
    #expect(try suggested("refer", door: "self-refer") == "self-refer from refer; Quay: its way in is to refer oneself")
    #expect(try suggested("introduce", door: "signpost") == "signpost from introduce; Quay: its way in is to go there oneself")
  }

  @Test func `a weaker verb only points the way, and it is said who must bring the person`() throws {
    #expect(
      try suggested("self-refer", door: "refer")
        == "signpost from self-refer; Quay: its way in is a referral by somebody who works with the person")
    #expect(
      try suggested("self-refer", door: "refer", support: "club")
        == "inform from self-refer; Quay: its way in is a referral by somebody who works with the person")
  }

  @Test func `to be told, shown the way, invited or trained needs no door`() throws {
    #expect(try suggested("signpost", door: "refer") == "signpost")
    #expect(try suggested("inform", door: "refer") == "inform")
  }

  @Test func `without consent the verb goes down to one that shares nothing and that the door allows`() throws {
    #expect(try suggested("refer", door: nil, share: false) == "self-refer from refer, with consent refer")
    #expect(try suggested("refer", door: "refer", share: false) == "signpost from refer, with consent refer")
    #expect(
      try suggested("refer", door: "introduce", share: false)
        == "signpost from refer, with consent introduce; Quay: its way in is an introduction by somebody who works with the person")
    #expect(try suggested("refer", door: "self-refer", share: false) == "self-refer from refer; Quay: its way in is to refer oneself")
  }

  @Test func `nobody is sent to untrained facilitators, and it says why`() throws {
    let manifest = SupportManifest.written(
      """
      support: peer-group
      title: Peers
      summary: Support.
      shape: open-group
      verbs: [refer, self-refer, signpost]
      facilitators-need: [confidentiality, listening]
      checks-need: [enhanced-dbs]
      """)
    let supports: [any SupportType] = [DeclaredSupportType(manifest)]
    func told(_ more: String, _ verb: String = "refer") throws -> String {
      try suggested(verb, door: nil, more: more, supports: supports)
    }
    #expect(
      try told("") == "signpost from refer; Quay: nobody says that its facilitators are trained in confidentiality and listening")
    #expect(
      try told(", facilitators: {trained-in: [listening], checked: enhanced-dbs}")
        == "signpost from refer; Quay: its facilitators are not trained in confidentiality")
    #expect(
      try told(", facilitators: {trained-in: [listening, confidentiality]}")
        == "signpost from refer; Quay: nobody says that its facilitators are checked")
    #expect(
      try told(", facilitators: {trained-in: [listening, confidentiality], checked: basic}")
        == "signpost from refer; Quay: its facilitators are not checked as the support type wants")
    #expect(try told(", facilitators: {trained-in: [listening, confidentiality], checked: enhanced-dbs}") == "refer")
    #expect(try told("", "inform") == "inform")
    let without = try OfferWorld.advice(
      for: "{consent: {suggest: yes, share: yes}}", OfferWorld.rules("peer-group, verb: refer"), supports: supports)
    #expect(without.suggestions.map(\.verb) == [.refer])
    let two = try OfferWorld.advice(
      for: "{consent: {suggest: yes, share: yes}, home: {lat: 51, lon: 0}}", OfferWorld.rules("peer-group, verb: refer"),
      OfferWorld.offers(
        "a: {support: peer-group, site: {lat: 51, lon: 0}}",
        "b: {support: peer-group, facilitators: {trained-in: [listening, confidentiality], checked: enhanced-dbs}}"), supports: supports)
    #expect(two.suggestions.first?.offers.map { "\($0.id) \($0.verb.rawValue)" } == ["b refer", "a signpost"])
    #expect(two.suggestions.map(\.verb) == [.refer])
  }

  @Test func `what is in place is not suggested again, but its members are invited; a refusal counts for both`() throws {
    let manifest = SupportManifest.written(
      "support: peer-group\ntitle: Peers\nsummary: Support.\nshape: open-group\nverbs: [refer, invite]\n")
    func verbs(_ history: String) throws -> [String] {
      let advice = try OfferWorld.advice(
        for: "{consent: {suggest: yes, share: yes}, history: [\(history)]}",
        "rules:\n  a: {title: a, because: b., suggest: {support: peer-group, verb: refer}}\n"
          + "  b: {title: b, because: b., at: {kind: crisis}, suggest: {support: peer-group, verb: refer}}\n"
          + "  c: {title: c, because: b., suggest: {support: peer-group, verb: invite}}\n", supports: [DeclaredSupportType(manifest)])
      return advice.suggestions.map(\.verb.rawValue) + advice.notSuggested.map { "\($0.verb.rawValue): \($0.reason.rawValue)" }
    }
    #expect(try verbs("{support: peer-group, outcome: accepted, date: 2026-01-01}") == ["invite", "refer: already-in-place"])
    #expect(
      try verbs("{support: peer-group, outcome: accepted, date: 2026-01-01}, {support: peer-group, outcome: declined, date: 2026-10-01}")
        == ["refer: already-in-place", "invite: recently-declined"])
  }
}
