import Testing

@testable import Cairn

/// One person's offers in order, said a second time as plainly as possible: every one is looked at closely, and all are sorted.
private struct PlainRanking {
  let look: OfferLook
  private let oracle: Oracle

  init(_ look: OfferLook) {
    self.look = look
    oracle = Oracle(look.search.ruleSet.vocabulary)
  }

  var ids: [String] {
    let offers = look.search.ruleSet.offers.filter { $0.support == look.support && $0.admits(look.seeker.parameters) }
    return offers.map { (key: key(of: $0), id: $0.id) }.sorted { a, b in
      a.key == b.key ? a.id < b.id : a.key.lexicographicallyPrecedes(b.key)
    }.map(\.id)
  }

  /// Group, training, wishes, way, cost, wait and age of the entry: the least first.
  private func key(of offer: Offer) -> [Double] {
    let wishes = OfferManner(offer: offer, manifest: look.manifest, preferences: look.seeker.profile.preferences).findings
    let unmet = wishes.reduce(0) { $0 + ($1.weight == .speaksAgainst ? 1 : -1) }
    let day = look.seeker.asOf
    return [
      Double(group(of: offer).rawValue), offer.lacksTraining(for: look.manifest) == nil ? 0 : 1, Double(unmet), way(to: offer),
      offer.costToPerson.map(Double.init) ?? .infinity,
      offer.places?.wait.map { Double(day.adding($0).day - day.day) } ?? 0, offer.lookedAt.map { -Double($0.last.day) } ?? .infinity,
    ]
  }

  private func group(of offer: Offer) -> OfferKey.Group {
    let shape = ShapeChecks.findings(for: offer, of: look.manifest, seeker: look.seeker)
    if isElsewhere(offer) || shape.contains(where: { $0.weight == .bars && $0.isPlace }) { return .elsewhere }
    let findings = shape + look.access(offer, site: site(of: offer)) + look.crisis(offer)
    let takes = oracle.verdict(RuleConditions(when: offer.accepts), look.seeker.facts)
    if takes == .no || findings.contains(where: { $0.weight == .bars }) { return .no }
    return OfferKey.Group(takes == .unknown || findings.contains { $0.weight == .asks } ? .ask : .yes, status(of: offer))
  }

  private func isElsewhere(_ offer: Offer) -> Bool {
    func verdict(_ known: [BuiltInFact]) -> Truth {
      var facts = look.seeker.facts
      let indices = known.compactMap { look.search.ruleSet.vocabulary.factIndex[$0.id] }
      for fact in facts.states.indices where !indices.contains(fact) { facts.states[fact] = .unknown }
      return oracle.verdict(RuleConditions(when: offer.accepts), facts)
    }
    return isTooFar(offer) || verdict([.area, .noFixedAbode]) == .no && verdict([]) != .no
  }

  /// Said a second time: of the places of an offer that one must go to, the nearest is further away than the rulebook's reach.
  private func isTooFar(_ offer: Offer) -> Bool {
    let ways = offer.sites.map(metres)
    guard offer.modes.isEmpty || offer.modes == ["in-person"], !offer.isConfidential, !ways.isEmpty, !ways.contains(nil) else {
      return false
    }
    return ways.compactMap { $0 }.min().map { $0 > look.search.ruleSet.reach } ?? false
  }

  private func status(of offer: Offer) -> Advice.Offer.Status {
    let day = look.seeker.asOf
    let isOver = look.manifest.shape == .closedCohort && CohortEntry(offer, of: look.manifest, asOf: day).takesNobody
    if isOver || offer.ends.map({ $0.last < day }) == true { return .expired }
    if let seen = offer.lookedAt?.first, seen < day.subtracting(look.search.ruleSet.staleAfter) { return .stale }
    return offer.places?.free == 0 ? .full : .open
  }

  private func metres(to site: LocalService.Location) -> Double? {
    Ground(look.seeker.profile.home).flatMap { home in Ground(site).map { home.metres(to: $0) } }
  }

  private func site(of offer: Offer) -> LocalService.Location? {
    offer.sites.min { (metres(to: $0) ?? .infinity) < (metres(to: $1) ?? .infinity) }
  }

  private func way(to offer: Offer) -> Double {
    offer.isConfidential || offer.isPlaceless ? .infinity : site(of: offer).flatMap(metres) ?? .infinity
  }
}

@Suite("Laws of the order of offers")
struct OfferRankingLaws {
  @Test("the best twenty are the first twenty of all", arguments: LawSettings.seeds(30))
  func best(seed: UInt64) throws {
    let (_, profile, rulebook) = try OfferTrial(seed: seed, offers: 100...300).advice()
    let ruleSet = rulebook.ruleSet
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    let matcher = Matcher(ruleSet.offerRows, asOf: facts.asOf)
    for isCrisis in [false, true] {
      let search = OfferSearch(ruleSet, OfferIndex(ruleSet), matcher, profile: profile, facts: facts, isCrisis: isCrisis)
      for (support, type) in ruleSet.supports.enumerated() {
        for focus in ["interest", nil] {
          let parameters = Parameters(focus.map { [.init(name: "focus", value: .text($0))] } ?? [])
          let seeker = Seeker(
            profile: profile, facts: facts, vocabulary: ruleSet.vocabulary, parameters: parameters, verb: .refer, language: "en")
          let look = OfferLook(
            search, support, seeker: seeker, manifest: type.manifest, door: Door(verb: .refer, mayShare: true),
            disclosure: ruleSet.disclosure(showsSensitive: false))
          let ranked = look.ranked()
          let all = PlainRanking(look).ids
          #expect(ranked.keys.map { ruleSet.offers[$0.offer].id } == Array(all.prefix(20)), "\(type.manifest.id) in a crisis: \(isCrisis)")
          #expect(ranked.count == all.count)
        }
      }
    }
  }
}
