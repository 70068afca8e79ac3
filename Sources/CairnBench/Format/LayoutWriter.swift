import Cairn

/// Writes a document line by line, and puts every comment where it belongs on the way.
struct LayoutWriter {
  let tree: NodeTree
  let marks: SourceMarks
  let source: SourceLines
  var lines: [LayoutLine] = []
  /// The first comment that has no place yet.
  var next = 0

  init(_ tree: NodeTree, _ source: SourceLines, _ marks: SourceMarks) {
    self.tree = tree
    self.source = source
    self.marks = marks
  }

  mutating func write() {
    guard let root = tree.root else { return }
    if root.isScalar || isInline(root, at: 0) {
      let start = Int(root.record.start)
      open(at: start, FirstLine(begin: start, end: start), indent: 0)
      value(root, of: nil, indent: 0)
    } else {
      block(root, indent: 0, goesOn: false, parentColumn: nil)
    }
    flush(before: .max, indent: 0)
  }

  // MARK: - Lists and mappings

  /// Each entry on lines of its own; where it goes on behind a dash, the first on that line.
  private mutating func block(_ node: Node, indent: Int, goesOn: Bool, parentColumn: Int?) {
    var goesOn = goesOn
    for (key, value) in node.entries {
      if !goesOn { open(at: Int(key.record.start), firstLine(key, value, at: indent), indent: indent) }
      goesOn = false
      append(key.range.text + ":")
      self.value(value, of: node, key: key, indent: indent)
    }
    for item in node.items {
      let start = Int(item.record.start)
      let dash = node.record.style == .flow ? start : marks.dash(before: start) ?? start
      if !goesOn { open(at: dash, item.isNull ? FirstLine(begin: dash, end: dash) : firstLine(item, at: indent + 2), indent: indent) }
      goesOn = false
      append("-")
      value(item, of: node, indent: indent)
    }
    close(node, indent: indent, parentColumn: parentColumn)
  }

  /// What is behind a key, or without one behind a dash; by itself, where there is no parent.
  private mutating func value(_ node: Node, of parent: Node?, key: Node? = nil, indent: Int) {
    guard !node.isNull else { return }
    let isItem = parent?.isSequence == true
    let space = parent == nil ? "" : " "
    let column = (lines.last.map { $0.indent + $0.text.displayWidth } ?? 0) + space.utf8.count
    if isInline(node, at: column) { return append(space + inlineText(node)) }
    let parentColumn = parent.map { source.column(Int($0.record.start)) } ?? 0
    if node.isScalar {
      if node.record.style == .block { return blockText(node, space, parentColumn, indent) }
      return severalLines(node, space, indent)
    }
    if keepsLines(node, behind: key) {
      append(space)
      return bracketLines(node, indent: indent + 2)
    }
    if isItem { append(" ") }
    block(node, indent: indent + 2, goesOn: isItem, parentColumn: isItem ? nil : parentColumn)
  }

  // MARK: - Lines and comments

  mutating func append(_ text: String) {
    if lines.isEmpty { lines.append(LayoutLine(indent: 0, text: "")) }
    lines[lines.count - 1].text += text
  }

  mutating func add(_ line: LayoutLine) {
    var line = line
    while let last = lines.last, !last.isContent, last.text.last == " " { lines[lines.count - 1].text.removeLast() }
    if lines.last?.endsKeeping == true { line.followsGap = false }
    lines.append(line)
  }

  private mutating func add(_ comment: SourceMarks.Comment, indent: Int, followsGap: Bool) {
    add(LayoutLine(indent: indent, text: comment.text, followsGap: followsGap, isComment: true))
  }

  /// Begins the line of what is at an offset, behind the comments before it and those that its line has no room for.
  private mutating func open(at offset: Int, _ first: FirstLine, indent: Int) {
    flush(before: offset, indent: indent)
    var followsGap = source.isFirst(offset) && source.followsBlankLine(offset)
    for index in next..<firstBehind(first) {
      add(marks.comments[index], indent: indent, followsGap: followsGap)
      followsGap = false
      next = index + 1
    }
    add(LayoutLine(indent: indent, text: "", followsGap: followsGap))
  }

  /// The first comment that does not go above a line. One by itself, behind a key or a dash, goes behind the line, if no other is there.
  private func firstBehind(_ line: FirstLine) -> Int {
    var index = next
    var above = next
    while index < marks.comments.count, marks.comments[index].offset < line.begin {
      index += 1
      if marks.comments[index - 1].isOwnLine { above = index }
    }
    let isTaken =
      index < marks.comments.count && !marks.comments[index].isOwnLine
      && source.line(marks.comments[index].offset) == source.line(line.end)
    return index - above > (isTaken ? 0 : 1) ? index : above
  }

  /// Places the comments up to an offset.
  mutating func flush(before offset: Int, indent: Int) {
    while next < marks.comments.count, marks.comments[next].offset < offset {
      place(marks.comments[next], indent: indent)
      next += 1
    }
  }

  /// Behind the last line, or on a line of its own.
  private mutating func place(_ comment: SourceMarks.Comment, indent: Int) {
    if !comment.isOwnLine, let last = lines.last, last.comment == nil, !last.isContent, !last.isComment {
      lines[lines.count - 1].comment = comment
    } else {
      add(comment, indent: indent, followsGap: comment.isOwnLine && comment.followsGap)
    }
  }

  /// Comments at the end of a block are its own as long as they stand as far in as its entries do.
  private mutating func close(_ node: Node, indent: Int, parentColumn: Int?) {
    if node.record.style == .flow { return flush(before: Int(node.record.end), indent: indent) }
    let column = source.column(Int(node.record.start))
    let least = column == parentColumn ? column + 1 : column
    let following = Int(node.record.next)
    let limit = following < tree.records.count ? Int(tree.records[following].start) : .max
    while next < marks.comments.count, marks.comments[next].offset < limit {
      let comment = marks.comments[next]
      let isBehind = !comment.isOwnLine && source.lineStart(comment.offset) <= Int(node.record.end)
      guard isBehind || comment.isOwnLine && comment.column >= least else { return }
      place(comment, indent: indent)
      next += 1
    }
  }
}
