/// The lines of a text. Every offset may lie outside.
struct SourceLines {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func byte(_ at: Int) -> UInt8 { bytes.indices.contains(at) ? bytes[at] : 0 }

  func lineStart(_ at: Int) -> Int {
    var index = min(max(at, 0), bytes.count)
    while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
    return index
  }

  func lineEnd(_ at: Int) -> Int {
    var index = min(max(at, 0), bytes.count)
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  func nextLine(_ at: Int) -> Int { min(lineEnd(at) + 1, bytes.count) }

  func skipSpaces(_ at: Int) -> Int {
    var index = at
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    return index
  }

  func isBlankLine(_ at: Int) -> Bool { skipSpaces(lineStart(at)) >= lineEnd(at) }

  func followsBlankLine(_ at: Int) -> Bool {
    let start = lineStart(at)
    return start > 0 && isBlankLine(start - 1)
  }

  func column(_ at: Int) -> Int { at - lineStart(at) }

  /// The spaces before the first line with something on it.
  func indent(_ range: Range<Int>) -> Int? {
    var line = range.lowerBound
    while line < range.upperBound {
      if !isBlankLine(line) { return skipSpaces(line) - line }
      line = nextLine(line)
    }
    return nil
  }

  /// The lines of a range of whole lines, without their ends.
  func lines(_ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var line = range.lowerBound
    while line < range.upperBound {
      result.append(line..<min(lineEnd(line), range.upperBound))
      line = nextLine(line)
    }
    return result
  }

  func trimmed(_ range: Range<Int>) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(start) { start += 1 }
    while end > start, isSpace(end - 1) { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func isSpace(_ at: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte(at)) }
}
