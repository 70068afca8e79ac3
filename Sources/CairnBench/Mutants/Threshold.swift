import Cairn

/// Thresholds moved by one step: one unit of a number's scale, a day of what is counted in days or weeks, a month of the rest.
enum Threshold {
  /// Each end that is not an end of the fact's own range, a step down and a step up.
  static func moved(_ intervals: [ClosedRange<Int>], within domain: ClosedRange<Int>) -> [[ClosedRange<Int>]] {
    intervals.indices.flatMap { place -> [[ClosedRange<Int>]] in
      let (low, high) = (intervals[place].lowerBound, intervals[place].upperBound)
      let lows = low == domain.lowerBound ? [] : [(low - 1, high), (low + 1, high)]
      let highs = high == domain.upperBound ? [] : [(low, high - 1), (low, high + 1)]
      return (lows + highs).filter { $0.0 <= $0.1 }.map { low, high in
        var moved = intervals
        moved[place] = low...high
        return Intervals.normalized(moved)
      }
    }
  }

  static func moved(_ test: DateTest) -> [DateTest] {
    switch test {
    case .withinLast(let duration): moved(duration).map { .withinLast($0) }
    case .longerAgoThan(let duration): moved(duration).map { .longerAgoThan($0) }
    case .withinNext(let duration): moved(duration).map { .withinNext($0) }
    case .before(let date): moved(date).map { .before($0) }
    case .onOrAfter(let date): moved(date).map { .onOrAfter($0) }
    }
  }

  static func moved(_ duration: CalendarDuration) -> [CalendarDuration] {
    [duration.count - 1, duration.count + 1].filter { $0 >= 0 }.map { CalendarDuration($0, duration.unit) }
  }

  private static func moved(_ date: CalendarDate) -> [CalendarDate] {
    [date.day - 1, date.day + 1].map { CalendarDate(day: $0) }
  }

  /// One of the things named left out, `all-of` for `any-of` and back, the window moved or dropped.
  static func changed(_ test: CodeTest) -> [CodeTest] {
    var changed: [CodeTest] = []
    if test.items.count > 1 {
      for place in test.items.indices {
        var shorter = test
        shorter.items.remove(at: place)
        changed.append(shorter)
      }
      if test.quantifier == .anyOf { changed.append(CodeTest(.allOf, test.items, window: test.window)) }
      if test.quantifier == .allOf { changed.append(CodeTest(.anyOf, test.items, window: test.window)) }
    }
    guard let window = test.window else { return changed }
    let windows: [CodeTest.Window?] =
      switch window {
      case .within(let duration): moved(duration).map { .within($0) }
      case .longerThan(let duration): moved(duration).map { .longerThan($0) }
      }
    return changed + (windows + [nil]).map { CodeTest(test.quantifier, test.items, window: $0) }
  }
}
