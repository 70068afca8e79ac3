extension Vocabulary {
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
    codeIndex[code.key] = codes.count
    codes.append(code)
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
