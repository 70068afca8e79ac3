/// The lines of a file, as a message about one of them needs to see it. Every offset may lie outside; nothing here traps.
struct YAMLLines {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at an offset, 0 outside the file.
  func byte(_ at: Int) -> UInt8 { at >= 0 && at < bytes.count ? bytes[at] : 0 }

  func isBlank(_ at: Int) -> Bool { byte(at) == 0x20 || byte(at) == 0x09 }

  /// Whether a word ends before this offset: at a blank, a line's end or the file's.
  func isBreak(_ at: Int) -> Bool { at >= bytes.count || isBlank(at) || byte(at) == 0x0A || byte(at) == 0x0D }

  func lineStart(_ at: Int) -> Int {
    var index = min(max(at, 0), bytes.count)
    while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
    return index
  }

  /// Past the line's last character, before its line feed or carriage return.
  func lineEnd(_ at: Int) -> Int {
    var index = min(max(at, 0), bytes.count)
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index > 0 && index < bytes.count && byte(index - 1) == 0x0D && index - 1 >= at ? index - 1 : index
  }

  /// Where the line after that of an offset begins, or the end of the file.
  func nextLine(_ at: Int) -> Int {
    var index = max(at, 0)
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return min(index + 1, bytes.count)
  }

  func skipBlanks(_ at: Int) -> Int {
    var index = at
    while isBlank(index) { index += 1 }
    return index
  }

  /// The offset of the first character of the line that is no blank.
  func contentStart(_ at: Int) -> Int { skipBlanks(lineStart(at)) }

  /// Past the last character of the line that belongs to neither a comment nor the blanks at its end.
  func contentEnd(_ at: Int, comments: Bool = true) -> Int {
    var end = lineEnd(at)
    if comments {
      var index = max(at, 1)
      while index < end {
        if byte(index) == 0x23, isBlank(index - 1) { end = index }
        index += 1
      }
    }
    return trimmed(at, end)
  }

  /// `end` moved back over blanks and line ends, not before `start`.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = min(end, bytes.count)
    while end > start, isBreak(end - 1) { end -= 1 }
    return end
  }

  /// Blanks before a line's first character.
  func indentation(_ at: Int) -> Int { contentStart(at) - lineStart(at) }

  func isContent(_ at: Int) -> Bool { !isBreak(at) && byte(at) != 0x23 }

  /// The first character of the nearest line above that is neither empty nor a comment.
  func previousContent(_ at: Int) -> Int? {
    var start = lineStart(at)
    while start > 0 {
      start = lineStart(start - 1)
      if isContent(skipBlanks(start)) { return skipBlanks(start) }
    }
    return nil
  }

  /// The first character from an offset on that is neither blank nor in a comment; whole lines `...` are passed over.
  func firstContent(from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      at = skipBlanks(at)
      let ends = byte(at) == 0x2E && byte(at + 1) == 0x2E && byte(at + 2) == 0x2E && isBreak(at + 3)
      if isContent(at), !ends { return at }
      at = lineEnd(at)
      while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
    }
    return nil
  }

  /// Past the dashes of list items that begin a line.
  func pastDashes(_ at: Int) -> Int {
    var index = at
    while byte(index) == 0x2D, isBlank(index + 1) { index = skipBlanks(index + 1) }
    return index
  }

  /// The first colon in a range that ends a key: one with a blank or a line's end behind it.
  func separator(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    return range.first { byte($0) == 0x3A && isBreak($0 + 1) }
  }

  /// The lines of the entry that an offset lies in: a section's own entry with what is indented under it, as one rule or one fact.
  /// Nil where the offset lies in a section's own line: nobody can tell how much of the section it takes along.
  func entry(around at: Int) -> Range<Int>? {
    var start = lineStart(at)
    while indentation(start) > 2 || !isContent(skipBlanks(start)) {
      guard let above = previousContent(start) else { return nil }
      start = lineStart(above)
    }
    guard indentation(start) > 0 || byte(start) == 0x2D else { return nil }
    var end = lineEnd(start)
    while end < bytes.count {
      let next = skipBlanks(end + 1)
      if isContent(next), next - end - 1 <= indentation(start) { break }
      end = max(lineEnd(next), end + 1)
    }
    return start..<end
  }

  /// What an author wrote, for backticks: one line, cut short.
  func excerpt(_ range: Range<Int>) -> String {
    let bounds = range.clamped(to: 0..<bytes.count)
    let text = String(decoding: bytes[bounds], as: UTF8.self)
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 ? line.prefix(39) + "…" : String(line)
  }
}
