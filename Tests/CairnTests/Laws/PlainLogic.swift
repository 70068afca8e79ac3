@testable import Cairn

/// Conditions about a person of whom everything is known: ordinary logic, on the condition as written.
/// What the normal form must come to when nothing is missing.
struct PlainLogic {
  let vocabulary: Vocabulary
  let facts: Facts

  func holds(_ rule: RuleConditions) -> Bool {
    let positive = [rule.when, rule.supportSuits].compactMap { $0 }
    let negative = [rule.unless, rule.supportUnless].compactMap { $0 }
    return positive.allSatisfy(holds) && !negative.contains(where: holds)
  }

  func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .all(let parts): parts.allSatisfy(holds)
    case .any(let parts): parts.contains(where: holds)
    case .none(let parts): !parts.contains(where: holds)
    case .some(let count, let parts): parts.filter(holds).count >= count
    case .comparison(let comparison): holds(comparison)
    }
  }

  private func holds(_ comparison: Comparison) -> Bool {
    if case .derived(let value) = comparison.test { return holds(vocabulary.derived[comparison.fact].condition) == value }
    switch (comparison.test, facts[comparison.fact].value) {
    case (.boolean(let wanted), .boolean(let value)): return value == wanted
    case (.choice(let wanted), .choice(let value)): return wanted.contains(value)
    case (.number(let wanted), .number(let value, _)): return wanted.contains { $0.contains(value) }
    case (.date(let test), .date(let date)): return holds(test, date.first)
    case (.codes(let test), .codes(let codes)): return holds(test, codes)
    case (.known(let known), let value): return (value != .unknown) == known
    default: return false
    }
  }

  private func holds(_ test: DateTest, _ day: CalendarDate) -> Bool {
    let today = facts.asOf
    return switch test {
    case .withinLast(let length): day >= today.subtracting(length) && day <= today
    case .longerAgoThan(let length): day < today.subtracting(length)
    case .withinNext(let length): day >= today && day <= today.adding(length)
    case .before(let date): day < date
    case .onOrAfter(let date): day >= date
    }
  }

  private func holds(_ test: CodeTest, _ codes: Facts.Codes) -> Bool {
    func has(_ item: [Int]) -> Bool { codes.held.contains { item.contains($0.code) && qualifies($0, test.window) } }
    return switch test.quantifier {
    case .anyOf: test.items.contains(where: has)
    case .allOf: test.items.allSatisfy(has)
    case .noneOf: !test.items.contains(where: has)
    }
  }

  private func qualifies(_ held: Facts.Held, _ window: CodeTest.Window?) -> Bool {
    guard let window else { return true }
    guard let since = held.since?.first else { return false }
    return switch window {
    case .within(let length): since >= facts.asOf.subtracting(length) && since <= facts.asOf
    case .longerThan(let length): since < facts.asOf.subtracting(length)
    }
  }
}
