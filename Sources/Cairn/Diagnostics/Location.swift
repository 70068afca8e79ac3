extension Diagnostic.Location {
  package init(_ range: SourceRange) {
    let start = max(range.start, 0)
    self.init(offsets: start..<max(start, range.end), source: range.source)
  }

  /// The file's path as the rulebook was named.
  public var path: String { source.path }
  /// The first line, from 1.
  public var line: Int { source.position(of: offsets.lowerBound).line }
  /// The first column, from 1; columns count what the eye sees.
  public var column: Int { source.position(of: offsets.lowerBound).column }
  /// The line of the end.
  public var endLine: Int { source.position(of: offsets.upperBound).line }
  /// The column just past the end.
  public var endColumn: Int { source.position(of: offsets.upperBound).column }
}

extension SourceText {
  /// Line and column of an offset, from 1; a column is a character as the eye counts them. O(offset).
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    let start = lineStart(of: offset)
    let line = bytes.withUnsafeBufferPointer { bytes in
      var newlines = 0
      for byte in bytes[..<start] where byte == UInt8(ascii: "\n") { newlines += 1 }
      return newlines + 1
    }
    return (line, text(start..<offset).count + 1)
  }

  /// The offset at which the line of an offset begins; a byte order mark is no part of the first.
  package func lineStart(of offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    if let newline = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) { return newline + 1 }
    return offset >= 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

extension SourceRange {
  /// `file:line:column`, as problems and explanations name a place.
  package var reference: String {
    let position = source.position(of: start)
    return "\(source.path):\(position.line):\(position.column)"
  }
}
