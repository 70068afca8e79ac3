/// Whether one of several codes is in a set, and since when that is asked for.
package enum CodeTruth {
  /// `codes` are sorted. A named code that lacks the date that is needed, or a set that is partial, leaves it unknown.
  package static func isPresent(_ codes: [Int], _ window: CodeTest.Window?, _ value: Facts.Value, _ asOf: CalendarDate) -> Truth {
    guard case .codes(let set) = value else { return .unknown }
    let bound = window.map { BoundWindow($0, on: asOf) }
    var result = set.isPartial ? Truth.unknown : .no
    for held in set.held where contains(codes, held.code) {
      switch qualifies(held.since, bound, asOf) {
      case .yes: return .yes
      case .unknown: result = .unknown
      case .no: break
      }
    }
    return result
  }

  /// A window on one day of judgement.
  struct BoundWindow: Sendable {
    /// Where it begins or ends.
    var turn: CalendarDate
    /// Whether what lies from there on qualifies, or what lies before.
    var isFromThere: Bool

    init(_ window: CodeTest.Window, on asOf: CalendarDate) {
      switch window {
      case .within(let duration): (turn, isFromThere) = (asOf.subtracting(duration), true)
      case .longerThan(let duration): (turn, isFromThere) = (asOf.subtracting(duration), false)
      }
    }
  }

  /// Whether a code held since then counts: a date wholly to come leaves the code itself in doubt, a partial one is cut at `asOf`.
  static func qualifies(_ since: PartialDate?, _ window: BoundWindow?, _ asOf: CalendarDate) -> Truth {
    if let since, since.first > asOf { return .unknown }
    guard let window else { return .yes }
    guard let since else { return .unknown }
    if since.first >= window.turn { return Truth(window.isFromThere) }
    return min(since.last, asOf) < window.turn ? Truth(!window.isFromThere) : .unknown
  }

  static func qualifies(_ since: PartialDate?, _ window: CodeTest.Window?, _ asOf: CalendarDate) -> Truth {
    qualifies(since, window.map { BoundWindow($0, on: asOf) }, asOf)
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
