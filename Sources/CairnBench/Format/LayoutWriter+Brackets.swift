import Cairn

/// Lists and mappings in brackets: on one line, or on the lines that they were on.
extension LayoutWriter {
  /// Where the last thing begins that will be on an entry's first line, and where it ends.
  struct FirstLine {
    var begin: Int
    var end: Int
  }

  func firstLine(_ key: Node, _ value: Node, at column: Int) -> FirstLine {
    firstLine(value, behind: key, at: column + key.range.text.displayWidth + 2)
      ?? FirstLine(begin: Int(key.record.start), end: Int(key.record.end))
  }

  func firstLine(_ item: Node, at column: Int) -> FirstLine {
    if let line = firstLine(item, behind: nil, at: column) { return line }
    for (key, value) in item.entries { return firstLine(key, value, at: column) }
    for inner in item.items { return firstLine(inner, at: column + 2) }
    return FirstLine(begin: Int(item.record.start), end: Int(item.record.start))
  }

  /// Nil where a value has lines of its own.
  private func firstLine(_ value: Node, behind key: Node?, at column: Int) -> FirstLine? {
    let start = Int(value.record.start)
    if isInline(value, at: column), !value.isNull || key == nil { return FirstLine(begin: start, end: Int(value.record.end)) }
    if value.isScalar, !value.isNull {
      return FirstLine(begin: start, end: value.record.style == .block ? start : Int(value.record.end))
    }
    return keepsLines(value, behind: key) ? FirstLine(begin: start, end: start) : nil
  }

  // MARK: - On one line

  /// Whether a value is written on one line: a text of one line, or brackets without comments that were on one line or fit into one.
  func isInline(_ node: Node, at column: Int) -> Bool {
    if node.isScalar { return node.record.style != .block && !isOverLines(node) }
    guard node.record.style == .flow else { return false }
    guard isOverLines(node) else { return true }
    if marks.hasComment(in: Int(node.record.start)..<Int(node.record.end)) { return false }
    let inner = tree.records[Int(node.index)..<Int(node.record.next)]
    let isPlain = inner.allSatisfy { $0.kind != .scalar || source.line(Int($0.start)) == source.line(Int($0.end)) }
    return isPlain && column + inlineText(node).displayWidth <= Formatting.joinedColumns
  }

  private func isOverLines(_ node: Node) -> Bool { source.line(Int(node.record.start)) != source.line(Int(node.record.end)) }

  func inlineText(_ node: Node) -> String {
    switch node.kind {
    case .scalar: return node.range.text
    case .sequence: return "[" + node.items.map { innerText($0) }.joined(separator: ", ") + "]"
    case .mapping:
      let entries = node.entries.map { innerText($0, $1) }.joined(separator: ", ")
      return isBraced(node) ? "{" + entries + "}" : entries
    }
  }

  private func innerText(_ node: Node) -> String { node.isScalar ? FlowText.written(node) : inlineText(node) }

  private func innerText(_ key: Node, _ value: Node) -> String {
    if !value.isNull { return "\(FlowText.written(key)): \(innerText(value))" }
    return FlowText.written(key) + colon(behind: key)
  }

  /// A key with nothing behind it may do without.
  private func colon(behind key: Node) -> String { source.byte(source.skipSpaces(Int(key.record.end))) == 0x3A ? ": " : "" }

  /// A pair in a list needs no braces.
  private func isBraced(_ node: Node) -> Bool { node.isSequence || source.byte(Int(node.record.start)) == 0x7B }

  // MARK: - On the lines that they were on

  /// Whether a comment says something of several entries, or of a key and an entry, that lines of their own would part from it.
  func keepsLines(_ node: Node, behind key: Node?) -> Bool {
    guard node.record.style == .flow, !node.isScalar, isOverLines(node) else { return false }
    if node.record.next == node.index + 1 { return true }
    var seen: Set<Int> = []
    let parts = (key.map { [($0, $0)] } ?? []) + node.entries.map { ($0, $1) } + node.items.map { ($0, $0) }
    return parts.contains { first, last in
      let lines = source.line(Int(first.record.start))...source.line(Int(last.record.end))
      return lines.contains { marks.remarkedLines.contains($0) && !seen.insert($0).inserted }
    }
  }

  /// Goes on behind what is written, with a line wherever the author began one.
  mutating func bracketLines(_ node: Node, indent: Int) {
    let isBraced = isBraced(node)
    var at = Int(node.record.start) + (isBraced ? 1 : 0)
    if isBraced { append(node.isSequence ? "[" : "{") }
    var isFirst = true
    func comma() -> String { isFirst ? "" : ", " }
    for (key, value) in node.entries {
      append(comma())
      isFirst = false
      goOn(from: &at, with: key, indent: indent)
      if value.isNull { append(colon(behind: key)) } else { append(": ") }
      if !value.isNull { goOn(from: &at, with: value, indent: indent) }
    }
    for item in node.items {
      append(comma())
      isFirst = false
      goOn(from: &at, with: item, indent: indent)
    }
    guard isBraced else { return }
    breakLine(from: at, to: Int(node.record.end) - 1, indent: indent)
    append(node.isSequence ? "]" : "}")
  }

  private mutating func goOn(from at: inout Int, with node: Node, indent: Int) {
    breakLine(from: at, to: Int(node.record.start), indent: indent)
    at = Int(node.record.end)
    if !node.isScalar {
      let column = lines.last.map { $0.indent + $0.text.displayWidth } ?? 0
      return isInline(node, at: column) ? append(inlineText(node)) : bracketLines(node, indent: indent + 2)
    }
    if node.isPlain, FlowText.isMisread(node.text) || !isOverLines(node) { return append(FlowText.written(node)) }
    if isOverLines(node) { severalLines(node, "", indent) } else { append(node.range.text) }
  }

  private mutating func breakLine(from: Int, to: Int, indent: Int) {
    guard source.line(from) != source.line(to) else { return }
    flush(before: to, indent: indent)
    add(LayoutLine(indent: indent, text: "", followsGap: source.isFirst(to) && source.followsBlankLine(to)))
  }
}
