/// Bitmaps over columns (rows, then the leaves of their residual nodes), one a segment: which columns a segment denies.
/// Behind a slot's segments stand two more: what every segment denies, and what some do and some do not.
struct Lanes: Sendable {
  /// Words a lane, a multiple of the block.
  let words: Int
  private(set) var storage: [UInt64]
  /// Per lane, whether any bit is set: an empty lane costs nothing.
  private(set) var isEmpty: [Bool]
  /// Per slot, its first lane and how many segments follow.
  private(set) var first: [Int] = []
  private(set) var segments: [Int] = []

  /// Words that are worked on at a time: what a loop keeps in registers.
  static let block = 8

  init(columns: Int, segmentCounts: [Int]) {
    words = (max(columns, 1) + 64 * Self.block - 1) / (64 * Self.block) * Self.block
    var lanes = 0
    for count in segmentCounts {
      first.append(lanes)
      segments.append(count)
      lanes += count + 2
    }
    storage = Array(repeating: 0, count: lanes * words)
    isEmpty = Array(repeating: true, count: lanes)
  }

  mutating func deny(slot: Int, segment: Int, column: Int) {
    let lane = first[slot] + segment
    storage[lane * words + column >> 6] |= UInt64(1) << UInt64(column & 63)
    isEmpty[lane] = false
  }

  /// Fills in the two lanes behind each slot's segments. To be called once, when everything is denied that is.
  mutating func seal() {
    for slot in first.indices {
      let always = alwaysLane(of: slot)
      for word in 0..<words {
        var every = UInt64.max
        var some: UInt64 = 0
        for lane in first[slot]..<always {
          every &= storage[lane * words + word]
          some |= storage[lane * words + word]
        }
        storage[always * words + word] = every
        storage[(always + 1) * words + word] = some & ~every
        if every != 0 { isEmpty[always] = false }
        if some & ~every != 0 { isEmpty[always + 1] = false }
      }
    }
  }

  /// The lane of what a slot denies whatever its value.
  func alwaysLane(of slot: Int) -> Int { first[slot] + segments[slot] }
}
