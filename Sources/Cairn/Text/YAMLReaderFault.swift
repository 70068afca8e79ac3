/// Where a file stops being YAML, in its author's language.
struct YAMLFault {
  var diagnostic: Diagnostic
  /// What can be overwritten so that the rest of the file reads as if this had been right; nil where nobody can tell.
  var extent: Range<Int>?
  /// What to overwrite it with: a text stays a text, a line becomes blank.
  var filler: UInt8 = 0x78
}

extension YAMLTreeBuilder {
  /// Translates what libyaml says.
  mutating func fault(_ failure: YAMLFailure) -> YAMLFault {
    let at = positions.offset(failure.at)
    let from = failure.from.map { positions.offset($0) } ?? at
    var fault = YAMLTranslator(source: source, lines: lines, at: at, from: from, last: records.last).fault(failure.problem)
    if fault.extent == nil, fault.diagnostic.code != .tab, let found = fault.diagnostic.location?.offsets.lowerBound,
      fault.diagnostic.fixes.isEmpty
    {
      fault.extent = lines.entry(around: found)
      fault.filler = 0x20
    }
    return fault
  }
}

/// From libyaml's words and marks to a message: each mark is looked at in the text, since libyaml says what it expected
/// and an author wants to know what they wrote.
struct YAMLTranslator {
  let source: SourceText
  let lines: YAMLLines
  /// Where libyaml noticed.
  let at: Int
  /// Where the thing began that it was reading.
  let from: Int
  /// The last node before.
  let last: NodeTree.Record?

  func fault(_ problem: String) -> YAMLFault {
    switch problem {
    case "found character that cannot start any token": lines.byte(at) == 0x09 ? tab() : badBeginning(at)
    case "found a tab character that violates indentation", "found a tab character where an indentation space is expected": tab()
    case "mapping values are not allowed in this context": strayColon()
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'": unfinishedFlow()
    case "did not find expected key": strayInMapping()
    case "did not find expected '-' indicator": missingDash()
    case "could not find expected ':'": missingColon()
    case "found unexpected end of stream", "found unexpected document indicator": unclosedQuote(from)
    case "did not find expected alphabetic or numeric character": badBeginning(from)
    case "block sequence entries are not allowed in this context": listOnKeyLine()
    case "mapping keys are not allowed in this context": badBeginning(at)
    case "did not find expected comment or line break", "found an indentation indicator equal to 0": badBeginning(from)
    case "did not find expected node content": emptyPlace()
    case "found unknown escape character": badEscape()
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code": badNumber()
    case "found unexpected ':'": gluedInFlow()
    case "did not find expected <document start>": strayAfterEnd()
    case let problem where problem.contains("tag"): badTag()
    default: unreadable()
    }
  }

  // MARK: Tabs

  func tab() -> YAMLFault {
    let start = lines.lineStart(at)
    let end = lines.skipBlanks(start)
    let first = (start..<end).first { lines.byte($0) == 0x09 } ?? at
    let problem = Diagnostic.error(.tab, "a tab cannot indent a line; use spaces", at: range(first, max(end, first + 1)))
    guard let indented = onlyTabs() else { return amongSpaces(problem, start..<end) }
    let spaces = indented.flatMap { lines.bytes[$0].flatMap { $0 == 0x09 ? [0x20, 0x20] : [$0] } }
    let whole = range(indented[0].lowerBound, indented[indented.count - 1].upperBound)
    return YAMLFault(
      diagnostic: problem.fixing("two spaces for each tab", whole, with: String(decoding: spaces, as: UTF8.self)))
  }

  /// A tab among lines that spaces indent: a fix where their columns leave one that it can stand for.
  private func amongSpaces(_ problem: Diagnostic, _ blanks: Range<Int>) -> YAMLFault {
    let columns = lines.columns(for: blanks)
    guard columns.count == 1, let column = columns.first else {
      let each = columns.map(String.init).joined(separator: " or ")
      return YAMLFault(diagnostic: problem.noting("help", columns.isEmpty ? "two spaces a level are usual" : "write \(each) spaces for it"))
    }
    let spaces = String(repeating: " ", count: column)
    let title = "\(column) space\(column == 1 ? "" : "s")"
    return YAMLFault(diagnostic: problem.fixing(title, range(blanks.lowerBound, blanks.upperBound), with: spaces))
  }

  /// The lines from the first that a tab indents to the last, each with its line end; nil where spaces indent others.
  private func onlyTabs() -> [Range<Int>]? {
    var found: [Range<Int>] = []
    var start = 0
    var lastTab = 0
    while start < lines.bytes.count {
      let end = min(lines.lineEnd(start) + 1, lines.bytes.count)
      if lines.byte(start) == 0x20 { return nil }
      let isTab = lines.byte(start) == 0x09
      if isTab || !found.isEmpty { found.append(start..<max(end, start + 1)) }
      if isTab { lastTab = found.count }
      start = max(end, start + 1)
    }
    found.removeLast(found.count - lastTab)
    let isInside = found.contains { line in lines.bytes[line.clamped(to: 0..<lines.bytes.count)].drop { $0 == 0x09 }.contains(0x09) }
    return found.isEmpty || isInside ? nil : found
  }

  // MARK: Texts that want quotes

  /// A text whose first character means something to YAML.
  func badBeginning(_ start: Int) -> YAMLFault {
    if let compared = comparison(start) { return compared }
    let text = lines.textRange(start)
    let character = lines.byte(start) == 0x60 ? "a backtick" : "`\(lines.excerpt(start..<start + 1))`"
    let problem = Diagnostic.error(
      .quoteNeeded, "a text that begins with \(character) wants quotes", at: range(text.lowerBound, text.upperBound))
    return wantingQuotes(text, problem)
  }

  /// `n: >= 3`: to YAML a text that begins with `>`, to its author a comparison.
  private func comparison(_ start: Int) -> YAMLFault? {
    let end = min(
      lines.contentEnd(start), (start..<max(start, lines.lineEnd(start))).first { [0x2C, 0x7D].contains(lines.byte($0)) } ?? .max)
    guard [0x3E, 0x3D, 0x21].contains(lines.byte(start)), start < end else { return nil }
    let key = lines.excerpt(lines.wordRange(before: lines.skipBack(start)))
    guard let help = TableHabit.value(lines.excerpt(start..<end), of: key) else { return nil }
    let problem = Diagnostic.error(
      .quoteNeeded, "`\(lines.excerpt(start..<end))` compares nothing: comparisons are words here", at: range(start, end),
      help: "\(help), or put quotes around it if it is a text")
    return YAMLFault(diagnostic: problem, extent: start..<end)
  }

  func wantingQuotes(_ text: Range<Int>, _ problem: Diagnostic) -> YAMLFault {
    let opened = (lines.lineStart(text.lowerBound)..<text.lowerBound).contains { [0x7B, 0x5B].contains(lines.byte($0)) }
    if opened { return YAMLFault(diagnostic: problem.noting("help", "put `\"` before the text and behind it")) }
    // With a colon in it, it may be a key and its value.
    guard !lines.hasEntries(below: text), lines.separator(text) == nil else {
      return YAMLFault(diagnostic: problem.noting("help", "put `\"` before the text and behind it"), extent: lines.withEntries(text))
    }
    return YAMLFault(diagnostic: lines.quoting(text, problem, in: source), extent: text)
  }

  /// A quotation that ends nowhere, or lines later at the next quote of another text.
  func unclosedQuote(_ start: Int) -> YAMLFault {
    let text = lines.textRange(start)
    if lines.byte(start) == 0x27, !text.dropFirst().contains(where: { lines.byte($0) == 0x27 }) {
      let problem = Diagnostic.error(
        .quoteNeeded, "this `'` opens a text that is not closed; if it is an apostrophe, the text wants double quotes",
        at: range(start, start + 1))
      return wantingQuotes(text, problem)
    }
    return YAMLFault(
      diagnostic: .error(
        .invalidYAML, "this `\(lines.excerpt(start..<start + 1))` opens a text that is not closed", at: range(start, start + 1),
        help: "close it where the text ends"), extent: lines.label(before: start).isEmpty ? nil : text)
  }

  private var escape: Int {
    var start = at
    while start > from, lines.byte(start) != 0x5C { start -= 1 }
    return start
  }

  private func badNumber() -> YAMLFault {
    let start = escape
    return YAMLFault(
      diagnostic: .error(
        .invalidYAML, "the number behind `\\\(lines.excerpt(start + 1..<start + 2))` stands for no character", at: range(start, start + 2),
        help: "write the character itself"), extent: start..<start + 2)
  }

  private func badEscape() -> YAMLFault {
    let start = escape
    let end = min(start + 2, lines.lineEnd(start))
    let problem = Diagnostic.error(
      .invalidYAML, "`\(lines.excerpt(start..<end))` means nothing in double quotes", at: range(start, max(end, start + 1)))
    return YAMLFault(diagnostic: problem.fixing("`\\\\` for a backslash", range(start, start), with: "\\"), extent: start..<end)
  }

  func badTag() -> YAMLFault {
    let start = lines.byte(at) == 0x21 ? at : from
    return badBeginning(start)
  }

  // MARK: Whatever else there may be

  func unreadable() -> YAMLFault {
    error("this cannot be read where it stands", at, help: "look at the line and the one above it for a missing colon, quote or bracket")
  }

  func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(source, start, max(start, end)) }

  func error(_ message: String, _ start: Int, to end: Int? = nil, help: String) -> YAMLFault {
    YAMLFault(diagnostic: .error(.invalidYAML, message, at: range(start, end ?? start + 1), help: help))
  }
}
