/// The small words of the output: dates, counts and lists as a person would say them.
package enum PlainWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// `22 November 2026`; its parts stay on one line.
  package static func date(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(day)\u{A0}\(months[month - 1])\u{A0}\(year)"
  }

  /// `20 July`, where the year is the same as that of `near`; else with its year.
  package static func date(_ date: PartialDate, near: CalendarDate) -> String {
    let (year, month, day) = date.first.components
    let tail = year == near.components.year ? "" : "\u{A0}\(year)"
    if date.isWhole { return "\(day)\u{A0}\(months[month - 1])\(tail)" }
    return date.description.utf8.count == 4 ? "\(year)" : "\(months[month - 1])\(tail)"
  }

  /// `5 days`, `17 weeks`, `8 months` or `3 years`: whole ones that have passed; nil where the day is not known or has not come.
  package static func elapsed(since date: PartialDate, to asOf: CalendarDate) -> String? {
    guard date.isWhole, date.first < asOf else { return nil }
    let days = Int(asOf.day - date.first.day)
    if days < 14 { return count(days, "day") }
    if days < 26 * 7 { return count(days / 7, "week") }
    let months = wholeMonths(from: date.first, to: asOf)
    return months < 24 ? count(months, "month") : count(months / 12, "year")
  }

  /// Whole years of age as far as the birth date tells: `44`, or `70 or 71`.
  package static func age(born: PartialDate, asOf: CalendarDate) -> String? {
    guard born.last <= asOf else { return nil }
    let oldest = years(from: born.first, to: asOf)
    let youngest = years(from: born.last, to: asOf)
    return oldest == youngest ? "\(oldest)" : "\(youngest) or \(oldest)"
  }

  /// A birthday on 29 February falls on the 28th in other years.
  private static func years(from birth: CalendarDate, to day: CalendarDate) -> Int {
    let (birthYear, month, dayOfMonth) = birth.components
    let year = day.components.year
    return year - birthYear - (CalendarDate(year, month, dayOfMonth) > day ? 1 : 0)
  }

  private static func wholeMonths(from start: CalendarDate, to end: CalendarDate) -> Int {
    let (a, b) = (start.components, end.components)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  }

  /// `1 rule`, `3 rules`, `2 people`.
  package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number)\u{A0}\(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `a, b and c`.
  package static func list(_ items: [String], _ last: String = "and") -> String {
    guard let end = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(last) " + end
  }

  /// For the middle of a sentence: `Walking` becomes `walking`, `PHQ-9` and `I agree` stay.
  package static func inSentence(_ text: String) -> String {
    guard let first = text.first, let second = text.dropFirst().first, second.isLowercase else { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// The engine's words with their ISO dates as people write them: `declined on 2026-05-02` becomes `declined on 2 May 2026`.
  package static func withLongDates(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let head = word.prefix { $0.isASCII && $0.isNumber || $0 == "-" }
      let tail = word.dropFirst(head.count)
      guard let date = CalendarDate(head), tail.allSatisfy({ !$0.isLetter && !$0.isNumber }) else { return String(word) }
      return self.date(date) + tail
    }.joined(separator: " ")
  }

  /// With a full stop, unless it ends in a mark of its own.
  package static func sentence(_ text: String) -> String {
    guard let last = text.last else { return text }
    return ".!?:…”’".contains(last) ? text : text + "."
  }

  /// An id as words: `peer-support` becomes `peer support`.
  package static func spaced(_ id: String) -> String { String(id.map { $0 == "-" ? " " : $0 }) }

  /// With a capital letter.
  package static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension PlainWords {
  /// `1 rule`, `3 rules`, with an ordinary space.
  package static func plainCount(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `1,204`.
  package static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups.map(String.init)).joined(separator: ",")
  }
}
