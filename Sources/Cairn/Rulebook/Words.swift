/// Words and their places in a list, found in a node without making a `String` of it: every key and every fact's name of a rulebook is
/// looked for. Finding one takes the same time however many there are.
package struct Words: Sendable {
  package private(set) var all: [String] = []
  private var marks: [Mark] = []
  /// For each hash the place of a word, or of the one that was there first; at least half of it is empty.
  private var table: [Int32] = []

  package init() {}

  package init(_ words: some Sequence<String>) {
    for word in words { append(word) }
  }

  /// Adds a word; of one that is there already the first place counts.
  package mutating func append(_ word: String) {
    var word = word
    marks.append(word.withUTF8 { Mark($0) })
    all.append(word)
    if all.count * 2 > table.count { makeRoom() } else { enter(all.count - 1) }
  }

  package subscript(word: String) -> Int? { index(of: word) }

  package func index(of word: String) -> Int? {
    if let found = word.utf8.withContiguousStorageIfAvailable({ index(of: $0) }) { return found }
    return Array(word.utf8).withUnsafeBufferPointer { index(of: $0) }
  }

  /// The place of the word that a scalar holds.
  package func index(of node: Node) -> Int? { index(of: node.record, in: node.tree) }

  func index(of record: NodeTree.Record, in tree: NodeTree) -> Int? { tree.withUTF8(of: record) { index(of: $0) } }

  package func contains(_ word: String) -> Bool { index(of: word) != nil }
  package func contains(_ node: Node) -> Bool { index(of: node) != nil }

  private func index(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !table.isEmpty else { return nil }
    let mark = Mark(word)
    var slot = mark.hash & (table.count - 1)
    while table[slot] != Self.empty {
      let index = Int(table[slot])
      if marks[index] == mark, mark.isWhole || all[index].utf8.elementsEqual(word) { return index }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  private static let empty: Int32 = -1

  private mutating func makeRoom() {
    table = [Int32](repeating: Self.empty, count: max(8, table.count * 4))
    for index in all.indices { enter(index) }
  }

  private mutating func enter(_ index: Int) {
    var slot = marks[index].hash & (table.count - 1)
    while table[slot] != Self.empty { slot = (slot + 1) & (table.count - 1) }
    table[slot] = Int32(index)
  }

  /// A word's length, its first eight bytes and its last: few words need more to be told apart.
  private struct Mark: Equatable {
    private let count: Int
    private let head: UInt64
    private let tail: UInt64

    @inline(__always)
    init(_ word: UnsafeBufferPointer<UInt8>) {
      count = word.count
      let bytes = UnsafeRawBufferPointer(word)
      if count >= 8 {
        head = bytes.loadUnaligned(as: UInt64.self)
        tail = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      } else if count >= 4 {
        head = UInt64(bytes.loadUnaligned(as: UInt32.self))
        tail = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      } else {
        head = bytes.reduce(0) { $0 << 8 | UInt64($1) }
        tail = 0
      }
    }

    /// Whether it holds the word to its end.
    var isWhole: Bool { count <= 16 }

    var hash: Int {
      let mixed = ((head ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15 ^ tail) &* 0xD6E8_FEB8_6659_FD93
      return Int(mixed >> 32)
    }
  }
}
