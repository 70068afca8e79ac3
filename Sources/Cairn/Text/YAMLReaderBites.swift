/// YAML's silent bites: texts that it reads, but not as their author meant them.
extension YAMLTreeBuilder {
  mutating func noteValue(_ record: NodeTree.Record, isMultiline: Bool) {
    guard record.style == .plain else { return }
    let end = Int(record.end)
    if record.start == record.end {
      noteBareKey(before: Int(record.start))
    } else if lines.byte(end) == 0x20, lines.byte(end + 1) == 0x23 {
      checkComment(record)
    } else if isMultiline {
      checkDashes(record)
    }
  }

  // MARK: A comma that ends a text in `{…}`

  /// A key in braces without a value: was there a colon at all?
  private mutating func noteBareKey(before value: Int) {
    guard let top = frames.indices.last, frames[top].isFlow, frames[top].isMapping, let key = records.last else { return }
    if lines.separator(Int(key.end)..<value + 1) == nil, lines.byte(Int(key.end)) != 0x3A { frames[top].hasBareKeys = true }
  }

  /// Finds, in a mapping in braces, keys without a colon: they are the rest of the text before them.
  mutating func checkBareKeys(_ frame: Frame) {
    var index = frame.record + 1
    var text: NodeTree.Record?
    var spilled: [Int32] = []
    while index < records.count {
      let key = records[Int(index)]
      guard Int(key.next) < records.count else { break }
      let value = records[Int(key.next)]
      let isBare = value.kind == .scalar && value.style == .plain && value.start == value.end && isWithoutColon(key, value)
      if isBare, let colon = gluedColon(key) {
        missingSpace(index, at: colon)
      } else if isBare, text != nil {
        spilled.append(index)
      } else {
        spill(text, spilled)
        spilled = []
        text = value.kind == .scalar && value.style == .plain && value.start < value.end ? value : nil
      }
      index = value.next
    }
    spill(text, spilled)
  }

  private func isWithoutColon(_ key: NodeTree.Record, _ value: NodeTree.Record) -> Bool {
    key.kind == .scalar && lines.byte(Int(key.end)) != 0x3A && lines.separator(Int(key.end)..<Int(value.start) + 1) == nil
  }

  /// `key:value`: a name, a colon, and something that is neither a blank nor a path.
  func gluedColon(_ key: NodeTree.Record) -> Int? {
    guard key.kind == .scalar, key.style == .plain else { return nil }
    return lines.gluedColon(Int(key.start)..<Int(key.end))
  }

  private mutating func missingSpace(_ entry: Int32, at colon: Int) {
    let key = records[Int(entry)]
    let problem = Diagnostic.error(.missingSpace, "a space is missing behind the colon", at: range(Int(key.start), Int(key.end)))
    guard key.text < 0 else {
      report(problem.noting("help", "write `key: value`"))
      return drop(entry: entry)
    }
    let isThere = keys.contains { $0 != entry && isWritten(records[Int($0)], as: lines.trimmed(Int(key.start), colon), of: key) }
    report(
      isThere
        ? problem.noting("help", "and there is such a key already: keep one of them")
        : problem.fixing(lines.spaced(colon, to: Int(key.end)), range(colon + 1, colon + 1), with: " "))
    let first = lines.byte(colon + 1)
    guard !isThere, first != 0x22, first != 0x27 else { return drop(entry: entry) }
    // From here on it is read as it was meant, so that nothing is said to be missing.
    let value = Int(key.next)
    records[value].start = Int32(colon + 1)
    records[value].end = key.end
    records[Int(entry)].end = Int32(lines.trimmed(Int(key.start), colon))
  }

  /// Whether a key is written as another one is up to an offset.
  private func isWritten(_ other: NodeTree.Record, as end: Int, of key: NodeTree.Record) -> Bool {
    let name = lines.bytes[Int(key.start)..<end]
    return lines.bytes[Int(other.start)..<Int(other.end)] == name
  }

  private mutating func spill(_ text: NodeTree.Record?, _ spilled: [Int32]) {
    guard let text, let last = spilled.last else { return }
    let whole = Int(text.start)..<Int(records[Int(last)].end)
    let comma = lines.comma(from: Int(text.end))
    let problem = Diagnostic.error(.commaInText, "a comma ends the text here; quote the text", at: range(comma, whole.upperBound))
    if lines.isSentence(whole, spilled.map { Int(records[Int($0)].start)..<Int(records[Int($0)].end) }) {
      report(lines.quoting(whole, problem, in: source))
    } else {
      let key = records[Int(spilled[0])]
      report(problem.noting("help", "or give `\(lines.excerpt(Int(key.start)..<Int(key.end)))` a value"))
    }
    for entry in spilled { drop(entry: entry) }
  }

  // MARK: ` #` that cuts a text off

  private mutating func checkComment(_ record: NodeTree.Record) {
    let text = Int(record.start)..<Int(record.end)
    let hash = text.upperBound + 1
    let isGlued = !lines.isBreak(hash + 1) && lines.byte(hash + 1) != 0x23
    guard isGlued || lines.bytes[text].contains(0x20) else { return }
    let end = lines.trimmed(hash, lines.lineEnd(hash))
    let problem = Diagnostic.warning(.commentInText, "` #` begins a comment, so the text ends before it", at: range(hash, end))
    report(problem.noting("help", "quote the text if the rest belongs to it; two spaces before `#` and one behind it mark a comment"))
  }

  // MARK: A dash that goes on with the text above

  private mutating func checkDashes(_ record: NodeTree.Record) {
    let (start, end) = (Int(record.start), Int(record.end))
    var line = lines.nextLine(start)
    while line < end {
      let content = lines.skipBlanks(line)
      if content < end, lines.byte(content) == 0x2D, lines.isBreak(content + 1) { return dash(content, goingOnWith: start) }
      line = lines.nextLine(line)
    }
  }

  private mutating func dash(_ dash: Int, goingOnWith start: Int) {
    let text = lines.excerpt(start..<lines.contentEnd(start))
    let inList = frames.last?.isMapping == false
    refuse(
      .error(
        .notIndented, "this line goes on with the text `\(text)` above; its dash begins no item", at: range(dash, dash + 1),
        help: inList
          ? "put the dash in the column of the list's other dashes" : "a key has a text or a list: take one away, or give the list a key"))
  }

  // MARK: What was written with escapes

  mutating func checkEscapes(_ record: NodeTree.Record) {
    guard record.text >= 0, lines.byte(Int(record.start)) == 0x22 else { return }
    let (start, end) = (Int(record.start), min(Int(record.end), lines.bytes.count))
    guard start < end, lines.bytes[start..<end].contains(0x5C) else { return }
    let text = texts[Int(record.text)]
    let forbidden = text.unicodeScalars.first { YAMLCharacter.isForbidden($0.value) }
    guard let bad = forbidden ?? InvisibleCharacters.firstHidden(in: text) else { return }
    report(
      .error(
        .forbiddenCharacter, "an escape in this text stands for \(YAMLCharacter.hex(bad.value, 4, "U+")), which no text may hold",
        at: range(record), help: "take the escape away"))
  }

  // MARK: Anchors, aliases, tags

  private static let sharing = "what two places share goes under `derived:`, and a profile starts from another with `like:`"

  mutating func reportAlias(_ start: Int, _ end: Int) {
    // With more words behind it, it is a text that begins with `*`: libyaml gives up there, and that is reported.
    let rest = lines.skipBlanks(end)
    guard !lines.isContent(rest) || [0x2C, 0x5D, 0x7D, 0x3A].contains(lines.byte(rest)) else { return }
    if let key = records.last, key.end - key.start == 2, lines.byte(Int(key.start)) == 0x3C { return }
    report(
      .error(
        .unsupportedYAML, "aliases (`\(lines.excerpt(start..<end))`) are not read", at: range(start, end),
        help: "\(Self.sharing); quote a text that begins with `*`"))
  }

  /// Past the anchors and tags before a node, each of which is reported.
  mutating func skipProperties(from start: Int, to limit: Int) -> Int {
    var at = start
    while at < limit {
      let byte = lines.byte(at)
      if byte == 0x26 || byte == 0x21 {
        var end = at + 1
        while end < limit, !lines.isBreak(end), ![0x2C, 0x5D, 0x7D].contains(lines.byte(end)) { end += 1 }
        reportProperty(at, end)
        at = end
      } else if lines.isBreak(at) {
        at += 1
      } else if byte == 0x23 {
        at = lines.lineEnd(at)
      } else {
        break
      }
    }
    return min(at, limit)
  }

  private mutating func reportProperty(_ start: Int, _ end: Int) {
    let name = lines.excerpt(start..<end)
    let isAnchor = lines.byte(start) == 0x26
    report(
      .error(
        .unsupportedYAML, "\(isAnchor ? "anchors" : "tags") (`\(name)`) are not read", at: range(start, end),
        help: isAnchor ? "\(Self.sharing); quote a text that begins with `&`" : "take it away; quote a text that begins with `!`"))
  }
}
