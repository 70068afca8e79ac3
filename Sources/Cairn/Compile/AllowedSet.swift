/// A set of allowed values of one slot: what a condition on one fact comes down to.
///
/// Dates stay symbolic until they are bound to a day, since most of their tests are relative to it.
package enum AllowedSet: Sendable, Hashable {
  /// Of a yes/no slot: which of the two are allowed.
  case truth(no: Bool, yes: Bool)
  /// Of a choice: allowed values by index, and how many values there are.
  case choice(Set<Int>, of: Int)
  /// Of a number: closed intervals, sorted, disjoint and not adjacent, within the fact's bounds.
  case number([ClosedRange<Int>], within: ClosedRange<Int>)
  /// Of a date.
  case date(DateFormula)

  package var complement: AllowedSet {
    switch self {
    case .truth(let no, let yes): .truth(no: !no, yes: !yes)
    case .choice(let values, let count): .choice(Set(0..<count).subtracting(values), of: count)
    case .number(let intervals, let domain): .number(Intervals.complement(intervals, within: domain), within: domain)
    case .date(let formula): .date(formula.negated)
    }
  }

  /// At least `count` of several sets of the same slot; 1 is their union, all of them their intersection.
  package static func atLeast(_ count: Int, of sets: [AllowedSet]) -> AllowedSet {
    guard let first = sets.first else { return .truth(no: count <= 0, yes: count <= 0) }
    switch first {
    case .truth:
      func enough(_ allows: (Bool, Bool) -> Bool) -> Bool {
        sets.count { if case .truth(let no, let yes) = $0 { allows(no, yes) } else { false } } >= count
      }
      return .truth(no: enough { no, _ in no }, yes: enough { _, yes in yes })
    case .choice(_, let values):
      let allowed = (0..<values).filter { value in
        sets.count { if case .choice(let set, _) = $0 { set.contains(value) } else { false } } >= count
      }
      return .choice(Set(allowed), of: values)
    case .number(_, let domain):
      let lists: [[ClosedRange<Int>]] = sets.map { if case .number(let intervals, _) = $0 { intervals } else { [] } }
      return .number(Intervals.atLeast(count, of: lists), within: domain)
    case .date:
      let formulas: [DateFormula] = sets.compactMap { if case .date(let formula) = $0 { formula } else { nil } }
      return .date(.combining(count, formulas))
    }
  }

  /// Of a yes/no slot: whether *yes* alone is allowed.
  package var isYes: Bool { if case .truth(no: false, yes: true) = self { true } else { false } }

  /// Of a yes/no slot: whether *no* alone is allowed.
  package var isNo: Bool { if case .truth(no: true, yes: false) = self { true } else { false } }

  /// Whether everything is allowed, and that on every day.
  package var isWhole: Bool {
    switch self {
    case .truth(let no, let yes): no && yes
    case .choice(let values, let count): values.count == count
    case .number(let intervals, let domain): intervals.contains { $0.lowerBound <= domain.lowerBound && $0.upperBound >= domain.upperBound }
    case .date: false
    }
  }

  /// Whether nothing is allowed on any day.
  package var isEmpty: Bool {
    switch self {
    case .truth(let no, let yes): !no && !yes
    case .choice(let values, _): values.isEmpty
    case .number(let intervals, _): intervals.isEmpty
    case .date: false
    }
  }
}

/// A condition on one date, as tests relative to a day still unknown.
package indirect enum DateFormula: Sendable, Hashable {
  case test(DateTest, holds: Bool)
  case all([DateFormula])
  case any([DateFormula])
  case atLeast(Int, [DateFormula])

  package var negated: DateFormula {
    switch self {
    case .test(let test, let holds): .test(test, holds: !holds)
    case .all(let parts): .any(parts.map(\.negated))
    case .any(let parts): .all(parts.map(\.negated))
    case .atLeast(let count, let parts): .combining(parts.count - count + 1, parts.map(\.negated))
    }
  }

  /// At least `count` of the parts, in its plainest form.
  package static func combining(_ count: Int, _ parts: [DateFormula]) -> DateFormula {
    if parts.count == 1, count == 1 { return parts[0] }
    if count == 1 { return .any(parts) }
    return count == parts.count ? .all(parts) : .atLeast(count, parts)
  }
}

/// Sorted, disjoint, non-adjacent closed intervals of integers.
package enum Intervals {
  package static func complement(_ intervals: [ClosedRange<Int>], within domain: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var next = domain.lowerBound
    for interval in intervals {
      if interval.lowerBound > next { result.append(next...(interval.lowerBound - 1)) }
      if interval.upperBound >= domain.upperBound { return result }
      next = max(next, interval.upperBound + 1)
    }
    result.append(next...domain.upperBound)
    return result
  }

  /// The numbers that lie in at least `count` of the lists. O(n log n) in the number of intervals.
  package static func atLeast(_ count: Int, of lists: [[ClosedRange<Int>]]) -> [ClosedRange<Int>] {
    var edges: [(at: Int, step: Int)] = []
    for interval in lists.joined() {
      edges.append((interval.lowerBound, 1))
      edges.append((interval.upperBound + 1, -1))
    }
    edges.sort { $0.at < $1.at }
    var result: [ClosedRange<Int>] = []
    var depth = 0
    var start: Int?
    var index = 0
    while index < edges.count {
      let at = edges[index].at
      while index < edges.count, edges[index].at == at {
        depth += edges[index].step
        index += 1
      }
      if depth >= count, start == nil { start = at }
      if depth < count, let from = start {
        result.append(from...(at - 1))
        start = nil
      }
    }
    return result
  }

  /// Any intervals, sorted and joined.
  package static func normalized(_ intervals: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    atLeast(1, of: intervals.map { [$0] })
  }
}
