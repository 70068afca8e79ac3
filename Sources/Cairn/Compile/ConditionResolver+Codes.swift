extension ConditionResolver {
  private static let quantifiers = ["any-of", "all-of", "none-of"]

  /// One of `any-of`, `all-of` and `none-of`, with or without `since`, and beside it `known`.
  mutating func codes(_ subject: Subject, _ domain: CodeDomain) -> Condition? {
    var parts: [Condition?] = []
    var quantified: [(word: String, field: Field)] = []
    var since: Field?
    for (key, value) in subject.field.node.entries {
      let field = Field(key: key, node: value, findings: findings)
      switch word(of: field, subject) {
      case "since"?: since = field
      case "known"?: parts.append(known(field).map { subject.comparison($0, at: field) })
      case let word?: quantified.append((word, field))
      case nil: parts.append(nil)
      }
    }
    if quantified.count > 1 { return severalQuantifiers(quantified.map(\.field), subject) }
    if let (word, field) = quantified.first {
      parts.append(codeTest(word, field, domain, since, subject))
    } else if since != nil || parts.isEmpty {
      return subject.field.expected("one of \(Field.listed(Self.quantifiers))", help: "write `\(subject.id): {any-of: […]}`")
    }
    return Self.conjunction(Self.allSound(parts) { $0 })
  }

  private mutating func codeTest(
    _ word: String, _ field: Field, _ domain: CodeDomain, _ since: Field?, _ subject: Subject
  ) -> Condition? {
    let items = isEmptyList(field) || isStateWord(field, subject) ? nil : items(field, domain, subject)
    let length = since.flatMap { window($0) }
    guard let items, since == nil || length != nil else { return nil }
    let quantifier: CodeTest.Quantifier =
      switch word {
      case "all-of": .allOf
      case "none-of": .noneOf
      default: .anyOf
      }
    return subject.comparison(.codes(CodeTest(quantifier, items, window: length)))
  }

  /// `{within: 6 months}` or `{longer-than: 1 year}`.
  private func window(_ field: Field) -> CodeTest.Window? {
    let entries = Array(field.node.entries)
    guard entries.count == 1, let (key, value) = entries.first else {
      return field.expected("`within` or `longer-than`", help: "write `since: {within: 6 months}` or `since: {longer-than: 1 year}`")
    }
    let length = Field(key: key, node: value, findings: findings)
    let words = ["within", "longer-than"]
    let word = words.contains(key.text) ? key.text : onlyNearest(key.text, in: words)
    if word != key.text {
      let error = Diagnostic.error(.unknownComparison, "`since` takes `within` or `longer-than`, not `\(key.excerpt)`", at: key.range)
      findings.report(word.map { error.correcting(to: $0, at: key.range) } ?? error)
    }
    switch word {
    case "within"?: return length.duration().map { .within($0) }
    case "longer-than"?: return length.duration().map { .longerThan($0) }
    default: return nil
    }
  }

  private func severalQuantifiers(_ fields: [Field], _ subject: Subject) -> Condition? {
    let id = subject.id
    let words = fields.map(\.key.text)
    let apart = words.map { "{\(id): {\($0): …}}" }.joined(separator: ", ")
    findings.error(
      .invalidValue, "`\(id)` takes one of \(Field.listed(words)) at a time", at: fields[1].key.range,
      help: "write them apart: `all: [\(apart)]`")
    return nil
  }
}
