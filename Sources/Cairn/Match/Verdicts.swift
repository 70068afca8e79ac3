/// What a matcher found for one person: two bits a column, and the targets that are not false. Made once and used again and again, so
/// that evaluation allocates nothing.
package struct Verdicts: Sendable {
  /// The targets that are true, in order.
  package internal(set) var firing: [Int] = []
  /// The targets of which it is not known whether they are, in order.
  package internal(set) var undecided: [Int] = []

  /// Columns that are false.
  var no: [UInt64]
  /// Columns that wait for something; of a false one it says nothing.
  var open: [UInt64]
  /// Lanes that the person's values select, by their first word: of columns that are false, and of columns that wait.
  private(set) var denying: [Int] = []
  private(set) var waiting: [Int] = []
  /// Groups whose value lies somewhere in several segments: their lanes.
  private(set) var spread: [Range<Int>] = []

  /// Comparisons of codes whose truth is not their fact's usual one, and that truth.
  private(set) var noted: [Int] = []
  private(set) var codeTruths: [Truth?]
  /// Per fact with codes, the truth of every comparison that is not noted.
  var codeDefaults: [Truth]

  /// Per node of the graph its truth, where the stamp is the current evaluation's.
  private var nodeTruths: [Truth]
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0

  init(words: Int, nodes: Int, codes: CodeColumns) {
    no = Array(repeating: 0, count: words)
    open = Array(repeating: 0, count: words)
    nodeTruths = Array(repeating: .unknown, count: nodes)
    stamps = Array(repeating: 0, count: nodes)
    codeTruths = Array(repeating: nil, count: codes.comparisonCount)
    codeDefaults = Array(repeating: .unknown, count: codes.factCount)
  }

  /// Forgets the last evaluation and keeps its storage.
  mutating func begin() {
    forgetLanes()
    spread.removeAll(keepingCapacity: true)
    stamp &+= 1
    if stamp == 0 {
      for index in stamps.indices { stamps[index] = 0 }
      stamp = 1
    }
  }

  mutating func forgetLanes() {
    denying.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func select(_ group: Int, segment: Int, _ lanes: Lanes) {
    let lane = lanes.first[group] &+ segment
    if !lanes.isEmpty[lane] { denying.append(lane &* lanes.words) }
  }

  mutating func selectUnknown(_ group: Int, _ lanes: Lanes) {
    let always = lanes.alwaysLane(of: group)
    if !lanes.isEmpty[always] { denying.append(always &* lanes.words) }
    if !lanes.isEmpty[always &+ 1] { waiting.append((always &+ 1) &* lanes.words) }
  }

  mutating func selectSome(_ group: Int, segments: ClosedRange<Int>, _ lanes: Lanes) {
    let first = lanes.first[group]
    spread.append((first &+ segments.lowerBound)..<(first &+ segments.upperBound &+ 1))
  }

  /// Notes the truth of a comparison, the greatest where several of the person's codes speak.
  mutating func note(_ comparison: Int, _ truth: Truth) {
    guard let before = codeTruths[comparison] else {
      noted.append(comparison)
      codeTruths[comparison] = truth
      return
    }
    if truth.rawValue > before.rawValue { codeTruths[comparison] = truth }
  }

  mutating func forgetNoted() {
    for comparison in noted { codeTruths[comparison] = nil }
    noted.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  func truth(ofColumn column: Int) -> Truth {
    let bit = UInt64(1) << UInt64(column & 63)
    if no[column >> 6] & bit != 0 { return .no }
    return open[column >> 6] & bit != 0 ? .unknown : .yes
  }

  mutating func set(column: Int, _ truth: Truth) {
    let bit = UInt64(1) << UInt64(column & 63)
    if truth == .no { no[column >> 6] |= bit } else { no[column >> 6] &= ~bit }
    if truth == .unknown { open[column >> 6] |= bit } else { open[column >> 6] &= ~bit }
  }

  /// A node's truth if it was judged in this evaluation.
  func truth(ofNode node: Int) -> Truth? { stamps[node] == stamp ? nodeTruths[node] : nil }

  mutating func set(node: Int, _ truth: Truth) {
    nodeTruths[node] = truth
    stamps[node] = stamp
  }
}

extension Verdicts {
  /// The lanes selected, and the bitmaps to combine them into.
  mutating func withLanes(
    _ body: (
      _ denying: UnsafeBufferPointer<Int>, _ waiting: UnsafeBufferPointer<Int>, _ no: UnsafeMutableRawBufferPointer,
      _ open: UnsafeMutableRawBufferPointer
    ) -> Void
  ) {
    denying.withUnsafeBufferPointer { denying in
      waiting.withUnsafeBufferPointer { waiting in
        no.withUnsafeMutableBytes { no in
          open.withUnsafeMutableBytes { open in body(denying, waiting, no, open) }
        }
      }
    }
  }
}
