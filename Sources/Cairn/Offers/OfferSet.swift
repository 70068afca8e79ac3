/// Some of a rule set's offers, as bits: what a kind of support has of them lies in a few words.
struct OfferSet: Sendable {
  private var words: [UInt64]

  /// None of so many.
  init(of count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  mutating func insert(_ offer: Int) { words[offer >> 6] |= 1 << UInt64(offer & 63) }

  func contains(_ offer: Int) -> Bool { words[offer >> 6] >> UInt64(offer & 63) & 1 != 0 }

  mutating func formIntersection(_ other: OfferSet) {
    for word in words.indices { words[word] &= other.words[word] }
  }

  mutating func formUnion(_ other: OfferSet) {
    for word in words.indices { words[word] |= other.words[word] }
  }

  /// All others, and bits behind the last offer, which nobody asks for.
  var complement: OfferSet {
    var others = self
    for word in words.indices { others.words[word] = ~words[word] }
    return others
  }

  /// Those of a range, in order.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Int) -> Void) {
    guard let last = range.last else { return }
    for word in range.lowerBound >> 6...last >> 6 {
      var left = words[word]
      if word == range.lowerBound >> 6 { left &= .max << UInt64(range.lowerBound & 63) }
      if word == last >> 6 { left &= .max >> UInt64(63 - last & 63) }
      while left != 0 {
        body(word << 6 | left.trailingZeroBitCount)
        left &= left &- 1
      }
    }
  }
}
