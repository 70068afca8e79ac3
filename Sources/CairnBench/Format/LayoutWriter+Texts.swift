import Cairn

extension LayoutWriter {
  // MARK: - On several lines

  /// A text that goes on over lines: what it says does not depend on their indent.
  mutating func severalLines(_ node: Node, _ space: String, _ indent: Int) {
    let parts = node.range.text.split(separator: "\n", omittingEmptySubsequences: false)
    // An escaped space or line end must keep what follows it.
    let keepsEnds = node.record.style == .quoted && node.range.text.utf8.contains(0x5C)
    for (index, part) in parts.enumerated() {
      var text = index == 0 ? part : part.drop { $0 == " " || $0 == "\t" }
      while !keepsEnds, let last = text.last, last == " " || last == "\t" { text.removeLast() }
      if index == 0 {
        append(space + text)
      } else {
        add(LayoutLine(indent: indent + 2, text: String(text), isContent: index < parts.count - 1))
      }
    }
  }

  /// A text in lines of its own, moved to its new indent and otherwise as it was.
  mutating func blockText(_ node: Node, _ space: String, _ parentColumn: Int, _ indent: Int) {
    let block = BlockText(node.record, source)
    append(space + String(decoding: source.bytes[block.header], as: UTF8.self))
    flush(before: block.content.lowerBound, indent: indent)
    let old = block.digit.map { parentColumn + $0 } ?? source.indent(block.content) ?? 0
    let new = indent + (block.digit ?? 2)
    for line in source.lines(block.content) {
      let text = source.bytes[line]
      let own = text.dropFirst(min(old, text.prefix { $0 == 0x20 }.count))
      add(LayoutLine(indent: new, text: String(decoding: own, as: UTF8.self), isContent: true))
    }
    if block.keepsBlankLines { lines[lines.count - 1].endsKeeping = true }
  }
}
