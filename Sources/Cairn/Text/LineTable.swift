import Synchronization

/// Where the lines of one file begin, found once, when somebody first asks for a line; and how far into a long line its places are.
final class LineTable: Sendable {
  private struct State {
    /// Offsets at which lines begin; a byte order mark is no part of the first.
    var starts: [Int] = []
    /// Per long line, places of it, each where a character begins. Grows as far as somebody asked.
    var marks: [Int: [Mark]] = [:]
  }

  /// A place of a line, and how many characters, as the eye and as Unicode counts them, stand before it.
  private struct Mark {
    var offset: Int
    var characters = 0
    var codePoints = 0
  }

  private let state = Mutex(State())
  /// Bytes from one mark to the next.
  private static let stride = 1024

  /// The line of an offset, from 0, and where it begins and ends: past its last byte, before the line feed.
  func line(of offset: Int, in bytes: [UInt8]) -> (number: Int, range: Range<Int>) {
    state.withLock { state in
      Self.find(&state, bytes)
      let number = Self.line(of: offset, state.starts)
      let isLast = number + 1 == state.starts.count
      return (number, state.starts[number]..<(isLast ? bytes.count : state.starts[number + 1] - 1))
    }
  }

  /// The line of an offset, and how many characters and how many code points of it stand before the offset.
  func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, characters: Int, codePoints: Int) {
    state.withLock { state in
      Self.find(&state, bytes)
      let number = Self.line(of: offset, state.starts)
      let mark = Self.mark(before: offset, inLine: number, &state, bytes)
      let rest = bytes[mark.offset..<max(offset, mark.offset)]
      return (number, mark.characters + Self.characters(rest), mark.codePoints + Self.codePoints(rest))
    }
  }

  private static func find(_ state: inout State, _ bytes: [UInt8]) {
    guard state.starts.isEmpty else { return }
    Steps.count(bytes.count)
    state.starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == 0x0A { state.starts.append(index + 1) }
    }
  }

  /// The last line that begins at an offset or before it; the first where none does.
  private static func line(of offset: Int, _ starts: [Int]) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      Steps.count()
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The nearest mark of a line before an offset.
  private static func mark(before offset: Int, inLine number: Int, _ state: inout State, _ bytes: [UInt8]) -> Mark {
    let first = Mark(offset: state.starts[number])
    guard offset - first.offset > stride else { return first }
    var marks = state.marks.removeValue(forKey: number) ?? [first]
    while let last = marks.last, offset - last.offset > stride, let next = mark(after: last, in: bytes) { marks.append(next) }
    let index = marks.partitioned { $0.offset <= offset }
    defer { state.marks[number] = marks }
    return marks[max(index - 1, 0)]
  }

  /// A character that ends with a stretch of bytes may go on behind it, so the mark stands before that character.
  private static func mark(after mark: Mark, in bytes: [UInt8]) -> Mark? {
    var length = stride
    while mark.offset + length < bytes.count {
      var end = mark.offset + length
      while end > mark.offset, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      let text = String(decoding: bytes[mark.offset..<end], as: UTF8.self)
      Steps.count(end - mark.offset)
      if let last = text.last, text.utf8.count == end - mark.offset, last.utf8.count < text.utf8.count {
        let next = end - last.utf8.count
        return Mark(
          offset: next, characters: mark.characters + text.count - 1,
          codePoints: mark.codePoints + codePoints(bytes[mark.offset..<next]))
      }
      length *= 2
    }
    return nil
  }

  private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
    Steps.count(bytes.count)
    return bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self).count }
  }

  private static func codePoints(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
  }
}

extension Array {
  /// How many elements at the start are so, where no later one is.
  fileprivate func partitioned(_ isSo: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSo(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
