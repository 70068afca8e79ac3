import Testing

@testable import Cairn

/// Everything that can be said about one fact of a small domain, against everything that can be known of it.
///
/// A condition on one fact is exact: it is true if every value that the fact may have makes it true, false if none does.
@Suite("Every comparison of one fact against every state of it")
struct SmallWorldLaws {
  /// A state, and each value that it leaves possible.
  struct Known {
    var state: Facts.State
    var possible: [Facts.Value]
  }

  static func unknowns(_ all: [Facts.Value]) -> [Known] {
    let states: [Facts.State] = [
      .unknown, .init(.unknown, .declined), .init(.unknown, .stale, recorded: all[0]), .init(.unknown, .notYet, recorded: all[0]),
    ]
    return states.map { Known(state: $0, possible: all) }
  }

  @Test("booleans")
  func booleans() {
    let values = [Facts.Value.boolean(false), .boolean(true)]
    check(
      .boolean, [.boolean(false), .boolean(true)], values.map { Known(state: .init($0, .known), possible: [$0]) } + Self.unknowns(values))
  }

  @Test("choices of three")
  func choices() {
    let values = (0..<3).map { Facts.Value.choice($0) }
    let tests = subsets(of: [0, 1, 2]).map { Comparison.Test.choice(Set($0)) }
    check(.choice(["a", "b", "c"]), tests, values.map { Known(state: .init($0, .known), possible: [$0]) } + Self.unknowns(values))
  }

  @Test("numbers from 0 to 3, every set of them against every interval")
  func numbers() {
    let tests = subsets(of: Array(0...3)).map { Comparison.Test.number(Intervals.normalized($0.map { $0...$0 })) }
    let intervals = (0...3).flatMap { low in (low...3).map { low...$0 } }
    let known = intervals.map { interval in
      Known(state: .init(.number(interval.lowerBound, interval.upperBound), .known), possible: interval.map { .number($0, $0) })
    }
    check(.number(decimals: 0, min: 0, max: 3), tests, known + Self.unknowns((0...3).map { .number($0, $0) }))
  }

  @Test("dates around today, every comparison against every interval of days, and never")
  func dates() {
    let today = World().asOf
    func day(_ offset: Int) -> CalendarDate { CalendarDate(day: today.day + Int32(offset)) }
    let lengths = [0, 1, 3].map { CalendarDuration($0, .days) }
    let tests: [DateTest] =
      lengths.flatMap { [.withinLast($0), .longerAgoThan($0), .withinNext($0)] }
      + [-2, 0, 2].flatMap { [.before(day($0)), .onOrAfter(day($0))] }
    func date(_ offset: Int) -> Facts.Value { .date(PartialDate(day(offset))) }
    let intervals = (-4...4).flatMap { low in (low...4).map { low...$0 } }
    let known = intervals.map { interval in
      let partial = PartialDate(first: day(interval.lowerBound), last: day(interval.upperBound))
      return Known(state: .init(.date(partial), .known), possible: interval.map(date))
    }
    let ends = [CalendarDate.first, .last].map { Facts.Value.date(PartialDate($0)) }
    let all = (-4...4).map(date) + ends + [.never]
    check(.date, tests.map { .date($0) }, known + [Known(state: .init(.never, .known), possible: [.never])] + Self.unknowns(all))
  }

  /// Each comparison alone and negated, and any two of them in every combination.
  private func check(_ type: FactType, _ tests: [Comparison.Test], _ known: [Known]) {
    let world = World([("fact", type)])
    let leaves = tests.map { Condition.comparison(Comparison(fact: 0, test: $0)) }
    var rules = leaves.flatMap { [RuleConditions(when: $0), RuleConditions(unless: $0), RuleConditions(when: .none([$0]))] }
    for first in leaves {
      for second in leaves {
        rules += [.all([first, second]), .any([first, second]), .none([first, second])].map { RuleConditions(when: $0) }
        rules += [
          RuleConditions(when: first, unless: second), RuleConditions(when: .any([first, second]), whenIsAny: true, unless: second),
        ]
        rules.append(RuleConditions(when: .some(atLeast: 2, of: [first, second, leaves[0]]), supportUnless: first))
      }
    }
    check(rules, world, known)
  }

  private func check(_ rules: [RuleConditions], _ world: World, _ known: [Known]) {
    let oracle = Oracle(world.vocabulary)
    let trees = rules.map { oracle.normalForm($0) }
    let matcher = Matcher(RowSet(rules, world), asOf: world.asOf)
    for known in known {
      let facts = Facts(asOf: world.asOf, states: [known.state])
      let plain = known.possible.map { PlainLogic(vocabulary: world.vocabulary, facts: world.facts(["fact": $0])) }
      for (index, verdict) in matcher.verdicts(facts).enumerated() {
        let holds = plain.map { $0.holds(rules[index]) }
        let expected: Truth = holds.allSatisfy { $0 } ? .yes : holds.contains(true) ? .unknown : .no
        let answers = [verdict, oracle.verdict(trees[index], facts)]
        guard answers.contains(where: { $0 != expected }) else { continue }
        Issue.record("\(answers), not \(expected)\n\(world.draw(rules[index]))\n\(world.draw(facts))")
        return
      }
    }
  }

  private func subsets(of values: [Int]) -> [[Int]] {
    (0..<(1 << values.count)).map { bits in values.indices.filter { bits >> $0 & 1 == 1 }.map { values[$0] } }
  }
}
