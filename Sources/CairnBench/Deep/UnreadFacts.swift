import Cairn

extension Survey {
  /// Facts and derived facts that nothing reads: whoever fills them in does so for nobody. Built-in facts mean something without a rule.
  func unreadFacts() -> [Diagnostic] {
    let read = NamesRead(declaration, ruleSet.supports).names
    let builtIn = Set(BuiltInFact.allCases.map(\.id))
    let facts = declaration.facts.filter { !read.contains($0.id.value) && !builtIn.contains($0.id.value) }.map { fact in
      Diagnostic.warning(
        .unreadFact, "nothing reads the fact `\(fact.id.value)`", at: fact.id.range, help: "read it in a condition, or take it away")
    }
    let derived = declaration.derived.filter { !read.contains($0.id.value) }.map { fact in
      Diagnostic.warning(
        .unreadFact, "nothing reads the derived fact `\(fact.id.value)`", at: fact.id.range, help: "read it in a condition, or take it away"
      )
    }
    return facts + derived
  }
}
