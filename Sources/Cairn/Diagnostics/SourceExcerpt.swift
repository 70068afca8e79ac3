/// One line of an author's file as a screen shows it, and the mark under a stretch of it.
///
/// Columns are the terminal's: tabs are filled up with spaces, wide letters take two, what would steer the terminal is named.
struct SourceExcerpt {
  let line: Int
  let text: String
  let mark: String

  /// More columns than this are cut, around the stretch.
  static let width = 120
  private static let contextBefore = 40
  /// Far more bytes than fit the width: a file that is one line of a megabyte is not decoded for a screen.
  private static let bytesBefore = 1024, bytesAfter = 2048
  private static let tabStop = 4

  /// Nil where there is no line to show: the file itself is meant (an empty stretch at its start).
  init?(_ location: Diagnostic.Location) {
    let bytes = location.source.bytes
    let range = location.offsets.clamped(to: 0..<bytes.count)
    guard range.upperBound > 0 else { return nil }
    let (lineRange, marked) = Self.lineAndMark(of: range, in: location.source)
    let shown = Self.window(of: lineRange, around: marked, in: bytes)

    var before = Cells(bytes[shown.lowerBound..<marked.lowerBound], from: 0)
    var middle = Cells(bytes[marked], from: before.width)
    var after = Cells(bytes[marked.upperBound..<shown.upperBound], from: before.width + middle.width)
    let cutBefore = before.cutStart(
      alreadyCut: shown.lowerBound > lineRange.lowerBound, keeping: Self.contextBefore,
      unlessFits: before.width + min(middle.width, Self.width / 2) < Self.width)
    var room = Self.width - before.width - (cutBefore ? 1 : 0)
    let cutMiddle = middle.cutEnd(to: room, alreadyCut: marked.count > Self.bytesAfter)
    room -= middle.width + (cutMiddle ? 1 : 0)
    let cutAfter = !cutMiddle && after.cutEnd(to: room, alreadyCut: shown.upperBound < lineRange.upperBound)

    line = location.line
    let tail = cutMiddle ? "…" : after.text + (cutAfter ? "…" : "")
    text = Self.trimmed((cutBefore ? "…" : "") + before.text + middle.text + tail)
    let indent = String(repeating: " ", count: before.width + (cutBefore ? 1 : 0))
    mark = indent + "^" + String(repeating: "~", count: max(0, middle.width - 1))
  }

  /// The first line that a stretch touches, and the stretch's part of it.
  private static func lineAndMark(of range: Range<Int>, in source: SourceText) -> (line: Range<Int>, marked: Range<Int>) {
    let bytes = source.bytes
    let line = source.line(of: range.lowerBound).range
    let start = max(range.lowerBound, line.lowerBound)
    var lineEnd = line.upperBound
    if lineEnd > start, bytes[lineEnd - 1] == UInt8(ascii: "\r") { lineEnd -= 1 }
    var end = min(range.upperBound, lineEnd)
    if range.upperBound > lineEnd {
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    }
    return (line.lowerBound..<max(lineEnd, start), start..<max(end, start))
  }

  private static func window(of line: Range<Int>, around marked: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = max(line.lowerBound, marked.lowerBound - bytesBefore)
    while start < marked.lowerBound, start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(line.upperBound, max(marked.upperBound, marked.lowerBound + bytesAfter))
    while end > marked.upperBound, end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  private static func trimmed(_ text: String) -> String {
    guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
    return String(text[...last])
  }

  /// A stretch of a line, character by character, with the columns each takes.
  private struct Cells {
    private(set) var cells: [(text: String, width: Int)] = []
    private(set) var width = 0

    var text: String { cells.map(\.text).joined() }

    init(_ bytes: ArraySlice<UInt8>, from column: Int) {
      for character in String(decoding: bytes.prefix(SourceExcerpt.bytesAfter), as: UTF8.self) {
        let text = Self.drawn(character, at: column + width)
        let columns = text.displayWidth
        cells.append((text, columns))
        width += columns
      }
    }

    private static func drawn(_ character: Character, at column: Int) -> String {
      if character == "\t" { return String(repeating: " ", count: tabStop - column % tabStop) }
      if let only = character.unicodeScalars.first, character.unicodeScalars.count == 1, only.properties.generalCategory == .format {
        return Escaping.name(of: only)
      }
      return Escaping.terminalLine(String(character))
    }

    /// Takes away from the start what does not fit; true if anything is missing there.
    mutating func cutStart(alreadyCut: Bool, keeping columns: Int, unlessFits fits: Bool) -> Bool {
      if fits && !alreadyCut { return false }
      var drop = 0
      while width > columns, drop < cells.count {
        width -= cells[drop].width
        drop += 1
      }
      cells.removeFirst(drop)
      return alreadyCut || drop > 0
    }

    /// Takes away from the end what does not fit; true if anything is missing there, and then one column is kept for the mark of it.
    mutating func cutEnd(to columns: Int, alreadyCut: Bool) -> Bool {
      if width <= columns && !alreadyCut { return false }
      while width > max(columns - 1, 0), let last = cells.popLast() { width -= last.width }
      return true
    }
  }
}
