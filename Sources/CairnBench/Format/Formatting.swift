package import Cairn

/// A file of a rulebook in the one layout that all files share. Comments, blank lines and the author's quotes stay.
///
/// | what | how it is laid out |
/// | --- | --- |
/// | indent | two spaces a level, dashes of lists one level in from their key |
/// | space | one after `:` and `,`, none inside brackets, none at a line's end |
/// | blank lines | at most one in a row, none at the beginning and the end |
/// | brackets | what is on one line stays there; what goes over several is joined up to 120 columns, else written as lines |
/// | brackets with a comment about several entries | keep their lines, so that it stays beside all of them |
/// | comments | own lines at the indent of what follows; behind a line after two spaces, or where several share a column |
/// | quotes | as the author wrote them; added where other readers of YAML would take a text in brackets for something else |
package enum Formatting: Sendable {
  /// It has the layout already.
  case canonical
  /// The same file as it should look.
  case changed([UInt8])
  /// It cannot be read, so that nobody knows what would be kept.
  case refused([Diagnostic])

  /// What is joined to one line is no longer than this.
  static let joinedColumns = 120

  package static func of(_ source: SourceText) -> Formatting {
    var steps = 0
    return of(source, steps: &steps)
  }

  /// The same; adds how many bytes and lines were looked at.
  package static func of(_ source: SourceText, steps: inout Int) -> Formatting {
    let plain = SourceText(path: source.path, bytes: withPlainLineEnds(source.bytes))
    let before = YAMLReader.read(plain)
    guard let tree = before.tree, !before.diagnostics.contains(where: { $0.severity == .error }) else {
      // Places are those of the file as it is on disk.
      return .refused(YAMLReader.read(source).diagnostics)
    }
    let lines = SourceLines(plain.bytes)
    let marks = SourceMarks(tree, lines, warnings: before.diagnostics)
    var writer = LayoutWriter(tree, lines, marks)
    writer.write()
    steps += lines.steps
    let text = LayoutLine.drawn(writer.lines)
    guard isKept(tree, marks, before.diagnostics, in: text) else { return .refused([cannotBeKept(source)]) }
    return Array(text.utf8) == source.bytes ? .canonical : .changed(Array(text.utf8))
  }

  /// Line feeds alone, one at the end, and no byte order mark.
  private static func withPlainLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for index in bytes.indices.dropFirst(start) {
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      result.append(bytes[index])
    }
    if result.last != 0x0A { result.append(0x0A) }
    return result
  }

  /// The proof that nothing was lost: what was written is read again, and says the same with the same comments in the same order.
  private static func isKept(_ tree: NodeTree, _ marks: SourceMarks, _ warnings: [Diagnostic], in text: String) -> Bool {
    let after = YAMLReader.read(SourceText(path: tree.source.path, text: text))
    guard let other = after.tree, tree.says(theSameAs: other), warnings.map(\.message).sorted() == after.diagnostics.map(\.message).sorted()
    else { return false }
    let written = SourceMarks(other, warnings: after.diagnostics)
    return marks.comments.map(\.text) == written.comments.map(\.text)
  }

  package static func cannotBeKept(_ source: SourceText) -> Diagnostic {
    .error(
      .unsupportedYAML, "this file is written in a way that no other layout would keep", at: SourceRange(source, 0, 0),
      help: "it was left as it is")
  }
}

extension NodeTree {
  /// Whether two documents have the same structure and the same texts, each plain, quoted or in lines as in the other; what other readers
  /// of YAML would misread may have got its quotes.
  package func says(theSameAs other: NodeTree) -> Bool {
    guard records.count == other.records.count else { return false }
    return records.indices.allSatisfy { index in
      let (a, b) = (records[index], other.records[index])
      guard a.kind == b.kind, a.next == b.next else { return false }
      guard a.kind == .scalar else { return true }
      let text = Node(tree: self, index: Int32(index)).text
      guard text == Node(tree: other, index: Int32(index)).text else { return false }
      return a.style == b.style || a.style == .plain && b.style == .quoted && FlowText.isMisread(text)
    }
  }
}
