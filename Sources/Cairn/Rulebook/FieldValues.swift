extension Field {
  /// `yes` or `no`, `true` or `false`.
  package func boolean() -> Bool? {
    guard node.isScalar, !node.isNull else { return expected("`yes` or `no`") }
    let text = node.text
    if let value = Self.truth(text) {
      if node.isPlain { return value }
      return refuse(.wrongType, "\(label) takes `yes` or `no`, without quotes", replacement: text)
    }
    let word = text.lowercased()
    guard Self.truth(word) != nil else {
      return expected("`yes` or `no`", help: Self.otherTruth(word) ?? (text.hasPrefix("=") ? TableHabit.value(text, of: key.text) : nil))
    }
    return refuse(.wrongType, "\(label) takes `yes` or `no`, not `\(text)`", replacement: word)
  }

  package static func truth(_ text: String) -> Bool? {
    switch text {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  private static func otherTruth(_ word: String) -> String? {
    switch word {
    case "on", "y", "1": "write `yes`"
    case "off", "n", "0": "write `no`"
    default: nil
    }
  }

  /// A whole number within bounds.
  package func integer(in bounds: ClosedRange<Int>) -> Int? {
    guard node.isScalar, !node.isNull else { return expected("a whole number") }
    let text = node.text
    guard case .value(let value) = ScaledNumber.read(text, decimals: 0) else { return expected("a whole number") }
    guard node.isPlain else { return refuse(.wrongType, "\(label) takes a whole number, without quotes", replacement: text) }
    guard bounds.contains(value) else {
      return refuse(.outOfRange, "\(label) is a whole number from \(bounds.lowerBound) to \(bounds.upperBound), and `\(text)` is not")
    }
    return value
  }

  /// One of a few words.
  package func word<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) -> Word? {
    if node.isScalar, !node.isNull, let word = Word(rawValue: node.text) { return word }
    return word(of: Word.allCases.map(\.rawValue)).flatMap { Word(rawValue: $0) }
  }

  /// One of a few words.
  package func word(of words: [String], code: DiagnosticCode = .invalidValue) -> String? {
    guard node.isScalar, !node.isNull else { return expected(Self.listed(words)) }
    let text = node.text
    if words.contains(text) { return text }
    let wrong = Diagnostic.error(code, "\(label) takes \(Self.listed(words)), not `\(node.excerpt)`", at: range)
    // Beside other items of a list the word may be there already.
    guard !isItem, let word = onlyNearest(text, in: words) else {
      findings.report(wrong.suggesting(nearest(text, in: words)))
      return nil
    }
    findings.report(wrong.correcting(to: word, at: range))
    return findings.readsOn ? word : nil
  }

  /// `a`, `b` or `c`.
  package static func listed(_ words: [String], last: String = "or") -> String {
    let quoted = words.map { "`\($0)`" }
    guard quoted.count > 1, let end = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(last) " + end
  }
}

extension Field {
  /// The items of a list. Entries that lack their dash are read as one item, and said.
  package func list(of what: String) -> [Field]? {
    if node.isSequence { return node.items.map(item) }
    if node.isMapping, let first = node.entries.first(where: { _ in true }) {
      let diagnostic = Diagnostic.error(
        .missingDash, "\(label) takes a list, with a dash before each \(what)", at: node.anchor,
        help: "put a dash before `\(first.key.excerpt)`")
      let written = node.range.text
      let isOneLine = node.record.style == .flow && !written.contains("\n")
      findings.report(isOneLine ? diagnostic.fixing(mended("[\(written)]"), node.range, with: "[\(written)]") : diagnostic)
      return [item(node)]
    }
    return expected("a list", help: asList)
  }

  /// How a single value is made a list of one: prose with a dash, since a comma would cut it.
  private var asList: String? {
    guard node.isScalar else { return nil }
    let isName = node.text.utf8.allSatisfy { $0 != 0x20 && $0 != 0x2C }
    return isName ? "write `\(key.text): [\(node.excerpt)]`" : "write it on the next line, after a dash: `- \(node.excerpt)`"
  }

  /// The items of a list, each once: whatever is in it a second time is reported.
  func once(_ items: [Field]) -> [Field] {
    guard items.count > 1 else { return items }
    var seen: [String: SourceRange] = [:]
    return items.filter { item in
      let node = item.node
      return node.isNull || item.isFirst(Written(node.isScalar ? node.text : node.flowText, at: node.anchor), in: &seen)
    }
  }

  /// A list of names, or one name by itself.
  package func names() -> [Written<String>] {
    if node.isSequence { return once(node.items.map(item)).compactMap { $0.name() } }
    guard node.isScalar else { return expected("a name or a list of names") ?? [] }
    return name().map { [$0] } ?? []
  }

  /// A list of names, which may not stand alone.
  package func listOfNames() -> [Written<String>]? {
    guard node.isScalar || node.isSequence else { return expected("a list of names") }
    return list(of: "name").map { once($0).compactMap { $0.name() } }
  }

  /// A list of texts.
  package func texts() -> [LocalizedText]? {
    guard node.isSequence else { return list(of: "text").flatMap { _ in nil } }
    return node.items.compactMap { item($0).localizedText() }
  }
}
