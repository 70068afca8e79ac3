extension Field {
  /// A length of time: `30 days`, `12 weeks`, `6 months`, `1 year`.
  package func duration(allowsZero: Bool = true) -> CalendarDuration? {
    guard node.isScalar, !node.isNull else { return expected("a length of time", help: Self.lengths) }
    let text = node.text
    guard let duration = CalendarDuration(text), DurationGuess.isWellWritten(text) else { return refuseDuration() }
    guard allowsZero || duration.count > 0 else { return refuse(.outOfRange, "\(label) takes at least a day, and `\(text)` is none") }
    return duration
  }

  private func refuseDuration<Value>() -> Value? {
    let text = node.excerpt
    if let guess = DurationGuess.guess(node.text) {
      return refuse(.invalidDuration, "a length of time is a number and a unit, and `\(text)` is not written so", replacement: guess)
    }
    if DurationGuess.isTooLong(node.text) { return refuse(.outOfRange, "`\(text)` is too long: a length of time ends at 1000 years") }
    return refuse(.invalidDuration, "`\(text)` is not a length of time", help: Self.lengths)
  }

  private static let lengths = "write a number and a unit: `30 days`, `12 weeks`, `6 months`, `1 year`"
}

/// What somebody may have meant who wrote a length of time in another way.
enum DurationGuess {
  /// `1 month` and `6 months`, with one space, and not `1 months`.
  static func isWellWritten(_ text: String) -> Bool {
    let isOne = text.utf8.starts(with: "1 ".utf8)
    guard text.utf8.last == UInt8(ascii: "s") ? !isOne : isOne else { return false }
    return text.utf8.lazy.filter { $0 == 0x20 }.count == 1
  }

  /// The same length as rules write it; nil where that is not certain.
  static func guess(_ text: String) -> String? {
    let lower = text.lowercased()
    guard let (count, unit) = periods(lower) ?? words(lower) else { return nil }
    let written = "\(count) \(unit)\(count == 1 ? "" : "s")"
    return CalendarDuration(written) == nil ? nil : written
  }

  static func isTooLong(_ text: String) -> Bool {
    guard let (count, unit) = words(text.lowercased()) else { return false }
    return CalendarDuration("\(count) \(unit)") == nil
  }

  /// ISO 8601: `P6M`, `P1Y`, `P2W`, `P30D`.
  private static func periods(_ text: String) -> (Int, String)? {
    guard text.hasPrefix("p"), let letter = text.last, let count = Int(text.dropFirst().dropLast()), count >= 0 else { return nil }
    return ["d": "day", "w": "week", "m": "month", "y": "year"][letter].map { (count, $0) }
  }

  /// A number, in digits or as a word, and a unit, however they are joined.
  private static func words(_ text: String) -> (Int, String)? {
    let parts = text.split { " -_".contains($0) }
    guard let first = parts.first, text.utf8.first != UInt8(ascii: "-") else { return nil }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    let unit = parts.count == 2 && (digits.isEmpty || digits.count == first.count) ? parts[1] : first.dropFirst(digits.count)
    guard parts.count == 2 ? unit == parts[1] : parts.count == 1, let word = units[String(unit)] else { return nil }
    let count = digits.isEmpty ? numbers[String(first)] : Int(digits)
    return count.map { ($0, word) }
  }

  /// `m` is not among them: it may be months or minutes.
  private static let units = [
    "d": "day", "day": "day", "days": "day", "w": "week", "wk": "week", "wks": "week", "week": "week", "weeks": "week", "mo": "month",
    "mon": "month", "mth": "month", "mths": "month", "month": "month", "months": "month", "y": "year", "yr": "year", "yrs": "year",
    "year": "year", "years": "year",
  ]

  private static let numbers = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
  ]
}
