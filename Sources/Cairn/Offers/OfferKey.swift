/// What offers are ordered by, the best first.
struct OfferKey: Sendable {
  var group: Group
  var isUntrained: Bool
  /// Wishes not met less those that are.
  var unmet: Int8
  /// A squared chord; infinite where the way is not known or not shown.
  var distance: Double
  var cost: Int32
  var wait: Int32
  /// Days since nobody knows when, so that the latest comes first.
  var staleness: Int32
  /// Its place in the rule set, where the offers of a support type lie in the order of their ids.
  var offer: Int
  /// Whether its shape has been asked.
  var isSettled = false

  /// Usable ones first, and of these the one that fits before one that only may, be it full; what is out of date or over after them; then
  /// what is not for this person, and last what lies elsewhere.
  enum Group: UInt8, Sendable, Comparable {
    case open, full, openAsk, fullAsk, stale, staleAsk, expired, expiredAsk, no, elsewhere

    init(_ fit: Advice.Offer.Fit, _ status: Advice.Offer.Status) {
      switch (fit, status) {
      case (.no, _): self = .no
      case (.yes, .open): self = .open
      case (.ask, .open): self = .openAsk
      case (.yes, .full): self = .full
      case (.ask, .full): self = .fullAsk
      case (.yes, .stale): self = .stale
      case (.ask, .stale): self = .staleAsk
      case (.yes, .expired): self = .expired
      case (.ask, .expired): self = .expiredAsk
      }
    }

    static func < (a: Group, b: Group) -> Bool { a.rawValue < b.rawValue }

    /// Of a usable one, where it is over, or something is to ask.
    func worsened(isOver: Bool, asks: Bool) -> Group {
      let mayFit = asks || [.openAsk, .fullAsk, .staleAsk, .expiredAsk].contains(self)
      if isOver { return mayFit ? .expiredAsk : .expired }
      guard asks else { return self }
      switch self {
      case .open: return .openAsk
      case .full: return .fullAsk
      case .stale: return .staleAsk
      case .expired: return .expiredAsk
      case .openAsk, .fullAsk, .staleAsk, .expiredAsk, .no, .elsewhere: return self
      }
    }
  }

  /// The places of the least keys in order, at most so many. O(n) where few of the later ones are among the least.
  static func least(_ most: Int, of keys: [OfferKey]) -> [Int] {
    var best: [Int] = []
    best.reserveCapacity(most)
    for index in keys.indices {
      if best.count < most {
        best.append(index)
      } else if let last = best.last, !(keys[index] < keys[last]) {
        continue
      }
      var at = best.count - 1
      while at > 0, keys[index] < keys[best[at - 1]] {
        best[at] = best[at - 1]
        at -= 1
      }
      best[at] = index
    }
    return best
  }

  @inline(__always)
  static func < (a: OfferKey, b: OfferKey) -> Bool {
    if a.group != b.group { return a.group < b.group }
    if a.isUntrained != b.isUntrained { return b.isUntrained }
    if a.unmet != b.unmet { return a.unmet < b.unmet }
    if a.distance != b.distance { return a.distance < b.distance }
    if a.cost != b.cost { return a.cost < b.cost }
    if a.wait != b.wait { return a.wait < b.wait }
    if a.staleness != b.staleness { return a.staleness < b.staleness }
    return a.offer < b.offer
  }
}
