/// Gives every name in a condition its fact and every comparison its type. An area code that the vocabulary has not met is added
/// to the resolver's own.
package struct ConditionResolver {
  package internal(set) var vocabulary: Vocabulary
  let findings = Findings(readingOn: true)

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package var diagnostics: [Diagnostic] { findings.diagnostics }

  /// The condition with its names resolved; nil where something in it is at fault, every fault being reported.
  package mutating func resolve(_ condition: ConditionDeclaration) -> Condition? {
    guard let resolved = part(condition) else { return nil }
    guard let excess = resolved.weight(vocabulary.derived).excess else { return resolved }
    findings.error(.conditionTooLarge, excess.message, at: condition.start, help: excess.help)
    return nil
  }

  private mutating func part(_ condition: ConditionDeclaration) -> Condition? {
    switch condition {
    case .all(let parts, _): self.parts(parts).map(Condition.all)
    case .any(let parts, _): self.parts(parts).map(Condition.any)
    case .none(let parts, _): self.parts(parts).map(Condition.none)
    case .some(let count, let parts, _): self.parts(parts).map { .some(atLeast: count, of: $0) }
    case .fact(let name, let test): resolve(Field(key: name, node: test, findings: findings))
    }
  }

  private mutating func parts(_ parts: [ConditionDeclaration]) -> [Condition]? {
    Self.allSound(parts) { part($0) }
  }

  private mutating func resolve(_ field: Field) -> Condition? {
    guard let index = vocabulary.factIndex.index(of: field.key) else {
      if let index = vocabulary.derivedIndex.index(of: field.key) { return derived(index, field) }
      if !vocabulary.unusable.contains(field.key.text) { findings.report(vocabulary.unknownFact(field.key)) }
      return nil
    }
    let subject = Subject(index: index, type: type(of: index), field: field)
    guard field.node.isMapping else { return plain(subject).map { subject.comparison($0) } }
    if case .codes(let domain) = subject.type { return codes(subject, domain) }
    return mapping(subject)
  }

  /// Read in place: a whole fact is long to copy, and every comparison asks.
  private func type(of fact: Int) -> FactType { vocabulary.facts.withUnsafeBufferPointer { $0[fact].type } }

  /// `fact: value` and `fact: [values]`.
  private mutating func plain(_ subject: Subject) -> Comparison.Test? {
    let field = subject.field
    guard !isEmptyList(field), !isStateWord(field, subject) else { return nil }
    switch subject.type {
    case .number: return numbers(field, subject)
    case .choice: return choices(field, subject).map { .choice($0) }
    case .boolean: return field.boolean().map { .boolean($0) }
    case .date: return dateWithoutComparison(field, subject)
    case .codes(let domain): return items(field, domain, subject).map { .codes(CodeTest(.anyOf, $0)) }
    }
  }

  /// `fact: {comparison: value, …}`: several are an *and*.
  private mutating func mapping(_ subject: Subject) -> Condition? {
    let entries = subject.field.node.entries
    if entries.isEmpty { return subject.field.refuse(.emptyCondition, "an empty mapping compares nothing") }
    let parts = Self.allSound(entries) { key, value -> Condition? in
      let field = Field(key: key, node: value, findings: findings)
      let test = comparison(field, subject)
      return test.map { subject.comparison($0, at: entries.isSingle ? subject.field : field) }
    }
    return Self.conjunction(parts)
  }

  private mutating func comparison(_ field: Field, _ subject: Subject) -> Comparison.Test? {
    guard let word = word(of: field, subject) else { return nil }
    if word == "known" { return known(field) }
    guard !isEmptyList(field), !isStateWord(field, subject) else { return nil }
    return switch subject.type {
    case .number: number(word, field, subject)
    case .choice: choice(word, field, subject)
    case .date: date(word, field)
    case .boolean, .codes: nil
    }
  }

  /// A derived fact is yes or no; what is known of it is a question about the facts that it reads.
  private func derived(_ index: Int, _ field: Field) -> Condition? {
    if field.node["known"] != nil {
      return field.refuse(
        .unknownComparison, "`known` does not apply to the derived fact `\(field.key.text)`", help: "ask it of the facts that it reads")
    }
    return field.boolean().map { .comparison(Comparison(fact: index, test: .derived($0), range: field.wholeRange)) }
  }

  // MARK: - Shared by the types

  /// A fact, and what its author wrote to compare it with.
  struct Subject {
    let index: Int
    let type: FactType
    let field: Field

    var id: String { field.key.text }

    func comparison(_ test: Comparison.Test, at part: Field? = nil) -> Condition {
      .comparison(Comparison(fact: index, test: test, range: (part ?? field).wholeRange))
    }
  }

  func known(_ field: Field) -> Comparison.Test? { field.boolean().map { .known($0) } }

  /// What each part comes to, if all come to something. Each is looked at, whatever became of those before it.
  static func allSound<Part, Value>(_ parts: some Sequence<Part>, _ value: (Part) -> Value?) -> [Value]? {
    var values: [Value] = []
    values.reserveCapacity(parts.underestimatedCount)
    var isSound = true
    for part in parts {
      if let value = value(part) { values.append(value) } else { isSound = false }
    }
    return isSound ? values : nil
  }

  /// The same of one value, or of each item of a list.
  static func allSound<Value>(_ field: Field, _ value: (Field) -> Value?) -> [Value]? {
    guard field.node.isSequence else { return value(field).map { [$0] } }
    return allSound(field.once(field.node.items.map { field.item($0) }), value)
  }

  static func conjunction(_ parts: [Condition]?) -> Condition? {
    parts.map { $0.count == 1 ? $0[0] : .all($0) }
  }

  /// The comparison that a key names, also where it is surely a slip for one, which is said; nil where there is no such comparison.
  func word(of field: Field, _ subject: Subject) -> String? {
    let (type, id, text) = (subject.type, subject.id, field.key.text)
    let words = type.comparisons
    if words.contains(text) { return text }
    let error = Diagnostic.error(
      .unknownComparison, "unknown comparison `\(field.key.excerpt)` for the \(type.word) fact `\(id)`", at: field.key.range)
    if let habit = TableHabit.word(text), words.contains(habit) {
      findings.report(error.noting("help", "write `\(habit)`"))
      return nil
    }
    if let word = onlyNearest(text, in: words), isOnlySlip(in: subject.field.node, of: words), subject.field.node[word] == nil {
      findings.report(error.correcting(to: word, at: field.key.range))
      return word
    }
    let near = nearest(text, in: words)
    findings.report(near == nil ? error.noting("help", type.comparisonHelp(id)) : error.suggesting(near))
    return nil
  }

  /// Whether one key of a mapping is none of the words, and no more: two may be slips for the same.
  private func isOnlySlip(in mapping: Node, of words: [String]) -> Bool {
    mapping.entries.lazy.filter { !words.contains($0.key.text) }.prefix(2).reduce(0) { count, _ in count + 1 } == 1
  }

  func isEmptyList(_ field: Field) -> Bool {
    guard field.node.isSequence, !field.node.items.contains(where: { _ in true }) else { return false }
    findings.error(.emptyCondition, "an empty list compares nothing", at: field.node.anchor)
    return true
  }

  private static let states = Words(["unknown", "declined", "none"])

  /// `unknown`, `declined` and `none` are states and no values: whoever compares with one means `known`.
  func isStateWord(_ field: Field, _ subject: Subject) -> Bool {
    guard field.node.isScalar, Self.states.contains(field.node) else { return false }
    let id = subject.id
    findings.error(
      .invalidValue, "`\(field.node.text)` is no value that `\(id)` can be compared with", at: field.node.range,
      help: "to ask whether it is known, write `\(id): {known: no}`")
    return true
  }
}

extension Field {
  /// From the key to the end of its value.
  var wholeRange: SourceRange { SourceRange(key.range.source, key.range.start, max(key.range.end, node.range.end)) }
}
