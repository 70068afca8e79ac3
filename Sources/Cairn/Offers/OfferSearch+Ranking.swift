extension OfferSearch {
  /// Offers in order, and what is left out.
  struct Ranked {
    var keys: [OfferKey]
    var count: Int
    var leftOut: Int { count - keys.count }
  }

  static let most = 20

  /// What a shape makes of an offer.
  typealias Shaped = (fit: Advice.Offer.Fit, isElsewhere: Bool, isOver: Bool)

  /// The best offers of a support type for what a rule gives under `with:`. `shaped` says what the shape makes of one, and is asked only of
  /// those that could be among the best.
  ///
  /// Most offers are for others, and most of these lie elsewhere: where the circles within are full, nobody looks at a wider one.
  func ranked(_ support: Int, _ parameters: Parameters, isCrisis: Bool, shaped: (Int) -> Shaped) -> Ranked {
    let isAdmitted = index.withs.map { parameters.admit($0) }
    let count = index.counts[support].reduce(0) { isAdmitted[$1.with] ? $0 + $1.offers : $0 }
    var keys: [OfferKey] = []
    keys.reserveCapacity(2 * Self.most)
    var best: [OfferKey] = []
    for circle in Circle.allCases {
      offers(in: circle).forEach(in: index.offers[support]) { offer in
        if isAdmitted[Int(index.traits[offer].with)] { keys.append(key(of: offer, isCrisis: isCrisis)) }
      }
      if keys.count < Self.most, circle != .elsewhere { continue }
      best = self.best(of: &keys, shaped)
      if best.count == Self.most, best.allSatisfy({ $0.group < circle.next }) { break }
    }
    return Ranked(keys: best, count: count)
  }

  /// The best of some. A closer look can only make one worse, so that whoever is among the best once all of the best have been looked at
  /// closely stays there.
  private func best(of keys: inout [OfferKey], _ shaped: (Int) -> Shaped) -> [OfferKey] {
    while true {
      let best = OfferKey.least(Self.most, of: keys)
      let open = best.filter { isOpen(keys[$0]) }
      if open.isEmpty { return best.map { keys[$0] } }
      for at in open { keys[at].settle(shaped(keys[at].offer)) }
    }
  }

  /// Whether a closer look may make an offer worse.
  private func isOpen(_ key: OfferKey) -> Bool {
    !key.isSettled && key.group != .elsewhere && (index.traits[key.offer].mayBar || !needs.isExact)
  }

  /// How far an offer is from being one for the person.
  private enum Circle: CaseIterable {
    case mayFit, forOthers, elsewhere

    /// The least group that an offer of a wider circle can be in.
    var next: OfferKey.Group { self == .mayFit ? .no : .elsewhere }
  }

  private func offers(in circle: Circle) -> OfferSet {
    switch circle {
    case .mayFit: mayFit
    case .forOthers: forOthers
    case .elsewhere: elsewhere
    }
  }
}

extension OfferKey {
  /// What is found on a closer look can only make it worse.
  fileprivate mutating func settle(_ shape: OfferSearch.Shaped) {
    isSettled = true
    if shape.isElsewhere {
      group = .elsewhere
    } else if group == .no || shape.fit == .no {
      group = .no
    } else {
      group = group.worsened(isOver: shape.isOver, asks: shape.fit == .ask)
    }
  }
}
