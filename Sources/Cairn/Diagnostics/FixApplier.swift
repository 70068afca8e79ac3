/// Applies the mends that diagnostics carry.
package enum FixApplier {
  /// The bytes of one file with every mend for it applied, from the start on, and how many were.
  ///
  /// A mend is left out where it overlaps an earlier one, says the same, lies outside the text or cuts a letter in two, or belongs to
  /// another state of the file than `bytes`. Two that put different texts at one place overlap.
  package static func apply(_ diagnostics: [Diagnostic], to bytes: [UInt8], path: String) -> (bytes: [UInt8], applied: Int) {
    let current = diagnostics.inOrder().filter { diagnostic in
      guard let source = diagnostic.location?.source, source.path == path else { return true }
      return source.bytes == bytes
    }
    var fixes = current.flatMap(\.fixes).filter { $0.path == path && isSound($0.range, in: bytes) }
    fixes.sort { ($0.range.lowerBound, $0.range.upperBound, $0.replacement) < ($1.range.lowerBound, $1.range.upperBound, $1.replacement) }

    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    var last: Range<Int>?
    var applied = 0
    for fix in fixes where last.map({ startsAfter(fix.range, $0) }) ?? true {
      result += bytes[copied..<fix.range.lowerBound]
      result += Array(fix.replacement.utf8)
      copied = fix.range.upperBound
      last = fix.range
      applied += 1
    }
    return (result + bytes[copied...], applied)
  }

  private static func startsAfter(_ next: Range<Int>, _ last: Range<Int>) -> Bool {
    next.lowerBound >= last.upperBound && next.lowerBound > last.lowerBound
  }

  private static func isSound(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || offset < bytes.count && bytes[offset] & 0xC0 != 0x80 }
    return range.lowerBound >= 0 && isBoundary(range.lowerBound) && isBoundary(range.upperBound)
  }
}
