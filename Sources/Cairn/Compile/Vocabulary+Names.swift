extension Vocabulary {
  /// The concept that was most likely meant.
  func nearestConcept(_ word: String) -> String? {
    spellings.nearest(word, in: .concepts, of: codeCounts[.concepts] ?? 0) { codeNames(in: .concepts) }
  }

  /// The concept or the set of concepts that was most likely meant.
  func nearestConceptOrSet(_ word: String) -> String? {
    spellings.nearest(word, in: .conceptsAndSets, of: (codeCounts[.concepts] ?? 0) + valueSets.count) {
      codeNames(in: .concepts) + valueSets.filter { $0.value.domain == .concepts }.keys
    }
  }

  func nearestSupport(_ word: String) -> String? {
    spellings.nearest(word, in: .supports, of: codeCounts[.supports] ?? 0) { codeNames(in: .supports) }
  }

  func nearestFact(_ word: String) -> String? { spellings.nearest(word, in: .facts, of: facts.count) { facts.lazy.map(\.id) } }

  /// The fact, derived fact or connective that was most likely meant.
  func nearestCondition(_ word: String) -> String? {
    spellings.nearest(word, in: .conditions, of: facts.count + derived.count) { conditionNames + ["all", "any", "none", "some"] }
  }

  /// The set of areas that was most likely meant.
  func nearestAreas(_ word: String) -> String? {
    spellings.nearest(word, in: .areas, of: valueSets.count) { valueSets.lazy.filter { $0.value.domain == .areas }.map(\.key) }
  }

  package func fact(named id: String) -> Fact? { factIndex[id].map { facts[$0] } }

  /// Index into `codes`; nil where the rulebook has no such code.
  package func code(_ id: String, in domain: CodeDomain) -> Int? { codeIndex[CodeKey(domain, id)] }

  /// The ids of a domain's codes, in the order declared.
  package func codeNames(in domain: CodeDomain) -> [String] {
    codes.lazy.filter { $0.key.domain == domain }.map(\.key.id)
  }

  /// The ids of facts and derived facts: what a condition may ask about.
  package var conditionNames: [String] { facts.map(\.id) + derived.map(\.id) }

  /// A code's index, added where it is new.
  @discardableResult
  mutating func intern(_ code: Code) -> Int {
    if let index = codeIndex[code.key] { return index }
    append(code)
    return codes.count - 1
  }

  /// Area codes need no declaration: their own text is their title.
  @discardableResult
  mutating func internArea(_ id: String) -> Int {
    intern(Code(key: CodeKey(.areas, id), title: LocalizedText(id), isSensitive: false))
  }

  mutating func add(_ fact: Fact) {
    factIndex.append(fact.id)
    facts.append(fact)
  }

  mutating func add(_ derived: Derived) {
    derivedIndex.append(derived.id)
    self.derived.append(derived)
  }
}
