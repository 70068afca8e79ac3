package import Cairn

/// One target of a row set, to be held against another over the same vocabulary.
package struct RuleSide: Sendable {
  package var rows: RowSet
  package var target: Int

  package init(_ rows: RowSet, _ target: Int) {
    self.rows = rows
    self.target = target
  }

  fileprivate func goal(_ claim: Claim) -> Goal { rows.goal(target, is: claim) }
}

/// How two conditions over one vocabulary stand to each other on a day. Exact for people of whom each fact is known or missing; what is
/// known in part only (an age from a year of birth, a code without its date) is not looked at.
package struct Relation {
  package enum Finding: Sendable {
    case proved
    /// Values by fact of a person who shows the contrary; what is not named stays unknown.
    case refuted([Int: Facts.Value])
    /// The budget ran out.
    case notAnalysed

    package var isProved: Bool { if case .proved = self { true } else { false } }
  }

  private let vocabulary: Vocabulary
  private let asOf: CalendarDate
  /// Demands that one search may try.
  private let budget: Int
  /// What all searches share; nil where each stands by itself.
  private let work: WorkBudget?

  package init(_ vocabulary: Vocabulary, asOf: CalendarDate, budget: Int = Solver.usualBudget) {
    self.vocabulary = vocabulary
    self.asOf = asOf
    self.budget = budget
    work = nil
  }

  init(_ vocabulary: Vocabulary, asOf: CalendarDate, sharing work: WorkBudget) {
    self.vocabulary = vocabulary
    self.asOf = asOf
    self.work = work
    budget = Solver.usualBudget
  }

  /// Whether `b` is true wherever `a` is, among those who meet `goals`.
  package func implies(_ a: RuleSide, _ b: RuleSide, among goals: [Goal] = []) -> Finding {
    refuting([goals + [a.goal(.yes), b.goal(.notYes)]])
  }

  /// Whether both come to the same verdict for everybody who meets `goals`: true, false or undecided.
  package func areEqual(_ a: RuleSide, _ b: RuleSide, among goals: [Goal] = []) -> Finding {
    let differences: [(Claim, Claim)] = [(.yes, .notYes), (.notYes, .yes), (.no, .notNo), (.notNo, .no)]
    return refuting(differences.map { goals + [a.goal($0), b.goal($1)] })
  }

  /// Somebody for whom `a` and `b` come to these verdicts.
  package func somebody(_ a: RuleSide, _ first: Claim, _ b: RuleSide, _ second: Claim, among goals: [Goal] = []) -> Solver.Answer {
    solve(goals + [a.goal(first), b.goal(second)])
  }

  /// Somebody for whom both are true.
  package func meet(_ a: RuleSide, _ b: RuleSide, among goals: [Goal] = []) -> Solver.Answer {
    somebody(a, .yes, b, .yes, among: goals)
  }

  private func solve(_ goals: [Goal]) -> Solver.Answer {
    if let work { return Solver.solve(goals, in: vocabulary, asOf: asOf, sharing: work) }
    return Solver.solve(goals, in: vocabulary, asOf: asOf, budget: budget)
  }

  /// Proved where nobody meets any of the lists of goals.
  private func refuting(_ cases: [[Goal]]) -> Finding {
    var isOpen = false
    for goals in cases {
      switch solve(goals) {
      case .found(let values): return .refuted(values)
      case .impossible: continue
      case .notAnalysed: isOpen = true
      }
    }
    return isOpen ? .notAnalysed : .proved
  }
}
