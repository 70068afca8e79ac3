extension Field {
  /// A day, a month or a year.
  package func partialDate() -> PartialDate? {
    guard node.isScalar, !node.isNull else { return expected("a date") }
    if let date = PartialDate(node.text) { return date }
    return refuseDate()
  }

  /// A day; a month or a year is not enough.
  package func date() -> CalendarDate? {
    guard let date = partialDate() else { return nil }
    guard date.isWhole else {
      return refuse(.invalidDate, "\(label) takes a day, and `\(node.text)` does not say which", help: "name a day, as `\(date.first)`")
    }
    return date.first
  }

  private func refuseDate<Value>() -> Value? {
    let text = node.text
    switch DateGuess(text) {
    case .one(let iso):
      return refuse(.invalidDate, "dates are written year, month, day, and `\(text)` is not", replacement: iso)
    case .either(let dayFirst, let monthFirst):
      findings.report(
        Diagnostic.error(.ambiguousDate, "`\(text)` may be either of two days", at: node.range)
          .noting("either", "\(mended(dayFirst.description))   \(dayFirst.inWords)")
          .noting("or", "\(mended(monthFirst.description))   \(monthFirst.inWords)"))
      return nil
    case .noSuchDay(let why):
      return refuse(.invalidDate, "there is no `\(text)`: \(why)")
    case .none:
      let what = "`2026-11-22`, a month as `2026-11`, or a year as `2026`"
      return refuse(.invalidDate, "`\(node.excerpt)` is not a date", help: "write a day as \(what)")
    }
  }
}

/// What somebody may have meant who wrote a date in another way.
enum DateGuess: Equatable {
  case one(String)
  case either(dayFirst: CalendarDate, monthFirst: CalendarDate)
  case noSuchDay(String)
  case none

  init(_ text: String) {
    let words = text.lowercased().split { " /.-,".contains($0) }.map(String.init)
    self = Self.named(words) ?? Self.timed(text) ?? Self.numbered(words) ?? Self.packed(text) ?? .none
  }

  /// `1 February 2026`, `Feb 2026`: the month has a name, so nothing is in doubt.
  private static func named(_ words: [String]) -> DateGuess? {
    guard (2...3).contains(words.count), let monthAt = words.firstIndex(where: { month(named: $0) != nil }),
      let month = month(named: words[monthAt]),
      let yearAt = words.firstIndex(where: { $0.utf8.count == 4 && Int($0) != nil }), let year = Int(words[yearAt])
    else { return nil }
    guard let dayAt = words.indices.first(where: { $0 != monthAt && $0 != yearAt }) else {
      return .one(String(CalendarDate(year, month, 1).description.prefix(7)))
    }
    let digits = words[dayAt].prefix { $0.isNumber }
    guard ["", "st", "nd", "rd", "th"].contains(words[dayAt].dropFirst(digits.count)), let day = Int(digits) else { return nil }
    return whole(year, month, day)
  }

  /// A day with a time of day behind it.
  private static func timed(_ text: String) -> DateGuess? {
    guard text.utf8.count > 10, let date = CalendarDate(text.prefix(10)), ["T", " "].contains(text.dropFirst(10).prefix(1)) else {
      return nil
    }
    return .one(date.description)
  }

  private static func numbered(_ words: [String]) -> DateGuess? {
    let numbers = words.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
    guard numbers.count == words.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    let yearFirst = words.first?.utf8.count == 4
    guard yearFirst || words.last?.utf8.count == 4 else { return nil }
    switch numbers.count {
    case 2:
      let (year, month) = yearFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      return (1...12).contains(month) ? .one(String(CalendarDate(year, month, 1).description.prefix(7))) : .noSuchDay(noMonth(month))
    case 3 where yearFirst: return whole(numbers[0], numbers[1], numbers[2])
    case 3: return dayAndMonth(numbers[0], numbers[1], year: numbers[2])
    default: return nil
    }
  }

  /// `20261122`.
  private static func packed(_ text: String) -> DateGuess? {
    guard text.utf8.count == 8, let number = Int(text), number > 0,
      case .one(let iso) = whole(number / 10_000, number / 100 % 100, number % 100)
    else { return nil }
    return .one(iso)
  }

  /// Day first or month first: both, where both exist and differ.
  private static func dayAndMonth(_ a: Int, _ b: Int, year: Int) -> DateGuess {
    guard year >= 1 else { return .none }
    let dayFirst = date(year, b, a)
    let monthFirst = date(year, a, b)
    switch (dayFirst, monthFirst) {
    case (let dayFirst?, let monthFirst?) where dayFirst != monthFirst: return .either(dayFirst: dayFirst, monthFirst: monthFirst)
    case (let date?, _), (nil, let date?): return .one(date.description)
    case (nil, nil): return whole(year, b, a)
    }
  }

  private static func whole(_ year: Int, _ month: Int, _ day: Int) -> DateGuess {
    if let date = date(year, month, day) { return .one(date.description) }
    guard year >= 1 else { return .none }
    guard (1...12).contains(month) else { return .noSuchDay(noMonth(month)) }
    let length = CalendarDate.days(inMonth: month, of: year)
    return .noSuchDay("\(CalendarDate.monthNames[month - 1]) \(year) has \(length) days")
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    guard year >= 1, (1...12).contains(month), day >= 1, day <= CalendarDate.days(inMonth: month, of: year) else { return nil }
    return CalendarDate(year, month, day)
  }

  private static func noMonth(_ month: Int) -> String { "a year has 12 months, and none is number \(month)" }

  private static func month(named word: String) -> Int? {
    guard word.utf8.count >= 3, let index = CalendarDate.monthNames.firstIndex(where: { $0.lowercased().hasPrefix(word) }) else {
      return word == "sept" ? 9 : nil
    }
    return index + 1
  }
}

extension CalendarDate {
  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// `1 February 2026`.
  var inWords: String {
    let (year, month, day) = components
    return "\(day) \(Self.monthNames[month - 1]) \(year)"
  }
}
