/// A few words with a meaning of their own, found in a node without making a `String` of it: every key of a rulebook is looked for.
package struct Words: Sendable {
  package let all: [String]
  private let marks: [Mark]

  package init(_ all: [String]) {
    self.all = all
    marks = all.map { word in
      var word = word
      return word.withUTF8 { Mark($0) }
    }
  }

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
    let mark = Mark(word)
    for (index, other) in marks.enumerated() where other == mark {
      if mark.isWhole || all[index].utf8.elementsEqual(word) { return index }
    }
    return nil
  }

  /// A word's length and its first seven bytes as one number: few words need more to be told apart.
  private struct Mark: Equatable {
    private var bits: UInt64

    init(_ word: UnsafeBufferPointer<UInt8>) {
      bits = UInt64(min(word.count, 255))
      for byte in word.prefix(7) { bits = bits << 8 | UInt64(byte) }
      if word.count < 7 { bits <<= 8 * UInt64(7 - word.count) }
    }

    /// Whether it holds the word to its end.
    var isWhole: Bool { bits >> 56 <= 7 }
  }
}
