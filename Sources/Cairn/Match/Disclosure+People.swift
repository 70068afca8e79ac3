/// What may be said of one person, real or made up.
extension Disclosure {
  /// Whether a value holds a concept that is sensitive.
  package func isSensitive(_ value: Facts.Value) -> Bool {
    guard case .codes(let codes) = value else { return false }
    return codes.held.contains { isSensitive(code: $0.code) }
  }

  /// Whether a profile, shown whole, tells something sensitive.
  package func withholds(_ profile: Profile) -> Bool {
    if showsSensitive { return false }
    return profile.factsTold.contains { withholds(factNamed: $0) } || withholds(anyOf: profile.conceptsTold)
  }

  /// Whether a text names something sensitive: a fact or a concept, by its id.
  package func withholds(naming text: String) -> Bool {
    if showsSensitive { return false }
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    return words.contains { withholds(factNamed: String($0)) } || withholds(anyOf: words.map(String.init))
  }

  private func withholds(factNamed id: String) -> Bool { index(ofFact: id).map(withholds(fact:)) ?? false }

  private func withholds(anyOf concepts: [String]) -> Bool { concepts.contains { code(named: $0).map(withholds(code:)) ?? false } }
}

extension Profile {
  /// The facts of which it says anything, under `facts` or by a key of its own.
  fileprivate var factsTold: [String] {
    facts.keys + (born == nil ? [] : ["age"]) + (history.isEmpty ? [] : ["supports", "completed"])
      + (strengths == nil ? [] : ["strengths"]) + (home == nil ? [] : ["area", "no-fixed-abode"])
      + (consent.suggest == nil ? [] : ["consent-to-suggest"]) + (consent.share == nil ? [] : ["consent-to-share"])
      + (carerOf == nil ? [] : ["is-carer"])
  }

  fileprivate var conceptsTold: [String] {
    facts.values.flatMap { fact -> [String] in
      if case .codes(let codes, _) = fact.value { codes.map(\.id) } else { [] }
    } + (strengths ?? [])
  }
}
