import Synchronization

/// A matcher a day: binding one costs a pass over all rows, and most calls ask about the same day.
final class DayMatchers: Sendable {
  private let rows: RowSet
  private let bound = Mutex<[CalendarDate: Matcher]>([:])

  init(_ rows: RowSet) { self.rows = rows }

  func matcher(on day: CalendarDate) -> Matcher {
    if let known = bound.withLock({ $0[day] }) { return known }
    let matcher = Matcher(rows, asOf: day)
    bound.withLock { matchers in
      if matchers.count >= 8 { matchers.removeAll() }
      matchers[day] = matcher
    }
    return matcher
  }
}
