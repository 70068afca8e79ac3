extension Diagnostic.Location {
  package init(_ range: SourceRange) {
    let start = range.source.position(of: range.start)
    let end = range.source.position(of: max(range.start, range.end))
    self.init(
      path: range.source.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column,
      offsets: range.start..<max(range.start, range.end), source: range.source)
  }
}

extension SourceText {
  /// Line and column of an offset, from 1; a column is a character as the eye counts them. O(offset).
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    let before = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
    return (line, before.count + 1)
  }
}

extension SourceRange {
  /// `file:line:column`, as problems and explanations name a place.
  package var reference: String {
    let position = source.position(of: start)
    return "\(source.path):\(position.line):\(position.column)"
  }
}
