internal import Cairn

extension OpeningTimes {
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let ordinals = ["every", "first", "second", "third", "fourth", "fifth"]

  private func dayWords(frequency: Recurrence.Frequency?, interval: Int, start: CalendarDate?, days: [Recurrence.Day]) -> String? {
    switch frequency {
    case nil: start.map { "on \(Self.date($0))" }
    case .daily: Self.every(interval, "day")
    case .weekly: Self.weekly(interval, days.compactMap(\.weekday))
    case .monthly: Self.monthly(interval, days)
    case .yearly: Self.every(interval, "year") + (start.map { " on \(Self.dayAndMonth($0))" } ?? "")
    }
  }

  private static func weekly(_ interval: Int, _ days: [Int]) -> String {
    let days = Set(days).sorted()
    guard !days.isEmpty else { return every(interval, "week") }
    if interval == 1 {
      if days.count == 7 { return "every day" }
      return runs(days, plural: true)
    }
    if days.count == 1 { return interval <= 4 ? every(interval, weekdays[days[0]]) : "every \(interval) weeks on \(weekdays[days[0]])" }
    return days.count == 7 ? every(interval, "week") : "\(every(interval, "week")) on \(runs(days, plural: false))"
  }

  /// `Mondays and Wednesdays`, `Monday to Friday`, `Monday to Wednesday and Saturday`.
  private static func runs(_ days: [Int], plural: Bool) -> String {
    var runs: [ClosedRange<Int>] = []
    for day in days {
      if let last = runs.last, last.upperBound + 1 == day {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    let hasLong = runs.contains { $0.count > 2 }
    let words = runs.flatMap { run -> [String] in
      if run.count > 2 { return ["\(weekdays[run.lowerBound]) to \(weekdays[run.upperBound])"] }
      return run.map { weekdays[$0] + (plural && !hasLong ? "s" : "") }
    }
    return PlainWords.list(words)
  }

  private static func monthly(_ interval: Int, _ days: [Recurrence.Day]) -> String {
    let month = interval == 1 ? "of the month" : "of \(every(interval, "month"))"
    guard !days.isEmpty else { return interval == 1 ? "once a month" : "once \(every(interval, "month"))" }
    var parts: [(weekday: Int?, numbers: [Int])] = []
    for day in days.sorted() {
      if let index = parts.firstIndex(where: { $0.weekday == day.weekday }) {
        parts[index].numbers.append(day.number)
      } else {
        parts.append((day.weekday, [day.number]))
      }
    }
    let words = parts.map { part -> String in
      guard let weekday = part.weekday else { return "the " + PlainWords.list(part.numbers.map(dayOfMonth)) }
      if part.numbers.contains(0) { return "every \(weekdays[weekday])" }
      return "the \(PlainWords.list(part.numbers.map(nth))) \(weekdays[weekday])"
    }
    return "\(PlainWords.list(words)) \(month)"
  }

  private static func nth(_ number: Int) -> String {
    if number > 0, number < ordinals.count { return ordinals[number] }
    return number == -1 ? "last" : "\(-number < ordinals.count && number < 0 ? ordinals[-number] : "\(abs(number))th")-to-last"
  }

  private static func dayOfMonth(_ number: Int) -> String {
    if number == -1 { return "last day" }
    return number < 0 ? "\(numbered(-number))-to-last day" : numbered(number)
  }

  /// `1st`, `22nd`, `13th`.
  private static func numbered(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "\(number)th" }
    return switch number % 10 {
    case 1: "\(number)st"
    case 2: "\(number)nd"
    case 3: "\(number)rd"
    default: "\(number)th"
    }
  }

  private static func every(_ interval: Int, _ unit: String) -> String {
    switch interval {
    case 1: "every \(unit)"
    case 2: "every other \(unit)"
    case 3...5: "every \(ordinals[interval]) \(unit)"
    default: "every \(interval) \(unit)s"
    }
  }

  static func hourWords(_ hours: [Recurrence.Hours]) -> String? {
    let words = hours.compactMap(words)
    return words.isEmpty ? nil : PlainWords.list(words)
  }

  private static func words(_ hours: Recurrence.Hours) -> String? {
    switch (hours.opens, hours.closes) {
    case (nil, nil): nil
    case (let opens?, nil): "from \(clock(opens))"
    case (nil, let closes?): "until \(clock(closes))"
    case (0, 1439), (0, 1440), (0, 0): "all day"
    case (let opens?, let closes?) where closes == opens: "from \(clock(opens))"
    case (let opens?, let closes?) where closes < opens: "\(clock(opens)) to \(closes == 0 ? "midnight" : "\(clock(closes)) the next day")"
    case (let opens?, 1440): "\(clock(opens)) to midnight"
    case (let opens?, let closes?): "\(clock(opens)) to \(clock(closes))"
    }
  }

  private static func clock(_ minutes: Int) -> String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return "\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  static func limitWords(from: CalendarDate?, until: CalendarDate?) -> String? {
    switch (from, until) {
    case (nil, nil): nil
    case (let from?, nil): "from \(date(from))"
    case (nil, let until?): "until \(date(until))"
    case (let from?, let until?) where from == until: "on \(date(from))"
    case (let from?, let until?): "from \(date(from)) to \(date(until))"
    }
  }

  /// `30 June 2027`, with ordinary spaces.
  static func date(_ date: CalendarDate) -> String { String(PlainWords.date(date).map { $0 == "\u{A0}" ? " " : $0 }) }

  private static func dayAndMonth(_ date: CalendarDate) -> String {
    Self.date(date).split(separator: " ").dropLast().joined(separator: " ")
  }
}

extension OpeningTimes {
  func dayWords(_ frame: Frame, _ days: [Recurrence.Day]) -> String? {
    dayWords(frequency: frame.frequency, interval: frame.interval, start: frame.start, days: days)
  }

  func countWords(_ frame: Frame) -> String? {
    guard let count = frame.count, frame.frequency != nil else { return nil }
    return count == 1 ? "once" : "\(count) times"
  }

  func limitWords(_ frame: Frame) -> String? { Self.limitWords(from: frame.from, until: frame.until) }
}
