import Cairn

extension SourceRange {
  private static let marker = "# untested:"

  /// What a comment says on the line where this begins, or in the lines of comment right above: `# untested: why`.
  package var remark: String? {
    let start = source.lineStart(of: start)
    let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
    let above = source.text(0..<start).split(separator: "\n", omittingEmptySubsequences: false).dropLast().reversed()
      .map { $0.drop { $0 == " " } }.prefix { $0.hasPrefix("#") }.reversed()
    let comment = above.map { String($0) }.joined(separator: " ")
    return Self.remark(in: source.text(start..<end)) ?? Self.remark(in: comment)
  }

  private static func remark(in text: String) -> String? {
    guard let found = text.firstRange(of: marker) else { return nil }
    let words = text[found.upperBound...].split(separator: " ").filter { $0 != "#" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
