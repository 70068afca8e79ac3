package import Cairn

extension RulebookDiff {
  /// Compares two rulebooks. The budget of each question to the solver is a count, so that the answer is the same on every machine.
  package init(old: DiffSide, new: DiffSide, asOf: CalendarDate, budget: Int = 20_000) {
    let conditions = JoinedConditions(old: old, new: new, asOf: asOf)
    let (oldText, newText) = (WrittenRulebook(old.rulebook.declaration), WrittenRulebook(new.rulebook.declaration))
    let rules = RuleComparison(conditions, oldText, newText, budget: budget)
    let sections = SectionComparison(conditions, oldText, newText, budget: budget)
    self.init(
      old: old, new: new, asOf: asOf, safeguards: sections.safeguards(), rules: rules.changes, rewritten: rules.rewritten,
      texts: rules.texts,
      others: sections.others(),
      counts: Counts(
        safeguards: new.ruleSet.safeguards.count, rules: new.ruleSet.rules.count, alike: rules.alike))
  }
}
