extension Sections {
  static let factKeys = Keys(
    "title", "type", "values", "min", "max", "decimals", "ask", "valid-for", "burden", "sensitive", "source", "fhir", "snomed", "loinc")

  mutating func readFacts(_ section: Field) {
    var facts: [FactDeclaration] = []
    var unusable: [String] = []
    section.entries(of: "fact", inner: Self.factKeys, &factIDs) { entry in
      Self.refuseReserved(entry)
      guard let fact = FactDeclaration(entry) else { return unusable.append(entry.id.value) }
      if !entry.isRepeated { facts.append(fact) }
    }
    declaration.facts += facts
    declaration.unusable.formUnion(unusable)
  }

  /// In a condition these words could not be told from a fact.
  static func refuseReserved(_ entry: Entry) {
    guard ConditionWords.reserved.contains(entry.id.value) else { return }
    entry.field.findings.error(
      .invalidID, "a fact cannot be called `\(entry.id.value)`, which has a meaning of its own in rules", at: entry.id.range)
  }
}

extension FactDeclaration {
  /// Reads one entry; nil where its type is in doubt, since nothing can be said of a fact without one.
  ///
  /// `sensitive` and `ask` may stand together: the first keeps a fact out of texts, the second decides whether it is asked at all.
  init?(_ entry: Entry) {
    guard let mapping = MappingReader(entry.field, Sections.factKeys, as: "fact") else { return nil }
    let title = mapping.required("title")?.localizedText()
    let type = FactTypeReader(mapping).type()
    self.init(id: entry.id, title: title ?? LocalizedText(entry.id.value), type: type ?? .boolean)
    ask = mapping["ask"]?.localizedText()
    validFor = mapping["valid-for"]?.duration()
    burden = mapping["burden"]?.integer(in: 1...100) ?? 1
    isSensitive = mapping["sensitive"]?.boolean() ?? false
    source = mapping["source"]?.text()
    codes = mapping.codes()
    if type == nil { return nil }
  }
}

/// What values a fact may take, from `type` and the keys that go with it.
struct FactTypeReader {
  private enum Word: String, CaseIterable { case boolean, choice, number, date, codes }

  private let mapping: MappingReader

  init(_ mapping: MappingReader) { self.mapping = mapping }

  func type() -> FactType? {
    guard let word = mapping.required("type")?.word(Word.self) else { return nil }
    var isSound = true
    for key in ["values", "min", "max", "decimals"] where mapping.has(key) && !Self.belongs(key, to: word) {
      mapping.refuse(key, belongsTo: key == "values" ? "a choice" : "a number", type: word.rawValue)
      isSound = false
    }
    switch word {
    case .boolean: return isSound ? .boolean : nil
    case .date: return isSound ? .date : nil
    case .codes: return isSound ? .codes(.concepts) : nil
    case .choice: return mapping.required("values")?.choiceOfValues().map { .choice($0) }
    case .number: return number()
    }
  }

  private static func belongs(_ key: String, to word: Word) -> Bool {
    key == "values" ? word == .choice : word == .number
  }

  private func number() -> FactType? {
    let decimals = mapping["decimals"].map { $0.integer(in: 1...6) } ?? 0
    guard let decimals else { return nil }
    let min = bound("min", decimals)
    let max = bound("max", decimals)
    guard min.isSound, max.isSound else { return nil }
    if let low = min.value, let high = max.value, low > high, let field = mapping["min"], let other = mapping["max"] {
      return field.refuse(.outOfRange, "`min` is `\(field.node.text)`, which is more than `max`, `\(other.node.text)`")
    }
    return .number(decimals: decimals, min: min.value, max: max.value)
  }

  /// A bound as scaled, nil where there is none.
  private func bound(_ key: String, _ decimals: Int) -> (value: Int?, isSound: Bool) {
    guard let field = mapping[key] else { return (nil, !mapping.has(key)) }
    let value = field.scaled(decimals: decimals)
    return (value, value != nil)
  }
}

extension Field {
  /// The values of a choice: two at least, none twice, and none of the words that may be said of any fact.
  func choiceOfValues() -> [String]? {
    guard !node.isMapping else { return expected("a list of values") }
    guard let items = list(of: "value") else { return nil }
    guard items.count > 1 else { return refuse(.invalidValue, "a choice has at least two values") }
    var seen: [String: SourceRange] = [:]
    let values = items.compactMap { item -> String? in
      guard let value = item.name(), item.isFirst(value, in: &seen), Self.isAllowed(value, item) else { return nil }
      return value.value
    }
    return values.count == items.count ? values : nil
  }

  private static func isAllowed(_ value: Written<String>, _ item: Field) -> Bool {
    guard ["unknown", "declined", "none"].contains(value.value) else { return true }
    item.findings.error(
      .invalidValue, "`\(value.value)` cannot be a value of a choice, because any fact may be `\(value.value)`", at: value.range)
    return false
  }

  /// What is a text to every other reader of YAML and JSON, however much its letters look like a number.
  var isQuotedNumber: Bool { node.isScalar && !node.isPlain && ScaledNumber.read(node.text, decimals: 30) != .notANumber }

  func refuseQuotes<Value>() -> Value? {
    refuse(.wrongType, "\(label) takes a number, without quotes", replacement: node.text)
  }

  /// A number as facts keep it; `finer` says how to mend one that has more decimals.
  func scaled(decimals: Int, finer: String? = "declare more `decimals`, up to 6") -> Int? {
    guard node.isScalar, !node.isNull else { return expected("a number") }
    if isQuotedNumber { return refuseQuotes() }
    switch ScaledNumber.read(node.text, decimals: decimals) {
    case .value(let value): return value
    case .notANumber: return expected("a number")
    case .tooLarge: return refuse(.outOfRange, "`\(node.excerpt)` has more digits than a fact can keep")
    case .tooFine:
      let grain = decimals == 0 ? "is a whole number" : "has at most \(decimals) decimal\(decimals == 1 ? "" : "s")"
      return refuse(.outOfRange, "\(label) \(grain), and `\(node.excerpt)` is finer", help: finer)
    }
  }
}

extension MappingReader {
  /// Codes in other systems, as text: a leading zero is part of a code.
  func codes() -> [String: String] {
    var codes: [String: String] = [:]
    for system in ["fhir", "snomed", "loinc"] {
      if let code = self[system]?.name() { codes[system] = code.value }
    }
    return codes
  }
}
