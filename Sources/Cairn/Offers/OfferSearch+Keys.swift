extension OfferSearch {
  /// What an offer is ordered by, before its shape is asked.
  func key(of offer: Int, isCrisis: Bool) -> OfferKey {
    let traits = index.traits[offer]
    let site = nearest(traits)
    let fit = fit(offer, traits, site.map { index.sites[$0].access } ?? 0, isCrisis)
    var unmet = -traits.wishes.balance(with: wishes)
    if let languages, traits.languages != 0 { unmet += traits.languages & languages != 0 ? -1 : 1 }
    return OfferKey(
      group: elsewhere.contains(offer) ? .elsewhere : OfferKey.Group(fit, status(traits)), isUntrained: !traits.isTrained,
      unmet: unmet, distance: distance(traits, site), cost: traits.cost, wait: traits.wait,
      staleness: -max(traits.updatedAtLatest, -.max), offer: offer)
  }

  /// Which of an offer's own sites counts.
  func site(of offer: Int) -> Int? {
    let traits = index.traits[offer]
    return nearest(traits).map { $0 - Int(traits.sites.lowerBound) }
  }

  /// How an offer stands, its shape aside.
  func status(of offer: Int) -> Advice.Offer.Status { status(index.traits[offer]) }

  private func fit(_ offer: Int, _ traits: OfferTraits, _ siteAccess: UInt64, _ isCrisis: Bool) -> Advice.Offer.Fit {
    if verdicts[offer] == .no || isCrisis && !traits.servesCrisis { return .no }
    let access = needs.judge(traits, siteAccess)
    if access == .no { return .no }
    return access == .unknown || verdicts[offer] == .unknown ? .ask : .yes
  }

  private func status(_ traits: OfferTraits) -> Advice.Offer.Status {
    traits.status(on: asOf, staleBefore: staleBefore)
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
}
