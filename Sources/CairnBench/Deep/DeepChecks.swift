package import Cairn

/// What only a look at a whole rulebook shows: rules that add nothing, parts that nothing reaches, dates that have passed, and how much one
/// person may get at one step. Every finding that is about a person was run through the engine.
package struct DeepChecks: Sendable {
  /// How many questions may be put to the solver.
  package struct Budget: Sendable {
    package var conditions: Int
    package var pairs: Int
    package var load: Int

    package init(conditions: Int = 100_000, pairs: Int = 40_000, load: Int = 10_000) {
      self.conditions = conditions
      self.pairs = pairs
      self.load = load
    }
  }

  /// In reading order.
  package let diagnostics: [Diagnostic]
  /// Nil where nothing is suggested to anybody.
  package let load: LoadBound?
  /// Questions that were left open: of conditions, of pairs of rules and of the load.
  package let unanswered: Int

  /// - Parameter showsSensitive: whether people are shown of whom something sensitive is told.
  package init(_ rulebook: Rulebook, asOf: CalendarDate, budget: Budget = Budget(), showsSensitive: Bool = false) {
    let survey = Survey(rulebook, asOf: asOf, showsSensitive: showsSensitive)
    var purse = Purse(budget.conditions)
    let found = survey.findingsOfConditions(&purse) + survey.findingsOfDeclarations()
    let pairs = RulePairs(survey, questions: budget.pairs)
    let search = LoadSearch(survey, questions: budget.load)
    diagnostics = (found + pairs.diagnostics).inOrder()
    load = search.worst
    unanswered = purse.unanswered + pairs.purse.unanswered
  }
}

extension Survey {
  /// What the solver tells of conditions, each by itself or beside one of another kind.
  func findingsOfConditions(_ purse: inout Purse) -> [Diagnostic] {
    var found = rulesThatSpeakToNobody(&purse)
    found += rulesThatAlwaysFire(&purse)
    found += constantFacts(&purse)
    found += pathwaysForNobody(&purse)
    found += unreachedOffers(&purse)
    return found + bypassedEscalations(&purse)
  }

  /// What needs no logic.
  func findingsOfDeclarations() -> [Diagnostic] {
    unreadFacts() + passedDates() + rulesInSilos() + unreachedPlaces() + unreachedSupports()
  }
}
