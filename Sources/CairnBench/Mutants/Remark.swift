import Cairn

extension SourceRange {
  private static let marker = "# untested:"

  /// What a comment says on the line where this begins, or in the lines of comment right above: `# untested: why`.
  package var remark: String? {
    let line = source.line(of: start).range
    var above: [Substring] = []
    var first = line.lowerBound
    let top = source.lineStart(of: 0)
    while first > top, let comment = source.comment(on: source.line(of: first - 1).range) {
      above.append(comment)
      first = source.lineStart(of: first - 1)
    }
    let comment = above.reversed().joined(separator: " ")
    return Self.remark(in: source.text(line)) ?? Self.remark(in: comment)
  }

  private static func remark(in text: String) -> String? {
    guard let found = text.firstRange(of: marker) else { return nil }
    let words = text[found.upperBound...].split(separator: " ").filter { $0 != "#" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension SourceText {
  /// A line that is nothing but a comment.
  fileprivate func comment(on line: Range<Int>) -> Substring? {
    let text = text(line).drop { $0 == " " }
    return text.hasPrefix("#") ? text : nil
  }
}
