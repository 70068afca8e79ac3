import Cairn

extension ReviewBuilder {
  /// To whom a pathway offers nothing, of the rules that stand on it for persons.
  func leftOut(on pathway: Int, _ standing: [Int]) -> LeftOutReview {
    let rules = standing.filter { ruleSet.rules[$0].who == .person && isSupport($0) }.sorted()
    let facts = facts(on: pathway)
    let reach = reach(of: facts, rules)
    guard !rules.isEmpty else { return LeftOutReview(finding: .everybody, kinds: [], others: 0, isAtLeast: false, reach: reach) }
    var search = LeftOutSearch(pathway: pathway, rules: rules, people: facts, in: ruleSet, asOf: asOf)
    search.run()
    let found = search.kinds.map { ($0, weight($0, facts)) }
      .stablySorted { ($1.1.matching, $1.1.possible, -$1.0.traits.count) < ($0.1.matching, $0.1.possible, -$0.0.traits.count) }
    var kinds: [LeftOutKind] = []
    for (kind, weight) in found where kinds.count < Self.mostShown {
      if let told = told(kind, weight, on: pathway, number: kinds.count + 1) { kinds.append(told) }
    }
    let finding: LeftOutReview.Finding =
      kinds.isEmpty ? (search.isComplete && search.kinds.isEmpty ? .nobody : .notAnalysed) : .some
    return LeftOutReview(
      finding: finding, kinds: kinds, others: max(0, found.count - kinds.count), isAtLeast: !search.isComplete, reach: reach)
  }

  private static let mostShown = 3

  /// Whether a rule offers support; a flag asks somebody to look, and offers none.
  private func isSupport(_ rule: Int) -> Bool {
    guard case .suggest = ruleSet.rules[rule].action else { return false }
    return true
  }

  /// The people who are on a pathway, or may be.
  private func facts(on pathway: Int) -> [Facts] {
    let builder = FactsBuilder(vocabulary: ruleSet.vocabulary)
    let id = ruleSet.pathways[pathway].id
    return people.profiles.compactMap { profile in
      let isNamed = profile.positions.contains { $0.pathway == id }
      guard isNamed || profile.positions.isEmpty && profile.carerOf == nil else { return nil }
      let facts = builder.facts(of: profile, asOf: asOf).facts
      return isNamed || ruleSet.pathwayRows.verdict(of: pathway, facts) != .no ? facts : nil
    }
  }

  private func reach(of people: [Facts], _ rules: [Int]) -> LeftOutReview.Reach {
    var reach = LeftOutReview.Reach(isPopulation: self.people.isPopulation)
    for facts in people {
      switch Truth.any(rules.lazy.map { ruleSet.ruleRows.verdict(of: $0, facts) }) {
      case .yes: reach.offered += 1
      case .unknown: reach.waiting += 1
      case .no: reach.nothing += 1
      }
    }
    return reach
  }

  private func weight(_ kind: Kind, _ people: [Facts]) -> (matching: Int, possible: Int) {
    let truths = people.map { kind.truth(of: $0) }
    return (truths.count { $0 == .yes }, truths.count { $0 != .no })
  }

  /// A kind in words, with somebody of it; nil where the engine does not say the same of them.
  private func told(_ kind: Kind, _ weight: (matching: Int, possible: Int), on pathway: Int, number: Int) -> LeftOutKind? {
    let id = ruleSet.pathways[pathway].id
    guard case .found(let values) = Solver.solve([kind.goal], in: ruleSet.vocabulary, asOf: asOf) else { return nil }
    let profile = Persona(values, in: ruleSet).profile(
      id: "left-out-\(id)-\(number)", at: [Profile.Position(pathway: id, step: nil)])
    guard isOfferedNothing(profile, on: id) else { return nil }
    let traits = traits(of: kind, on: pathway)
    let age = traits.first { $0.slot.fact == BuiltInFact.age.rawValue }.flatMap(Self.people)
    return LeftOutKind(
      who: age ?? "people", phrases: phrases(of: age == nil ? traits : traits.filter { $0.slot.fact != BuiltInFact.age.rawValue }),
      profile: profile, isWithheld: ruleSet.disclosure(showsSensitive: showsSensitive).withholds(profile), matching: weight.matching,
      possible: weight.possible, anywhere: reachingAnywhere(kind))
  }

  /// What the engine says: nothing suggested on the pathway, and nothing that an answer could bring about.
  func isOfferedNothing(_ profile: Profile, on pathway: String) -> Bool {
    let advice = rulebook.advice(for: profile, asOf: asOf)
    return advice.pathways.contains { $0.pathway == pathway }
      && !advice.suggestions.contains { $0.pathway == pathway || $0.alsoAt.contains { $0.pathway == pathway } }
      && !advice.undecided.contains { $0.pathway == pathway && $0.support != nil }
  }

  /// What is so of a kind beyond what the pathway asks, in the order of the facts.
  private func traits(of kind: Kind, on pathway: Int) -> [Kind.Trait] {
    let asked = Set(TraitTable.traits(of: ruleSet.pathwayRows.goal(pathway, is: .yes)))
    return Kind(traits: kind.traits.filter { !asked.contains($0) }).merged.stablySorted { $0.slot.fact < $1.slot.fact }
  }

  private func phrases(of traits: [Kind.Trait]) -> [String] {
    traits.map { ruleSet.phrase(for: $0.slot, allowing: $0.set, style(isShort: true)) }.uniqued()
  }

  /// People of an age: `people under 18`; nil for what is no single stretch of years.
  private static func people(of trait: Kind.Trait) -> String? {
    guard trait.slot.aspect == .value, case .number(let years, let domain) = trait.set, years.count == 1, let only = years.first else {
      return nil
    }
    if only.lowerBound == domain.lowerBound { return "people under \(only.upperBound + 1)" }
    return only.upperBound == domain.upperBound
      ? "people of \(only.lowerBound) or older" : "people from \(only.lowerBound) to \(only.upperBound) years old"
  }

  private func reachingAnywhere(_ kind: Kind) -> [String] {
    inOrder(index.anywhere).filter { rule in
      guard ruleSet.rules[rule].who == .person, isSupport(rule) else { return false }
      if case .found = Solver.solve([kind.goal, ruleSet.ruleRows.goal(rule, is: .yes)], in: ruleSet.vocabulary, asOf: asOf) { return true }
      return false
    }.map { ruleSet.rules[$0].id }
  }
}
