/// What a matcher found for one person: two bits a column. Made once and used again and again, so that evaluation allocates nothing.
package struct Verdicts: Sendable {
  /// Columns that are false.
  var no: [UInt64]
  /// Columns that wait for something; of a false one it says nothing.
  var open: [UInt64]
  /// Lanes that the person's values select: of columns that are false, and of columns that wait.
  var denying: [Int] = []
  var waiting: [Int] = []
  /// Slots whose value lies somewhere in several segments.
  var spread: [(slot: Int, segments: ClosedRange<Int>)] = []
  var codeTruths: [Truth]
  /// Per node of the graph its truth, where the stamp is the current evaluation's.
  var nodeTruths: [Truth]
  var stamps: [UInt32]
  var stamp: UInt32 = 0

  init(words: Int, nodes: Int, codeSlots: Int) {
    no = Array(repeating: 0, count: words)
    open = Array(repeating: 0, count: words)
    codeTruths = Array(repeating: .unknown, count: codeSlots)
    nodeTruths = Array(repeating: .unknown, count: nodes)
    stamps = Array(repeating: 0, count: nodes)
  }

  /// Forgets the last evaluation and keeps its storage.
  mutating func begin() {
    denying.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    spread.removeAll(keepingCapacity: true)
    stamp &+= 1
    if stamp == 0 {
      for index in stamps.indices { stamps[index] = 0 }
      stamp = 1
    }
  }

  @inline(__always)
  func truth(ofColumn column: Int) -> Truth {
    let bit = UInt64(1) << UInt64(column & 63)
    if no[column >> 6] & bit != 0 { return .no }
    return open[column >> 6] & bit != 0 ? .unknown : .yes
  }
}
