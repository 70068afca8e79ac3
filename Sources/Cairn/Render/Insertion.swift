/// What stands at a step: a suggestion, a look that is asked of a practitioner, or a rule that waits for an answer.
struct Insertion {
  enum Kind { case suggested, flagged, waiting }

  var kind: Kind
  /// `self-refer`, `look`.
  var verb: String
  var title: String
  /// At the right edge, as `ask 1`.
  var note: String?
  /// Why, and what else a reader must know.
  var body: [String] = []
  /// What a reader may want to know: grade, dates, rules.
  var details: [String] = []
}

extension AdviceContext {
  /// Everything at one step, or with nil what applies anywhere: suggestions first, in the engine's order.
  func insertions(at spot: Spot?, all: Bool) -> [Insertion] {
    let here = { (pathway: String?, step: String?) in pathway == spot?.pathway && step == spot?.step }
    let suggestions = advice.suggestions.filter { here($0.pathway, $0.step) }
    let waiting = advice.undecided.filter { here($0.pathway, $0.step) && ($0.live || all) }
    let suggested = Set(suggestions.map(\.support))
    return suggestions.map { suggestion in
      insertion(suggestion, alsoWaiting: waiting.filter { $0.support == suggestion.support }, all: all)
    }
      + advice.flags.filter { here($0.pathway, $0.step) }.map(insertion(_:))
      + groups(waiting.filter { $0.support.map { !suggested.contains($0) } ?? true }).map(insertion(_:))
  }

  private func insertion(_ suggestion: Advice.Suggestion, alsoWaiting: [Advice.Undecided], all: Bool) -> Insertion {
    var result = Insertion(kind: .suggested, verb: suggestion.verb.rawValue, title: suggestion.title)
    result.note = note(suggestion)
    result.body = [PlainWords.sentence(suggestion.because)] + [softened(suggestion), timing(suggestion)].compactMap { $0 }
    result.body += suggestion.cautions.map { "Mind: " + PlainWords.withLongDates(PlainWords.sentence($0)) }
    if all { result.body += everything(suggestion) }
    result.details = details(suggestion)
    if !alsoWaiting.isEmpty {
      let more = PlainWords.count(alsoWaiting.count, "more rule")
      let asks = ask(alsoWaiting.flatMap(\.needs)).map { ": " + $0 } ?? ""
      result.details.append("\(more) may speak for it\(asks)")
    }
    return result
  }

  private func insertion(_ flag: Advice.Flag) -> Insertion {
    Insertion(
      kind: .flagged, verb: Verb.flag.rawValue, title: flag.say, body: [PlainWords.sentence(flag.because)],
      details: ["rule \(flag.rule)"])
  }

  /// Rules that wait with one support and verb at one step, as one.
  private func groups(_ waiting: [Advice.Undecided]) -> [[Advice.Undecided]] {
    var order: [String] = []
    var groups: [String: [Advice.Undecided]] = [:]
    for entry in waiting {
      let key = entry.support.map { "\(entry.verb.rawValue) \($0)" } ?? "flag \(entry.rules.first ?? "")"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    return order.compactMap { groups[$0] }
  }

  private func insertion(_ waiting: [Advice.Undecided]) -> Insertion {
    let rules = waiting.flatMap(\.rules)
    var result = Insertion(kind: .waiting, verb: waiting.first?.verb.rawValue ?? "", title: "")
    result.title = waiting.first?.support.map(title(ofSupport:)) ?? rules.first.map(title(ofRule:)) ?? ""
    result.note = ask(waiting.flatMap(\.needs))
    for entry in waiting {
      guard let rule = entry.rules.first else { continue }
      let why = entry.support == nil ? "" : PlainWords.sentence(title(ofRule: rule)) + " "
      result.body.append(why + waitsFor(entry))
    }
    result.details = [(rules.count == 1 ? "rule " : "rules ") + rules.joined(separator: ", ")]
    return result
  }

  /// `Not known: walking. Asked, and not answered: loneliness.`
  func waitsFor(_ entry: Advice.Undecided) -> String {
    let needs = titles(ofFacts: entry.needs)
    let declined = titles(ofFacts: entry.declined)
    return [
      needs.isEmpty ? nil : "Not known: \(PlainWords.list(needs)).",
      declined.isEmpty ? nil : "Asked, and not answered: \(PlainWords.list(declined)).",
    ].compactMap { $0 }.joined(separator: " ")
  }
}

// MARK: - What is said of a suggestion

extension AdviceContext {
  private func note(_ suggestion: Advice.Suggestion) -> String? {
    if suggestion.late { return "late" }
    if let from = suggestion.from { return "from " + PlainWords.date(from) }
    return waitsForConsent(suggestion) ? ask([Self.shareFact]) : nil
  }

  /// Whether the verb was softened for want of an answer, and not for a refusal or another reason.
  private func waitsForConsent(_ suggestion: Advice.Suggestion) -> Bool {
    guard let before = suggestion.softenedFrom, before.sharesData else { return false }
    switch sharing(with: suggestion.support) {
    case .unasked: return true
    case .agreed, .refused, .declined: return false
    }
  }

  private func softened(_ suggestion: Advice.Suggestion) -> String? {
    guard let before = suggestion.softenedFrom else { return nil }
    let verb = "*\(before.rawValue)*"
    switch sharing(with: suggestion.support) {
    case .unasked: return "Becomes \(verb) if they agree that their details are passed on."
    case .refused: return "Would be \(verb), but their details may not be passed on."
    case .declined: return "Would be \(verb), but whether their details may be passed on was asked, and not answered."
    case .agreed: return "Softened from \(verb)."
    }
  }

  private func timing(_ suggestion: Advice.Suggestion) -> String? {
    guard let by = suggestion.by else { return nil }
    return suggestion.late ? "It was meant to be said by \(PlainWords.date(by))." : "Best said by \(PlainWords.date(by))."
  }

  private func details(_ suggestion: Advice.Suggestion) -> [String] {
    var details = [bestGrade(suggestion.evidence).map { "evidence \($0)" } ?? "no evidence named"]
    if let until = suggestion.holdsUntil { details.append("holds until \(PlainWords.date(until))") }
    if suggestion.gap { details.append("nothing local yet") }
    if !suggestion.alsoAt.isEmpty {
      details.append("also " + PlainWords.list(suggestion.alsoAt.map { place($0.pathway, $0.step) }))
    }
    details.append((suggestion.rules.count == 1 ? "rule " : "rules ") + suggestion.rules.joined(separator: ", "))
    return details
  }

  func bestGrade(_ evidence: [Evidence]) -> String? {
    Evidence.grades.first { grade in evidence.contains { $0.grade == grade } }
  }

  private func everything(_ suggestion: Advice.Suggestion) -> [String] {
    [
      suggestion.say.person.isEmpty ? nil : "To the person: “\(suggestion.say.person)”",
      suggestion.say.practitioner.isEmpty ? nil : "To the practitioner: “\(suggestion.say.practitioner)”",
      suggestion.benefits.isEmpty ? nil : "May help: \(suggestion.benefits.joined(separator: " "))",
      suggestion.risks.isEmpty ? nil : "May go wrong: \(suggestion.risks.joined(separator: " "))",
    ].compactMap { $0 }
      + suggestion.evidence.map { evidence in
        let limits = evidence.limits.map { " " + PlainWords.sentence($0) } ?? ""
        return "Evidence, \(evidence.grade): \(PlainWords.sentence(evidence.source))\(limits)"
      }
  }
}
