extension Diagnostic.Location {
  package init(_ range: SourceRange) {
    let start = max(range.start, 0)
    self.init(offsets: start..<max(start, range.end), source: range.source)
  }

  /// The file's path as the rulebook was named.
  public var path: String { source.path }
  /// The first line, from 1.
  public var line: Int { source.line(of: offsets.lowerBound).number }
  /// The first column, from 1; columns count what the eye sees.
  public var column: Int { source.position(of: offsets.lowerBound).column }
  /// The line of the end.
  public var endLine: Int { source.line(of: offsets.upperBound).number }
  /// The column just past the end.
  public var endColumn: Int { source.position(of: offsets.upperBound).column }
}

extension SourceRange {
  /// `file:line:column`, as problems and explanations name a place.
  package var reference: String {
    let position = source.position(of: start)
    return "\(source.path):\(position.line):\(position.column)"
  }
}
