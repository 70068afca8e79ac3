@testable import Cairn

extension World {
  /// A few facts of every type, and derived facts of one fact, of several, and of each other.
  static func random(_ chance: inout Chance) -> World {
    var world = World()
    world.asOf = chance.pick([CalendarDate(2026, 11, 22), CalendarDate(2024, 2, 29), CalendarDate(2025, 3, 31), CalendarDate(2026, 1, 1)])
    for index in 0..<chance.within(2...6) { world.add("f\(index)", randomType(&chance)) }
    for index in 0..<chance.below(5) {
      let readable = chance.percent(50) ? [chance.below(world.vocabulary.facts.count)] : Array(world.vocabulary.facts.indices)
      world.derive("d\(index)", world.condition(depth: 2, readable, &chance))
    }
    return world
  }

  private static func randomType(_ chance: inout Chance) -> FactType {
    switch chance.below(8) {
    case 0, 1: .boolean
    case 2: .choice(Array(["low", "middle", "high", "severe"].prefix(chance.within(2...4))))
    case 3: .number(decimals: 0, min: 0, max: chance.within(1...9))
    case 4: .number(decimals: chance.below(2), min: chance.pick([nil, 0, -5]), max: chance.pick([nil, 12]))
    case 5: .date
    default: .codes(.concepts)
    }
  }

  // MARK: Conditions

  func rule(_ chance: inout Chance) -> RuleConditions {
    let readable = chance.some(Array(vocabulary.facts.indices))
    func part(_ share: Int, _ chance: inout Chance) -> Condition? {
      chance.percent(share) ? condition(depth: chance.pick([0, 1, 1, 2, 2, 2, 3, 4]), readable, &chance) : nil
    }
    var rule = RuleConditions(when: part(90, &chance), unless: part(45, &chance))
    rule.supportSuits = part(20, &chance)
    rule.supportUnless = part(20, &chance)
    if case .any? = rule.when { rule.whenIsAny = chance.percent(75) }
    return rule
  }

  func condition(depth: Int, _ readable: [Int], _ chance: inout Chance) -> Condition {
    guard depth > 0, chance.percent(80) else { return comparison(readable, &chance) }
    // Few facts in a subtree, so that sets of one fact meet.
    let near = chance.percent(40) ? chance.some(readable) : readable
    func parts(_ least: Int, _ chance: inout Chance) -> [Condition] {
      (0..<chance.within(least...chance.pick([2, 3, 4]))).map { _ in condition(depth: depth - 1, near, &chance) }
    }
    switch chance.below(10) {
    case 0...2: return .all(parts(1, &chance))
    case 3...5: return .any(parts(2, &chance))
    case 6, 7: return .none(parts(1, &chance))
    default:
      let parts = parts(2, &chance)
      return .some(atLeast: chance.within(1...parts.count), of: parts)
    }
  }

  private func comparison(_ readable: [Int], _ chance: inout Chance) -> Condition {
    if chance.percent(15),
      let derived = vocabulary.derived.indices.filter({ reads(derived: $0, only: readable) }).randomElement(using: &chance)
    {
      return .comparison(Comparison(fact: derived, test: .derived(chance.percent(60))))
    }
    let fact = chance.pick(readable)
    return .comparison(Comparison(fact: fact, test: chance.percent(7) ? .known(chance.percent(60)) : test(fact, &chance)))
  }

  private func reads(derived: Int, only readable: [Int]) -> Bool {
    Oracle(vocabulary).factsRead(by: vocabulary.derived[derived].condition).isSubset(of: readable)
  }

  private func test(_ fact: Int, _ chance: inout Chance) -> Comparison.Test {
    switch vocabulary.facts[fact].type {
    case .boolean: .boolean(chance.percent(50))
    case .choice(let values): .choice(Set(chance.some(Array(values.indices), atLeast: chance.percent(5) ? 0 : 1)))
    case .number: .number(intervals(fact, &chance))
    case .date: .date(dateTest(&chance))
    case .codes: .codes(codeTest(&chance))
    }
  }

  private func intervals(_ fact: Int, _ chance: inout Chance) -> [ClosedRange<Int>] {
    let bounds = bounds(ofFact: fact)
    let values = bounds.clamped(to: -3...12)
    let value = chance.within(values)
    switch chance.below(6) {
    case 0: return [value...value]
    case 1: return [value...bounds.upperBound]
    case 2: return [bounds.lowerBound...value]
    case 3: return [value...chance.within(value...values.upperBound)]
    default: return Intervals.normalized(chance.some(Array(values).shuffled(using: &chance).prefix(4).map { $0...$0 }))
    }
  }

  private func dateTest(_ chance: inout Chance) -> DateTest {
    let duration = chance.pick(Self.durations)
    switch chance.below(5) {
    case 0: return .withinLast(duration)
    case 1: return .longerAgoThan(duration)
    case 2: return .withinNext(duration)
    case 3: return .before(day(&chance))
    default: return .onOrAfter(day(&chance))
    }
  }

  private func codeTest(_ chance: inout Chance) -> CodeTest {
    // Few sets and windows, so that equal and complementary comparisons meet.
    let sets = [[0], [1], [0, 1], [2, 3], [1, 2, 4]].filter { $0.allSatisfy(vocabulary.codes.indices.contains) }
    let windows: [CodeTest.Window?] = [nil, nil] + Self.durations.suffix(4).flatMap { [.within($0), .longerThan($0)] }
    let quantifier = chance.pick([CodeTest.Quantifier.anyOf, .anyOf, .allOf, .noneOf])
    return CodeTest(quantifier, chance.some(sets.shuffled(using: &chance).prefix(3).map(\.self)), window: chance.pick(windows))
  }
}
