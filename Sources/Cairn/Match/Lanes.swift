/// Bitmaps over columns, in groups: of a slot's segments one each, saying which columns the segment denies, and behind them two more,
/// for a value of which nothing is known: what every segment denies, and what some do and some do not.
struct Lanes: Sendable {
  /// Words a lane, a multiple of the block.
  let words: Int
  private(set) var storage: [UInt64]
  /// Per lane, whether any bit is set: an empty lane costs nothing.
  private(set) var isEmpty: [Bool]
  /// Per group, its first lane and how many segments follow.
  private(set) var first: [Int] = []
  private(set) var segments: [Int] = []

  /// Words that are worked on at a time: what a loop keeps in registers.
  typealias Block = SIMD8<UInt64>

  init(columns: Int, segmentCounts: [Int]) {
    let block = Block.scalarCount
    words = (max(columns, 1) + 64 * block - 1) / (64 * block) * block
    var lanes = 0
    for count in segmentCounts {
      first.append(lanes)
      segments.append(count)
      lanes += count + 2
    }
    storage = Array(repeating: 0, count: lanes * words)
    isEmpty = Array(repeating: true, count: lanes)
  }

  mutating func set(lane: Int, column: Int) {
    storage[lane * words + column >> 6] |= UInt64(1) << UInt64(column & 63)
    isEmpty[lane] = false
  }

  /// Fills in the two lanes behind a group's segments. To be called once, when everything is denied that is.
  mutating func seal(_ group: Int) {
    let always = alwaysLane(of: group)
    for word in 0..<words {
      let (every, some) = denied(first[group]..<always, word)
      storage[always * words + word] = every
      storage[(always + 1) * words + word] = some & ~every
      if every != 0 { isEmpty[always] = false }
      if some & ~every != 0 { isEmpty[always + 1] = false }
    }
  }

  /// What each of some lanes denies, and what any does.
  func denied(_ lanes: Range<Int>, _ word: Int) -> (every: UInt64, some: UInt64) {
    var every = UInt64.max
    var some: UInt64 = 0
    for lane in lanes {
      every &= storage[lane * words + word]
      some |= storage[lane * words + word]
    }
    return (every, some)
  }

  /// The lane of what a group denies whatever the value; behind it, the lane of what waits.
  func alwaysLane(of group: Int) -> Int { first[group] + segments[group] }
}
