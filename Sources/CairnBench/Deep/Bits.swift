/// A set of small numbers, 64 to a word.
struct Bits: Sendable, Hashable {
  private var words: [UInt64]

  init(count: Int, all: Bool = false) {
    words = Array(repeating: all ? .max : 0, count: (count + 63) / 64)
    if all, count % 64 != 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  func contains(_ number: Int) -> Bool { words[number >> 6] & (1 << UInt64(number & 63)) != 0 }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  mutating func formUnion(_ other: Bits) { for index in words.indices { words[index] |= other.words[index] } }
  mutating func formIntersection(_ other: Bits) { for index in words.indices { words[index] &= other.words[index] } }
  mutating func subtract(_ other: Bits) { for index in words.indices { words[index] &= ~other.words[index] } }

  /// The numbers in it, in order.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }
}
