internal import Cairn

/// One rule of a timetable as RFC 5545 has it, as far as directories use it.
struct Recurrence: Hashable {
  enum Frequency: String, Hashable { case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY", yearly = "YEARLY" }

  /// Nil: once, or nobody says how often.
  var frequency: Frequency?
  /// Every so many days, weeks, months or years.
  var interval = 1
  var days: [Day] = []
  var hours: Hours?
  /// The day of the first time, for what the days do not say.
  var start: CalendarDate?
  var from: CalendarDate?
  var until: CalendarDate?
  var count: Int?

  /// A day of the week, perhaps the nth of its month, or a day of the month.
  struct Day: Hashable, Comparable {
    /// 0 is Monday; nil for a day of the month.
    var weekday: Int?
    /// Which of the month, from its end where negative; 0 for every one.
    var number: Int

    init(weekday: Int, number: Int = 0) {
      self.weekday = weekday
      self.number = number
    }

    init(ofMonth number: Int) { self.number = number }

    static func < (a: Day, b: Day) -> Bool { a.order < b.order }

    /// From the start of the month to its end, then through the week.
    private var order: Int { (number < 0 ? 1000 + number : number) * 10 + (weekday ?? 8) }
  }

  /// When it opens and closes, in minutes of the day; one of them may be unknown.
  struct Hours: Hashable, Comparable {
    var opens: Int?
    var closes: Int?

    static func < (a: Hours, b: Hours) -> Bool { (a.opens ?? 0, a.closes ?? 0) < (b.opens ?? 0, b.closes ?? 0) }
  }
}

extension Recurrence {
  /// Two letters as RFC 5545 has them, or a name or the beginning of one.
  static func weekday(_ text: some StringProtocol) -> Int? {
    let word = text.lowercased()
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard word.count >= 2 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) || $0 + "s" == word || (word == "thurs" || word == "tues") && $0.hasPrefix(word) }
  }

  /// `MO`, `1MO`, `-1FR`, `Tuesday`; nil where it is none of these.
  static func day(_ text: some StringProtocol) -> Day? {
    let sign = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
    guard let weekday = weekday(text.dropFirst(sign.count)) else { return nil }
    if sign.isEmpty { return Day(weekday: weekday) }
    guard let number = Int(sign), (1...5).contains(abs(number)) else { return nil }
    return Day(weekday: weekday, number: number)
  }

  /// `9:30`, `09:30:00`, `0930`, `9.30`, `9am`, with a time zone that is passed over; minutes from midnight, 1440 for the end of the day.
  static func time(_ text: String) -> Int? {
    var rest = Substring(text.lowercased().filter { !$0.isWhitespace })
    if let day = rest.lastIndex(of: "t"), rest[..<day].count == 10 { rest = rest[rest.index(after: day)...] }
    if rest.last == "z" { rest.removeLast() }
    if let zone = rest.dropFirst().lastIndex(where: { $0 == "+" || $0 == "-" }) { rest = rest[..<zone] }
    var isAfternoon: Bool?
    for (mark, value) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] where rest.hasSuffix(mark) {
      rest.removeLast(mark.count)
      isAfternoon = value
      break
    }
    return minutes(rest, isAfternoon)
  }

  private static func minutes(_ text: Substring, _ isAfternoon: Bool?) -> Int? {
    var parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }.map(String.init)
    // Four digits without a sign between.
    if parts.count == 1, (3...4).contains(parts[0].count) { parts = [String(parts[0].dropLast(2)), String(parts[0].suffix(2))] }
    guard (1...4).contains(parts.count), parts.allSatisfy({ (1...7).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    guard parts.count > 1 || isAfternoon != nil else { return nil }
    guard var hour = Int(parts[0]), let minute = parts.count > 1 ? Int(parts[1]) : 0, minute < 60 else { return nil }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour < 24 || hour == 24 && minute == 0 else { return nil }
    return hour * 60 + minute
  }
}
