package import Cairn

extension Rulebook {
  /// What the tests that ran reach.
  ///
  /// - Parameters:
  ///   - report: the tests that ran.
  ///   - today: the day for which people are made up, where no test names one.
  ///   - only: the ids of what is looked at; all where it is empty.
  ///   - work: what may be spent on people whom no test has; what is left over is not analysed.
  ///   - progress: told how many things have been looked at, of how many.
  package func coverage(
    of report: TestReport, today: CalendarDate, only: Set<String> = [], work: WorkBudget = WorkBudget(Coverage.usualWork),
    progress: (Int, Int) -> Void = { _, _ in }
  ) -> Coverage {
    let count = CoverageCount(self, report, asOf: report.usualDay ?? today, only: only, work)
    var entries = [Coverage.Entry?](repeating: nil, count: count.decided.count)
    for (done, place) in count.order.enumerated() {
      entries[place] = count.entry(count.decided[place])
      progress(done + 1, count.decided.count)
    }
    var coverage = Coverage(people: count.people.count, entries: entries.compactMap { $0 })
    coverage.isCutShort = work.isSpent
    coverage.entries += count.entriesOfTheTeam(report)
    return coverage
  }
}

extension TestReport {
  /// The day that most tests pin, the later of two: people are made up for it.
  var usualDay: CalendarDate? {
    var counts: [CalendarDate: Int] = [:]
    for outcome in outcomes { counts[outcome.test.asOf, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}

/// The counting of what tests reach.
struct CoverageCount {
  let people: [TestPerson]
  let decided: [Decided]
  private let ruleSet: RuleSet
  private let finder: TestFinder
  private let derivedRows: RowSet
  private let sideRows: [CalendarDate: SideRows]
  private let only: Set<String>

  init(_ rulebook: Rulebook, _ report: TestReport, asOf: CalendarDate, only: Set<String>, _ work: WorkBudget) {
    ruleSet = rulebook.ruleSet
    people = report.outcomes.compactMap { TestPerson($0, in: rulebook.ruleSet) }
    decided = ruleSet.decided().filter { [ruleSet] in only.isEmpty || only.contains(ruleSet.id(of: $0)) }
    finder = TestFinder(rulebook: rulebook, asOf: asOf, work: work)
    derivedRows = ruleSet.derivedRows
    self.only = only
    let days = Set(people.map(\.test.asOf) + decided.map { [finder] in finder.day(for: $0) })
    sideRows = Dictionary(uniqueKeysWithValues: days.map { [decided, ruleSet] in ($0, SideRows(decided, in: ruleSet, on: $0)) })
  }

  /// The places of what is decided, in the order in which it is looked at: of what there is little first, so that a rulebook of thousands of
  /// rules does not use up what its safeguards need.
  var order: [Int] {
    let counts = Dictionary(grouping: decided, by: \.kind).mapValues(\.count)
    return decided.indices.sorted { (counts[decided[$0].kind] ?? 0, $0) < (counts[decided[$1].kind] ?? 0, $1) }
  }

  /// The rows in which something is decided.
  private func rows(of kind: Decided.Kind) -> RowSet { kind == .derived ? derivedRows : ruleSet.rows(of: kind) }

  func entry(_ decided: Decided) -> Coverage.Entry {
    var entry = Coverage.Entry(
      decided: decided, id: ruleSet.id(of: decided), isSensitive: ruleSet.isSensitive(decided), declaredAt: ruleSet.declaredAt(decided),
      looks: [], tests: [])
    var gathered = Gathered(judged: people.filter { $0.judges(decided, in: ruleSet) })
    for truth in [Truth.yes, .no, .unknown] { look(for: truth, of: decided, &entry, &gathered) }
    let comparisons = ruleSet.conditions(of: decided).own.flatMap(\.comparisons)
    for number in 0..<sides(of: decided).count { lookAtSides(of: comparisons[number], number, decided, &entry, &gathered) }
    entry.tests = gathered.tests
    return entry
  }

  /// The people who were judged, those of the tests to write among them.
  private struct Gathered {
    let judged: [TestPerson]
    var tests: [ReadyTest] = []
    var made: [TestPerson] = []

    /// Whether something was seen; if not, the first of the tests to write that would show it.
    func standing(_ shows: (TestPerson) -> Bool) -> Coverage.Standing? {
      judged.contains(where: shows) ? .seen : made.firstIndex(where: shows).map { .reachable(test: $0) }
    }

    mutating func take(_ finding: TestFinder.Finding) -> Coverage.Standing {
      switch finding {
      case .impossible: return .unreachable
      case .notAnalysed: return .notAnalysed
      case .found(let test, let person):
        tests.append(test)
        made.append(person)
        return .reachable(test: tests.count - 1)
      }
    }
  }

  // MARK: - States

  private func look(for truth: Truth, of decided: Decided, _ entry: inout Coverage.Entry, _ gathered: inout Gathered) {
    let rows = rows(of: decided.kind)
    func shows(_ person: TestPerson) -> Bool { person.verdict(decided.kind, rows, decided.index) == truth }
    let standing =
      gathered.standing(shows)
      ?? gathered.take(
        finder.find([rows.goal(decided.index, comingTo: truth)], of: decided, named: "\(entry.id) \(truth.inATestName)") { shows($1) })
    entry.looks.append(Coverage.Look(what: .verdict(truth), standing: standing))
  }

  // MARK: - Sides

  private func sides(of decided: Decided) -> [[SideRows.Placed]] { sideRows[finder.day(for: decided)]?[decided] ?? [] }

  private func lookAtSides(
    of comparison: Comparison, _ number: Int, _ decided: Decided, _ entry: inout Coverage.Entry, _ gathered: inout Gathered
  ) {
    guard let table = sideRows[finder.day(for: decided)] else { return }
    for (place, placed) in table[decided][number].enumerated() {
      func shows(_ person: TestPerson) -> Bool {
        guard let table = sideRows[person.test.asOf] else { return false }
        return table.isSeen(table[decided][number][place], person.facts(for: decided.kind))
      }
      let words = table.words(placed, in: ruleSet)
      let standing =
        gathered.standing(shows)
        ?? gathered.take(
          finder.work.isSpent
            ? .notAnalysed
            : finder.find(wishes(placed, number, decided, table), of: decided, named: "\(entry.id) with \(fact(comparison)) \(words)") {
              shows($1)
            })
      let isSensitive = ruleSet.disclosure(showsSensitive: false).withholds(comparison)
      if isSensitive, case .reachable(let test) = standing, gathered.tests.indices.contains(test) {
        gathered.tests[test].isSensitive = true
      }
      entry.looks.append(Coverage.Look(what: .side(comparison.range, words: words), standing: standing, isSensitive: isSensitive))
    }
  }

  private func fact(_ comparison: Comparison) -> String {
    if case .derived = comparison.test { return ruleSet.vocabulary.derived[comparison.fact].id }
    return ruleSet.vocabulary.facts[comparison.fact].id
  }

  /// First somebody for whom it turns on this condition, then somebody at all.
  private func wishes(_ placed: SideRows.Placed, _ number: Int, _ decided: Decided, _ table: SideRows) -> [Goal] {
    let rows = rows(of: decided.kind)
    let side = table.rows.goal(placed.target, comingTo: placed.side.isUndecided ? .unknown : .yes)
    if placed.side.isUndecided { return [.all([side, rows.goal(decided.index, comingTo: .unknown)]), side] }
    // Twice as a goal, and once turned round.
    finder.work.spend(3 * (sides(of: decided).count + 1))
    var builder = RowSetBuilder(ruleSet.vocabulary)
    builder.add(ruleSet.conditions(of: decided).negating(number))
    let turned = builder.finish()
    return [(Truth.yes, Truth.no), (.no, .yes)].map { own, other in
      .all([side, rows.goal(decided.index, comingTo: own), turned.goal(0, comingTo: other)])
    } + [side]
  }

  // MARK: - The team

  /// Rules of the team are seen where a test looks at the team at all.
  func entriesOfTheTeam(_ report: TestReport) -> [Coverage.Entry] {
    let seen = report.outcomes.contains { if case .team? = $0.subject { true } else { false } }
    return ruleSet.rules.indices.filter { ruleSet.rules[$0].who == .team && (only.isEmpty || only.contains(ruleSet.rules[$0].id)) }.map {
      let rule = ruleSet.rules[$0]
      let test = ReadyTest(
        name: "\(rule.id) stands for the team", profile: nil, asOf: finder.day(for: Decided(kind: .rule, index: $0)),
        expect: "{suggests: [{rule: \(ProfileYAML.scalar(rule.id))}]}")
      let look = Coverage.Look(what: .stands, standing: seen ? .seen : .reachable(test: 0))
      return Coverage.Entry(
        decided: Decided(kind: .rule, index: $0), id: rule.id, declaredAt: rule.declaredAt, looks: [look], tests: seen ? [] : [test])
    }
  }
}

extension Truth {
  fileprivate var inATestName: String {
    switch self {
    case .yes: "holds"
    case .no: "does not hold"
    case .unknown: "waits for an answer"
    }
  }
}

extension RuleSet {
  /// The conditions of derived facts, each a target of its own.
  var derivedRows: RowSet {
    var builder = RowSetBuilder(vocabulary)
    for derived in vocabulary.derived { builder.add(RuleConditions(when: derived.condition)) }
    return builder.finish()
  }

  func rows(of kind: Decided.Kind) -> RowSet {
    switch kind {
    case .rule: ruleRows
    case .safeguard: safeguardRows
    case .pathway: pathwayRows
    case .offer: offerRows
    case .routing: routingRows
    case .derived: derivedRows
    }
  }
}

extension RowSet {
  /// What makes a target exactly so, what nobody knows being unknown.
  func goal(_ target: Int, comingTo truth: Truth) -> Goal {
    switch truth {
    case .yes: goal(target, is: Claim.yes)
    case .no: goal(target, is: Claim.no)
    case .unknown: .all([goal(target, is: .notYes), goal(target, is: .notNo)])
    }
  }
}
