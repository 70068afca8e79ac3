/// One person on one day beside every offer of the rulebook.
///
/// A class, as every kind of support that is suggested looks at it: copies would cost more than all of the ranking.
final class OfferSearch: Sendable {
  let ruleSet: RuleSet
  let index: OfferIndex
  /// Per offer, whether its `accepts` holds.
  let verdicts: [Truth]
  /// What it takes, and where it is, leave these open.
  let mayFit: OfferSet
  /// These are near, and for others.
  let forOthers: OfferSet
  /// These lie elsewhere: what they accept is false even if nothing were known but where the person lives, or they are too far away.
  let elsewhere: OfferSet
  /// Whether only what serves people in a crisis may be used.
  let isCrisis: Bool
  let needs: OfferNeeds
  let wishes: OfferWishes
  /// The languages that the person wishes, as the index's bits; nil without such a wish.
  let languages: UInt64?
  let home: SiteTraits?
  let asOf: Int32
  let staleBefore: Int32

  init(_ ruleSet: RuleSet, _ index: OfferIndex, _ matcher: Matcher, profile: Profile, facts: Facts, isCrisis: Bool) {
    self.ruleSet = ruleSet
    self.index = index
    self.isCrisis = isCrisis
    var room = matcher.makeVerdicts()
    var near = Self.near(matcher, facts, ruleSet.vocabulary, &room)
    matcher.evaluate(facts, into: &room)
    var verdicts = Array(repeating: Truth.no, count: matcher.rows.targets.count)
    var mayFit = OfferSet(of: verdicts.count)
    room.forEachPossible { offer, truth in
      verdicts[offer] = truth
      mayFit.insert(offer)
    }
    home = Ground(profile.home).map { SiteTraits($0) }
    if let home { near.formIntersection(index.tooFar(from: home, reach: ruleSet.reach).complement) }
    mayFit.formIntersection(near)
    self.verdicts = verdicts
    self.mayFit = mayFit
    elsewhere = near.complement
    near.formIntersection(mayFit.complement)
    forOthers = near
    needs = OfferNeeds(profile.access, index.access)
    wishes = OfferWishes(profile.preferences)
    let spoken = (profile.preferences["language"] ?? []).map(LanguageTag.language)
    languages = spoken.isEmpty ? nil : index.languages.mask(spoken)
    asOf = facts.asOf.day
    staleBefore = facts.asOf.subtracting(ruleSet.staleAfter).day
  }

  /// What `known:` asks is false where nothing is known, wherever somebody lives: that is no matter of the place.
  private static func near(_ matcher: Matcher, _ facts: Facts, _ vocabulary: Vocabulary, _ room: inout Verdicts) -> OfferSet {
    var near = possible(matcher, facts.only(BuiltInFact.ofPlace, vocabulary), &room)
    if matcher.rows.slots.contains(where: { $0.aspect == .known }) {
      near.formUnion(possible(matcher, facts.only([], vocabulary), &room).complement)
    }
    return near
  }

  private static func possible(_ matcher: Matcher, _ facts: Facts, _ room: inout Verdicts) -> OfferSet {
    matcher.evaluate(facts, into: &room)
    var possible = OfferSet(of: matcher.rows.targets.count)
    room.forEachPossible { offer, _ in possible.insert(offer) }
    return possible
  }
}

extension Verdicts {
  /// The targets that are not false.
  @inline(__always)
  fileprivate func forEachPossible(_ body: (Int, Truth) -> Void) {
    for place in 0..<firing.count { body(firing[place], .yes) }
    for place in 0..<undecided.count { body(undecided[place], .unknown) }
  }
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

extension BuiltInFact {
  /// Where the person lives.
  fileprivate static let ofPlace: [BuiltInFact] = [.area, .noFixedAbode]
}
