import Testing

@testable import Cairn

/// Offers and people drawn at random.
struct OfferTrial {
  var chance: Chance
  let lines: [String]
  let profile: String

  static let supports: [any SupportType] =
    OfferWorld.supports + [
      DeclaredSupportType(
        .written(
          "support: near\ntitle: Near\nsummary: S.\nshape: geographic-cluster\nverbs: [introduce]\nshape-parameters: {within: {walk: 15 minutes}}"
        )),
      DeclaredSupportType(
        .written("support: cohort\ntitle: Cohort\nsummary: S.\nshape: closed-cohort\nverbs: [self-refer]\nshape-parameters: {team: [lead]}")
      ),
    ]
  static let rules = OfferWorld.rules(
    "peer-group, verb: refer, with: {focus: interest}", "club, verb: self-refer", "course, verb: self-refer", "hub, verb: signpost",
    "near, verb: introduce", "cohort, verb: self-refer")

  init(seed: UInt64, offers range: ClosedRange<Int> = 1...36) {
    var chance = Chance(seed: seed)
    let offers = chance.within(range)
    lines = (0..<offers).map { "o\($0): {\(Self.offer(&chance))}" }
    profile = Self.person(&chance)
    self.chance = chance
  }

  func advice(_ lines: [String]? = nil, _ profile: String? = nil) throws -> (advice: Advice, profile: Profile, rulebook: Rulebook) {
    let rulebook = try OfferWorld.open(
      [
        ("base.yaml", OfferWorld.base), ("rules.yaml", Self.rules),
        ("offers.yaml", "offers:\n" + (lines ?? self.lines).map { "  \($0)\n" }.joined()),
        ("p.yaml", "profiles:\n  p: {\(profile ?? self.profile)}\n"),
      ], Self.supports)
    let profile = try #require(rulebook.profiles.first)
    return (rulebook.advice(for: profile, asOf: OfferWorld.today), profile, rulebook)
  }

  private static func offer(_ chance: inout Chance) -> String {
    let support = chance.pick(["peer-group", "peer-group", "peer-group", "club", "course", "hub", "near", "cohort"])
    var parts = ["support: \(support)"]
    if support == "peer-group", chance.percent(30) {
      parts.append("with: {focus: \(chance.pick(["condition", "interest", "[condition, interest]"]))}")
    }
    if chance.percent(60) { parts.append("accepts: {\(conditions(&chance))}") }
    if chance.percent(60) {
      parts.append("site: {title: SECRETHALL, lat: 51.5\(chance.within(10...99)), lon: 0.0\(chance.within(10...99)), times: SECRETTIME}")
    }
    if chance.percent(30) { parts.append("address: confidential") }
    if chance.percent(40) { parts.append("access: [\(chance.pick(["", "step-free", "hearing-loop", "step-free, hearing-loop"]))]") }
    if chance.percent(40) { parts.append("mode: \(chance.pick(["in-person", "online", "[in-person, telephone]"]))") }
    if chance.percent(30) { parts.append("languages: [\(chance.pick(["en", "es", "en, pl"]))]") }
    if chance.percent(30) { parts.append("group: \(chance.pick(["small", "large"]))") }
    if chance.percent(50) {
      parts.append("places: {free: \(chance.within(0...2)), updated: 202\(chance.within(5...6))-0\(chance.within(1...9))}")
    }
    if chance.percent(35) { parts.append("\(chance.pick(["starts", "ends"])): 202\(chance.within(5...7))-05") }
    if chance.percent(30) { parts.append("costs: {to-person: \(chance.within(0...3))}") }
    if support == "cohort", chance.percent(40) { parts.append("state: {roles: {lead: \(chance.pick(["filled", "vacant"]))}}") }
    if support == "near", chance.percent(40) { parts.append("state: {roles: {volunteer: \(chance.pick(["filled", "vacant"]))}}") }
    if chance.percent(20) { parts.append("verb: \(support == "near" ? "introduce" : support == "hub" ? "refer" : "self-refer")") }
    return parts.joined(separator: ", ")
  }

  private static func conditions(_ chance: inout Chance) -> String {
    let all = [
      "age: {at-least: 40}", "tenancy: \(chance.pick(["own", "[own, shared]"]))", "walks: yes",
      "area: \(chance.pick(["east", "hill", "harbour-wards"]))",
    ]
    let some = chance.some(all)
    return some.count > 1 && chance.percent(30) ? "any: [\(some.map { "{\($0)}" }.joined(separator: ", "))]" : some.joined(separator: ", ")
  }

  private static func person(_ chance: inout Chance) -> String {
    var parts = ["consent: {suggest: yes, share: yes}"]
    if chance.percent(60) { parts.append("born: 19\(chance.within(50...99))") }
    var facts: [String] = ["immediate-danger: no", "crisis-level: steady"]
    if chance.percent(50) { facts.append("tenancy: \(chance.pick(["own", "shared", "nowhere"]))") }
    if chance.percent(50) { facts.append("walks: \(chance.pick(["yes", "no"]))") }
    parts.append("facts: {\(facts.joined(separator: ", "))}")
    let place = chance.percent(70) ? "lat: 51.50\(chance.within(0...9)), lon: 0.00\(chance.within(0...9))" : ""
    let area = chance.percent(60) ? "area: \(chance.pick(["east", "quay", "hill"]))" : ""
    let home = [place, area].filter { !$0.isEmpty }.joined(separator: ", ")
    if !home.isEmpty { parts.append("home: {\(home)}") }
    if chance.percent(50) { parts.append("access: [\(chance.pick(["step-free", "hearing-loop", "step-free, sign-language"]))]") }
    if chance.percent(50) { parts.append("preferences: {mode: \(chance.pick(["in-person", "online"])), language: es, group: small}") }
    return parts.joined(separator: ", ")
  }
}

@Suite("Laws of offers")
struct OfferLaws {
  private static func offers(_ advice: Advice) -> [Advice.Offer] { advice.suggestions.flatMap(\.offers) }

  @Test("an offer's verdict is the oracle's", arguments: LawSettings.seeds(40))
  func oracle(seed: UInt64) throws {
    let (_, profile, rulebook) = try OfferTrial(seed: seed).advice()
    let ruleSet = rulebook.ruleSet
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    let search = OfferSearch(
      ruleSet, OfferIndex(ruleSet), Matcher(ruleSet.offerRows, asOf: facts.asOf), profile: profile, facts: facts, isCrisis: false)
    let oracle = Oracle(ruleSet.vocabulary)
    for (index, offer) in ruleSet.offers.enumerated() {
      #expect(search.verdicts[index] == oracle.verdict(RuleConditions(when: offer.accepts), facts), "\(offer.id)")
    }
  }

  @Test("what fits breaks no access need, and whom it accepts is known to be so", arguments: LawSettings.seeds(40))
  func fitting(seed: UInt64) throws {
    let (advice, profile, rulebook) = try OfferTrial(seed: seed).advice()
    let ruleSet = rulebook.ruleSet
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    for shown in Self.offers(advice) {
      let index = try #require(ruleSet.offers.firstIndex { $0.id == shown.id })
      let offer = ruleSet.offers[index]
      #expect(shown.fits != .no || !shown.against.isEmpty, "\(shown.id)")
      #expect((shown.fits == .ask) == !shown.ask.isEmpty || shown.fits == .no, "\(shown.id)")
      guard shown.fits == .yes else { continue }
      #expect(ruleSet.offerRows.verdict(of: index, facts) == .yes)
      for need in profile.access where !(offer.isPlaceless && OfferNeeds.ofPlaces.contains(need)) {
        #expect(offer.access?.contains(need) == true, "\(offer.id) and \(need)")
      }
    }
  }

  @Test("offers stand in the order of how they fit and stand, found twice in different ways", arguments: LawSettings.seeds(40))
  func order(seed: UInt64) throws {
    let (advice, _, _) = try OfferTrial(seed: seed).advice()
    for suggestion in advice.suggestions {
      let groups = suggestion.offers.map { OfferKey.Group($0.fits, $0.status).rawValue }
      #expect(groups == groups.sorted(), "\(suggestion.support)")
      #expect(suggestion.offers.count <= 20 && (suggestion.offersLeftOut == 0 || suggestion.offers.count == 20))
    }
  }

  @Test("one more offer takes none away", arguments: LawSettings.seeds(30))
  func growing(seed: UInt64) throws {
    let trial = OfferTrial(seed: seed)
    let fewer = try trial.advice(Array(trial.lines.dropLast())).advice
    let all = try trial.advice().advice
    for suggestion in fewer.suggestions {
      guard let same = all.suggestions.first(where: { $0.support == suggestion.support }) else { continue }
      let missing = Set(suggestion.offers.map(\.id)).subtracting(same.offers.map(\.id))
      #expect(missing.isEmpty || same.offersLeftOut > 0, "\(suggestion.support): \(missing)")
    }
  }

  @Test("the order of offers and files changes nothing", arguments: LawSettings.seeds(20))
  func shuffled(seed: UInt64) throws {
    var trial = OfferTrial(seed: seed)
    let first = try trial.advice()
    let other = try trial.advice(trial.lines.shuffled(using: &trial.chance))
    func drawn(_ found: (advice: Advice, profile: Profile, rulebook: Rulebook)) -> String {
      var json = JSONWriter(.indented)
      AdviceJSON.write(found.advice, AdviceJSON.Names(found.rulebook.ruleSet), to: &json)
      return json.text
    }
    #expect(drawn(first) == drawn(other))
  }

  @Test("an answer turns no yes into a no, and no no into a yes", arguments: LawSettings.seeds(40))
  func answering(seed: UInt64) throws {
    var trial = OfferTrial(seed: seed)
    let before = try trial.advice().advice
    var answered = trial.profile
    for (fact, values) in [("tenancy", ["own", "shared", "nowhere"]), ("walks", ["yes", "no"])] where !answered.contains(fact) {
      answered = answered.replacing("facts: {", with: "facts: {\(fact): \(trial.chance.pick(values)), ")
    }
    if !answered.contains("born") { answered += ", born: 19\(trial.chance.within(50...99))" }
    let after = try trial.advice(nil, answered).advice
    let fits = Dictionary(Self.offers(after).map { ($0.id, $0.fits) }) { first, _ in first }
    for offer in Self.offers(before) where offer.fits != .ask {
      #expect(fits[offer.id].map { $0 == offer.fits } ?? true, "\(offer.id)")
    }
  }

  @Test("nothing of a confidential place is shown anywhere", arguments: LawSettings.seeds(30))
  func confidential(seed: UInt64) throws {
    let trial = OfferTrial(seed: seed)
    let hidden = trial.lines.map { line in
      line.contains("address: confidential") ? line : String(line.dropLast()) + ", address: confidential}"
    }
    let (advice, profile, rulebook) = try trial.advice(hidden)
    var options = AdviceText.Options()
    options.all = true
    let ruleSet = rulebook.ruleSet
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    var outputs = [
      AdviceText(ruleSet, asOf: OfferWorld.today, options: options).draw([(profile, advice)]),
      AdviceMarkdown.draw([(profile, advice)], ruleSet: ruleSet, asOf: OfferWorld.today, all: true),
      AdviceJSON.draw([advice], ruleSet: ruleSet, asOf: OfferWorld.today), PluginsText(ruleSet, asOf: OfferWorld.today).draw(),
    ]
    for support in ruleSet.supports.indices {
      let action = try #require(ExplanationText.action(of: .support(support), in: ruleSet, advice))
      let offers = rulebook.offers(for: action, to: profile, asOf: OfferWorld.today, showsSensitive: false)
      #expect(offers.allSatisfy { $0.distanceMetres == nil && $0.address.isEmpty && $0.times.isEmpty })
      outputs.append(
        ExplanationText(
          .support(support), profile: profile, advice: advice, facts: facts, ruleSet: ruleSet, options: options, offers: offers
        ).draw())
    }
    for output in outputs {
      #expect(!output.contains("SECRET") && !output.contains("51.5") && !output.contains(" minutes on foot"))
      #expect(output.firstRange(of: /[0-9] k?m\b/) == nil)
    }
  }

  @Test("a shape that is not looked at closely has nothing to bar and nothing to ask", arguments: LawSettings.seeds(40))
  func quiet(seed: UInt64) throws {
    let (_, profile, rulebook) = try OfferTrial(seed: seed).advice()
    let ruleSet = rulebook.ruleSet
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    for offer in ruleSet.offers {
      let manifest = ruleSet.supports[offer.support].manifest
      guard !ShapeChecks.mayBar(offer, of: manifest) else { continue }
      let seeker = Seeker(
        profile: profile, facts: facts, vocabulary: ruleSet.vocabulary, parameters: Parameters(), verb: .refer, language: "en")
      let weights = ShapeChecks.findings(for: offer, of: manifest, seeker: seeker).map(\.weight)
      #expect(!weights.contains(.bars) && !weights.contains(.asks), "\(offer.id)")
    }
  }
}
