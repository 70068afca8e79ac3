extension RuleSet {
  /// What conditions ask of a person, one phrase for each thing that must hold: `age: at least 16`.
  func phrases(for condition: ConditionDeclaration) -> [String] {
    var resolver = ConditionResolver(vocabulary: vocabulary)
    guard let resolved = resolver.resolve(condition) else { return [] }
    var words = self
    // Area codes that only this condition names.
    words.vocabulary = resolver.vocabulary
    return words.phrases(forResolved: resolved).phrases
  }

  /// The facts that a condition reads, by id, in the order of the vocabulary.
  func facts(readBy condition: ConditionDeclaration) -> [String] {
    var resolver = ConditionResolver(vocabulary: vocabulary)
    guard let resolved = resolver.resolve(condition) else { return [] }
    var words = self
    words.vocabulary = resolver.vocabulary
    return words.phrases(forResolved: resolved).rows.slots.map(\.fact).reduce(into: Set<Int>()) { $0.insert($1) }.sorted()
      .map { vocabulary.facts[$0].id }
  }

  private func phrases(forResolved condition: Condition) -> (rows: RowSet, phrases: [String]) {
    var builder = RowSetBuilder(vocabulary)
    builder.add(RuleConditions(when: condition))
    var words = self
    words.ruleRows = builder.finish()
    let rows = words.ruleRows
    let phrases = rows.rows.flatMap { row in
      rows.constraints[row.constraints].map { words.phrase(slot: $0.slot, set: $0.set) }
        + rows.residuals[row.residuals].map { words.phrase(node: $0.node) }
    }
    return (rows, phrases)
  }

  private func phrase(slot: Int, set: Int) -> String {
    let slot = ruleRows.slots[slot]
    let title = PlainWords.inSentence(vocabulary.facts[slot.fact].title.text(in: language))
    return "\(title): \(self.words(for: slot, allowing: ruleRows.sets[set]))"
  }

  private func phrase(node: Int) -> String {
    switch ruleRows.nodes[node] {
    case .leaf(let slot, let set): return phrase(slot: slot, set: set)
    case .all(let nodes): return PlainWords.list(nodes.map(phrase(node:)))
    case .any(let nodes): return nodes.map(phrase(node:)).joined(separator: ", or ")
    case .atLeast(let count, let nodes): return "at least \(count) of these: " + nodes.map(phrase(node:)).joined(separator: "; ")
    case .derived(let fact, _, let holds):
      let title = PlainWords.inSentence(vocabulary.derived[fact].title.text(in: language))
      return holds ? title : "not: \(title)"
    }
  }
}
