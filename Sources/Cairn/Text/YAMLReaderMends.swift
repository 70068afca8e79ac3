/// Mends of texts that want quotes.
extension YAMLLines {
  /// A text that begins at an offset: to the end of its line, and over the lines below that go on with it.
  func textRange(_ start: Int) -> Range<Int> {
    let end = max(contentEnd(start), start + 1)
    let block = blockEnd(start)
    let hasComment = contentEnd(start) != trimmed(start, lineEnd(start))
    return hasComment || block == lineEnd(start) || hasEntries(lineEnd(start)..<block) ? start..<end : start..<trimmed(start, block)
  }

  /// Whether the lines that are indented under a text's first line are entries or items, not more of the text.
  func hasEntries(below text: Range<Int>) -> Bool {
    let (first, block) = (lineEnd(text.lowerBound), blockEnd(text.lowerBound))
    return block > first && hasEntries(first..<block)
  }

  /// A text with the entries that are indented under it.
  func withEntries(_ text: Range<Int>) -> Range<Int> { text.lowerBound..<max(text.upperBound, blockEnd(text.lowerBound)) }

  private func hasEntries(_ lines: Range<Int>) -> Bool {
    var at = lines.lowerBound + 1
    while at < lines.upperBound {
      let (content, end) = (skipBlanks(at), lineEnd(at))
      if byte(content) == 0x23 || pastDashes(content) > content || separator(content..<max(content, contentEnd(content))) != nil {
        return true
      }
      if contentEnd(content) != trimmed(content, end) { return true }
      at = end + 1
    }
    return false
  }

  /// Where the lines end that are indented deeper than the line of an offset.
  func blockEnd(_ at: Int) -> Int {
    var end = lineEnd(at)
    var next = end
    while next < bytes.count {
      let line = next + 1
      if isContent(skipBlanks(line)) {
        guard indentation(line) > indentation(at) else { break }
        end = lineEnd(line)
      }
      next = max(lineEnd(line), line)
    }
    return end
  }

  /// The inside of `'It's warm'`: a text in single quotes with apostrophes between letters.
  func apostrophes(in text: Range<Int>) -> Range<Int>? {
    guard text.count > 2, byte(text.upperBound - 1) == 0x27 else { return nil }
    let inner = text.lowerBound + 1..<text.upperBound - 1
    func isLetter(_ at: Int) -> Bool { byte(at) | 0x20 >= 0x61 && byte(at) | 0x20 <= 0x7A || byte(at) >= 0x80 }
    let isSound = inner.allSatisfy { byte($0) != 0x27 || isLetter($0 - 1) && isLetter($0 + 1) }
    return isSound ? inner : nil
  }

  /// A text in double quotes.
  func quoted(_ range: Range<Int>) -> String {
    let bounds = range.clamped(to: 0..<bytes.count)
    var result = "\""
    for character in String(decoding: bytes[bounds], as: UTF8.self).unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character == "\t" ? " " : character)
    }
    return result + "\""
  }

  /// A diagnostic with the mend that puts quotes around a text.
  func quoting(_ text: Range<Int>, _ problem: Diagnostic, in source: SourceText) -> Diagnostic {
    let quoted = quoted(text)
    return problem.fixing(label(before: text.lowerBound) + quoted, SourceRange(source, text.lowerBound, text.upperBound), with: quoted)
  }

  /// What stands before a value on its line and names it: `key: `, `- ` or nothing.
  func label(before value: Int) -> String {
    var end = value
    while isBlank(end - 1) { end -= 1 }
    if byte(end - 1) == 0x2D { return "- " }
    guard byte(end - 1) == 0x3A else { return "" }
    var start = end - 1
    while start > 0, !isBreak(start - 1) || isBlank(start - 1), ![0x7B, 0x2C, 0x5B].contains(byte(start - 1)) { start -= 1 }
    start = pastDashes(skipBlanks(start))
    return start < end ? excerpt(start..<end) + " " : ""
  }

  /// The comma behind a text in brackets.
  func comma(from end: Int) -> Int {
    var index = end
    while index < bytes.count, byte(index) != 0x2C { index += 1 }
    return index
  }

  /// Whether a text reads like something said to people, not like a name or a nested entry.
  func isProse(_ range: Range<Int>) -> Bool {
    let text = bytes[range.clamped(to: 0..<bytes.count)]
    if text.contains(where: { $0 == 0x7B || $0 == 0x7D || $0 == 0x5B || $0 == 0x5D }) { return false }
    guard let first = text.first else { return false }
    return (0x41...0x5A).contains(first) || first >= 0x80 || text.count { $0 == 0x20 } > 1
  }

  /// The word that ends before a colon, if it may be a key of its own: `lon` in `49.5 lon: -8.5`. A text or an entry that lacks its comma
  /// or its line? Only its author can tell.
  func possibleKey(before colon: Int) -> String? {
    let word = wordRange(before: colon)
    return isIdentifier(word) ? excerpt(word) : nil
  }

  /// The letters right before an offset.
  func wordRange(before end: Int) -> Range<Int> { min(wordStart(end), end)..<end }

  /// Whether a text that commas divide is one sentence, and no piece of it an entry that lacks its colon: `sensitive`, `ask Is it warm`.
  /// Of a sentence a small letter begins the next word, and only where it has an end does one word stand between commas.
  func isSentence(_ whole: Range<Int>, _ pieces: [Range<Int>]) -> Bool {
    let isEnded = [0x2E, 0x3F, 0x21].contains(byte(whole.upperBound - 1))
    return isProse(whole)
      && pieces.allSatisfy { piece in
        guard let end = piece.first(where: isBlank) else { return isEnded || !isIdentifier(piece) }
        return !isIdentifier(piece.lowerBound..<end) || (0x61...0x7A).contains(byte(skipBlanks(end)))
      }
  }

  /// The columns that a line may begin in whose indentation holds a tab, as the lines around it tell: those of the block that is open, and
  /// of those around it. One is left where a key above waits for what belongs to it, where the next line goes on in the same column, or
  /// where as many tabs stand for that many levels.
  func columns(for blanks: Range<Int>) -> [Int] {
    guard let above = previousContent(blanks.lowerBound) else { return [] }
    let own = indentation(above)
    let next = nextContent(blanks.upperBound).map { indentation($0) } ?? 0
    let isHolding = byte(contentEnd(above) - 1) == 0x3A
    if bytes[lineStart(above)..<above].contains(0x09) { return [] }
    if isHolding { return [next > own ? next : own + 2] }
    if next == own { return [own] }
    let open = openColumns(above).filter { $0 > 0 }
    let tabs = bytes[blanks].count { $0 == 0x09 }
    let sized = Set([2, 4].map { $0 * tabs }).intersection(open)
    return sized.count == 1 ? Array(sized) : open
  }

  /// The columns in which the blocks begin that are open at a line, the outermost first.
  private func openColumns(_ line: Int) -> [Int] {
    var columns = [indentation(line)]
    var at: Int? = line
    while let above = at, columns[0] > 0 {
      if indentation(above) < columns[0] { columns.insert(indentation(above), at: 0) }
      at = previousContent(above)
    }
    return columns
  }

  private func nextContent(_ at: Int) -> Int? {
    var line = nextLine(at)
    while line < bytes.count {
      if isContent(skipBlanks(line)) { return skipBlanks(line) }
      line = nextLine(line)
    }
    return nil
  }

  /// Whether a text begins with one word in brackets, as a placeholder, and is a sentence. Of `[copd] asthma` and `[a, b]c`, what is a
  /// text and what a list is its author's to say.
  func isBracketedWord(_ text: Range<Int>) -> Bool {
    let text = bytes[text.clamped(to: bytes.indices)]
    let word = text.prefix { $0 != 0x7D && $0 != 0x5D }
    let brackets = text.count { [0x5B, 0x5D, 0x7B, 0x7D].contains($0) }
    return brackets == 2 && !word.contains(0x2C) && !word.contains(0x20) && text.count { $0 == 0x20 } > 1
  }

  private func wordStart(_ at: Int) -> Int {
    var start = at
    while start > 0, !isBreak(start - 1), ![0x7B, 0x2C, 0x5B].contains(byte(start - 1)) { start -= 1 }
    return start
  }

  private func isIdentifier(_ range: Range<Int>) -> Bool {
    range.lowerBound < range.upperBound && Identifier.isValid(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))
  }

  /// The colon of `key:value`, where a name stands before it and a value, not a path or a time, behind.
  func gluedColon(_ range: Range<Int>) -> Int? {
    guard let colon = range.first(where: { byte($0) == 0x3A }), colon > range.lowerBound, colon + 1 < range.upperBound else { return nil }
    let name = bytes[range.lowerBound..<min(colon, bytes.count)]
    let isName = name.reversed().drop { $0 == 0x20 }.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isName, let first = name.first, (0x61...0x7A).contains(first), !isBreak(colon + 1), byte(colon + 1) != 0x2F else { return nil }
    return beginsValue(colon + 1..<range.upperBound) ? colon : nil
  }

  /// Whether a value begins with a letter, a digit or a bracket, or is in quotes: a quote that nothing closes would take more in than this.
  private func beginsValue(_ range: Range<Int>) -> Bool {
    let first = byte(range.lowerBound)
    switch first {
    case 0x22, 0x27: return range.count > 1 && byte(range.upperBound - 1) == first
    case 0x2D: return (0x30...0x39).contains(byte(range.lowerBound + 1))
    case 0x5B, 0x7B, 0x30...0x39, 0x80...: return true
    default: return (0x61...0x7A).contains(first | 0x20)
    }
  }

  /// `key: value` from `key:value`, as a mend's title.
  func spaced(_ colon: Int, to end: Int) -> String {
    var start = skipBack(colon) + 1
    while start > 0, !isBreak(start - 1), ![0x7B, 0x2C, 0x5B].contains(byte(start - 1)) { start -= 1 }
    return excerpt(start..<colon + 1) + " " + excerpt(colon + 1..<max(end, colon + 1))
  }
}
