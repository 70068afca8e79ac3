internal import Cairn

/// Reads the fields of records, and reports what cannot be read. What is wrong in one field costs no other.
struct RecordReader {
  let log: DefectLog
  /// For what is out of date; nil where nobody asks.
  var asOf: CalendarDate?

  /// One value; nil where there is none.
  func text(_ record: Record, _ key: String) -> String? {
    if case .several = record.value(key) {
      log.report(.wrongType, record, key, "several values stand where one is due")
      return nil
    }
    return record.text(key)
  }

  /// A day, with a time of day that is passed over.
  func date(_ record: Record, _ key: String) -> CalendarDate? {
    guard let text = text(record, key) else { return nil }
    if let date = Self.date(text) { return date }
    log.report(.date, record, key, "\(shown(text)) is no day of the calendar; it is written as 2026-11-22")
    return nil
  }

  /// `2027-06-30`, `20270630`, either with a time after it.
  static func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text.prefix(10)), isTime(text.dropFirst(10)) { return date }
    let digits = text.prefix(8)
    guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }), isTime(text.dropFirst(8)) else { return nil }
    return CalendarDate("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
  }

  private static func isTime(_ rest: Substring) -> Bool { rest.isEmpty || rest.first == "T" || rest.first == " " || rest.first == "t" }

  func whole(_ record: Record, _ key: String) -> Int? {
    guard let text = text(record, key) else { return nil }
    if let number = Double(text), number.rounded() == number, abs(number) < 1e15 { return Int(number) }
    log.report(.number, record, key, "\(shown(text)) is no whole number")
    return nil
  }
}

// MARK: - What a service says of itself

extension RecordReader {
  func status(_ record: Record) -> LocalService.Status {
    guard let text = text(record, "status") else {
      log.report(.status, record, "status", "the service has no status")
      return .unknown
    }
    switch String(text.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 }) {
    case "active": return .active
    case "inactive", "temporarily closed": return .closedForNow
    case "defunct", "closed": return .defunct
    default:
      log.report(.status, record, "status", "\(shown(text)) is no status; a service is active, inactive, defunct or temporarily closed")
      return .unknown
    }
  }

  /// The youngest and the oldest, of the service itself or of its eligibilities taken together.
  func ages(_ record: Record, _ eligibilities: [Record]) -> (youngest: Int?, oldest: Int?) {
    let own = ages(record)
    return own.youngest == nil && own.oldest == nil ? ages(ofAll: eligibilities) : own
  }

  /// Whoever one of them admits is admitted.
  func ages(ofAll eligibilities: [Record]) -> (youngest: Int?, oldest: Int?) {
    let each = eligibilities.map { ages($0) }
    let youngest = each.contains { $0.youngest == nil } ? nil : each.compactMap(\.youngest).min()
    let oldest = each.contains { $0.oldest == nil } ? nil : each.compactMap(\.oldest).max()
    return (youngest, oldest)
  }

  func ages(_ record: Record) -> (youngest: Int?, oldest: Int?) {
    let youngest = age(record, "minimum_age")
    let oldest = age(record, "maximum_age")
    // Nobody is of no age: two zeros are two blanks.
    if let oldest, oldest == 0, (youngest ?? 0) == 0 { return (nil, nil) }
    if let youngest, let oldest, youngest > oldest {
      log.report(.ages, record, "minimum_age", "the minimum age is \(youngest), and the maximum age \(oldest)")
      return (nil, nil)
    }
    return (youngest == 0 ? nil : youngest, oldest)
  }

  private func age(_ record: Record, _ key: String) -> Int? {
    guard let text = text(record, key) else { return nil }
    let digits = text.hasSuffix("+") ? String(text.dropLast()) : text
    guard let number = Double(digits) else {
      log.report(.ages, record, key, "\(shown(text)) is no age")
      return nil
    }
    guard (0...130).contains(number) else {
      log.report(.ages, record, key, "\(shown(text)) is no age that anybody has")
      return nil
    }
    return Int(key == "minimum_age" ? number.rounded(.up) : number.rounded(.down))
  }

  func languages(_ records: [Record]) -> [String] {
    var tags: [String] = []
    for tag in records.flatMap(languages) where !tags.contains(tag) { tags.append(tag) }
    return tags
  }

  func languages(_ record: Record) -> [String] {
    if let code = text(record, "code") {
      if let tag = LanguageNames.tag(code: code) { return [tag] }
      if let tag = LanguageNames.tag(name: code) { return [tag] }
    }
    let key = record.text("name") == nil ? "language" : "name"
    guard let words = text(record, key) else {
      if let code = record.text("code") {
        log.report(.language, record, "code", "\(shown(code)) is no language code")
      } else {
        log.report(.language, record, key, "the language has neither a name nor a code")
      }
      return []
    }
    return LanguageNames.parts(words).compactMap { word in
      if let tag = LanguageNames.tag(name: word) {
        log.report(.languageInWords, record, key, "\(shown(word)) is taken for `\(tag)`")
        return tag
      }
      if let tag = LanguageNames.tag(code: word) { return tag }
      log.report(.language, record, key, "\(shown(word)) is no language that is known here")
      return nil
    }
  }

  func costs(_ records: [Record]) -> [String] { records.compactMap(cost) }

  func cost(_ record: Record) -> String? {
    let until = date(record, "valid_to")
    let from = date(record, "valid_from")
    if let until, let asOf, until < asOf {
      log.report(.costExpired, record, "valid_to", "the cost was right until \(OpeningTimes.date(until))")
    }
    let option = text(record, "option")
    let description = text(record, "amount_description")
    let amount = amount(record)
    guard option != nil || description != nil || amount != nil else {
      if record.text("amount") == nil { log.report(.cost, record, "amount", "the cost says neither how much nor what for") }
      return nil
    }
    if let from, let until, from > until {
      log.report(.cost, record, "valid_from", "the cost begins after it ends")
    }
    let price = [amount, description].compactMap { $0 }.joined(separator: " ")
    let words = [option, price.isEmpty ? nil : price].compactMap { $0 }.joined(separator: ": ")
    return words + (until.map { ", until \(OpeningTimes.date($0))" } ?? "")
  }

  private func amount(_ record: Record) -> String? {
    guard let text = text(record, "amount") else { return nil }
    let digits = text.first == "£" || text.first == "€" || text.first == "$" ? String(text.dropFirst()) : text
    guard let number = Double(digits), number >= 0, number < 1e9 else {
      log.report(.cost, record, "amount", "\(shown(text)) is no amount of money")
      return nil
    }
    let pence = Int((number * 100).rounded())
    if pence == 0 { return "free" }
    let rest = pence % 100
    let sum = "\(pence / 100)" + (rest == 0 ? "" : "." + (rest < 10 ? "0\(rest)" : "\(rest)"))
    if digits != text { return "\(text.prefix(1))\(sum)" }
    let currency = record.text("currency")?.uppercased()
    return switch currency {
    case nil: sum
    case "GBP"?: "£\(sum)"
    case "EUR"?: "€\(sum)"
    case "USD"?: "$\(sum)"
    case let other?: "\(sum) \(other)"
    }
  }
}
