/// How messages speak of nodes.
extension Node {
  /// JSON's `null`, which says no more than leaving its key out; in YAML a key with nothing behind it is a mistake.
  package var isJSONNull: Bool {
    let record = record
    // What stands in the source as its own value is not empty.
    return record.text >= 0 && isPlain && !isNull && tree.texts[Int(record.text)].isEmpty
  }

  /// What stands here, in a few words.
  package var found: String {
    switch kind {
    case .scalar: isNull ? "nothing" : "`\(excerpt)`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// A scalar's text as far as one line of a message holds it.
  package var excerpt: String {
    let line = text.prefix { $0 != "\n" }
    return line.count > 40 || line.endIndex != text.droppingTrailingSpace.endIndex ? "\(line.prefix(40))…" : String(line)
  }

  /// Where to point at a node: at all of what stands on one line, and at the beginning of what goes over several.
  package var anchor: SourceRange {
    let record = record
    guard record.kind != .scalar, record.style != .flow else { return range }
    for child in NodeChildren(parent: self, of: record.kind) { return child.anchor }
    return range
  }

  /// The node on one line, as it would be written between braces.
  package var flowText: String {
    let written = range.text
    switch kind {
    case .scalar:
      guard record.style == .block || written.contains("\n") else { return written }
      return "\"" + text.droppingTrailingSpace.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        + "\""
    case .sequence: return "[" + items.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping: return "{" + entries.map { "\($0.key.flowText): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }
}
