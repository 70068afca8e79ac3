/// What is said of a suggestion, beside its verb and its title.
extension AdviceContext {
  func note(_ suggestion: Advice.Suggestion) -> String? {
    if suggestion.late { return "late" }
    if let from = suggestion.from { return "from " + PlainWords.date(from) }
    return waitsForConsent(suggestion) ? ask([Self.shareFact]) : nil
  }

  /// Whether the verb was softened for want of an answer, and not for a refusal or another reason.
  private func waitsForConsent(_ suggestion: Advice.Suggestion) -> Bool {
    guard suggestion.withConsent != nil else { return false }
    switch sharing(with: suggestion.support) {
    case .unasked: return true
    case .agreed, .refused, .declined: return false
    }
  }

  func softened(_ suggestion: Advice.Suggestion) -> String? {
    guard let before = suggestion.withConsent else { return nil }
    let verb = "*\(before.rawValue)*"
    switch sharing(with: suggestion.support) {
    case .unasked: return "Becomes \(verb) if they agree to share their details."
    case .refused: return "Would be \(verb), but their details may not be shared."
    case .declined: return "Would be \(verb), but sharing their details was asked, and not answered."
    case .agreed: return "Softened from \(verb)."
    }
  }

  func timing(_ suggestion: Advice.Suggestion) -> String? { timing(by: suggestion.by, late: suggestion.late) }

  func timing(by: CalendarDate?, late: Bool) -> String? {
    guard let by else { return nil }
    return late ? "It was meant to be said by \(PlainWords.date(by))." : "Best said by \(PlainWords.date(by))."
  }

  func details(_ suggestion: Advice.Suggestion) -> [String] {
    var details = [Self.grade(of: evidence(of: suggestion))]
    if let until = suggestion.holdsUntil { details.append("holds until \(PlainWords.date(until))") }
    if !suggestion.alsoAt.isEmpty {
      details.append("also at " + PlainWords.list(suggestion.alsoAt.map { name(ofStep: $0.step, on: $0.pathway) }))
    }
    details.append((suggestion.rules.count == 1 ? "rule " : "rules ") + suggestion.rules.joined(separator: ", "))
    return details
  }

  /// What the rules behind a suggestion rest on, and what its support type does.
  private func evidence(of suggestion: Advice.Suggestion) -> (rules: [Evidence], support: [Evidence]) {
    let ofRules = suggestion.rules.compactMap(rule(_:)).flatMap(\.evidence)
    return (suggestion.evidence.filter(ofRules.contains), suggestion.evidence.filter { !ofRules.contains($0) })
  }

  /// The best grade; where the rules gave none, whose it is.
  private static func grade(of evidence: (rules: [Evidence], support: [Evidence])) -> String {
    if let grade = evidence.rules.bestGrade { return "evidence \(grade)" }
    return evidence.support.bestGrade.map { "evidence of the support type: \($0)" } ?? "no evidence named"
  }

  func everything(_ suggestion: Advice.Suggestion) -> [String] {
    [
      suggestion.say.person.isEmpty ? nil : "To the person: “\(suggestion.say.person)”",
      suggestion.say.practitioner.isEmpty ? nil : "To the practitioner: “\(suggestion.say.practitioner)”",
      suggestion.benefits.isEmpty ? nil : "May help: \(suggestion.benefits.joined(separator: " "))",
      suggestion.risks.isEmpty ? nil : "May go wrong: \(suggestion.risks.joined(separator: " "))",
    ].compactMap { $0 }
      + evidence(of: suggestion).rules.map { "Evidence, \(Self.told($0))" }
      + evidence(of: suggestion).support.map { "Evidence of the support type, \(Self.told($0))" }
  }

  private static func told(_ evidence: Evidence) -> String {
    let limits = evidence.limits.map { " " + PlainWords.sentence($0) } ?? ""
    return "\(evidence.grade): \(PlainWords.sentence(evidence.source))\(limits)"
  }
}

extension [Evidence] {
  /// The best grade of several pieces; nil of none.
  package var bestGrade: String? { Evidence.grades.first { grade in contains { $0.grade == grade } } }
}
