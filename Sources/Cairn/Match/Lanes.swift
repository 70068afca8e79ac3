/// Bitmaps over columns, in groups: of a slot's segments one each, saying which columns the segment denies, and behind them two more,
/// for a value of which nothing is known: what every segment denies, and what some do and some do not.
struct Lanes: Sendable {
  /// Words a lane, a multiple of the block.
  let words: Int
  private(set) var storage: [UInt64]
  /// Per lane, its first word; -1 of a lane without a bit, which costs nothing.
  private(set) var offsets: [Int]
  /// Per group, its first lane, and how many segments there are.
  private(set) var groups: [Group] = []

  struct Group: Sendable, BitwiseCopyable {
    var first: Int
    var segments: Int

    /// The lane of what is denied whatever the value; behind it, the lane of what waits.
    var always: Int { first &+ segments }
  }

  /// Words that are worked on at a time: what a loop keeps in registers.
  typealias Block = SIMD8<UInt64>

  init(columns: Int, segmentCounts: [Int]) {
    let block = Block.scalarCount
    words = (max(columns, 1) + 64 * block - 1) / (64 * block) * block
    var lanes = 0
    for count in segmentCounts {
      groups.append(Group(first: lanes, segments: count))
      lanes += count + 2
    }
    storage = Array(repeating: 0, count: lanes * words)
    offsets = Array(repeating: -1, count: lanes)
  }

  mutating func set(lane: Int, column: Int) {
    storage[lane * words + column >> 6] |= UInt64(1) << UInt64(column & 63)
    offsets[lane] = lane * words
  }

  /// Fills in the two lanes behind a group's segments. To be called once, when everything is denied that is.
  mutating func seal(_ group: Group) {
    for word in 0..<words {
      let (every, some) = denied(group.first..<group.always, word)
      storage[group.always * words + word] = every
      storage[(group.always + 1) * words + word] = some & ~every
      if every != 0 { offsets[group.always] = group.always * words }
      if some & ~every != 0 { offsets[group.always + 1] = (group.always + 1) * words }
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
}
