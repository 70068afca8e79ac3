import Testing

@testable import Cairn

@Suite("Packages, and one door for a locality")
struct PackageTests {
  private static let hub = OfferWorld.rules("hub, verb: refer, with: {package: [course, peer-group, club]}")

  private static let supports: [any SupportType] = [
    DeclaredSupportType(.offered("peer-group", [.refer, .introduce, .selfRefer, .signpost])),
    DeclaredSupportType(
      .written("support: course\ntitle: Course\nsummary: S.\nshape: closed-cohort\nverbs: [self-refer]\nsuits: {tenancy: own}")),
    DeclaredSupportType(
      .written("support: club\ntitle: Club\nsummary: S.\nshape: membership-club\nverbs: [refer]\nunless: {age: {at-least: 60}}")),
    DeclaredSupportType(
      .written(
        "support: hub\ntitle: Link worker\nsummary: S.\nshape: hub\nverbs: [refer, introduce, signpost]\nshape-parameters: {package: 2}\n"
          + "parameters: {package: {type: supports}}")),
  ]

  /// `peer-group yes; course ask: not known: home or tenancy` of the one suggestion.
  private func package(_ profile: String, _ more: String = "", offers: String = "offers: {}") throws -> String {
    let advice = try OfferWorld.advice(for: profile, Self.hub, more.isEmpty ? "rules: {}" : more, offers, supports: Self.supports)
    guard let suggestion = advice.suggestions.first else { return try #require(advice.notSuggested.first).detail }
    return suggestion.package.map { "\($0.support) \($0.fits.rawValue)" + ($0.detail.map { ": \($0)" } ?? "") }.joined(separator: "; ")
  }

  @Test func `each kind of support in a package is held against its own conditions, what fits first, and bounded`() throws {
    #expect(
      try package("{born: 1990, facts: {tenancy: shared}}")
        == "peer-group yes; club yes; course no: what is known speaks against it: home or tenancy")
    #expect(
      try package("{born: 1990}")
        == "peer-group yes; club yes; course no: others come first, and at most 2 go together")
    #expect(
      try package("{born: 1950}")
        == "peer-group yes; course ask: not known: home or tenancy; club no: what is known speaks against it: age")
  }

  @Test func `what is in place, was declined or is held back stays out, and says why`() throws {
    #expect(
      try package(
        "{born: 1990, facts: {tenancy: own, walks: no}, history: [{support: peer-group, outcome: accepted, date: 2026-01-01}, {support: course, outcome: declined, date: 2026-10-01}]}"
      )
        == "club yes; course no: declined on 2026-10-01, and not suggested again until after 2027-04-01; "
        + "peer-group no: in place since 2026-01-01")
    #expect(
      try package("{born: 1990, facts: {tenancy: own, walks: no}}", "safeguards:\n  no-course: {when: {walks: no}, stop: [course]}")
        == "peer-group yes; club yes; course no: held back by the safeguard `no-course`")
  }

  @Test func `its offers tell whether it fits, and what to ask`() throws {
    let offers = OfferWorld.offers(
      "a: {support: peer-group, title: Quay, accepts: {tenancy: own}}",
      "b: {support: club, accepts: {age: {at-most: 20}}, title: Young quay}")
    #expect(
      try package("{born: 1990, facts: {tenancy: shared}}", offers: offers)
        == "what there is nearby does not fit: Course: what is known speaks against it: home or tenancy; "
        + "peer-group: Quay: it asks for home or tenancy: own; Club: Young quay: it asks for age: at most 20")
    let advice = try OfferWorld.advice(for: "{born: 1990, consent: {share: yes}}", Self.hub, offers, supports: Self.supports)
    let suggestion = try #require(advice.suggestions.first)
    #expect(suggestion.gap)
    #expect(
      suggestion.package.map { "\($0.support) \($0.fits.rawValue) \($0.offers.map(\.id))" } == [
        "course ask []", "peer-group ask [\"a\"]", "club no [\"b\"]",
      ])
    #expect(suggestion.package.map(\.detail).first == "not known: home or tenancy; nobody offers this nearby, as far as the rulebook knows")
    #expect(advice.questions.filter { !$0.safety }.map(\.fact) == ["tenancy"])
  }

  @Test(arguments: ["yes", "no"])
  func `an offer in a package is got into by a verb that its type has`(share: String) throws {
    let offers = OfferWorld.offers(
      "a: {support: peer-group, title: Quay}", "b: {support: course, title: Course at the quay}",
      "c: {support: club, title: Club at the quay}")
    let advice = try OfferWorld.advice(
      for: "{born: 1990, facts: {tenancy: own}, consent: {share: \(share)}}", Self.hub, offers, supports: Self.supports)
    let items = try #require(advice.suggestions.first).package
    let verbs = items.flatMap { item in item.offers.map { "\(item.support) \($0.verb.rawValue)" } }.sorted()
    #expect(
      verbs
        == (share == "yes"
          ? ["club refer", "course self-refer", "peer-group refer"] : ["club inform", "course self-refer", "peer-group self-refer"]))
  }

  // MARK: - Routing

  private static let door = """
    routing:
      harbour: {title: One door, when: {area: harbour-wards}, for: [peer-group, club], through: hub}
    """

  private func routed(
    _ profile: String, _ rules: String = OfferWorld.rules("peer-group, verb: refer", "club, verb: refer", "course, verb: self-refer")
  ) throws -> Advice {
    try OfferWorld.advice(for: profile, rules, Self.door, supports: Self.supports)
  }

  private func listed(_ advice: Advice) -> [String] {
    advice.suggestions.map { suggestion in
      let package = suggestion.package.map(\.support).joined(separator: " ")
      return
        "\(suggestion.verb.rawValue) \(suggestion.support)\(package.isEmpty ? "" : " [\(package)]") by \(suggestion.rules.joined(separator: " "))"
    }
  }

  private static let consented = "consent: {suggest: yes, share: yes}, born: 1990, facts: {tenancy: own}"

  @Test func `in the locality what goes through the hub is one suggestion of the hub, with all that it is asked for`() throws {
    let advice = try routed("{home: {area: quay}, \(Self.consented)}")
    #expect(listed(advice) == ["refer hub [club peer-group] by club-rule peer-group-rule", "self-refer course by course-rule"])
    #expect(advice.suggestions.first?.because == "It may help.")
    #expect(advice.suggestions.first?.parameters["package"] == .list(["club", "peer-group"]))
  }

  @Test func `elsewhere, and with other verbs, suggestions stand straight`() throws {
    #expect(
      listed(try routed("{home: {area: hill}, \(Self.consented)}"))
        == ["refer club by club-rule", "self-refer course by course-rule", "refer peer-group by peer-group-rule"])
    #expect(
      listed(try routed("{home: {area: quay}, \(Self.consented)}", OfferWorld.rules("peer-group, verb: self-refer")))
        == ["self-refer peer-group by peer-group-rule"])
  }

  @Test func `where nobody knows whether it applies they stand straight, and what would tell is asked`() throws {
    let door = "routing:\n  own: {title: One door, when: {tenancy: own}, for: [peer-group], through: hub}"
    let advice = try OfferWorld.advice(
      for: "{consent: {suggest: yes, share: yes}}", OfferWorld.rules("peer-group, verb: refer"), door, supports: Self.supports)
    #expect(listed(advice) == ["refer peer-group by peer-group-rule"])
    #expect(advice.questions.filter { !$0.safety }.map(\.fact) == ["tenancy"])
  }

  @Test func `a hub in place is minded, and one that was declined holds back what goes through it`() throws {
    let there = try routed("{home: {area: quay}, history: [{support: hub, outcome: accepted, date: 2026-01-01}], \(Self.consented)}")
    #expect(listed(there).first == "refer club by club-rule")
    #expect(there.suggestions.first?.cautions == ["it goes through Link worker, who is in place already"])
    let declined = try routed("{home: {area: quay}, history: [{support: hub, outcome: declined, date: 2026-10-01}], \(Self.consented)}")
    #expect(listed(declined) == ["self-refer course by course-rule"])
    #expect(declined.notSuggested.map(\.reason) == [.recentlyDeclined, .recentlyDeclined])
    #expect(
      declined.notSuggested.first?.detail
        == "it goes through Link worker: declined on 2026-10-01, and not suggested again until after 2027-04-01")
  }

  @Test func `without consent the hub's verb is softened like any other`() throws {
    let advice = try routed("{home: {area: quay}, born: 1990}")
    #expect(listed(advice).first == "signpost hub [club peer-group] by club-rule peer-group-rule")
    #expect(advice.suggestions.first?.softenedFrom == .refer)
    #expect(advice.questions.contains { $0.fact == "consent-to-share" })
  }

  @Test func `what an earlier conversation with the hub holds already needs no second`() throws {
    let pathway = """
      pathways:
        way: {title: Way, steps: {a: {title: A, kind: treatment}, b: {title: B, kind: annual-review}}}
      rules:
        one: {title: One, because: B., at: {kind: [treatment, annual-review]}, suggest: {support: peer-group, verb: refer}}
        two: {title: Two, because: B., at: {kind: treatment}, suggest: {support: club, verb: refer}}
      """
    let advice = try routed("{home: {area: quay}, at: {pathway: way, step: a}, \(Self.consented)}", pathway)
    #expect(
      advice.suggestions.map { "\($0.step ?? "") \($0.package.map(\.support)) \($0.alsoAt.compactMap(\.step))" }
        == ["a [\"peer-group\", \"club\"] [\"b\"]"])
  }

  @Test func `at each step one, and the same package at two steps stands once`() throws {
    let pathway = """
      pathways:
        way: {title: Way, steps: {a: {title: A, kind: treatment}, b: {title: B, kind: annual-review}}}
      rules:
        one: {title: One, because: B., at: {kind: [treatment, annual-review]}, suggest: {support: peer-group, verb: refer}}
        two: {title: Two, because: B., at: {kind: annual-review}, suggest: {support: club, verb: introduce}}
      """
    let supports = Self.supports.map(\.manifest.id)
    #expect(supports.contains("club"))
    let advice = try routed(
      "{home: {area: quay}, at: {pathway: way, step: a}, \(Self.consented)}", pathway.replacing("verb: introduce", with: "verb: refer"))
    #expect(
      advice.suggestions.map { "\($0.step ?? "") \($0.package.map(\.support)) \($0.rules) \($0.alsoAt.count)" }
        == ["a [\"peer-group\"] [\"one\"] 0", "b [\"peer-group\", \"club\"] [\"one\", \"two\"] 0"])
  }
}
