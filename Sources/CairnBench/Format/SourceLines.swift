/// The lines of a text. Every offset may lie outside.
final class SourceLines {
  let bytes: [UInt8]
  /// Where each line begins, in order.
  private let starts: [Int]
  /// How many bytes and lines were looked at: what a layout costs.
  private(set) var steps = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  func byte(_ at: Int) -> UInt8 {
    steps += 1
    return bytes.indices.contains(at) ? bytes[at] : 0
  }

  /// The number of the line that an offset is on, from zero; a line feed is on the line that it ends.
  func line(_ at: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      steps += 1
      let middle = (low + high) / 2
      if starts[middle] <= at { low = middle } else { high = middle }
    }
    return low
  }

  func lineStart(_ at: Int) -> Int { starts[line(at)] }

  func lineEnd(_ at: Int) -> Int {
    let next = line(at) + 1
    return next < starts.count ? starts[next] - 1 : bytes.count
  }

  func nextLine(_ at: Int) -> Int { min(lineEnd(at) + 1, bytes.count) }

  func skipSpaces(_ at: Int) -> Int {
    var index = at
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    return index
  }

  func isBlankLine(_ at: Int) -> Bool { skipSpaces(lineStart(at)) >= lineEnd(at) }

  /// Whether nothing is before an offset on its line.
  func isFirst(_ at: Int) -> Bool { skipSpaces(lineStart(at)) >= at }

  /// Whether a blank line is above what an offset's line begins with.
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
