/// Where a fact may lie, as finitely many points: enough that a set allows all of them exactly if it allows every possible value,
/// and none of them exactly if it allows no possible value.
extension Oracle {
  /// Where a number without a bound ends: far beyond any that can be written.
  private static let farthest = ScaledNumber.limit

  func points(of set: OracleSet, _ facts: Facts) -> [OracleSet.Point] {
    switch set.subject {
    case .value(let fact): points(ofFact: fact, state(of: fact, facts).value, set, facts.asOf)
    case .codes(let fact, let codes, let window): points(of: presence(codes, window, state(of: fact, facts).value, facts.asOf))
    }
  }

  private func points(of truth: Truth) -> [OracleSet.Point] {
    switch truth {
    case .yes: [.truth(true)]
    case .no: [.truth(false)]
    case .unknown: [.truth(true), .truth(false)]
    }
  }

  private func points(ofFact fact: Int, _ value: Facts.Value, _ set: OracleSet, _ asOf: CalendarDate) -> [OracleSet.Point] {
    switch value {
    case .boolean(let value): [.truth(value)]
    case .choice(let value): [.choice(value)]
    case .number(let low, let high): numbers(low, high, set)
    case .date(let date): days(date.first, date.last, set, asOf)
    case .never: [.never]
    case .unknown, .codes: everything(fact, set, asOf)
    }
  }

  private func everything(_ fact: Int, _ set: OracleSet, _ asOf: CalendarDate) -> [OracleSet.Point] {
    guard vocabulary.facts.indices.contains(fact) else { return [] }
    switch vocabulary.facts[fact].type {
    case .boolean, .codes: return [.truth(true), .truth(false)]
    case .choice(let values): return values.indices.map { .choice($0) }
    case .number(_, let min, let max): return numbers(min ?? -Self.farthest, max ?? Self.farthest, set)
    case .date: return days(.first, .last, set, asOf) + [.never]
    }
  }

  /// Both ends, and every edge of the set with its neighbours.
  private func numbers(_ low: Int, _ high: Int, _ set: OracleSet) -> [OracleSet.Point] {
    let near = set.numbers.flatMap { edge in [edge &- 1, edge, edge &+ 1] }
    return ([low, high] + near).filter { low <= $0 && $0 <= high }.map { .number($0) }
  }

  private func days(_ low: CalendarDate, _ high: CalendarDate, _ set: OracleSet, _ asOf: CalendarDate) -> [OracleSet.Point] {
    let near = set.days(asOf).flatMap { edge in [CalendarDate(day: edge.day - 1), edge, CalendarDate(day: edge.day + 1)] }
    return ([low, high] + near).filter { low <= $0 && $0 <= high }.map { .day($0) }
  }

  /// Whether somebody has any of some codes, each since a time that qualifies.
  private func presence(_ codes: [Int], _ window: CodeTest.Window?, _ value: Facts.Value, _ asOf: CalendarDate) -> Truth {
    guard case .codes(let set) = value else { return .unknown }
    let held = Truth.any(set.held.filter { codes.contains($0.code) }.map { qualifies($0.since, window, asOf) })
    return held == .no && set.isPartial ? .unknown : held
  }

  private func qualifies(_ since: PartialDate?, _ window: CodeTest.Window?, _ asOf: CalendarDate) -> Truth {
    // A code said to begin after today may be a mistake of the date or of the code.
    if let since, since.first > asOf { return .unknown }
    guard let window else { return .yes }
    guard let since else { return .unknown }
    let last = min(since.last, asOf)
    switch window {
    case .within(let length):
      // Nothing lies after today any more: only the far end of the window can cut.
      return truth(from: since.first, to: last) { asOf.subtracting(length) <= $0 }
    case .longerThan(let length):
      return truth(from: since.first, to: last) { $0 < asOf.subtracting(length) }
    }
  }

  /// A test that changes at most once in time, over all days of an interval.
  private func truth(from first: CalendarDate, to last: CalendarDate, _ test: (CalendarDate) -> Bool) -> Truth {
    test(first) == test(last) ? Truth(test(first)) : .unknown
  }
}
