import Cairn

/// A rulebook and a day, and what the deep checks look up again and again.
struct Survey: Sendable {
  let rulebook: Rulebook
  let ruleSet: RuleSet
  let declaration: RulebookDeclaration
  let asOf: CalendarDate
  /// Per rule, every place where it may stand.
  let spots: [[Spot]]

  /// What of the people found may be shown.
  let disclosure: Disclosure

  init(_ rulebook: Rulebook, asOf: CalendarDate, showsSensitive: Bool = false) {
    self.rulebook = rulebook
    ruleSet = rulebook.ruleSet
    disclosure = ruleSet.disclosure(showsSensitive: showsSensitive)
    declaration = rulebook.declaration
    self.asOf = asOf
    spots = ruleSet.spots
  }
}
