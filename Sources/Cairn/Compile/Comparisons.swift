extension FactType {
  /// The words that may compare it, `known` among them.
  var comparisons: [String] {
    switch self {
    case .number: ["is", "at-least", "at-most", "more-than", "less-than", "between", "known"]
    case .choice: ["is", "any-of", "none-of", "known"]
    case .boolean: ["known"]
    case .date: ["within-last", "longer-ago-than", "within-next", "before", "on-or-after", "known"]
    case .codes: ["any-of", "all-of", "none-of", "since", "known"]
    }
  }

  /// How to compare a fact of this type, where what was written resembles nothing.
  func comparisonHelp(_ id: String) -> String {
    switch self {
    case .boolean: "write `\(id): yes`, `\(id): no` or `\(id): {known: yes}`"
    case .number: "it takes \(Field.listed(comparisons)); a list means any of its numbers"
    case .choice, .date, .codes: "it takes \(Field.listed(comparisons))"
    }
  }
}

extension Vocabulary {
  /// A name in a condition that is no fact; where it is something else, how to ask about that.
  func unknownFact(_ name: Node) -> Diagnostic {
    let error = Diagnostic.error(.unknownFact, "there is no fact `\(name.excerpt)`", at: name.range)
    let isConcept = code(name.text, in: .concepts) != nil || valueSets[name.text]?.domain == .concepts
    if isConcept, let fact = facts.first(where: { $0.type == .codes(.concepts) && !$0.isBuiltIn }) {
      return error.noting("help", "it is a concept: write `\(fact.id): \(name.text)`")
    }
    if code(name.text, in: .supports) != nil { return error.noting("help", "it is a support type: write `supports: \(name.text)`") }
    if let habit = TableHabit.joining(name.text) { return error.noting("help", habit) }
    return error.suggesting(nearestCondition(name.text))
  }

  /// A name in a condition that is neither a concept nor a value set.
  func unknownConcept(_ name: Node) -> Diagnostic {
    Diagnostic.error(.unknownConcept, "there is no concept or value set `\(name.excerpt)`", at: name.range)
      .suggesting(nearestConceptOrSet(name.text))
  }

  /// A name that no support type has, wherever it stands.
  package func unknownSupport(_ name: String, at range: SourceRange) -> Diagnostic {
    let near = nearestSupport(name)
    let error = Diagnostic.error(.unknownSupport, "there is no support type `\(name)`", at: range).suggesting(near)
      .noting("help", "`cairn plugins` shows what there is")
    return near == nil ? error.noting("help", "a kind that is a folder is named once, by its path, under `plugins` in `rulebook:`") : error
  }
}
