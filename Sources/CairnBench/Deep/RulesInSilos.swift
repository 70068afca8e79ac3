import Cairn

extension Survey {
  /// Rules for one condition or one pathway that say nothing about it, so that they might serve others too.
  ///
  /// What rests on something sensitive names it on purpose nowhere, and is left alone.
  func rulesInSilos() -> [Diagnostic] {
    ruleSet.rules.indices.compactMap { rule in
      guard ruleSet.rules[rule].who != .team, !readsSomethingSensitive(rule), let subject = subject(of: rule) else { return nil }
      let words = subject.words
      guard !words.isEmpty, !texts(of: rule).contains(where: { $0.mentions(anyOf: words) }) else { return nil }
      return .warning(
        .ruleInSilo,
        "the rule `\(ruleSet.rules[rule].id)` is only for \(subject.kind) `\(subject.id)`, and nothing that it says is about it",
        at: ruleSet.rules[rule].declaredAt,
        help: "might it serve others too? name \(subject.wider), or say in `because` what it has to do with it")
    }
  }

  /// The one condition or pathway that a rule is for.
  private struct Subject {
    var kind, id: String
    var titles: [String]
    /// What might be named in its place.
    var wider: String

    var words: Set<String> { Set(([id] + titles).flatMap(\.significantWords)) }
  }

  private func subject(of rule: Int) -> Subject? {
    let declared = ruleSet.rules[rule]
    if ruleSet.pathways.count > 1, let at = declared.at, at.pathways.count == 1, let pathway = at.pathways.first {
      return Subject(
        kind: "the pathway", id: ruleSet.pathways[pathway].id, titles: ruleSet.pathways[pathway].title.translations.map(\.text),
        wider: "the kind of step, and no pathway")
    }
    let codes = declared.conditions.when.map { ruleSet.vocabulary.codesNamed(in: $0) } ?? []
    guard codes.count == 1, let code = codes.first, !isOnlyFor(code) else { return nil }
    let named = ruleSet.vocabulary.codes[code]
    return Subject(kind: "the condition", id: named.key.id, titles: named.title.translations.map(\.text), wider: "a value set")
  }

  /// Whether the whole rulebook is for people with one condition: then nobody else is there to be served.
  private func isOnlyFor(_ code: Int) -> Bool {
    ruleSet.pathways.count == 1
      && ruleSet.pathwayRows.leaves(of: 0).contains { if case .codes([code], _) = $0.slot.aspect { $0.set.isYes } else { false } }
  }

  private func texts(of rule: Int) -> [String] {
    let declared = ruleSet.rules[rule]
    var texts = [declared.title, declared.because, declared.sayPerson, declared.sayPractitioner].compactMap { $0 }
    var given: [String] = []
    switch declared.action {
    case .flag(let text): texts.append(text)
    case .suggest(_, _, let with): given = with.arguments.flatMap(\.value.words)
    }
    return texts.flatMap { $0.translations.map(\.text) } + given
  }

  /// By its own conditions, or by those of a pathway that it names.
  private func readsSomethingSensitive(_ rule: Int) -> Bool {
    let conditions = ruleSet.rules[rule].conditions
    let pathways = ruleSet.rules[rule].at?.pathways ?? []
    return [conditions.when, conditions.unless].contains { $0.map(ruleSet.vocabulary.isSensitive) ?? false }
      || pathways.contains { ruleSet.pathwayRows.leaves(of: $0).contains { ruleSet.vocabulary.isSensitive($0.slot) } }
  }
}

extension Vocabulary {
  /// The concepts that somebody must have for a condition, through derived facts; what people bring is no condition that they live with.
  fileprivate func codesNamed(in condition: Condition) -> Set<Int> {
    switch condition {
    case .all(let parts), .any(let parts), .some(_, let parts):
      return parts.reduce(into: []) { $0.formUnion(codesNamed(in: $1)) }
    case .none: return []
    case .comparison(let comparison):
      switch comparison.test {
      case .derived(true): return codesNamed(in: derived[comparison.fact].condition)
      case .codes(let test) where test.quantifier != .noneOf && comparison.fact != BuiltInFact.strengths.rawValue:
        guard case .codes(.concepts) = facts[comparison.fact].type else { return [] }
        return Set(test.items.joined())
      default: return []
      }
    }
  }

  fileprivate func isSensitive(_ slot: RowSet.Slot) -> Bool {
    guard case .codes(let codes, _) = slot.aspect else { return facts[slot.fact].isSensitive }
    return facts[slot.fact].isSensitive || codes.contains { self.codes[$0].isSensitive }
  }

  fileprivate func isSensitive(_ condition: Condition) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts): return parts.contains { isSensitive($0) }
    case .comparison(let comparison):
      switch comparison.test {
      case .derived: return isSensitive(derived[comparison.fact].condition)
      case .codes(let test): return facts[comparison.fact].isSensitive || test.items.joined().contains { codes[$0].isSensitive }
      default: return facts[comparison.fact].isSensitive
      }
    }
  }
}

extension Parameters.Value {
  fileprivate var words: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let items): items
    case .number, .boolean: []
    }
  }
}

extension String {
  /// Words that tell what a text is about: of four letters or more, but for a few that every text has.
  fileprivate var significantWords: [String] {
    lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count >= 4 && !Self.everyday.contains($0) }
  }

  private static let everyday: Set<String> = ["from", "have", "having", "ones", "other", "their", "type", "with", "without"]

  /// Whether a text has one of the words, in some form: `stroke` and `strokes`, `prison` and `prisoner`.
  fileprivate func mentions(anyOf words: Set<String>) -> Bool {
    significantWords.contains { word in words.contains { word.hasPrefix($0) || $0.hasPrefix(word) } }
  }
}
