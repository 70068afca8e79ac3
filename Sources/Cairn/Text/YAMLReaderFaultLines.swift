/// Faults of lines and their indentation: a colon or a dash too many, one too few, a line in no column.
extension YAMLTranslator {
  /// A colon where no key can be: inside a text, or under something that has its value already.
  func strayColon() -> YAMLFault {
    let content = lines.pastDashes(lines.contentStart(at))
    if at - content > 1000 { return longKey(content) }
    if let key = lines.separator(content..<at) { return colonInText(key, from: lines.skipBlanks(key + 1)) }
    guard let above = lines.previousContent(at) else { return unreadable() }
    if let glued = gluedLine(above: at) { return withoutColon(glued) }
    let start = lines.pastDashes(beginning(ofTextAt: above))
    let end = lines.contentEnd(start)
    if let key = lines.separator(start..<end) { return deeper(than: start..<key) }
    if lines.byte(start) == 0x22 || lines.byte(start) == 0x27 { return unclosedQuote(start) }
    return withoutColon(start..<end)
  }

  /// A line above, in the column of this one, whose colon lacks its space: YAML takes it for a text that goes on.
  private func gluedLine(above at: Int) -> Range<Int>? {
    var line = lines.previousContent(at)
    while let content = line, lines.indentation(content) == lines.indentation(at) {
      let start = lines.pastDashes(content)
      let range = start..<max(start, lines.contentEnd(start))
      guard lines.separator(range) == nil else { return nil }
      if lines.gluedColon(range) != nil { return range }
      line = lines.previousContent(content)
    }
    return nil
  }

  /// Up from the last line of a text that goes over several to the line of its key.
  private func beginning(ofTextAt line: Int) -> Int {
    var line = line
    while lines.separator(line..<lines.contentEnd(line)) == nil, let above = lines.previousContent(line),
      lines.indentation(above) < lines.indentation(line)
    {
      line = above
    }
    return line
  }

  private func longKey(_ start: Int) -> YAMLFault {
    YAMLFault(
      diagnostic: .error(.tooLarge, "this key has more than 256 bytes", at: range(start, start + 1), help: "a key is a short name"))
  }

  private func colonInText(_ key: Int, from start: Int) -> YAMLFault {
    let text = lines.textRange(start)
    if [0x22, 0x27, 0x7B, 0x5B].contains(lines.byte(start)) { return afterClosing(start) }
    let problem = Diagnostic.error(.colonInText, "a `: ` inside a text begins a new key; quote the text", at: range(at, at + 1))
    guard lines.isProse(text), lines.possibleKey(before: at) == nil, !lines.hasEntries(below: text) else {
      let entry = lines.excerpt(text)
      return YAMLFault(
        diagnostic: problem.noting("help", "or put `\(entry)` on a line of its own, indented"), extent: lines.withEntries(text))
    }
    return YAMLFault(diagnostic: lines.quoting(text, problem, in: source), extent: text)
  }

  /// `a: 1` and under it, indented, `b: 2`.
  private func deeper(than key: Range<Int>) -> YAMLFault {
    let start = lines.contentStart(at)
    return YAMLFault(
      diagnostic: .error(
        .notIndented, "`\(lines.excerpt(key))` has a text already, so nothing can be indented under it", at: range(start, at),
        help: "begin this line in the column of `\(lines.excerpt(key))`, or take the text away"))
  }

  /// A line that is neither `key: value` nor an item.
  func withoutColon(_ line: Range<Int>) -> YAMLFault {
    let blank = lines.lineStart(line.lowerBound)..<line.upperBound
    if let colon = lines.gluedColon(line) {
      let problem = Diagnostic.error(.missingSpace, "a space is missing behind the colon", at: range(line.lowerBound, line.upperBound))
      // Of what is indented under it, a value would make another mistake: `rule:s` wants its colon at the end.
      let holdsMore = lines.blockEnd(line.lowerBound) > lines.lineEnd(line.lowerBound)
      let spaced = lines.spaced(colon, to: line.upperBound)
      return YAMLFault(
        diagnostic: holdsMore
          ? problem.noting("help", "write `\(spaced)`, or put the colon where the key ends")
          : problem.fixing(spaced, range(colon + 1, colon + 1), with: " "), extent: blank, filler: 0x20)
    }
    let problem = Diagnostic.error(
      .invalidYAML, "this line has no colon", at: range(line.lowerBound, line.upperBound),
      help: "a line is `key: value`, or `- ` and an item, or goes on, indented, with the text above")
    return YAMLFault(diagnostic: problem, extent: blank, filler: 0x20)
  }

  /// Something at the start of a line that should have been a key with its colon, or an item with its dash.
  func missingColon() -> YAMLFault {
    let content = lines.contentStart(from)
    let line = from..<max(lines.contentEnd(from), from + 1)
    if line.count > 1000 { return longKey(from) }
    if from == content, let above = lines.previousContent(from), lines.byte(above) == 0x2D, lines.isBreak(above + 1),
      lines.indentation(above) == lines.indentation(from)
    {
      return missingDash(line)
    }
    if lines.byte(from) == 0x22 || lines.byte(from) == 0x27 {
      return error("a key stands on one line, with its colon", from, help: "close the quotation on this line and put `:` behind it")
    }
    return withoutColon(line)
  }

  func missingDash() -> YAMLFault { missingDash(at..<max(lines.contentEnd(at), at + 1)) }

  private func missingDash(_ line: Range<Int>) -> YAMLFault {
    let problem = Diagnostic.error(
      .missingDash, "a line among the items of a list begins with a dash", at: range(line.lowerBound, line.upperBound))
    if lines.byte(line.lowerBound) == 0x2D, !lines.isBreak(line.lowerBound + 1) { return gluedDash(line) }
    guard lines.separator(line) == nil else {
      return YAMLFault(
        diagnostic: problem.noting("help", "put `- ` before it for an item of its own, or two spaces if it belongs to the item above"))
    }
    let insertion = range(line.lowerBound, line.lowerBound)
    return YAMLFault(
      diagnostic: problem.fixing("- " + lines.excerpt(line), insertion, with: "- "),
      extent: lines.lineStart(line.lowerBound)..<line.upperBound, filler: 0x20)
  }

  private func gluedDash(_ line: Range<Int>) -> YAMLFault {
    let text = line.lowerBound + 1..<line.upperBound
    let problem = Diagnostic.error(.missingSpace, "a space is missing behind the dash", at: range(line.lowerBound, line.upperBound))
    // `-8` may be an item that is eight, or one that is less than nothing.
    let isNumber = (0x30...0x39).contains(lines.byte(text.lowerBound)) || lines.byte(text.lowerBound) == 0x2E
    return YAMLFault(
      diagnostic: isNumber
        ? problem.noting("help", "write `- \(lines.excerpt(text))`, or `- \(lines.excerpt(line))` for a number below zero")
        : problem.fixing("- " + lines.excerpt(text), range(text.lowerBound, text.lowerBound), with: " "),
      extent: lines.lineStart(line.lowerBound)..<line.upperBound, filler: 0x20)
  }

  /// Something among the keys of a mapping that is no key.
  func strayInMapping() -> YAMLFault {
    guard at == lines.contentStart(at) else { return strayOnLine() }
    if at >= lines.bytes.count { return unreadable() }
    if lines.byte(at) == 0x3A, lines.isBreak(at + 1) { return error("a key is missing before this colon", at, help: "write `key: value`") }
    if lines.byte(at) == 0x2D, lines.isBreak(at + 1), lines.indentation(at) == lines.indentation(from) {
      return error("a list item stands among keys here", at, help: "indent it under the key that it belongs to")
    }
    return outOfColumn()
  }

  /// A line that begins in a column in which nothing above it begins.
  private func outOfColumn() -> YAMLFault {
    let own = lines.indentation(at)
    var columns: [Int] = []
    var line = lines.previousContent(at)
    while let above = line, columns.count < 100 {
      let column = lines.indentation(above)
      if columns.allSatisfy({ column < $0 }) { columns.append(column) }
      if column == 0 { break }
      line = lines.previousContent(above)
    }
    let fitting = [columns.last { $0 > own }, columns.first { $0 < own }].compactMap { $0.map(String.init) }
    return YAMLFault(
      diagnostic: .error(
        .notIndented, "this line is indented by \(own) space\(own == 1 ? "" : "s"), and nothing above it is",
        at: range(at, lines.contentEnd(at)),
        help: fitting.isEmpty ? nil : "the lines above it that it may belong with are indented by \(fitting.joined(separator: " or "))"))
  }

  /// Something behind a value that was complete.
  private func strayOnLine() -> YAMLFault {
    if let last, last.style == .quoted, lines.lineStart(Int(last.start)) < lines.lineStart(at), Int(last.end) > lines.lineStart(at) {
      return unclosedQuote(Int(last.start))
    }
    if [0x7D, 0x5D].contains(lines.byte(at)) {
      return error("this `\(lines.excerpt(at..<at + 1))` closes nothing", at, help: "take it away, or open it before")
    }
    let content = lines.pastDashes(lines.contentStart(at))
    let start = lines.separator(content..<at).map { lines.skipBlanks($0 + 1) } ?? content
    return afterClosing(start)
  }

  /// A text that begins like a list, a mapping or a quotation and goes on when that is closed.
  func afterClosing(_ start: Int) -> YAMLFault {
    guard start < at, [0x7B, 0x5B, 0x22, 0x27, 0x2A, 0x26, 0x21].contains(lines.byte(start)) else {
      return error("nothing can follow here", at, to: lines.contentEnd(at), help: "begin a new line, or quote the whole text")
    }
    let text = start..<max(lines.contentEnd(start, comments: false), start + 1)
    let opening = lines.excerpt(start..<start + 1)
    let isQuoted = opening == "\"" || opening == "'"
    let problem = Diagnostic.error(
      .quoteNeeded,
      isQuoted
        ? "this text goes on behind its closing `\(opening)`; quote it as a whole" : "a text that begins with `\(opening)` wants quotes",
      at: range(text.lowerBound, text.upperBound))
    if opening == "'", let inner = lines.apostrophes(in: text) {
      let quoted = lines.quoted(inner)
      let mended = problem.fixing(lines.label(before: start) + quoted, range(text.lowerBound, text.upperBound), with: quoted)
      return YAMLFault(diagnostic: mended, extent: text)
    }
    let mayBeList = ["[", "{"].contains(opening) && !lines.isBracketedWord(text)
    if isQuoted || !mayBeList && lines.separator(text) == nil { return wantingQuotes(text, problem) }
    return YAMLFault(diagnostic: problem.noting("help", "or begin a new line where the brackets are closed"), extent: text)
  }

  func listOnKeyLine() -> YAMLFault {
    let end = lines.contentEnd(at)
    return YAMLFault(
      diagnostic: .error(
        .invalidYAML, "a list does not begin on the line of its key", at: range(at, end),
        help: "put each item on a line of its own under the key, or write the list as `[one, another]`"),
      extent: at..<lines.blockEnd(at))
  }

  func strayAfterEnd() -> YAMLFault {
    let line = lines.contentStart(at)
    if let above = lines.previousContent(at), lines.byte(above) == 0x2E, lines.byte(above + 1) == 0x2E {
      return YAMLFault(
        diagnostic: .error(
          .unsupportedYAML, "a second document begins here; a file holds one", at: range(at, at + 1),
          help: "put what follows in a file of its own"))
    }
    return error(
      "this does not belong to what stands above it", at, to: lines.contentEnd(at),
      help: line == at
        ? "a file is one mapping: every key of it begins in the first column" : "begin a new line, or quote the whole text")
  }
}
