extension ConditionResolver {
  /// What one name or a list of them stands for: each a code, or the members of a value set.
  mutating func items(_ field: Field, _ domain: CodeDomain, _ subject: Subject) -> [[Int]]? {
    Self.allSound(field) { item($0, domain, subject) }
  }

  private mutating func item(_ field: Field, _ domain: CodeDomain, _ subject: Subject) -> [Int]? {
    guard let name = field.name() else { return nil }
    if let set = vocabulary.valueSets[name.value] { return members(of: set, field, domain, subject) }
    if domain == .areas { return [area(name)] }
    if let code = vocabulary.code(name.value, in: domain) { return [code] }
    if vocabulary.unusable.contains(name.value) { return nil }
    findings.report(domain == .supports ? vocabulary.unknownSupport(name.value, at: name.range) : vocabulary.unknownConcept(field.node))
    return nil
  }

  private func members(of set: Vocabulary.ValueSet, _ field: Field, _ domain: CodeDomain, _ subject: Subject) -> [Int]? {
    if set.domain == domain { return set.members }
    let id = subject.id
    return field.refuse(
      .wrongType, "the value set `\(field.node.text)` holds \(set.domain.members), and the fact `\(id)` takes \(domain.members)")
  }

  /// Any text is an area code; one that is nearly a value set's name is worth a second look.
  private mutating func area(_ name: Written<String>) -> Int {
    let near = vocabulary.nearestAreas(name.value)
    if near != nil, !vocabulary.areasOfValueSets.contains(name.value) {
      let message = "`\(name.value)` is taken as an area code: no value set has this name"
      findings.report(Diagnostic.warning(.unknownValueSet, message, at: name.range).suggesting(near))
    }
    return vocabulary.internArea(name.value)
  }
}
