/// What those write who come from tables and search forms, and how it is written here.
enum TableHabit {
  /// Signs, the longer first, and the comparisons that they stand for.
  private static let signs: [(sign: String, word: String)] = [
    (">=", "at-least"), ("=>", "at-least"), ("≥", "at-least"), ("<=", "at-most"), ("=<", "at-most"), ("≤", "at-most"), ("!=", "not"),
    ("<>", "not"), ("≠", "not"), ("==", "is"), ("=", "is"), (">", "more-than"), ("<", "less-than"),
  ]

  /// `n >= 3`, `believed = seldom`: a whole comparison in one text.
  static func condition(_ text: String) -> String? {
    for (sign, word) in signs {
      guard let at = text.firstRange(of: sign) else { continue }
      let name = trimmed(text[..<at.lowerBound])
      let value = trimmed(text[at.upperBound...])
      guard Identifier.isValid(name), !value.isEmpty else { return nil }
      return said(name, word, value)
    }
    return nil
  }

  /// `>= 3`, `3-5`, `three`, `= seldom`: what stands behind a fact's name.
  static func value(_ text: String, of fact: String) -> String? {
    if let (sign, word) = signs.first(where: { text.hasPrefix($0.sign) }) {
      let value = trimmed(text[text.index(text.startIndex, offsetBy: sign.count)...])
      return value.isEmpty ? nil : said(fact, word, value)
    }
    if let number = numbers[text.lowercased()] { return "write `\(fact): \(number)`" }
    if let (low, high) = range(text) { return "write `\(fact): {between: [\(low), \(high)]}`; both are included" }
    return open(text).map { "write `\(fact): {\($0.word): \($0.value)}`" }
  }

  /// `three` behind a comparison.
  static func number(_ text: String, behind key: String) -> String? { numbers[text.lowercased()].map { "write `\(key): \($0)`" } }

  /// How a word that joins conditions elsewhere is written here.
  static func joining(_ text: String) -> String? {
    switch text.lowercased() {
    case "or", "either": "write `any: [{…}, {…}]`"
    case "and", "both": "write `all: [{…}, {…}]`; facts side by side are an *and* already"
    case "not", "no", "neither", "nor": "write `none: [{…}]`, or put it under `unless`"
    default: nil
    }
  }

  /// The comparison or the joining word that is meant by one of another language.
  static func word(_ text: String) -> String? { words[text.lowercased()] ?? signs.first { $0.sign == text }.map(\.word) }

  /// The ends of `3-5`, `3 to 5`, `3–5`, `3..5`.
  static func range(_ text: String) -> (low: String, high: String)? {
    for joint in ["..", "–", " to ", "-"] {
      guard let at = text.firstRange(of: joint) else { continue }
      let (low, high) = (trimmed(text[..<at.lowerBound]), trimmed(text[at.upperBound...]))
      if isNumber(low), isNumber(high) { return (low, high) }
    }
    return nil
  }

  /// `18+`: from there on.
  private static func open(_ text: String) -> (word: String, value: String)? {
    let number = trimmed(text.dropLast())
    return text.hasSuffix("+") && isNumber(number) ? ("at-least", number) : nil
  }

  private static func said(_ fact: String, _ word: String, _ value: String) -> String {
    let number = numbers[value.lowercased()].map(String.init) ?? value
    switch word {
    case "is": return "write `\(fact): \(number)`"
    case "not": return "write `none: [{\(fact): \(number)}]`, or put `\(fact): \(number)` under `unless`"
    default: return "write `\(fact): {\(word): \(number)}`"
    }
  }

  private static let words = [
    "greater-than": "more-than", "greater": "more-than", "gt": "more-than", "above": "more-than", "over": "more-than", "min": "at-least",
    "minimum": "at-least", "gte": "at-least", "from": "at-least", "max": "at-most", "maximum": "at-most", "lte": "at-most",
    "up-to": "at-most", "less": "less-than", "lt": "less-than", "below": "less-than", "under": "less-than", "smaller-than": "less-than",
    "equals": "is", "equal": "is", "equal-to": "is", "eq": "is", "in": "any-of", "one-of": "any-of", "not-in": "none-of", "not": "none-of",
    "is-not": "none-of", "range": "between", "contains": "any-of", "includes": "any-of", "after": "on-or-after", "since": "on-or-after",
  ]

  private static let numbers = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
  ]

  private static func isNumber(_ text: String) -> Bool { ScaledNumber.read(text, decimals: 18) != .notANumber }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
