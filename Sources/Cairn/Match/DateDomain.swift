/// The days that a date may be, as numbers; beside them stands *never*.
package enum DateDomain {
  package static let days = Int(CalendarDate.first.day)...Int(CalendarDate.last.day)

  /// A date's allowed values on one day of judgement.
  package struct Allowed: Hashable {
    package var days: [ClosedRange<Int>]
    package var never: Bool
  }
}

extension DateFormula {
  /// The days that it allows, judged on `asOf`. *Never* satisfies no test, and every negation.
  package func allowed(on asOf: CalendarDate) -> DateDomain.Allowed {
    switch self {
    case .test(let test, let holds):
      let days = test.days(on: asOf)
      return holds ? .init(days: days, never: false) : .init(days: Intervals.complement(days, within: DateDomain.days), never: true)
    case .all(let parts): return Self.atLeast(parts.count, parts, asOf)
    case .any(let parts): return Self.atLeast(1, parts, asOf)
    case .atLeast(let count, let parts): return Self.atLeast(count, parts, asOf)
    }
  }

  private static func atLeast(_ count: Int, _ parts: [DateFormula], _ asOf: CalendarDate) -> DateDomain.Allowed {
    let allowed = parts.map { $0.allowed(on: asOf) }
    return .init(days: Intervals.atLeast(count, of: allowed.map(\.days)), never: allowed.count(where: \.never) >= count)
  }
}

extension DateTest {
  /// The days that satisfy it, judged on `asOf`.
  func days(on asOf: CalendarDate) -> [ClosedRange<Int>] {
    let first = DateDomain.days.lowerBound
    let last = DateDomain.days.upperBound
    func days(_ from: Int, _ to: Int) -> [ClosedRange<Int>] { from <= to ? [from...to] : [] }
    switch self {
    case .withinLast(let duration): return days(Int(asOf.subtracting(duration).day), Int(asOf.day))
    case .longerAgoThan(let duration): return days(first, Int(asOf.subtracting(duration).day) - 1)
    case .withinNext(let duration): return days(Int(asOf.day), Int(asOf.adding(duration).day))
    case .before(let date): return days(first, Int(date.day) - 1)
    case .onOrAfter(let date): return days(Int(date.day), last)
    }
  }
}
