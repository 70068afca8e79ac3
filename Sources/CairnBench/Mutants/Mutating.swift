package import Cairn

extension Rulebook {
  /// Every small change to what conditions decide, and whether a test notices it.
  ///
  /// - Parameters:
  ///   - report: the tests that ran.
  ///   - today: the day for which people are made up, where no test names one.
  ///   - only: the ids of what is changed; all where it is empty.
  ///   - work: what may be spent; changes that are left over are undecided.
  ///   - progress: told how many changes have been tried, of how many.
  package func mutants(
    of report: TestReport, today: CalendarDate, only: Set<String> = [], work: WorkBudget = WorkBudget(Mutants.usualWork),
    progress: (Int, Int) -> Void = { _, _ in }
  ) -> Mutants {
    let trial = Trial(self, report, asOf: report.usualDay ?? today, work: work)
    let changes = ruleSet.decided().filter { only.isEmpty || only.contains(ruleSet.id(of: $0)) }.flatMap { ruleSet.changes(to: $0) }
    var mutants = Mutants(all: [])
    mutants.all.reserveCapacity(changes.count)
    for (done, change) in changes.enumerated() {
      mutants.all.append(trial.mutant(change))
      progress(done + 1, changes.count)
    }
    mutants.isCutShort = work.isSpent
    return mutants
  }
}
