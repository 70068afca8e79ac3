#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension OfferIndex {
  /// The offers whose every place is further from a home than so many metres, in a straight line.
  ///
  /// Where an offer can be had without going there, or a place is not on the map, nobody can say that it is too far. Of a confidential
  /// one the distance is nobody's business.
  func tooFar(from home: SiteTraits, reach: Double) -> OfferSet {
    let limit = SiteTraits.squaredChord(metres: reach)
    var far = OfferSet(of: traits.count)
    for (offer, traits) in traits.enumerated() where traits.isInPersonOnly && !traits.isConfidential && !traits.sites.isEmpty {
      let isFar = traits.sites.allSatisfy { site in
        let site = sites[Int(site)]
        return site.isOnTheMap && site.squaredChord(to: home) > limit
      }
      if isFar { far.insert(offer) }
    }
    return far
  }
}

extension SiteTraits {
  /// Of two places so far apart. Nothing on earth is further than half its circumference.
  static func squaredChord(metres: Double) -> Double {
    let chord = 2 * sin(min(metres / (2 * Ground.radius), .pi / 2))
    return chord * chord
  }
}

extension OfferLook {
  /// Where it is too far away, how far that is.
  func tooFar(_ offer: Offer, _ site: LocalService.Location?) -> [OfferFinding] {
    guard offer.isInPersonOnly, !offer.isConfidential, !offer.sites.contains(where: { Ground($0) == nil }),
      let home = Ground(seeker.profile.home), let there = site.flatMap({ Ground($0) })
    else { return [] }
    let metres = home.metres(to: there)
    guard metres > search.ruleSet.reach else { return [] }
    return [OfferFinding(.bars, OfferPhrases.tooFar(metres, reach: search.ruleSet.reach), isPlace: true)]
  }
}
