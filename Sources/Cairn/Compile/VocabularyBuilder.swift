/// Gathers every name of a rulebook and of the support types it uses, and resolves its derived facts.
package struct VocabularyBuilder {
  var resolver = ConditionResolver(vocabulary: Vocabulary())
  var diagnostics: [Diagnostic] = []

  var vocabulary: Vocabulary {
    get { resolver.vocabulary }
    _modify { yield &resolver.vocabulary }
  }

  /// The vocabulary holds whatever was sound, so that one mistake is reported once and the rest is still checked.
  package static func build(
    _ declaration: RulebookDeclaration, supports: [SupportManifest]
  ) -> (vocabulary: Vocabulary, diagnostics: [Diagnostic]) {
    var builder = VocabularyBuilder()
    builder.vocabulary.unusable = declaration.unusable
    builder.addFacts(declaration.facts)
    for manifest in supports { builder.addFacts(of: manifest, besides: declaration.facts) }
    builder.addCodes(declaration.concepts, supports)
    for set in declaration.valueSets { builder.add(set, declaration.concepts) }
    builder.addDerived(declaration.derived)
    for kind in declaration.header?.stepKinds ?? [] where !builder.vocabulary.stepKinds.contains(kind.value) {
      builder.vocabulary.stepKinds.append(kind.value)
    }
    return (builder.vocabulary, builder.diagnostics + builder.resolver.diagnostics)
  }

  // MARK: - Facts

  private mutating func addFacts(_ declarations: [FactDeclaration]) {
    for fact in BuiltInFact.allCases { vocabulary.add(fact.fact) }
    for declaration in declarations {
      if let index = vocabulary.factIndex[declaration.id.value] {
        if vocabulary.facts[index].isBuiltIn { redeclare(index, declaration) }
      } else {
        vocabulary.add(Vocabulary.Fact(declaration))
      }
    }
  }

  /// The rulebook's words for a built-in fact; what it leaves unsaid stays as built in.
  private mutating func redeclare(_ index: Int, _ declaration: FactDeclaration) {
    let builtIn = vocabulary.facts[index]
    guard let type = builtIn.type.redeclared(as: declaration.type) else {
      diagnostics.append(
        .error(
          .builtInType, "the built-in fact `\(builtIn.id)` is \(builtIn.type.described), not \(declaration.type.described)",
          at: declaration.id.range, help: "give a fact of your own another name"))
      return
    }
    if case .number(_, let min?, let max?) = type, min > max {
      diagnostics.append(
        .error(
          .outOfRange, "`\(builtIn.id)` would run from \(min) to \(max), since the bound that is left out stays as built in",
          at: declaration.id.range, help: "give both `min` and `max`"))
    }
    var fact = Vocabulary.Fact(declaration)
    fact.type = type
    fact.ask = declaration.ask ?? builtIn.ask
    fact.isBuiltIn = true
    vocabulary.facts[index] = fact
  }

  /// What a support type declares joins in; where the name stands already, those words win.
  private mutating func addFacts(of manifest: SupportManifest, besides declared: [FactDeclaration]) {
    for declaration in manifest.facts {
      guard let fact = vocabulary.fact(named: declaration.id.value) else {
        vocabulary.add(Vocabulary.Fact(declaration))
        continue
      }
      let isSame =
        fact.isBuiltIn ? fact.type.redeclared(as: declaration.type) != nil : fact.type.takesTheSameConditions(as: declaration.type)
      if !isSame { refuse(declaration, of: manifest, besides: fact, declaredHere: declared.contains { $0.id.value == fact.id }) }
    }
  }

  private mutating func refuse(
    _ declaration: FactDeclaration, of manifest: SupportManifest, besides fact: Vocabulary.Fact, declaredHere: Bool
  ) {
    let inPlugin = "\(declaration.type.described) in the support type `\(manifest.id)`"
    guard !fact.isBuiltIn else {
      diagnostics.append(
        .error(
          .builtInType, "the built-in fact `\(fact.id)` is \(fact.type.described), not \(inPlugin)", at: declaration.id.range,
          help: "give the plugin's fact another name"))
      return
    }
    let here = declaredHere ? "in this rulebook" : "in another support type"
    let error = Diagnostic.error(
      .factType, "the fact `\(fact.id)` is \(fact.type.described) \(here), and \(inPlugin)", at: fact.declaredAt ?? declaration.id.range,
      help: "declare it alike in both, or give one of them another name")
    diagnostics.append(error.relating("`\(fact.id)` of the support type `\(manifest.id)`", declaration.id.range))
  }

  // MARK: - Codes

  private mutating func addCodes(_ concepts: [ConceptDeclaration], _ supports: [SupportManifest]) {
    for concept in concepts {
      vocabulary.intern(
        Vocabulary.Code(
          key: .init(.concepts, concept.id.value), title: concept.title, isSensitive: concept.isSensitive, systemCodes: concept.codes))
    }
    for support in supports {
      vocabulary.intern(Vocabulary.Code(key: .init(.supports, support.id), title: support.title, isSensitive: false))
    }
  }

  private mutating func add(_ set: ValueSetDeclaration, _ concepts: [ConceptDeclaration]) {
    if let concept = concepts.first(where: { $0.id.value == set.id.value }) {
      let error = Diagnostic.error(
        .duplicateID, "`\(set.id.value)` is the name of a concept already", at: set.id.range, help: "give the value set another name")
      diagnostics.append(error.relating("the concept", concept.id.range))
      return
    }
    let members = set.members.compactMap { member($0, of: set) }
    vocabulary.valueSets[set.id.value] = Vocabulary.ValueSet(domain: set.domain, members: Set(members).sorted())
  }

  private mutating func member(_ member: Written<String>, of set: ValueSetDeclaration) -> Int? {
    if set.domain == .areas {
      vocabulary.areasOfValueSets.insert(member.value)
      return vocabulary.internArea(member.value)
    }
    if let code = vocabulary.code(member.value, in: set.domain) { return code }
    let error = Diagnostic.error(.unknownConcept, "there is no concept `\(member.value)`", at: member.range)
    if vocabulary.valueSets[member.value] != nil {
      diagnostics.append(error.noting("help", "it is a value set, which no value set may hold: list its concepts"))
    } else {
      diagnostics.append(error.suggesting(vocabulary.nearestConcept(member.value)))
    }
    return nil
  }
}

extension Vocabulary.Fact {
  init(_ declaration: FactDeclaration) {
    self.init(
      id: declaration.id.value, title: declaration.title, type: declaration.type, ask: declaration.ask, validFor: declaration.validFor,
      burden: max(1, declaration.burden), isSensitive: declaration.isSensitive, isBuiltIn: false, declaredAt: declaration.id.range,
      systemCodes: declaration.codes)
  }
}

extension FactType {
  /// A built-in fact's type as a rulebook redeclares it: bounds may be its own, all else stays. Nil where it is another type.
  func redeclared(as other: FactType) -> FactType? {
    switch (self, other) {
    case (.number(let decimals, let min, let max), .number(let others, let newMin, let newMax)):
      decimals == others ? .number(decimals: decimals, min: newMin ?? min, max: newMax ?? max) : nil
    case (.codes, .codes): self
    default: takesTheSameConditions(as: other) ? self : nil
    }
  }
}
