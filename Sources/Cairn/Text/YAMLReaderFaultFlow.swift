/// Faults inside `[…]` and `{…}`.
extension YAMLTranslator {
  /// A list or a mapping in brackets that does not go on as one does. `from` is its opening bracket.
  func unfinishedFlow() -> YAMLFault {
    let open = lines.excerpt(from..<from + 1)
    let close = open == "{" ? "}" : "]"
    if let hash = comment(from..<at, hiding: close == "}" ? 0x7D : 0x5D) { return cutOff(hash, close) }
    if isBroken { return brokenOnLine(close) }
    return YAMLFault(
      diagnostic: .error(.invalidYAML, "this `\(open)` is not closed", at: range(from, from + 1), help: "put `\(close)` where it ends"),
      extent: onOneLine())
  }

  /// Whether reading stopped inside the brackets, not at the next entry of what stands around them.
  private var isBroken: Bool {
    if at >= lines.bytes.count { return false }
    if lines.lineStart(at) == lines.lineStart(from) { return true }
    let isDeeper = lines.indentation(at) > lines.indentation(from)
    return isDeeper && lines.separator(lines.contentStart(at)..<at + 1) != at
  }

  /// The rest of the bracket's line: a bracket that is closed later would leave its end behind, so only where it never is.
  private func onOneLine() -> Range<Int>? {
    let end = lines.contentEnd(from)
    let isNewKey = lines.indentation(at) <= lines.indentation(from) || at >= lines.bytes.count
    return isNewKey && from < end ? from..<end : nil
  }

  /// The last comment between the opening bracket and where reading stopped, if the closing bracket stands in it.
  private func comment(_ range: Range<Int>, hiding close: UInt8) -> Int? {
    var index = min(range.upperBound, lines.bytes.count) - 1
    while index > range.lowerBound {
      if lines.byte(index) == 0x23, lines.isBlank(index - 1), (index..<lines.lineEnd(index)).contains(where: { lines.byte($0) == close }) {
        return index
      }
      index -= 1
    }
    return nil
  }

  private func cutOff(_ hash: Int, _ close: String) -> YAMLFault {
    let end = lines.contentEnd(hash, comments: false)
    return YAMLFault(
      diagnostic: .error(
        .commentInText, "` #` begins a comment, so the `\(close)` behind it is not read", at: range(hash, end),
        help: "quote the text with the `#`"))
  }

  private func brokenOnLine(_ close: String) -> YAMLFault {
    if lines.byte(at) == 0x3A { return colon(close) }
    if lines.byte(at) == 0x7D || lines.byte(at) == 0x5D {
      let open = lines.excerpt(from..<from + 1)
      return YAMLFault(
        diagnostic: .error(
          .invalidYAML, "`\(open)` is closed by `\(lines.excerpt(at..<at + 1))`", at: range(at, at + 1), help: "put `\(close)` before it"
        ).relating("opened here", range(from, from + 1)))
    }
    let before = lines.skipBack(at)
    if [0x22, 0x27, 0x7D, 0x5D].contains(lines.byte(before)) {
      let end = lines.wordEnd(at)
      return error(
        "a comma or `\(close)` is missing before `\(lines.excerpt(at..<end))`", at, to: end, help: "or quote the text as a whole")
    }
    return error("a comma or `\(close)` is missing here", at, help: "entries are separated by commas")
  }

  /// A second colon in one entry.
  private func colon(_ close: String) -> YAMLFault {
    let entry = lines.entryStart(at, from: from)
    let start = lines.separator(entry..<at).map { lines.skipBlanks($0 + 1) } ?? entry
    let end = lines.entryEnd(at)
    let text = start..<max(end, start + 1)
    let problem = Diagnostic.error(.colonInText, "a `: ` inside a text begins a new key; quote the text", at: range(at, at + 1))
    let key = lines.possibleKey(before: at)
    if lines.isProse(text), key == nil {
      return YAMLFault(diagnostic: lines.quoting(text, problem, in: source), extent: text)
    }
    return YAMLFault(
      diagnostic: problem.noting("help", "or put a comma before \(key.map { "`\($0)`" } ?? "its key"), or the inner entry in `{…}`"),
      extent: text)
  }

  /// A comma too many, a value that is not there.
  func emptyPlace() -> YAMLFault {
    let character = lines.excerpt(at..<at + 1)
    if character == "," || character == ":" {
      let isText = lines.byte(at) == 0x2C && lines.label(before: at).hasSuffix(": ")
      if isText { return badBeginning(at) }
      return error("nothing stands before this `\(character)`", at, help: "take it away, or write what belongs before it")
    }
    if character == "]" || character == "}" {
      return error("this `\(character)` closes nothing", at, help: "take it away, or open it before")
    }
    guard at < lines.bytes.count else { return error("a bracket is not closed at the end of the file", at, help: "close it") }
    return unreadable()
  }

  /// `key:{…}`, `key:[…]`, `key:,` or `key:]` in brackets.
  func gluedInFlow() -> YAMLFault {
    if let key = lines.possibleKey(before: at), [0x7B, 0x5B].contains(lines.byte(at + 1)) {
      let problem = Diagnostic.error(.missingSpace, "a space is missing behind the colon", at: range(at - key.utf8.count, at + 1))
      return YAMLFault(diagnostic: problem.fixing("\(key): \(lines.excerpt(at + 1..<at + 2))", range(at + 1, at + 1), with: " "))
    }
    return error("a value is missing behind this colon", at, help: "write `key: value`")
  }
}

extension YAMLLines {
  /// The last character before an offset that is no blank.
  func skipBack(_ at: Int) -> Int {
    var index = at - 1
    while isBlank(index) { index -= 1 }
    return index
  }

  func wordEnd(_ at: Int) -> Int {
    var end = at + 1
    while end < bytes.count, !isBreak(end), ![0x2C, 0x5D, 0x7D].contains(byte(end)) { end += 1 }
    return min(end, max(bytes.count, at))
  }

  /// Where the entry begins that an offset lies in: behind the bracket or the comma before it.
  func entryStart(_ at: Int, from open: Int) -> Int {
    var start = at
    while start > open + 1, ![0x2C, 0x7B, 0x5B].contains(byte(start - 1)) { start -= 1 }
    return skipBlanks(start)
  }

  func entryEnd(_ at: Int) -> Int {
    var end = at
    while end < bytes.count, ![0x2C, 0x7D, 0x5D, 0x0A].contains(byte(end)) { end += 1 }
    return trimmed(at, end)
  }
}
