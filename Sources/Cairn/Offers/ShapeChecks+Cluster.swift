extension ShapedOffer {
  /// Neighbours within reach of each other, and somebody who lives among them.
  func geographicCluster() -> [OfferFinding] {
    let alone = OfferFinding(.bars, "it has no \(OfferState.volunteer) at present, and takes nobody new until there is one")
    return (isVacant(OfferState.volunteer) ? [alone] : []) + distance()
  }

  private func distance() -> [OfferFinding] {
    guard let reach = Reach(of: manifest) else { return [] }
    let centres = offer.sites.compactMap { Ground($0) }
    guard let home = Ground(seeker.profile.home) else {
      let question = seeker.profile.home == .noFixedAbode ? "where they are going to live" : "where they live"
      return [OfferFinding(.asks, "\(question): its members live \(reach.inWords)")]
    }
    guard let way = centres.map({ reach.way(from: home, to: $0) }).min() else {
      return [OfferFinding(.asks, "whether they live \(reach.inWords): nobody noted where it is")]
    }
    return [way <= reach.metres ? near(way, reach) : far(way, reach)]
  }

  private func near(_ way: Double, _ reach: Reach) -> OfferFinding {
    let minutes = PlainWords.plainCount(reach.minutes(for: way), "minute")
    return OfferFinding(.speaksFor, offer.isConfidential ? "they live \(reach.inWords) of it" : "it is about \(minutes) on foot from home")
  }

  /// How far is said of no place that is confidential.
  private func far(_ way: Double, _ reach: Reach) -> OfferFinding {
    let minutes = PlainWords.plainCount(reach.minutes(for: way), "minute")
    let words = offer.isConfidential ? "it is too far from home" : "it is about \(minutes) on foot from home"
    return OfferFinding(.bars, "\(words), and its members live \(reach.inWords)", isPlace: true)
  }
}
