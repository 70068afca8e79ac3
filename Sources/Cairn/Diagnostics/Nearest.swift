/// The candidate that a person most likely meant by a word, for `did you mean`; nil where nothing is near enough.
///
/// Case, `_` and spaces do not count as mistakes, nor do the parts of a name in another order. Ties go to the candidate of the
/// nearer length, then to the first in the alphabet, never to the order of the candidates. Where many words are looked for in one list,
/// `NearestIndex` keeps it.
package func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
  NearestNames(candidates).nearest(to: word)
}

/// A list of names, each folded once, in which words are looked for.
struct NearestNames: Sendable {
  /// By the length of what a name folds to: only near lengths are looked at.
  private var byLength: [Int: [FoldedName]] = [:]
  /// By the parts of a name, whatever their order; only of names with several.
  private var byParts: [[[UInt8]]: [FoldedName]] = [:]
  private static let longest = 64

  /// Every name, near or not, at the cost of a look at each.
  var all: [String] {
    Steps.count(byLength.values.reduce(0) { $0 + $1.count } >> 5)
    return byLength.values.flatMap { $0.map(\.name) }
  }

  init(_ names: some Sequence<String>) {
    for name in names {
      let folded = FoldedName(name)
      Steps.count()
      byLength[folded.bytes.count, default: []].append(folded)
      if folded.hasParts { byParts[folded.parts, default: []].append(folded) }
    }
  }

  func nearest(to word: String) -> String? {
    let wanted = FoldedName(word)
    guard (1...Self.longest).contains(wanted.bytes.count) else { return nil }
    let limit = wanted.mistakesAllowed
    var best: Found?
    for length in wanted.bytes.count - limit...wanted.bytes.count + limit {
      for other in byLength[length] ?? [] where wanted.mayBeNear(other, within: min(limit, best?.rank ?? limit)) && other.name != word {
        let distance = editDistance(wanted.bytes, other.bytes)
        if distance <= limit { best.take(Found(rank: distance, lengthGap: abs(length - wanted.bytes.count), name: other.name)) }
      }
      // Looking whether a name may be near is far less than reading one.
      Steps.count((byLength[length]?.count ?? 0) >> 5)
    }
    guard best == nil, wanted.hasParts else { return best?.name }
    for other in byParts[wanted.parts] ?? [] where other.name != word {
      best.take(Found(rank: limit + 1, lengthGap: abs(other.bytes.count - wanted.bytes.count), name: other.name))
    }
    return best?.name
  }

  fileprivate struct Found {
    var rank, lengthGap: Int
    var name: String
  }

  /// Insertions, deletions, replacements and swaps of neighbours ("optimal string alignment").
  private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    Steps.count(a.count)
    var twoBack = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
        current.append(cost)
      }
      (twoBack, previous) = (previous, current)
    }
    return previous[b.count]
  }
}

extension NearestNames.Found? {
  fileprivate mutating func take(_ other: NearestNames.Found) {
    if let self, (self.rank, self.lengthGap, self.name) <= (other.rank, other.lengthGap, other.name) { return }
    self = other
  }
}

/// A name in small letters, with `-` for `_` and spaces.
private struct FoldedName: Sendable {
  let name: String
  let bytes: [UInt8]
  /// A bit for each byte that stands in it, bytes 64 apart sharing one.
  private let letters: UInt64

  init(_ name: String) {
    self.name = name
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    bytes = isASCII ? name.utf8.map { Self.folded((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) } : name.lowercased().utf8.map(Self.folded)
    letters = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ") ? UInt8(ascii: "-") : byte }

  var mistakesAllowed: Int {
    switch bytes.count {
    case 1: 0
    case 2...4: 1
    case 5...8: 2
    default: 3
    }
  }

  /// Whether another name may be so few mistakes away: each takes at most one letter away and brings one.
  func mayBeNear(_ other: FoldedName, within limit: Int) -> Bool { (letters ^ other.letters).nonzeroBitCount <= 2 * limit }

  var hasParts: Bool { bytes.contains(UInt8(ascii: "-")) }

  /// In the order of the alphabet.
  var parts: [[UInt8]] { bytes.split(separator: UInt8(ascii: "-")).map(Array.init).sorted { $0.lexicographicallyPrecedes($1) } }
}
