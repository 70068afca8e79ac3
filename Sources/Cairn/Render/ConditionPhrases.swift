extension RuleSet {
  /// What conditions ask of a person, one phrase for each thing that must hold: `age: at least 16`.
  func phrases(for condition: ConditionDeclaration) -> [String] {
    var resolver = ConditionResolver(vocabulary: vocabulary)
    guard let resolved = resolver.resolve(condition) else { return [] }
    var words = self
    // Area codes that only this condition names.
    words.vocabulary = resolver.vocabulary
    return words.phrases(forResolved: resolved)
  }

  private func phrases(forResolved condition: Condition) -> [String] {
    var builder = RowSetBuilder(vocabulary)
    builder.add(RuleConditions(when: condition))
    var words = self
    words.ruleRows = builder.finish()
    let rows = words.ruleRows
    return rows.rows.flatMap { row in
      rows.constraints[row.constraints].map { words.phrase(slot: $0.slot, set: $0.set) }
        + rows.residuals[row.residuals].map { words.phrase(node: $0.node) }
    }
  }

  private func phrase(slot: Int, set: Int) -> String { phrase(for: ruleRows.slots[slot], allowing: ruleRows.sets[set], .contract) }

  private func phrase(node: Int) -> String { phrase(node: node, of: ruleRows, .contract) }
}

/// How much of a condition is told.
package struct PhraseStyle: Sendable {
  /// Whether long lists of concepts are told by the value sets that make them up, and by their number.
  var isShort = false
  /// Whether sensitive facts are named.
  var showsSensitive = true

  /// For what a kind of support asks, which is told to everybody.
  static let contract = PhraseStyle(showsSensitive: false)

  package init(isShort: Bool = false, showsSensitive: Bool = true) {
    self.isShort = isShort
    self.showsSensitive = showsSensitive
  }
}

extension RuleSet {
  /// What is asked of one slot: `age: at least 16`.
  package func phrase(for slot: RowSet.Slot, allowing set: AllowedSet, _ style: PhraseStyle) -> String {
    let disclosure = disclosure(showsSensitive: style.showsSensitive)
    if disclosure.withholds(fact: slot.fact) { return Disclosure.fact }
    let title = PlainWords.inSentence(disclosure.title(ofFact: slot.fact, in: language))
    return "\(title): \((style.isShort ? shortWords(for: slot, allowing: set) : nil) ?? words(for: slot, allowing: set))"
  }

  func phrase(node: Int, of rows: RowSet, _ style: PhraseStyle) -> String {
    func phrases(_ nodes: [Int]) -> [String] { nodes.map { phrase(node: $0, of: rows, style) } }
    switch rows.nodes[node] {
    case .leaf(let slot, let set): return phrase(for: rows.slots[slot], allowing: rows.sets[set], style)
    case .all(let nodes): return PlainWords.list(phrases(nodes))
    case .any(let nodes): return phrases(nodes).joined(separator: ", or ")
    case .atLeast(let count, let nodes): return "at least \(count) of these: " + phrases(nodes).joined(separator: "; ")
    case .derived(let fact, _, let holds):
      let disclosure = disclosure(showsSensitive: style.showsSensitive)
      let title = PlainWords.inSentence(disclosure.title(ofDerived: fact, in: language))
      return holds ? title : "not: \(title)"
    }
  }

  /// A long list of concepts by the value sets that it is made of, else by its first few and their number; nil where it is short.
  private func shortWords(for slot: RowSet.Slot, allowing set: AllowedSet) -> String? {
    guard case .codes(let codes, let window) = slot.aspect, codes.count > Self.mostNamed, set.isYes || set.isNo else { return nil }
    let since = window.map { " \(Self.words(for: $0))" } ?? ""
    if let sets = valueSets(making: codes) { return "\(set.isYes ? "any" : "none") of \(PlainWords.list(sets, "or"))\(since)" }
    let disclosure = disclosure(showsSensitive: false)
    let some = codes.prefix(2).map { PlainWords.inSentence(disclosure.title(ofCode: $0, in: language)) }
    let others = PlainWords.count(codes.count - some.count, "other")
    return (set.isYes ? "" : "none of ") + "\(some.joined(separator: ", ")) \(set.isYes ? "or" : "and") \(others)\(since)"
  }

  /// Concepts that are named one by one; more are told by their sets.
  private static let mostNamed = 4

  /// A few value sets that together are exactly these codes, the largest first.
  private func valueSets(making codes: [Int]) -> [String]? {
    var rest = Set(codes)
    var named: [String] = []
    let wanted = Set(codes)
    let candidates = vocabulary.valueSets.filter { wanted.isSuperset(of: $0.value.members) && $0.value.members.count > 1 }
    for (id, set) in candidates.sorted(by: { ($1.value.members.count, $0.key) < ($0.value.members.count, $1.key) })
    where !rest.isDisjoint(with: set.members) {
      rest.subtract(set.members)
      named.append(id)
    }
    return rest.isEmpty && named.count <= 3 ? named : nil
  }
}
