internal import Cairn

/// When a service is open.
extension RecordReader {
  /// Opening times as sentences; where a schedule is words alone, its words.
  func times(_ schedules: [Record], holidays: [Record] = [], knownOn: CalendarDate? = nil) -> [String] {
    var rules: [Recurrence] = []
    var words: [String] = []
    for record in schedules {
      let rule = recurrence(record)
      if let rule, rule.frequency != nil || !rule.days.isEmpty || rule.hours != nil || rule.start != nil {
        rules.append(rule)
      } else if let text = record.text("description") ?? record.text("notes"), !words.contains(text) {
        words.append(text)
      }
    }
    return OpeningTimes(rules, knownOn: knownOn).sentences + words + holidays.compactMap(holiday)
  }

  /// Nil where what it says makes no sense; its words may still.
  func recurrence(_ record: Record) -> Recurrence? {
    var rule = Recurrence()
    rule.hours = hours(record)
    rule.start = date(record, "dtstart")
    rule.from = date(record, "valid_from")
    limit(&rule, record)
    guard readFrequency(record, &rule), readInterval(record, &rule), readDays(record, &rule), readCount(record, &rule) else { return nil }
    if rule.frequency != nil, rule.until == nil, rule.count == nil {
      log.report(.neverEnds, record, "valid_to", "the schedule has no last day")
    }
    return rule
  }

  /// The earlier of the two last days.
  private func limit(_ rule: inout Recurrence, _ record: Record) {
    let until = date(record, "until")
    let validTo = date(record, "valid_to")
    rule.until = [until, validTo].compactMap { $0 }.min()
    guard let last = rule.until else { return }
    let key = last == validTo ? "valid_to" : "until"
    if let asOf, last < asOf { log.report(.scheduleExpired, record, key, "the schedule ended on \(OpeningTimes.date(last))") }
    if let first = [rule.from, rule.start].compactMap({ $0 }).max(), first > last {
      log.report(.schedule, record, key, "the schedule ends on \(OpeningTimes.date(last)), before it begins on \(OpeningTimes.date(first))")
      rule.from = nil
    }
  }

  private func hours(_ record: Record) -> Recurrence.Hours? {
    let hours = Recurrence.Hours(opens: time(record, "opens_at") ?? time(record, "open_at"), closes: time(record, "closes_at"))
    return hours.opens == nil && hours.closes == nil ? nil : hours
  }

  private func time(_ record: Record, _ key: String) -> Int? {
    guard let text = text(record, key) else { return nil }
    if let time = Recurrence.time(text) { return time }
    log.report(.schedule, record, key, "\(shown(text)) is no time of day")
    return nil
  }

  private func readFrequency(_ record: Record, _ rule: inout Recurrence) -> Bool {
    guard let text = text(record, "freq") else { return true }
    rule.frequency = Recurrence.Frequency(rawValue: text.uppercased())
    if rule.frequency != nil { return true }
    log.report(.schedule, record, "freq", "\(shown(text)) says not how often; a schedule is WEEKLY or MONTHLY")
    return false
  }

  private func readInterval(_ record: Record, _ rule: inout Recurrence) -> Bool {
    guard let interval = whole(record, "interval") else { return true }
    rule.interval = min(max(interval, 1), 1000)
    if (1...1000).contains(interval) { return true }
    log.report(.schedule, record, "interval", "every \(interval) times never comes round")
    return false
  }

  private func readCount(_ record: Record, _ rule: inout Recurrence) -> Bool {
    guard let count = whole(record, "count") else { return true }
    rule.count = count
    if (1...10_000).contains(count) { return true }
    rule.count = nil
    log.report(.schedule, record, "count", count < 1 ? "a schedule of \(count) times never is" : "\(count) times never end")
    return true
  }

  private func readDays(_ record: Record, _ rule: inout Recurrence) -> Bool {
    let key = record.text("byday") == nil ? "weekday" : "byday"
    var isSound = true
    for part in parts(record, key) {
      if let day = Recurrence.day(part) ?? (key == "weekday" ? numbered(part) : nil) {
        if !rule.days.contains(day) { rule.days.append(day) }
      } else {
        log.report(.schedule, record, key, "\(shown(part)) is no day of the week")
        isSound = false
      }
    }
    // In a week, which Monday of the month it is says nothing.
    if rule.frequency == .weekly { rule.days = rule.days.map { Recurrence.Day(weekday: $0.weekday ?? 0) } }
    guard rule.frequency == .monthly else { return isSound || !rule.days.isEmpty }
    let days = parts(record, "bymonthday")
    guard rule.days.isEmpty else { return true }
    for part in days {
      if let number = Int(part), (1...31).contains(abs(number)) {
        rule.days.append(Recurrence.Day(ofMonth: number))
      } else {
        log.report(.schedule, record, "bymonthday", "\(shown(part)) is no day of a month")
        isSound = false
      }
    }
    return isSound || !rule.days.isEmpty
  }

  private func parts(_ record: Record, _ key: String) -> [String] {
    guard let text = text(record, key) else { return [] }
    return text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
  }

  /// Older tables number the days from Monday, 1; some have Sunday as 0.
  private func numbered(_ text: String) -> Recurrence.Day? {
    guard let number = Int(text), (0...7).contains(number) else { return nil }
    return Recurrence.Day(weekday: (number + 6) % 7)
  }

  func holiday(_ record: Record) -> String? {
    guard let closed = text(record, "closed"), ["true", "yes", "1", "closed"].contains(closed.lowercased()) else { return nil }
    let words = OpeningTimes.limitWords(from: date(record, "start_date"), until: date(record, "end_date"))
    return words.map { "closed \($0)" }
  }
}
