extension DiseaseNames {
  /// Each key and each text of a file that names a disease. Evidence may come from anywhere, and is left alone.
  static func warnings(in tree: NodeTree) -> [Diagnostic] {
    guard let root = tree.root else { return [] }
    return root.entries.flatMap { key, value in key.text == "evidence" ? [] : warnings(in: key) + warnings(in: value) }
  }

  private static func warnings(in node: Node) -> [Diagnostic] {
    switch node.kind {
    case .mapping: node.entries.flatMap { warnings(in: $0.key) + warnings(in: $0.value) }
    case .sequence: node.items.flatMap { warnings(in: $0) }
    case .scalar: warning(in: node).map { [$0] } ?? []
    }
  }

  private static func warning(in node: Node) -> Diagnostic? {
    guard let word = written(in: node.text) else { return nil }
    return .warning(
      .pluginNamesDisease, "a support type serves every condition, and this one names `\(word)`", at: place(of: word, in: node.range),
      help: "speak of needs and circumstances; for which condition it is suggested is for rules to say")
  }

  /// The word itself, where it stands there as it is named.
  private static func place(of word: String, in range: SourceRange) -> SourceRange {
    let (text, wanted) = (Array(range.text.utf8), Array(word.utf8))
    guard wanted.count <= text.count else { return range }
    let start = (0...text.count - wanted.count).first { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
    return start.map { SourceRange(range.source, range.start + $0, range.start + $0 + wanted.count) } ?? range
  }
}
