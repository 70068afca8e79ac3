/// What a suggestion comes to once it is looked at what there is locally.
enum Offered {
  case stands(Merged)
  case isHeldBack(Advice.Reason, String)
}

extension PersonDay {
  /// The local offers behind a suggestion, and the verb that they leave. In a rulebook without offers consent alone decides on the verb.
  func offered(_ merged: Merged) -> Offered {
    var merged = merged
    let manifest = ruleSet.supports[merged.lead.support].manifest
    let door = door(merged.lead.support, merged.lead.verb)
    var way = door.way(of: manifest)
    if let listing = listing(merged.lead.support, merged.lead.parameters, door, at: merged.lead.place) {
      if listing.fitsNobody { return .isHeldBack(.noOfferFits, Wording.noOfferFits(listing.reasons)) }
      merged.listing = listing
      merged.asks += listing.facts
      if let first = listing.first { way = first.way }
      if listing.isGap { merged.cautions.append(listing.seen.isEmpty ? Wording.gap : Wording.gap(listing)) }
    }
    if let reason = way.reason, let first = merged.listing?.first { merged.cautions.append("\(first.offer.title): \(reason)") }
    merged.settle(way)
    guard let named = merged.lead.parameters.packaged(by: manifest) else { return .stands(merged) }
    let package = Package(named, merged, self)
    if package.isOfNothing { return .isHeldBack(.noOfferFits, Wording.noOfferFits(package.reasons)) }
    merged.package = package.items
    merged.asks += package.facts
    return .stands(merged)
  }

  /// By a verb that the support type has: a rule's always is, and what a link worker puts together is asked for by the link worker's.
  func door(_ support: Int, _ verb: Verb) -> Door {
    let manifest = ruleSet.supports[support].manifest
    return Door(verb: manifest.nearest(to: verb), mayShare: consent.sharing(with: manifest.id) == .agreed)
  }

  /// The offers of a support type as this person sees them; nil in a rulebook that has no offers.
  func listing(_ support: Int, _ parameters: Parameters, _ door: Door, at place: RulePlace) -> OfferListing? {
    guard let offers else { return nil }
    let manifest = ruleSet.supports[support].manifest
    let seeker = Seeker(
      profile: profile, facts: facts, vocabulary: ruleSet.vocabulary, parameters: parameters, verb: door.way(of: manifest).verb,
      language: language, isAtStep: place.step != nil)
    return OfferLook(offers, support, seeker: seeker, manifest: manifest, door: door, disclosure: disclosure).listing()
  }

  /// Whether somebody near is there for people whose crisis is building, so that a suggestion goes through while others wait.
  func isServedInCrisis(_ action: RuleSet.Action, at place: RulePlace) -> Bool {
    guard case .suggest(let support, let verb, let parameters) = action, ruleSet.supports[support].manifest.crisis == .serves else {
      return false
    }
    return listing(support, parameters, door(support, verb), at: place)?.first != nil
  }
}

extension Merged {
  /// The verb that remains, and what it was before.
  fileprivate mutating func settle(_ way: Door.Way) {
    withConsent = way.withConsent
    guard way.verb != lead.verb else { return }
    lead.softenedFrom = lead.verb
    lead.verb = way.verb
  }
}

extension Parameters {
  /// The support types that are put together, by id; nil where the support type puts nothing together or none is named.
  package func packaged(by manifest: SupportManifest) -> [String]? {
    guard let name = manifest.packageParameter, case .list(let named)? = self[name], !named.isEmpty else { return nil }
    return named
  }
}
