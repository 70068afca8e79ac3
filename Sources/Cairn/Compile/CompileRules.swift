extension Compiler {
  /// A rule with its rows added; nil where its action cannot be understood, which has then been reported.
  mutating func compile(_ rule: RuleDeclaration, _ supports: [RuleConditions], _ rows: inout RowSetBuilder) -> RuleSet.Rule? {
    let placement = rule.at.map { compile($0) }
    let when = rule.when.flatMap { resolver.resolve($0) }
    let unless = rule.unless.flatMap { resolver.resolve($0) }
    checkWho(rule)
    guard let action = compile(rule.action) else { return nil }
    var conditions = RuleConditions(when: when, whenIsAny: rule.whenIsAny, unless: unless)
    if case .suggest(let support, _, _) = action, rule.who != .team {
      conditions.supportSuits = supports[support].supportSuits
      conditions.supportUnless = supports[support].supportUnless
    }
    if let excess = conditions.excess(vocabulary.derived) {
      report(.error(.conditionTooLarge, excess.message, at: rule.id.range, help: excess.help))
      return nil
    }
    let target = rows.add(conditions)
    let promises = checkTexts(of: rule) { rows.factsMadeKnown(by: target).contains($0) }
    return RuleSet.Rule(
      id: rule.id.value, title: rule.title, who: rule.who, at: placement, action: action, priority: rule.priority,
      because: rule.because, evidence: rule.evidence, sayPerson: rule.sayPerson?.value, sayPractitioner: rule.sayPractitioner?.value,
      sayByVerb: rule.sayByVerb, promisesSharing: promises,
      validFrom: rule.validFrom?.first, validUntil: rule.validUntil?.last,
      owner: rule.owner ?? declaration.header?.owner, reviewBy: rule.reviewBy ?? declaration.header?.reviewBy, conditions: conditions,
      declaredAt: rule.id.range)
  }

  /// Rules of the team speak to no person: what they ask of one is a mistake.
  private mutating func checkWho(_ rule: RuleDeclaration) {
    guard rule.who == .team, rule.when != nil || rule.unless != nil else { return }
    report(
      .error(
        .teamReadsPerson, "the rule `\(rule.id.value)` is for the team and reads facts about a person", at: rule.id.range,
        help: "take away `when` and `unless`, or `who: team`"))
  }

  private mutating func compile(_ action: ActionDeclaration) -> RuleSet.Action? {
    switch action {
    case .flag(let text): return .flag(text)
    case .suggest(let name, let verbName, let with, let range):
      guard let support = support(named: name) else { return nil }
      guard let verb = verb(verbName, of: support) else { return nil }
      let parameters = parameters(with, of: support, at: range)
      for diagnostic in supports[support].check(parameters) {
        report(diagnostic.location == nil ? diagnostic.placed(at: with?.range ?? range) : diagnostic)
      }
      return .suggest(support: support, verb: verb, with: parameters)
    }
  }

  private mutating func parameters(_ with: Node?, of support: Int, at range: SourceRange) -> Parameters {
    guard with != nil || wantsParameters[support] else { return Parameters([]) }
    var reader = ParameterReader(manifests[support], vocabulary)
    let parameters = reader.read(with, at: range)
    for diagnostic in reader.diagnostics { report(diagnostic) }
    return parameters
  }

  mutating func verb(_ name: Written<String>, of support: Int) -> Verb? {
    if let verb = Verb(rawValue: name.value), verbs[support].contains(verb) { return verb }
    let verbs = verbs[support].map(\.rawValue)
    let message =
      Verb(rawValue: name.value) == nil
      ? "there is no verb `\(name.value)`" : "the support type `\(manifests[support].id)` has no verb `\(name.value)`"
    let all = "it has \(verbs.map { "`\($0)`" }.joinedAsList)"
    // A verb that there is was meant as it stands; only a slip for one that the type has is certain.
    guard Verb(rawValue: name.value) == nil, let word = onlyNearest(name.value, in: Verb.allCases.map(\.rawValue)), verbs.contains(word)
    else {
      report(unknown(.unknownVerb, message, name, among: verbs).noting("help", all))
      return nil
    }
    report(Diagnostic.error(.unknownVerb, message, at: name.range).correcting(to: word, at: name.range).noting("help", all))
    return Verb(rawValue: word)
  }
}

extension RowSetBuilder {
  /// The facts that a target's own conditions make known wherever it is true: in each of its rows, one of them constrains the fact.
  func factsMadeKnown(by target: Int) -> Set<Int> {
    var known: Set<Int>?
    for row in result.targets[target] {
      let facts = result.factsMadeKnown(byRow: row)
      known = known.map { $0.intersection(facts) } ?? facts
    }
    return known ?? []
  }
}

extension RowSet {
  fileprivate func factsMadeKnown(byRow row: Int) -> Set<Int> {
    var facts = Set<Int>(minimumCapacity: rows[row].constraints.count)
    for index in rows[row].constraints where makesKnown(constraints[index]) { facts.insert(slots[constraints[index].slot].fact) }
    return facts
  }

  private func makesKnown(_ constraint: Constraint) -> Bool {
    guard !constraint.origin.isDisjoint(with: [.when, .unless]), !sets[constraint.set].isWhole else { return false }
    return slots[constraint.slot].aspect == .value || sets[constraint.set].isYes
  }
}
