import Cairn

/// A rulebook and a day, and what the deep checks look up again and again.
struct Survey: Sendable {
  let rulebook: Rulebook
  let ruleSet: RuleSet
  let declaration: RulebookDeclaration
  let asOf: CalendarDate
  /// Per rule, every place where it may stand.
  let spots: [[Spot]]
  /// Per rule, how many comparisons it makes, those of derived facts among them.
  let comparisons: [Int]

  /// What of the people found may be shown.
  let disclosure: Disclosure

  init(_ rulebook: Rulebook, asOf: CalendarDate, showsSensitive: Bool = false) {
    self.rulebook = rulebook
    ruleSet = rulebook.ruleSet
    disclosure = ruleSet.disclosure(showsSensitive: showsSensitive)
    declaration = rulebook.declaration
    self.asOf = asOf
    spots = ruleSet.spots
    comparisons = ruleSet.rules.map { [ruleSet] rule in
      let conditions = rule.conditions.own + [rule.conditions.supportSuits, rule.conditions.supportUnless].compactMap { $0 }
      return conditions.map { $0.weight(ruleSet.vocabulary.derived).comparisons }.reduce(0, +)
    }
  }
}
