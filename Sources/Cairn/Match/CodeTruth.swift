/// Whether one of several codes is in a set, and since when that is asked for.
enum CodeTruth {
  /// `codes` are sorted. A named code that lacks the date that is needed, or a set that is partial, leaves it unknown.
  static func isPresent(_ codes: [Int], _ window: CodeTest.Window?, _ value: Facts.Value, _ asOf: CalendarDate) -> Truth {
    guard case .codes(let set) = value else { return .unknown }
    var result = set.isPartial ? Truth.unknown : .no
    for held in set.held where contains(codes, held.code) {
      switch qualifies(held.since, window, asOf) {
      case .yes: return .yes
      case .unknown: result = .unknown
      case .no: break
      }
    }
    return result
  }

  /// Whether a code held since then counts: a date wholly to come leaves the code itself in doubt, a partial one is cut at `asOf`.
  static func qualifies(_ since: PartialDate?, _ window: CodeTest.Window?, _ asOf: CalendarDate) -> Truth {
    if let since, since.first > asOf { return .unknown }
    guard let window else { return .yes }
    guard let since else { return .unknown }
    let first = since.first
    let last = min(since.last, asOf)
    switch window {
    case .within(let duration):
      let from = asOf.subtracting(duration)
      return first >= from ? .yes : last < from ? .no : .unknown
    case .longerThan(let duration):
      let from = asOf.subtracting(duration)
      return last < from ? .yes : first >= from ? .no : .unknown
    }
  }

  private static func contains(_ codes: [Int], _ code: Int) -> Bool {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low] == code
  }
}
