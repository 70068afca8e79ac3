import Cairn

/// Writes a document line by line, and puts every comment where it belongs on the way.
struct LayoutWriter {
  let tree: NodeTree
  let marks: SourceMarks
  let source: SourceLines
  var lines: [LayoutLine] = []
  /// Comments that were placed out of their turn.
  private var placed: Set<Int> = []
  private var next = 0

  init(_ tree: NodeTree, _ marks: SourceMarks) {
    self.tree = tree
    self.marks = marks
    source = SourceLines(tree.source.bytes)
  }

  mutating func write() {
    guard let root = tree.root else { return }
    if root.isScalar || isInline(root, at: 0) {
      open(at: Int(root.record.start), until: Int(root.record.start), indent: 0)
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
      if !goesOn { open(at: Int(key.record.start), until: beginning(key, value), indent: indent) }
      goesOn = false
      append(key.range.text + ":")
      self.value(value, of: node, indent: indent, isItem: false)
    }
    for item in node.items {
      let start = Int(item.record.start)
      let dash = node.record.style == .flow ? start : marks.dash(before: start) ?? start
      if !goesOn { open(at: dash, until: beginning(item), indent: indent) }
      goesOn = false
      append("-")
      value(item, of: node, indent: indent, isItem: true)
    }
    close(node, indent: indent, parentColumn: parentColumn)
  }

  /// What stands behind a key or a dash; by itself, where there is no parent.
  private mutating func value(_ node: Node, of parent: Node?, indent: Int, isItem: Bool = false) {
    guard !node.isNull else { return }
    let space = parent == nil ? "" : " "
    let column = (lines.last.map { $0.indent + $0.text.displayWidth } ?? 0) + space.utf8.count
    if isInline(node, at: column) { return append(space + inlineText(node)) }
    let parentColumn = parent.map { source.column(Int($0.record.start)) } ?? 0
    if node.isScalar {
      if node.record.style == .block { return blockText(node, space, parentColumn, indent) }
      return severalLines(node, space, indent)
    }
    if isItem { append(" ") }
    block(node, indent: indent + 2, goesOn: isItem, parentColumn: isItem ? nil : parentColumn)
  }

  /// Where the last thing begins that will stand on an entry's first line: comments before it go above.
  private func beginning(_ key: Node, _ value: Node) -> Int {
    value.isScalar && !value.isNull ? Int(value.record.start) : Int(key.record.start)
  }

  private func beginning(_ item: Node) -> Int {
    if item.record.style != .flow {
      for (key, value) in item.entries { return beginning(key, value) }
      for inner in item.items { return beginning(inner) }
    }
    return Int(item.record.start)
  }

  // MARK: - Lines and comments

  mutating func append(_ text: String) {
    if lines.isEmpty { lines.append(LayoutLine(indent: 0, text: "")) }
    lines[lines.count - 1].text += text
  }

  mutating func add(_ line: LayoutLine) {
    var line = line
    if lines.last?.endsKeeping == true { line.followsGap = false }
    lines.append(line)
  }

  private mutating func add(_ comment: SourceMarks.Comment, indent: Int, followsGap: Bool) {
    add(LayoutLine(indent: indent, text: comment.text, followsGap: followsGap, isComment: true))
  }

  /// Begins the line of what stands at an offset, behind the comments before it.
  private mutating func open(at offset: Int, until beginning: Int, indent: Int) {
    flush(before: offset, indent: indent)
    var followsGap = source.followsBlankLine(offset)
    for index in next..<marks.comments.count {
      let comment = marks.comments[index]
      guard comment.offset < beginning else { break }
      guard comment.isOwnLine, placed.insert(index).inserted else { continue }
      add(comment, indent: indent, followsGap: followsGap)
      followsGap = false
    }
    add(LayoutLine(indent: indent, text: "", followsGap: followsGap))
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
    if placed.contains(next) { return }
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
