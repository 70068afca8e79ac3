import Cairn

/// A test's person on its day, as the rulebook sees them.
struct TestPerson: Sendable {
  let test: TestDeclaration
  let profile: Profile
  let advice: Advice
  let hasPassed: Bool
  /// What is known of them on that day.
  let facts: Facts
  /// The same with old answers counted as current, as safeguards count them.
  let lasting: Facts
  /// Rules that the advice says anything about: they stand somewhere for this person.
  let rules: Set<String>
  /// Kinds of support of which local offers were looked at.
  let supports: Set<String>

  /// Nil for a test of the team, and where the person cannot be read.
  init?(_ outcome: TestOutcome, in ruleSet: RuleSet) {
    guard case .person(let profile, let advice)? = outcome.subject else { return nil }
    test = outcome.test
    self.profile = profile
    self.advice = advice
    hasPassed = outcome.hasPassed
    let builder = FactsBuilder(vocabulary: ruleSet.vocabulary)
    facts = builder.facts(of: profile, asOf: test.asOf).facts
    lasting = builder.facts(of: profile, asOf: test.asOf, staleCounts: true).facts
    rules = Set(
      advice.suggestions.flatMap(\.rules) + (advice.flags + advice.flagsNotDue).map(\.rule) + advice.undecided.flatMap(\.rules)
        + advice.notSuggested.flatMap(\.rules))
    supports = Set(
      advice.suggestions.flatMap { [$0.support] + $0.package.map(\.support) }
        + advice.notSuggested.filter { $0.reason == .noOfferFits }.compactMap(\.support))
  }

  /// Whether something was judged for this person. A rule that stands nowhere for them is not, nor a pathway's `for` where the profile says
  /// where they stand.
  func judges(_ decided: Decided, in ruleSet: RuleSet) -> Bool {
    switch decided.kind {
    case .rule: rules.contains(ruleSet.rules[decided.index].id)
    case .safeguard, .derived, .routing: true
    case .pathway: profile.positions.isEmpty && profile.carerOf == nil
    case .offer: supports.contains(ruleSet.supports[ruleSet.offers[decided.index].support].manifest.id)
    }
  }

  /// What is known, as things of a kind look at it.
  func facts(for kind: Decided.Kind) -> Facts { kind == .safeguard ? lasting : facts }

  /// What a target of some rows comes to.
  func verdict(_ kind: Decided.Kind, _ rows: RowSet, _ target: Int) -> Truth {
    let today = rows.verdict(of: target, facts)
    return kind == .safeguard ? Truth.any([today, rows.verdict(of: target, lasting)]) : today
  }
}
