/// The names that tests may use, gathered once for all of them.
private struct DeclaredNames {
  let profiles, safeguards, rules, offers, steps: Set<String>

  init(_ declaration: RulebookDeclaration) {
    profiles = Set(declaration.profiles.map(\.id.value))
    safeguards = Set(declaration.safeguards.map(\.id.value))
    rules = Set(declaration.rules.map(\.id.value))
    offers = Set(declaration.offers.map(\.id.value))
    steps = Set(declaration.pathways.flatMap { $0.steps.map(\.id.value) })
  }
}

extension Compiler {
  /// What a test names must exist, or it can only fail in a puzzling way.
  mutating func checkTests() {
    let known = DeclaredNames(declaration)
    for test in declaration.tests {
      if case .named(let name) = test.profile, !known.profiles.contains(name.value) {
        report(unknown(.unknownProfile, "there is no profile `\(name.value)`", name, among: known.profiles, as: .profiles))
      }
      for expectation in [test.expect, test.never].compactMap({ $0 }) { check(expectation, known) }
      checkContradictions(in: test)
    }
  }

  private mutating func check(_ expectation: TestExpectation, _ known: DeclaredNames) {
    let entries = [expectation.suggests, expectation.notSuggested, expectation.undecided].compactMap { $0 }.joined()
    for entry in entries { check(entry, known) }
    for fact in expectation.asks ?? [] where vocabulary.factIndex[fact.value] == nil && !fact.value.contains(":") {
      report(unknown(.unknownFact, "there is no fact `\(fact.value)`", fact, among: vocabulary.factIndex.all, as: .facts))
    }
    for name in expectation.escalates ?? [] where !known.safeguards.contains(name.value) {
      report(unknown(.unknownRule, "there is no safeguard `\(name.value)`", name, among: known.safeguards, as: .safeguards))
    }
  }

  private mutating func check(_ entry: ExpectedSuggestion, _ known: DeclaredNames) {
    if let name = entry.support { _ = support(named: name) }
    if let name = entry.pathway, pathwayIndex[name.value] == nil {
      report(unknown(.unknownPathway, "there is no pathway `\(name.value)`", name, among: pathwayIndex.keys, as: .pathways))
    }
    if let name = entry.rule, !known.rules.contains(name.value) {
      report(unknown(.unknownRule, "there is no rule `\(name.value)`", name, among: known.rules, as: .rules))
    }
    if let name = entry.offer, !known.offers.contains(name.value) {
      report(unknown(.unknownOffer, "there is no offer `\(name.value)`", name, among: known.offers, as: .offers))
    }
    if let name = entry.step, !known.steps.contains(name.value) {
      report(unknown(.unknownStep, "there is no step `\(name.value)`", name, among: known.steps, as: .steps))
    }
    if let name = entry.verb, Verb(rawValue: name.value) == nil {
      report(unknown(.unknownVerb, "there is no verb `\(name.value)`", name, among: Verb.allCases.map(\.rawValue)))
    }
    if let name = entry.reason, Advice.Reason(rawValue: name.value) == nil {
      report(unknown(.invalidValue, "`\(name.value)` is no reason", name, among: Advice.Reason.allCases.map(\.rawValue)))
    }
  }

  private mutating func checkHeader() {
    guard let first = (declaration.rules.map(\.id.range) + declaration.pathways.map(\.id.range)).first else { return }
    report(
      .warning(
        .noRulebook, "no file has a `rulebook:` section, so the rules have no name and no version", at: SourceRange(first.source, 0, 0),
        help: "add `rulebook: {id: …, title: …, version: …}`"))
  }

  /// A rulebook speaks to people who may be in danger: it wants a safeguard on danger and on a crisis.
  mutating func checkSafeguards() {
    guard let header = declaration.header else { return checkHeader() }
    let read = Set(declaration.safeguards.flatMap { factsRead(by: $0.when) })
    for fact in ["immediate-danger", "crisis-level"] where !read.contains(fact) {
      report(
        .warning(
          .missingSafeguard, "no safeguard reads `\(fact)`, so suggestions are made whatever it says", at: header.id.range,
          help: "add one under `safeguards:` that stops everything and says whom to call"))
    }
  }

  private func factsRead(by condition: ConditionDeclaration) -> [String] {
    switch condition {
    case .fact(let name, _): [name.text]
    case .all(let parts, _), .any(let parts, _), .none(let parts, _), .some(_, let parts, _): parts.flatMap { factsRead(by: $0) }
    }
  }
}
