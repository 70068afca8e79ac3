/// One person on one day beside every offer of the rulebook.
struct OfferSearch: Sendable {
  let index: OfferIndex
  /// Per offer, whether its `accepts` holds.
  let verdicts: [Truth]
  /// Per offer, the same if nothing were known but the area: what is false then lies elsewhere.
  let placeVerdicts: [Truth]
  /// Whether only what serves people in a crisis may be used.
  let isCrisis: Bool
  let needs: OfferNeeds
  private let wishes: OfferWishes
  private let languages: UInt64
  private let wishesLanguage: Bool
  private let home: SiteTraits?
  private let asOf: Int32
  private let staleBefore: Int32

  init(_ ruleSet: RuleSet, _ index: OfferIndex, _ matcher: Matcher, profile: Profile, facts: Facts, isCrisis: Bool) {
    self.index = index
    self.isCrisis = isCrisis
    var room = matcher.makeVerdicts()
    verdicts = Self.truths(matcher, facts, &room)
    placeVerdicts = Self.placeTruths(matcher, facts, ruleSet, &room)
    needs = OfferNeeds(profile.access, index.access)
    wishes = OfferWishes(profile.preferences)
    let spoken = (profile.preferences["language"] ?? []).map(LanguageTag.language)
    languages = index.languages.mask(spoken)
    wishesLanguage = !spoken.isEmpty
    home = Ground(profile.home).map { SiteTraits($0) }
    asOf = facts.asOf.day
    staleBefore = facts.asOf.subtracting(ruleSet.staleAfter).day
  }

  private static func truths(_ matcher: Matcher, _ facts: Facts, _ room: inout Verdicts) -> [Truth] {
    matcher.evaluate(facts, into: &room)
    var truths = Array(repeating: Truth.no, count: matcher.rows.targets.count)
    for target in room.firing.elements { truths[target] = .yes }
    for target in room.undecided.elements { truths[target] = .unknown }
    return truths
  }

  /// What `known:` asks is false where nothing is known, wherever somebody lives: that is no matter of the place.
  private static func placeTruths(_ matcher: Matcher, _ facts: Facts, _ ruleSet: RuleSet, _ room: inout Verdicts) -> [Truth] {
    let truths = truths(matcher, facts.only(BuiltInFact.ofPlace, ruleSet.vocabulary), &room)
    guard matcher.rows.slots.contains(where: { $0.aspect == .known }) else { return truths }
    let anywhere = Self.truths(matcher, facts.only([], ruleSet.vocabulary), &room)
    return zip(truths, anywhere).map { here, anywhere in anywhere == .no ? .unknown : here }
  }

  /// Offers in order, and what is left out.
  struct Ranked {
    var places: [(key: OfferKey, place: Int)]
    var count: Int
    var leftOut: Int { count - places.count }
  }

  static let most = 20

  /// The best offers of a support type for what a rule gives under `with:`. `settled` says what the shape makes of one, by its place, and
  /// is asked only of those that could be among the best.
  func ranked(
    _ support: Int, _ parameters: Parameters, isCrisis: Bool,
    settled: (Int) -> (fit: Advice.Offer.Fit, isElsewhere: Bool, isOver: Bool)
  ) -> Ranked {
    let admitted = index.withs.map { with in
      with.allSatisfy { name, values in parameters[name].map { !values.isDisjoint(with: $0.texts) } ?? true }
    }
    let places = index.places[support].filter { admitted[Int(index.heads[$0].with)] }
    // Where enough are for the person, or may be, nobody is told of the others.
    let usable = places.filter { mayFit(index.heads[$0]) }
    if usable.count >= Self.most {
      let best = self.best(usable, isCrisis, settled)
      if best.allSatisfy({ $0.key.group.rawValue < OfferKey.Group.no.rawValue }) { return Ranked(places: best, count: places.count) }
    }
    return Ranked(places: best(places, isCrisis, settled), count: places.count)
  }

  /// The best of some places. A closer look can only make one worse, so that whoever is among the best once all of the best have been looked
  /// at closely stays there.
  private func best(
    _ places: [Int], _ isCrisis: Bool, _ settled: (Int) -> (fit: Advice.Offer.Fit, isElsewhere: Bool, isOver: Bool)
  ) -> [(key: OfferKey, place: Int)] {
    var keys = places.map { key(of: $0, isCrisis) }
    var isOpen = places.map { index.traits[$0].mayBar || !needs.isExact }
    while true {
      let best = OfferKey.least(Self.most, of: keys)
      let open = best.filter { isOpen[$0] && keys[$0].group != .elsewhere }
      if open.isEmpty { return best.map { (keys[$0], places[$0]) } }
      for at in open {
        keys[at].group = settle(keys[at].group, settled(places[at]))
        isOpen[at] = false
      }
    }
  }

  /// Whether what it takes, and where it is, leave it open.
  @inline(__always)
  private func mayFit(_ head: OfferIndex.Head) -> Bool {
    verdicts[Int(head.offer)] != .no && placeVerdicts[Int(head.offer)] != .no
  }

  /// What is found on a closer look can only make it worse.
  private func settle(
    _ group: OfferKey.Group, _ shape: (fit: Advice.Offer.Fit, isElsewhere: Bool, isOver: Bool)
  ) -> OfferKey.Group {
    if shape.isElsewhere { return .elsewhere }
    if group == .no || shape.fit == .no { return .no }
    let wasAsk = group.rawValue & 1 == 1
    let status = shape.isOver ? OfferKey.Group.expired : OfferKey.Group(rawValue: group.rawValue & ~1) ?? group
    let isAsk = wasAsk || shape.fit == .ask
    return OfferKey.Group(rawValue: status.rawValue | (isAsk ? 1 : 0)) ?? group
  }

  /// What an offer is ordered by, before its shape is asked.
  private func key(of place: Int, _ isCrisis: Bool) -> OfferKey {
    let traits = index.traits[place]
    let site = nearest(traits)
    let fit = fit(traits, site.map { index.sites[$0].access } ?? 0, isCrisis)
    let group = placeVerdicts[traits.offer] == .no ? OfferKey.Group.elsewhere : OfferKey.Group(fit, status(traits))
    var unmet = -traits.wishes.balance(with: wishes)
    if wishesLanguage, traits.languages != 0 { unmet += traits.languages & languages != 0 ? -1 : 1 }
    return OfferKey(
      group: group, isUntrained: !traits.isTrained, unmet: unmet, distance: distance(traits, site), cost: traits.cost, wait: traits.wait,
      staleness: -max(traits.updatedAtLatest, -.max), rank: traits.rank)
  }

  private func fit(_ traits: OfferTraits, _ siteAccess: UInt64, _ isCrisis: Bool) -> Advice.Offer.Fit {
    if verdicts[traits.offer] == .no || isCrisis && !traits.servesCrisis { return .no }
    let access = needs.judge(traits, siteAccess)
    if access == .no { return .no }
    return access == .unknown || verdicts[traits.offer] == .unknown ? .ask : .yes
  }

  private func status(_ traits: OfferTraits) -> Advice.Offer.Status {
    if traits.hasClosed || traits.ends < asOf { return .expired }
    if traits.updated < staleBefore { return .stale }
    return traits.isFull ? .full : .open
  }

  /// The site that counts: the nearest to the person's home, else the first.
  private func nearest(_ traits: OfferTraits) -> Int? {
    guard let first = traits.sites.first else { return nil }
    guard let home, traits.sites.count > 1 else { return Int(first) }
    var best = Int(first)
    var least = Double.infinity
    for site in traits.sites where index.sites[Int(site)].isOnTheMap {
      let chord = index.sites[Int(site)].squaredChord(to: home)
      if chord < least { (best, least) = (Int(site), chord) }
    }
    return best
  }

  private func distance(_ traits: OfferTraits, _ site: Int?) -> Double {
    guard let home, let site, !traits.isConfidential, !traits.isPlaceless, index.sites[site].isOnTheMap else { return .infinity }
    return index.sites[site].squaredChord(to: home)
  }

  /// Which of an offer's own sites counts.
  func site(at place: Int) -> Int? {
    let traits = index.traits[place]
    return nearest(traits).map { $0 - Int(traits.sites.lowerBound) }
  }

  /// How an offer stands, its shape aside.
  func status(at place: Int) -> Advice.Offer.Status { status(index.traits[place]) }
}

extension Facts {
  /// As if nothing were known but these.
  fileprivate func only(_ known: [BuiltInFact], _ vocabulary: Vocabulary) -> Facts {
    var facts = Facts(asOf: asOf, states: Array(repeating: .unknown, count: states.count))
    for fact in known {
      if let index = vocabulary.factIndex[fact.id], states.indices.contains(index) { facts.states[index] = states[index] }
    }
    return facts
  }
}

/// A person's access needs beside what offers say of access.
struct OfferNeeds: Sendable {
  /// In the profile's words, each once.
  let all: [String]
  private let mask: UInt64
  private let placeMask: UInt64
  /// Needs that no offer names, and needs whose bit others share.
  private let unnamed: (any: Bool, elsewhere: Bool)
  /// Whether bits tell all; else who judges by them must look again.
  var isExact: Bool { mask & OfferIndex.Words.shared == 0 }

  /// Needs that concern a place: where nobody goes anywhere, they are met.
  static let ofPlaces: Set<String> = [
    "step-free", "lift", "ramp", "wheelchair-access", "wheelchair-accessible", "accessible-toilet", "changing-place", "parking",
    "accessible-parking", "blue-badge-parking", "hearing-loop", "public-transport", "quiet-space",
  ]

  init(_ needs: [String], _ words: OfferIndex.Words) {
    all = needs.uniqued()
    let placeless = all.filter { !Self.ofPlaces.contains($0) }
    mask = words.mask(all)
    placeMask = words.mask(placeless)
    unnamed = (all.contains { !words.has($0) }, placeless.contains { !words.has($0) })
  }

  /// Whether an offer meets them: unknown where nobody said what it meets.
  func judge(_ traits: OfferTraits, _ siteAccess: UInt64) -> Truth {
    let wanted = traits.isPlaceless ? placeMask : mask
    let isUnnamed = traits.isPlaceless ? unnamed.elsewhere : unnamed.any
    if !isUnnamed, wanted & ~(traits.access | siteAccess) == 0 { return .yes }
    return traits.saysAccess ? .no : .unknown
  }
}

extension BuiltInFact {
  /// Where the person lives.
  fileprivate static let ofPlace: [BuiltInFact] = [.area, .noFixedAbode]
}
