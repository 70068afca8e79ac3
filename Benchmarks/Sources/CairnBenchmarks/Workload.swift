@testable import Cairn

/// A rulebook of any size over forty facts, and people for it: the same ones on every run.
///
/// A rule asks three or four facts, every second one of them the person's conditions. With disjunctions, every third rule has two of its
/// facts under an `any`, or asks one of ten derived facts that read two facts each.
struct Workload {
  private(set) var vocabulary = Vocabulary()
  private(set) var rules: [RuleConditions] = []
  let asOf = CalendarDate(2026, 11, 22)
  private var chance: Chance
  private var valueSets: [[Int]] = []

  static let concepts = 60
  private static let durations = [(2, "weeks"), (1, "months"), (3, "months"), (6, "months"), (1, "years"), (2, "years")]
    .compactMap { CalendarDuration("\($0) \($1)") }

  init(rules count: Int, disjunctions: Bool, seed: UInt64 = 20_261_122) {
    chance = Chance(seed: seed)
    declareFacts()
    if disjunctions { deriveFacts() }
    for index in 0..<count { rules.append(rule(isDisjunctive: disjunctions && index % 3 == 0)) }
  }

  var rows: RowSet {
    var builder = RowSetBuilder(vocabulary)
    for rule in rules { builder.add(rule) }
    return builder.finish()
  }

  private mutating func declareFacts() {
    var types: [FactType] = [.codes(.concepts), .codes(.concepts)]
    types += Array(repeating: .boolean, count: 12)
    types += (0..<8).map { .choice((0..<(3 + $0 % 4)).map { "value-\($0)" }) }
    types += Array(repeating: .number(decimals: 0, min: 0, max: 100), count: 10)
    types += Array(repeating: .date, count: 8)
    for (index, type) in types.enumerated() {
      let id = "fact-\(index)"
      vocabulary.facts.append(
        .init(id: id, title: LocalizedText(id), type: type, ask: nil, validFor: nil, burden: 1, isSensitive: false, isBuiltIn: false))
    }
    valueSets = (0..<Self.concepts).map { [$0] }
    for _ in 0..<20 {
      valueSets.append(Array(Set((0..<chance.within(3...8)).map { _ in chance.below(Self.concepts) })).sorted())
    }
  }

  private mutating func deriveFacts() {
    let nowhere = SourceRange(SourceText(path: "", text: ""), 0, 0)
    for index in 0..<10 {
      let facts = distinctFacts(2)
      let condition = Condition.any(facts.map { comparison($0) })
      vocabulary.derived.append(
        .init(
          id: "derived-\(index)", title: LocalizedText(""), condition: condition, weight: condition.weight(vocabulary.derived),
          declaredAt: nowhere))
    }
  }

  // MARK: Rules

  private mutating func rule(isDisjunctive: Bool) -> RuleConditions {
    let comparisons = distinctFacts(chance.within(3...4)).map { comparison($0) }
    guard isDisjunctive else { return RuleConditions(when: .all(comparisons)) }
    if chance.percent(30) {
      let derived = Condition.comparison(.init(fact: chance.below(vocabulary.derived.count), test: .derived(chance.percent(80))))
      return RuleConditions(when: .all(comparisons.dropLast() + [derived]))
    }
    return RuleConditions(when: .all(comparisons.dropLast(2) + [.any(Array(comparisons.suffix(2)))]))
  }

  private mutating func distinctFacts(_ count: Int) -> [Int] {
    var facts: [Int] = chance.percent(50) ? [0] : []
    while facts.count < count {
      let fact = chance.within(1...(vocabulary.facts.count - 1))
      if !facts.contains(fact) { facts.append(fact) }
    }
    return facts.shuffled(using: &chance)
  }

  private mutating func comparison(_ fact: Int) -> Condition {
    let test: Comparison.Test =
      switch vocabulary.facts[fact].type {
      case .boolean: .boolean(chance.percent(50))
      case .choice(let values): .choice([chance.below(values.count), chance.below(values.count)])
      case .number: .number([interval()])
      case .date: .date(dateTest())
      case .codes: .codes(codeTest())
      }
    return .comparison(.init(fact: fact, test: test))
  }

  private mutating func interval() -> ClosedRange<Int> {
    let edge = chance.within(1...19) * 5
    return chance.percent(50) ? 0...edge : edge...100
  }

  private mutating func dateTest() -> DateTest {
    let duration = chance.pick(Self.durations)
    return chance.percent(50) ? .withinLast(duration) : .longerAgoThan(duration)
  }

  private mutating func codeTest() -> CodeTest {
    let window: CodeTest.Window? = chance.percent(30) ? .within(chance.pick(Self.durations)) : nil
    return CodeTest(chance.percent(80) ? .anyOf : .noneOf, [chance.pick(valueSets)], window: window)
  }

  // MARK: People

  /// People of whom each fact is missing with the given chance; where any are, one in twenty of the others is known only in part.
  func people(_ count: Int, missing: Int) -> [Facts] {
    var chance = Chance(seed: 4)
    return (0..<count).map { _ in
      Facts(
        asOf: asOf,
        states: vocabulary.facts.map { fact in
          if chance.percent(missing) { return .unknown }
          return Facts.State(value(fact.type, inPart: missing > 0 && chance.percent(5), &chance), .known)
        })
    }
  }

  private func value(_ type: FactType, inPart: Bool, _ chance: inout Chance) -> Facts.Value {
    switch type {
    case .boolean: return .boolean(chance.percent(50))
    case .choice(let values): return .choice(chance.below(values.count))
    case .number:
      let low = chance.within(0...90)
      return .number(low, inPart ? low + 10 : low)
    case .date: return chance.percent(20) ? .never : .date(date(inPart: inPart, &chance))
    case .codes:
      let held = (0..<chance.below(5)).map { _ in
        Facts.Held(chance.below(Self.concepts), since: inPart ? nil : date(inPart: false, &chance))
      }
      return .codes(.init(held, isPartial: inPart))
    }
  }

  private func date(inPart: Bool, _ chance: inout Chance) -> PartialDate {
    let day = CalendarDate(day: asOf.day - Int32(chance.below(1000)))
    return inPart ? PartialDate(String("\(day)".prefix(7))) ?? PartialDate(day) : PartialDate(day)
  }
}
