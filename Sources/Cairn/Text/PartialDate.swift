/// A date as far as it is known: a day, a month (`2026-11`) or a year (`2026`); an interval of days either way.
public struct PartialDate: Sendable, Hashable {
  /// The first day that it may be.
  public let first: CalendarDate
  /// The last day that it may be.
  public let last: CalendarDate

  /// One day.
  public init(_ date: CalendarDate) {
    first = date
    last = date
  }

  package init(first: CalendarDate, last: CalendarDate) {
    self.first = first
    self.last = max(first, last)
  }

  /// `2026`, `2026-11` or `2026-11-22`; nil where it is none of these or no such day exists.
  public init?(_ iso: some StringProtocol) {
    let bytes = Array(iso.utf8)
    switch bytes.count {
    case 10:
      guard let date = CalendarDate(iso) else { return nil }
      self.init(date)
    case 7:
      guard bytes[4] == 0x2D, let year = CalendarDate.number(bytes[0..<4]), let month = CalendarDate.number(bytes[5..<7]),
        year >= 1, (1...12).contains(month)
      else { return nil }
      self.init(first: CalendarDate(year, month, 1), last: CalendarDate(year, month, 31))
    case 4:
      guard let year = CalendarDate.number(bytes[0..<4]), year >= 1 else { return nil }
      self.init(first: CalendarDate(year, 1, 1), last: CalendarDate(year, 12, 31))
    default: return nil
    }
  }

  /// Whether the day itself is known.
  public var isWhole: Bool { first == last }
}

extension PartialDate: CustomStringConvertible {
  /// As it would be written: `2026`, `2026-11` or `2026-11-22`.
  public var description: String {
    let (year, month, day) = first.components
    let end = last.components
    if isWhole { return first.description }
    if year == end.year, month == end.month, day == 1 { return String(first.description.prefix(7)) }
    return String(first.description.prefix(4))
  }
}

/// A length of calendar time, as rules write it: `30 days`, `12 weeks`, `6 months`, `1 year`.
public struct CalendarDuration: Sendable, Hashable {
  /// Weeks are kept as days and years as months, so that equal lengths are equal.
  package enum Unit: Sendable, Hashable { case days, months }

  package let count: Int
  package let unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// `N days`, `N weeks`, `N months` or `N years` (or one of each), N from 0 to 1,000 years.
  public init?(_ text: some StringProtocol) {
    let parts = Array(text.utf8).split(separator: 0x20)
    guard parts.count == 2, parts[0].count <= 6, let digits = CalendarDate.number(parts[0]) else { return nil }
    switch String(decoding: parts[1], as: UTF8.self) {
    case "day", "days": self.init(digits, .days)
    case "week", "weeks": self.init(digits * 7, .days)
    case "month", "months": self.init(digits, .months)
    case "year", "years": self.init(digits * 12, .months)
    default: return nil
    }
    guard unit == .days ? count <= 366_000 : count <= 12_000 else { return nil }
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// In the largest unit that divides it: `6 months`, `1 year`, `12 weeks`, `30 days`.
  public var description: String {
    let large = unit == .days ? 7 : 12
    let divides = count > 0 && count % large == 0
    let number = divides ? count / large : count
    let word = unit == .days ? (divides ? "week" : "day") : (divides ? "year" : "month")
    return "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

extension CalendarDate {
  /// This day moved by a duration; months are clamped to the month's end, and the calendar's first and last day bound it.
  package func adding(_ duration: CalendarDuration, times sign: Int = 1) -> CalendarDate {
    switch duration.unit {
    case .days: return CalendarDate(day: Int32(clamping: Int(day) + sign * duration.count))
    case .months:
      let (year, month, day) = components
      let months = year * 12 + (month - 1) + sign * duration.count
      guard months >= 12 else { return .first }
      guard months < 120_000 else { return .last }
      return CalendarDate(months / 12, months % 12 + 1, day)
    }
  }

  package func subtracting(_ duration: CalendarDuration) -> CalendarDate { adding(duration, times: -1) }
}
