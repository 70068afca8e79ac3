import Testing

@testable import Cairn

/// Every comparison of two codes against every set of them, with every kind of date.
@Suite("Every comparison of codes against every set of codes")
struct SmallCodeLaws {
  private static let world = World([("fact", .codes(.concepts))], codes: ["asthma", "copd", "gout"])
  private static let today = world.asOf

  private static func day(_ offset: Int) -> CalendarDate { CalendarDate(day: today.day + Int32(offset)) }

  /// When a code may have begun: absent, without a date, one of the days around a window's edge, a few days, or days to come.
  private static let sinces: [ClosedRange<Int>?] = [nil, -3...(-3), -2...(-2), 0...0, -3...(-2), -2...4, 1...4]

  private static let tests: [CodeTest] = {
    let twoDays = CalendarDuration(2, .days)
    let windows: [CodeTest.Window?] = [nil, .within(twoDays), .longerThan(twoDays)]
    let items: [[[Int]]] = [[[0]], [[1]], [[0], [1]], [[0, 1]], [[0], [0, 1]]]
    return [CodeTest.Quantifier.anyOf, .allOf, .noneOf].flatMap { quantifier in
      items.flatMap { items in windows.map { CodeTest(quantifier, items, window: $0) } }
    }
  }()

  /// What is recorded of the two codes and of one that no rule names.
  private static let recorded: [Facts.Codes] = {
    let one = [[]] + sinces.map { [$0] }
    return one.flatMap { asthma in
      [one[0], one[1], one[2], one[7]].flatMap { copd in
        [false, true].map { isPartial in
          func held(_ code: Int, _ sinces: [ClosedRange<Int>?]) -> [Facts.Held] {
            sinces.map { .init(code, since: $0.map { PartialDate(first: day($0.lowerBound), last: day($0.upperBound)) }) }
          }
          return Facts.Codes(held(0, asthma) + held(1, copd) + held(2, [nil]), isPartial: isPartial)
        }
      }
    }
  }()

  @Test("alone, negated, and any two of them")
  func codes() {
    let leaves = Self.tests.map { Condition.comparison(Comparison(fact: 0, test: .codes($0))) }
    var rules = leaves.flatMap { [RuleConditions(when: $0), RuleConditions(unless: $0)] }
    for (index, first) in leaves.enumerated() {
      for second in leaves[index...] {
        rules.append(RuleConditions(when: .any([first, second]), whenIsAny: true, unless: .all([second, first])))
        rules.append(RuleConditions(when: first, unless: second))
      }
    }
    let world = Self.world
    let oracle = Oracle(world.vocabulary)
    let trees = rules.map { oracle.normalForm($0) }
    let matcher = Matcher(RowSet(rules, world), asOf: world.asOf)
    for codes in Self.recorded {
      let facts = world.facts(["fact": .codes(codes)])
      for (index, verdict) in matcher.verdicts(facts).enumerated() where verdict != oracle.verdict(trees[index], facts) {
        Issue.record("matcher \(verdict), not so the oracle\n\(world.draw(rules[index]))\n\(world.draw(facts))")
        return
      }
    }
  }

  @Test("a single comparison is true of all that a person may have, false of none, or unknown")
  func exact() {
    let world = Self.world
    let rules = Self.tests.map { RuleConditions(when: .comparison(Comparison(fact: 0, test: .codes($0)))) }
    let rows = RowSet(rules, world)
    for codes in Self.recorded {
      let facts = world.facts(["fact": .codes(codes)])
      let possible = Self.completions(codes).map { PlainLogic(vocabulary: world.vocabulary, facts: world.facts(["fact": .codes($0)])) }
      for (index, rule) in rules.enumerated() where Self.isSingle(Self.tests[index]) {
        let holds = Set(possible.map { $0.holds(rule) })
        let expected = holds.count == 2 ? Truth.unknown : Truth(holds.contains(true))
        let verdict = rows.verdict(of: index, facts)
        guard verdict != expected else { continue }
        Issue.record("\(verdict), not \(expected)\n\(world.draw(rule))\n\(world.draw(facts))")
        return
      }
    }
  }

  /// Comparisons that are one yes/no question; an `all-of` of several items is an *and* of several.
  private static func isSingle(_ test: CodeTest) -> Bool { test.quantifier != .allOf || test.items.count == 1 }

  /// Every closed, dated set that a recorded one may turn out to be, of the days that make a difference.
  private static func completions(_ codes: Facts.Codes) -> [Facts.Codes] {
    var sets: [[Facts.Held]] = [[]]
    func extend(_ code: Int, _ options: [Int?]) {
      sets = sets.flatMap { set in options.map { option in set + (option.map { [.init(code, since: PartialDate(day($0)))] } ?? []) } }
    }
    for held in codes.held {
      let since = held.since
      let isInDoubt = (since?.first ?? today) > today
      let days = (-4...0).filter { offset in isInDoubt || since.map { $0.first <= day(offset) && day(offset) <= $0.last } ?? true }
      extend(held.code, isInDoubt ? [nil] + days : days)
    }
    if codes.isPartial { for code in 0...1 { extend(code, [nil, -4, 0]) } }
    return sets.map { Facts.Codes($0) }
  }
}
