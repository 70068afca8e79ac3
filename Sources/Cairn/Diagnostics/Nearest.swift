/// The candidate that a person most likely meant by a word, for `did you mean`; nil where nothing is near enough.
///
/// Case, `_` and spaces do not count as mistakes, nor do the parts of a name in another order. Ties go to the candidate of the
/// nearer length, then to the first in the alphabet, never to the order of the candidates.
package func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
  let wanted = folded(word)
  guard (1...64).contains(wanted.count) else { return nil }
  let limit = mistakesAllowed(in: wanted.count)
  var best: (rank: Int, lengthGap: Int, name: String)?
  for candidate in candidates where candidate != word {
    let other = folded(candidate)
    let gap = abs(other.count - wanted.count)
    var rank: Int? = gap <= limit ? editDistance(wanted, other) : nil
    if rank.map({ $0 > limit }) ?? true { rank = parts(wanted) == parts(other) ? limit + 1 : nil }
    guard let rank else { continue }
    if let best, (best.rank, best.lengthGap, best.name) <= (rank, gap, candidate) { continue }
    best = (rank, gap, candidate)
  }
  return best?.name
}

private func folded(_ word: String) -> [UInt8] {
  word.lowercased().utf8.map { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }
}

private func mistakesAllowed(in length: Int) -> Int {
  switch length {
  case 1: 0
  case 2...4: 1
  case 5...8: 2
  default: 3
  }
}

private func parts(_ word: [UInt8]) -> [String] {
  word.split(separator: UInt8(ascii: "-")).map { String(decoding: $0, as: UTF8.self) }.sorted()
}

/// Insertions, deletions, replacements and swaps of neighbours ("optimal string alignment").
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
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
