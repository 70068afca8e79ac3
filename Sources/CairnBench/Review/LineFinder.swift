import Cairn

/// Tells in which line something stands, looking through each file once.
struct LineFinder {
  private var starts: [ObjectIdentifier: [Int]] = [:]

  /// `rules/waiting.yaml:12`.
  mutating func fileAndLine(of range: SourceRange) -> String { "\(range.source.path):\(line(of: range))" }

  private mutating func line(of range: SourceRange) -> Int {
    let starts = starts(of: range.source)
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= range.start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where each line begins.
  private mutating func starts(of source: SourceText) -> [Int] {
    if let known = starts[ObjectIdentifier(source)] { return known }
    let found = [0] + source.bytes.indices.filter { source.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    starts[ObjectIdentifier(source)] = found
    return found
  }
}
