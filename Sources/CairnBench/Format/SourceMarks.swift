import Cairn

/// What stands between the values of a file and belongs to none: comments, and the dashes of lists.
struct SourceMarks {
  struct Comment {
    var offset: Int
    /// With its `#`, without blanks at its end.
    var text: String
    /// Whether nothing stands before it on its line.
    var isOwnLine: Bool
    /// Where it begins, as the eye counts.
    var column: Int
    /// Whether a blank line stands before it.
    var followsGap: Bool
    /// Whether the reader doubts that it was meant as one: it is left as near as it stands, so that the doubt stays.
    var isDoubtful: Bool
  }

  private(set) var comments: [Comment] = []
  private(set) var dashes: [Int] = []
  /// The numbers of the lines of which a comment says something: those that it is behind, and the one right below it.
  private(set) var remarkedLines: Set<Int> = []

  init(_ tree: NodeTree, warnings: [Diagnostic]) { self.init(tree, SourceLines(tree.source.bytes), warnings: warnings) }

  init(_ tree: NodeTree, _ text: SourceLines, warnings: [Diagnostic]) {
    let doubtful = Set(warnings.filter { $0.code == .commentInText }.compactMap { $0.location?.offsets.lowerBound })
    var at = 0
    for covered in Self.covered(tree, text) {
      scan(at..<covered.lowerBound, text, doubtful)
      at = max(at, covered.upperBound)
    }
    scan(at..<text.bytes.count, text, doubtful)
  }

  /// The stretches of the file that are texts, in which a `#` is a letter.
  private static func covered(_ tree: NodeTree, _ text: SourceLines) -> [Range<Int>] {
    tree.records.flatMap { record -> [Range<Int>] in
      guard record.kind == .scalar, record.end > record.start else { return [] }
      guard record.style == .block else { return [Int(record.start)..<Int(record.end)] }
      let block = BlockText(record, text)
      return [block.header, block.content]
    }
  }

  private mutating func scan(_ range: Range<Int>, _ text: SourceLines, _ doubtful: Set<Int>) {
    guard range.lowerBound < range.upperBound else { return }
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text.byte(at)
      if byte == 0x23 {
        at = add(at, text, isDoubtful: doubtful.contains(at))
      } else if byte == 0x2D {
        let isMarker = text.byte(at + 1) == 0x2D && at == text.lineStart(at)
        if !isMarker { dashes.append(at) }
        at += isMarker ? 3 : 1
      } else {
        at += 1
      }
    }
  }

  /// Notes the comment that begins at an offset; where it ends.
  private mutating func add(_ at: Int, _ text: SourceLines, isDoubtful: Bool) -> Int {
    let (start, end) = (text.lineStart(at), text.lineEnd(at))
    let isOwnLine = text.skipSpaces(start) == at
    comments.append(
      Comment(
        offset: at, text: text.trimmed(at..<end), isOwnLine: isOwnLine,
        column: String(decoding: text.bytes[start..<at], as: UTF8.self).displayWidth, followsGap: text.followsBlankLine(at),
        isDoubtful: isDoubtful))
    remarkedLines.insert(text.line(at) + (isOwnLine ? 1 : 0))
    return end
  }

  /// The dash of a list's item: the last one before it.
  func dash(before offset: Int) -> Int? {
    let index = Self.first(of: dashes.count) { dashes[$0] >= offset }
    return index > 0 ? dashes[index - 1] : nil
  }

  func hasComment(in range: Range<Int>) -> Bool {
    let index = Self.first(of: comments.count) { comments[$0].offset >= range.lowerBound }
    return index < comments.count && comments[index].offset < range.upperBound
  }

  /// The first place for which something holds that holds for all later ones too; their count if there is none.
  private static func first(of count: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Where the parts of a text in lines of its own (`|`, `>`) lie.
struct BlockText {
  /// The sign with what belongs to it, as `>-`.
  let header: Range<Int>
  /// Whole lines, the last with its line feed.
  let content: Range<Int>
  /// Whether blank lines at the end belong to it.
  let keepsBlankLines: Bool
  /// The indent as a digit behind the sign.
  let digit: Int?

  init(_ record: NodeTree.Record, _ text: SourceLines) {
    let start = Int(record.start)
    var end = start + 1
    while [0x2B, 0x2D].contains(text.byte(end)) || (0x30...0x39).contains(text.byte(end)) { end += 1 }
    header = start..<end
    let signs = text.bytes[header]
    keepsBlankLines = signs.contains(0x2B)
    digit = signs.first { (0x31...0x39).contains($0) }.map { Int($0) - 0x30 }
    let first = text.nextLine(end)
    var last = Int(record.end) > first ? text.nextLine(Int(record.end)) : first
    let indent = text.indent(first..<last)
    var line = last
    while line < text.bytes.count, text.isBlankLine(line) {
      let next = text.nextLine(line)
      if keepsBlankLines || text.lineEnd(line) - line > indent ?? .max { last = next }
      line = next
    }
    content = first..<last
  }
}
