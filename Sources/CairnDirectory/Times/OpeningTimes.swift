internal import Cairn

/// Timetables as people say them: `Tuesdays and Thursdays, 10:00 to 12:00`, `the first Monday of the month, 18:30 to 20:00`.
///
/// Rules that differ in their day alone become one sentence, and several hours of one day too.
struct OpeningTimes {
  /// What rules must share to be told in one sentence.
  struct Frame: Hashable {
    var frequency: Recurrence.Frequency?
    var interval: Int
    var start: CalendarDate?
    var from: CalendarDate?
    var until: CalendarDate?
    var count: Int?
  }

  private let recurrences: [Recurrence]
  private let knownOn: CalendarDate?

  /// - Parameter knownOn: The day on which the entry was known to be right; what had begun by then is not said to begin.
  init(_ recurrences: [Recurrence], knownOn: CalendarDate? = nil) {
    self.recurrences = recurrences.map(Self.normal)
    self.knownOn = knownOn
  }

  /// In the order of the first rule of each.
  var sentences: [String] {
    var order: [Frame] = []
    var hours: [Frame: [Recurrence.Day?: [Recurrence.Hours]]] = [:]
    for recurrence in recurrences {
      let frame = frame(recurrence)
      if hours[frame] == nil { order.append(frame) }
      for day in recurrence.days.isEmpty ? [nil] : recurrence.days.map(Optional.some) {
        var known = hours[frame, default: [:]][day, default: []]
        if let more = recurrence.hours, !known.contains(more) { known.append(more) }
        hours[frame, default: [:]][day] = known.sorted()
      }
    }
    return order.flatMap { sentences($0, hours[$0] ?? [:]) }
  }

  private func sentences(_ frame: Frame, _ hours: [Recurrence.Day?: [Recurrence.Hours]]) -> [String] {
    var groups: [(days: [Recurrence.Day], hours: [Recurrence.Hours])] = []
    if let always = hours[nil] { groups.append(([], always)) }
    for (day, times) in hours.compactMap({ entry in entry.key.map { ($0, entry.value) } }).sorted(by: { $0.0 < $1.0 }) {
      if let index = groups.firstIndex(where: { !$0.days.isEmpty && $0.hours == times }) {
        groups[index].days.append(day)
      } else {
        groups.append(([day], times))
      }
    }
    return groups.compactMap { group in
      let parts = [dayWords(frame, group.days), Self.hourWords(group.hours), countWords(frame), limitWords(frame)]
      let sentence = parts.compactMap { $0 }.joined(separator: ", ")
      return sentence.isEmpty ? nil : sentence
    }
  }

  /// Every day is a week of seven days, and a week without days has that of its start.
  private static func normal(_ recurrence: Recurrence) -> Recurrence {
    var result = recurrence
    if result.frequency == .daily, result.interval == 1 {
      result.frequency = .weekly
      if result.days.isEmpty { result.days = (0..<7).map { Recurrence.Day(weekday: $0) } }
    }
    if result.frequency == nil, !result.days.isEmpty { result.frequency = result.days.contains { $0.number != 0 } ? .monthly : .weekly }
    if result.days.isEmpty, let start = result.start {
      if result.frequency == .weekly { result.days = [Recurrence.Day(weekday: weekday(start))] }
      if result.frequency == .monthly { result.days = [Recurrence.Day(ofMonth: start.components.day)] }
    }
    // A month that has every Monday has them weekly.
    if result.frequency == .monthly, result.interval == 1, !result.days.isEmpty,
      result.days.allSatisfy({ $0.weekday != nil && $0.number == 0 })
    {
      result.frequency = .weekly
    }
    return result
  }

  /// Monday is 0; 1 January 1970 was a Thursday.
  static func weekday(_ date: CalendarDate) -> Int { (Int(date.day) % 7 + 7 + 3) % 7 }

  /// The start says something only where the days do not.
  private func frame(_ recurrence: Recurrence) -> Frame {
    let needsStart = recurrence.days.isEmpty
    var from = recurrence.from ?? (recurrence.count == nil ? nil : recurrence.start)
    if let known = knownOn, let begun = from, begun <= known, recurrence.count == nil { from = nil }
    if needsStart, recurrence.frequency == nil, recurrence.start != nil { from = nil }
    return Frame(
      frequency: recurrence.frequency, interval: recurrence.interval, start: needsStart ? recurrence.start : nil, from: from,
      until: recurrence.until, count: recurrence.count)
  }
}
