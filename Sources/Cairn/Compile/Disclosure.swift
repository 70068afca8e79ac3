/// What may be said to whoever looks: the one place that decides what becomes of a fact, a concept, a value or a date that is sensitive.
///
/// `sensitive: yes` keeps its bearer out of every output: what is said of it is that it is *a sensitive fact*, and its value is *withheld*,
/// unless somebody asks with `--show-sensitive`. Texts for the person never name it, whoever looks.
package struct Disclosure: Sendable {
  package let showsSensitive: Bool
  private let vocabulary: Vocabulary

  package init(_ vocabulary: Vocabulary, showsSensitive: Bool) {
    self.vocabulary = vocabulary
    self.showsSensitive = showsSensitive
  }

  // MARK: - What is withheld

  /// For texts that others may see: what is sensitive is left out of them, whoever looks.
  package func isSensitive(fact: Int) -> Bool { vocabulary.facts[fact].isSensitive }

  package func isSensitive(code: Int) -> Bool { vocabulary.codes[code].isSensitive }

  package func withholds(fact: Int) -> Bool { !showsSensitive && isSensitive(fact: fact) }

  package func withholds(code: Int) -> Bool { !showsSensitive && isSensitive(code: code) }

  /// Whether a comparison asks for something sensitive: the fact is, or one of the concepts.
  package func withholds(_ slot: RowSet.Slot) -> Bool {
    if withholds(fact: slot.fact) { return true }
    guard case .codes(let codes, _) = slot.aspect else { return false }
    return codes.contains { withholds(code: $0) }
  }

  /// Whether a safeguard, a rule or an offer rests on something sensitive, so that its name would tell.
  package func withholds(target: Int, of rows: RowSet) -> Bool {
    !showsSensitive && rows.slotsRead(by: target).contains { withholds(rows.slots[$0.slot]) }
  }

  package func index(ofFact id: String) -> Int? { vocabulary.factIndex[id] }

  package func code(named id: String) -> Int? { vocabulary.codeIndex[Vocabulary.CodeKey(.concepts, id)] }

  /// Whether a derived fact reads nothing but what is sensitive, so that it tells as much.
  package func withholds(derived: Int) -> Bool {
    !showsSensitive && !comparisons(of: vocabulary.derived[derived].condition).contains { !withholds($0) }
  }

  /// Whether a comparison, as it is written, asks for something sensitive.
  package func withholds(_ comparison: Comparison) -> Bool {
    switch comparison.test {
    case .derived: withholds(derived: comparison.fact)
    case .codes(let test): withholds(fact: comparison.fact) || test.items.joined().contains { withholds(code: $0) }
    default: withholds(fact: comparison.fact)
    }
  }

  private func comparisons(of condition: Condition) -> [Comparison] {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts): parts.flatMap(comparisons(of:))
    case .comparison(let comparison): [comparison]
    }
  }

  // MARK: - What is said in its place

  package static let fact = "a sensitive fact"
  package static let condition = "a sensitive condition"
  package static let withheld = "withheld"
  /// In place of a profile or a test that would tell.
  package static let withheldText = "withheld, as it names something sensitive: --show-sensitive shows it"
  package static let name = "a sensitive name"
  package static let safeguard = "a safeguard about something sensitive"

  /// A fact's id, as JSON has it. No id has a space, so what is withheld cannot be taken for one.
  package func id(ofFact id: String) -> String {
    guard let index = vocabulary.factIndex[id], withholds(fact: index) else { return id }
    return Self.fact
  }

  package func ids(ofFacts ids: [String]) -> [String] { ids.map(id(ofFact:)).uniqued() }

  package func title(ofFact fact: Int, in language: String) -> String {
    withholds(fact: fact) ? Self.fact : vocabulary.facts[fact].title.text(in: language)
  }

  package func title(ofDerived derived: Int, in language: String) -> String {
    withholds(derived: derived) ? Self.fact : vocabulary.derived[derived].title.text(in: language)
  }

  package func title(ofCode code: Int, in language: String) -> String {
    withholds(code: code) ? Self.condition : vocabulary.codes[code].title.text(in: language)
  }
}

extension RuleSet {
  package func disclosure(showsSensitive: Bool) -> Disclosure { Disclosure(vocabulary, showsSensitive: showsSensitive) }

  /// A safeguard's id, unless it rests on something sensitive.
  package func name(ofSafeguard id: String, _ disclosure: Disclosure) -> String {
    guard let index = safeguards.firstIndex(where: { $0.id == id }) else { return id }
    return disclosure.withholds(target: index, of: safeguardRows) ? Disclosure.safeguard : id
  }
}
