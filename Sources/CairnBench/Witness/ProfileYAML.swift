package import Cairn

/// A profile as YAML, ready to paste under `profiles:` or `profile:`.
package enum ProfileYAML {
  /// On one line, as tests write it: `{facts: {age: 70}, at: {pathway: copd, step: waiting}}`.
  package static func flow(_ profile: Profile) -> String {
    "{\(entries(profile).map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
  }

  /// As an entry of `profiles:`, moved to the right.
  package static func block(_ profile: Profile, indent: Int = 2) -> String {
    let margin = String(repeating: " ", count: indent)
    let lines = entries(profile).map { "\(margin)  \($0.key): \($0.value)" }
    return ([margin + scalar(profile.id) + ":" + (lines.isEmpty ? " {facts: {}}" : "")] + lines).joined(separator: "\n") + "\n"
  }

  private static func entries(_ profile: Profile) -> [(key: String, value: String)] {
    var entries: [(String, String)] = []
    if let born = profile.born { entries.append(("born", born.description)) }
    let facts = profile.facts.sorted { $0.key < $1.key }.map { "\($0.key): \(fact($0.value))" }
    if !facts.isEmpty || profile.positions.isEmpty { entries.append(("facts", "{\(facts.joined(separator: ", "))}")) }
    let places = profile.positions.map(position)
    if places.count == 1 { entries.append(("at", places[0])) } else if !places.isEmpty { entries.append(("at", list(places))) }
    if let home = profile.home { entries.append(("home", self.home(home))) }
    if let consent = consent(profile.consent) { entries.append(("consent", consent)) }
    if !profile.history.isEmpty { entries.append(("history", list(profile.history.map(event)))) }
    if let strengths = profile.strengths { entries.append(("strengths", list(strengths.map(scalar)))) }
    if let person = profile.carerOf { entries.append(("carer-of", scalar(person))) }
    return entries
  }

  private static func fact(_ fact: Profile.Fact) -> String {
    guard let date = fact.date else { return value(fact.value) }
    return "{value: \(value(fact.value)), date: \(date)}"
  }

  private static func value(_ value: Profile.Value) -> String {
    switch value {
    case .boolean(let value): value ? "yes" : "no"
    case .choice(let word): scalar(word)
    case .number(let number): number
    case .date(let date): date.description
    case .never: "none"
    case .declined: "declined"
    case .unknown: "unknown"
    case .codes(let codes, let isPartial):
      isPartial ? "{codes: \(list(codes.map(code))), partial: yes}" : list(codes.map(code))
    }
  }

  private static func code(_ code: Profile.Code) -> String {
    code.since.map { "{is: \(scalar(code.id)), since: \($0)}" } ?? scalar(code.id)
  }

  private static func position(_ position: Profile.Position) -> String {
    var parts = ["pathway: \(scalar(position.pathway))"]
    if let step = position.step { parts.append("step: \(scalar(step))") }
    if let since = position.since { parts.append("since: \(since)") }
    let reached = position.reached.sorted { $0.key < $1.key }.map { "\(scalar($0.key)): \($0.value)" }
    if !reached.isEmpty { parts.append("reached: {\(reached.joined(separator: ", "))}") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func home(_ home: Profile.Home) -> String {
    guard case .place(let latitude, let longitude, let area) = home else { return "no-fixed-abode" }
    var parts: [String] = []
    if let latitude, let longitude { parts = ["lat: \(latitude)", "lon: \(longitude)"] }
    if let area { parts.append("area: \(scalar(area))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func consent(_ consent: Profile.Consent) -> String? {
    var parts: [String] = []
    switch consent.suggest {
    case .given(let answer)?: parts.append("suggest: \(answer ? "yes" : "no")")
    case .declined?: parts.append("suggest: declined")
    case nil: break
    }
    switch consent.share {
    case .all(let answer)?: parts.append("share: \(answer ? "yes" : "no")")
    case .with(let types)?: parts.append("share: \(list(types.map(scalar)))")
    case .declined?: parts.append("share: declined")
    case nil: break
    }
    return parts.isEmpty ? nil : "{\(parts.joined(separator: ", "))}"
  }

  private static func event(_ event: Profile.Event) -> String {
    let date = event.date.map { ", date: \($0)" } ?? ""
    return "{support: \(scalar(event.support)), outcome: \(event.outcome.rawValue)\(date)}"
  }

  private static func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

  /// Plain words stand as they are; anything else in quotes.
  static func text(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " -,".contains($0)) }
    return isPlain && text.contains(" ") && text.first?.isLetter == true ? text : scalar(text)
  }

  /// Ids stand as they are; anything else in quotes.
  static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.utf8.allSatisfy { $0 >= 97 && $0 <= 122 || $0 >= 65 && $0 <= 90 || $0 >= 48 && $0 <= 57 || $0 == 45 }
    let isSafe = isPlain && text.utf8.first.map { $0 >= 97 && $0 <= 122 || $0 >= 65 && $0 <= 90 } == true
    guard !isSafe else { return text }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}
