/// One value with the key that it stands under: what a reader asks for a text, a number or a date, and what messages name.
package struct Field {
  package let node: Node
  package let findings: Findings
  /// Whether this is one item of the list under `key`.
  package let isItem: Bool
  /// Of the tree that `node` is of.
  private let keyIndex: Int32

  package init(key: Node, node: Node, findings: Findings, isItem: Bool = false) {
    self.init(keyIndex: key.index, node: node, findings: findings, isItem: isItem)
  }

  init(keyIndex: Int32, node: Node, findings: Findings, isItem: Bool = false) {
    self.keyIndex = keyIndex
    self.node = node
    self.findings = findings
    self.isItem = isItem
  }

  package var key: Node { Node(tree: node.tree, index: keyIndex) }

  package var range: SourceRange { node.range }

  /// How messages name the field.
  package var label: String { isItem ? "each item of `\(key.text)`" : "`\(key.text)`" }

  func item(_ node: Node) -> Field { Field(keyIndex: keyIndex, node: node, findings: findings, isItem: true) }

  /// Says what belongs here and what stands here; nil, so that readers can return it.
  func expected<Value>(_ what: String, help: String? = nil) -> Value? {
    if node.isNull { return empty() }
    findings.error(.wrongType, "\(label) takes \(what), not \(node.found)", at: node.anchor, help: help)
    return nil
  }

  /// A value of the right kind that still cannot be used.
  func refuse<Value>(_ code: DiagnosticCode, _ message: String, help: String? = nil) -> Value? {
    findings.error(code, message, at: node.anchor, help: help)
    return nil
  }

  /// The same with a mend that is certain.
  func refuse<Value>(_ code: DiagnosticCode, _ message: String, replacement: String) -> Value? {
    findings.report(.error(code, message, at: node.anchor).fixing(mended(replacement), node.range, with: replacement))
    return nil
  }

  /// Says that a colon lacks its space, where `key:value` stands in place of an entry; false where it is something else.
  func reportsMissingSpace() -> Bool {
    guard node.isPlain, node.record.text < 0, let colon = YAMLLines(node.tree.source.bytes).gluedColon(range.start..<range.end) else {
      return false
    }
    let source = range.source
    let written = "\(source.text(range.start..<colon + 1)) \(source.text(colon + 1..<range.end))"
    findings.report(
      Diagnostic.error(.missingSpace, "a space is missing behind the colon", at: range)
        .fixing(written, SourceRange(source, colon + 1, colon + 1), with: " "))
    return true
  }

  func empty<Value>() -> Value? {
    findings.error(.missingValue, isItem ? "an item of `\(key.text)` is empty" : "`\(key.text)` is empty", at: isItem ? range : key.range)
    return nil
  }

  /// What a line looks like once it is mended.
  func mended(_ replacement: String) -> String { isItem ? replacement : "\(key.text): \(replacement)" }
}

extension Field {
  /// A text in one language, without the line end that a block of lines leaves behind.
  package func text() -> String? {
    guard node.isScalar else { return expectedText("a text") }
    if isNullWord { return refuseNullWord() }
    let text = node.text.droppingTrailingSpace
    return text.isEmpty ? empty() : text
  }

  /// A text, or a mapping of language tags to texts.
  package func localizedText() -> LocalizedText? {
    if node.isScalar { return text().map { LocalizedText($0) } }
    guard node.isMapping, !looksLikeBracedText else { return expectedText("a text") }
    if node.record.next == node.index + 1 { return empty() }
    var translations: [LocalizedText.Translation] = []
    for (tag, value) in node.entries {
      guard LanguageTag.isKnown(tag.text) else {
        let isTag = LanguageTag.isValid(tag.text)
        findings.error(
          .invalidValue, isTag ? LanguageTag.unknown(tag.text) : "`\(tag.text)` under \(label) is not a language tag", at: tag.range,
          help: LanguageTag.wayOut(tag.text) ?? "\(label) is a text, or a text for each language: `{en: …, es: …}`")
        return nil
      }
      guard let text = Field(key: tag, node: value, findings: findings).text() else { continue }
      translations.append(LocalizedText.Translation(language: tag.text, text: text))
    }
    return translations.isEmpty ? nil : LocalizedText(translations)
  }

  /// A text and where it stands, for what points into it.
  package func writtenText() -> Written<LocalizedText>? {
    localizedText().map { Written($0, at: node.range) }
  }

  /// A name of something that is declared elsewhere.
  package func name() -> Written<String>? {
    if isNullWord { return refuseNullWord() }
    let text = node.text
    return node.isScalar && !text.isEmpty ? Written(text, at: node.range) : expected("a name")
  }

  /// What every other reader of YAML takes for nothing; here it would be a text like any other.
  private var isNullWord: Bool { node.isPlain && ["null", "Null", "NULL", "~"].contains(node.text) }

  private func refuseNullWord<Value>() -> Value? {
    let wayOut = isItem ? "leave the item out" : "leave `\(key.text)` out"
    return refuse(
      .missingValue, "\(label) is `\(node.text)`, which says that there is nothing",
      help: "\(wayOut), or put quotes around the word if it is meant as a text")
  }

  /// `{conditions} …` without quotes is a mapping to YAML, whatever its author meant.
  private var looksLikeBracedText: Bool {
    guard node.isMapping, node.record.style == .flow, !node.entries.isEmpty else { return false }
    return node.entries.allSatisfy { $0.value.isNull }
  }

  private func expectedText<Value>(_ what: String) -> Value? {
    guard looksLikeBracedText, !node.range.text.contains("\n"), !node.range.text.contains("\"") else { return expected(what) }
    return refuse(.quoteNeeded, "a text that begins with `{` stands in quotes", replacement: "\"\(node.range.text)\"")
  }
}

/// Tags such as `en`, `pt-BR` and `zh-Hant`: of languages that there are, places and scripts as far as their form goes.
package enum LanguageTag {
  /// Whether a tag is well formed, and of a language that there is.
  package static func isKnown(_ tag: String) -> Bool { isValid(tag) && LanguageCodes.has(language(tag)) }

  /// Of a tag that is well formed.
  static func unknown(_ tag: String) -> String { "there is no language `\(tag)` among the tags of languages" }

  /// What to write for a language that somebody named in another way; nil where nobody can tell.
  static func wayOut(_ text: String) -> String? {
    (named(text) ?? LanguageCodes.short(for: text.lowercased())).map { "write `\($0)`" }
  }

  package static func isValid(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) } }
  }

  /// The tag of a language that somebody calls by its name; nil for those that few rulebooks of here will speak.
  package static func named(_ name: String) -> String? { names[name.lowercased()] }

  private static let names = [
    "arabic": "ar", "bengali": "bn", "bulgarian": "bg", "cantonese": "yue", "chinese": "zh", "czech": "cs", "dari": "prs", "dutch": "nl",
    "english": "en", "farsi": "fa", "french": "fr", "gaelic": "gd", "german": "de", "greek": "el", "gujarati": "gu", "hindi": "hi",
    "hungarian": "hu", "irish": "ga", "italian": "it", "kurdish": "ku", "lithuanian": "lt", "nepali": "ne", "pashto": "ps", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "punjabi": "pa", "romanian": "ro", "russian": "ru", "slovak": "sk", "somali": "so", "spanish": "es",
    "swahili": "sw", "tamil": "ta", "tigrinya": "ti", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi", "welsh": "cy",
    "yoruba": "yo",
  ]

  /// Whether two tags name one language, whatever they say of places and scripts: `en` and `en-GB`.
  package static func isSame(_ a: String, _ b: String) -> Bool { language(a) == language(b) }

  /// The language of a tag without place and script: of `en-GB`, `en`.
  static func language(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension String {
  package var droppingTrailingSpace: String {
    guard let last = utf8.last, last == 0x0A || last == 0x20 else { return self }
    var end = utf8.endIndex
    while end > utf8.startIndex {
      let before = utf8.index(before: end)
      guard utf8[before] == 0x0A || utf8[before] == 0x20 else { break }
      end = before
    }
    return String(self[..<end])
  }
}
