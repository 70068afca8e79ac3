/// What stands at a step: a suggestion, a look that is asked of a practitioner, or a rule that waits for an answer.
package struct Insertion {
  package enum Kind { case suggested, flagged, notDue, waiting }

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

extension Insertion {
  package init(_ kind: Kind, verb: String, title: String, note: String?, body: [String], details: [String]) {
    self.init(kind: kind, verb: verb, title: title, note: note, body: body, details: details)
  }
}

extension AdviceContext {
  /// Everything at one step, or with nil what applies anywhere: suggestions first, in the engine's order.
  func insertions(at spot: Spot?, all: Bool) -> [Insertion] {
    let here = { (pathway: String?, step: String?) in pathway == spot?.pathway && step == spot?.step }
    let suggestions = advice.suggestions.filter { here($0.pathway, $0.step) }
    let waiting = advice.undecided.filter { here($0.pathway, $0.step) && ($0.live || all) }
    let suggested = Set(suggestions.map { Subject(support: $0.support, parameters: $0.parameters) })
    return suggestions.map { suggestion in
      let subject = Subject(support: suggestion.support, parameters: suggestion.parameters)
      return insertion(suggestion, alsoWaiting: waiting.filter { self.subject(of: $0) == subject }, all: all)
    }
      + advice.flags.filter { here($0.pathway, $0.step) }.map(insertion(_:))
      + advice.flagsNotDue.filter { here($0.pathway, $0.step) }.map(notDue(_:))
      + groups(waiting.filter { entry in subject(of: entry).map { !suggested.contains($0) } ?? true }).map { insertion($0, all: all) }
  }

  /// What merges into one suggestion: a support type with what its rule gives for `with:`.
  private struct Subject: Hashable {
    var support: String
    var parameters: Parameters
  }

  private func subject(of entry: Advice.Undecided) -> Subject? {
    entry.support.map { Subject(support: $0, parameters: parameters(ofRule: entry.rules.first)) }
  }

  private func parameters(ofRule id: String?) -> Parameters {
    guard let rule = id.flatMap(rule(_:)), case .suggest(_, _, let parameters) = rule.action else {
      return Parameters()
    }
    return parameters
  }

  private func insertion(_ suggestion: Advice.Suggestion, alsoWaiting: [Advice.Undecided], all: Bool) -> Insertion {
    var result = Insertion(kind: .suggested, verb: suggestion.verb.rawValue, title: suggestion.title + suggestion.parameters.inTitle)
    result.note = note(suggestion)
    result.body = [PlainWords.sentence(suggestion.because)] + [softened(suggestion), timing(suggestion)].compactMap { $0 }
    result.body +=
      OfferLines(
        suggestion.offers, leftOut: suggestion.offersLeftOut, verb: suggestion.verb, said: suggestion.cautions, all: all, self
      ).lines + PackageLines(items: suggestion.package, all: all, context: self).lines
    result.body += suggestion.cautions.map { caution in
      caution == Wording.gap
        ? PlainWords.sentence(PlainWords.capitalized(caution)) : "Mind: " + PlainWords.withLongDates(PlainWords.sentence(caution))
    }
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
      kind: .flagged, verb: Verb.flag.rawValue, title: flag.say, note: flag.late ? "late" : flag.from.map { "from " + PlainWords.date($0) },
      body: [PlainWords.sentence(flag.because)] + [timing(by: flag.by, late: flag.late)].compactMap { $0 }
        + flag.cautions.map { "Mind: " + PlainWords.inSentence(PlainWords.sentence($0)) },
      details: ["rule \(flag.rule)"])
  }

  /// What it says and why is not so yet, so that neither is said as if it were.
  private func notDue(_ flag: Advice.Flag) -> Insertion {
    Insertion(
      kind: .notDue, verb: Verb.flag.rawValue, title: flag.say, note: "not due", body: ["No flag yet: \(notDueUntil(flag))."],
      details: ["rule \(flag.rule)"])
  }

  /// `not due until 3 May 2027`, or until some time after a step to come.
  func notDueUntil(_ flag: Advice.Flag) -> String {
    if let from = flag.from { return "not due until \(PlainWords.date(from))" }
    return "not due until \(flag.dueAfter.map { "\($0) after " } ?? "")the step is reached"
  }

  /// Rules that wait with one verb and one subject at one step, as one; a rule that flags stands alone.
  private func groups(_ waiting: [Advice.Undecided]) -> [[Advice.Undecided]] {
    struct Key: Hashable {
      var verb: Verb
      var subject: Subject?
      var flag: String?
    }
    var order: [Key] = []
    var groups: [Key: [Advice.Undecided]] = [:]
    for entry in waiting {
      let subject = subject(of: entry)
      let key = Key(verb: entry.verb, subject: subject, flag: subject == nil ? entry.rules.first : nil)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    return order.compactMap { groups[$0] }
  }

  /// Of many rules that wait for one thing the first few are told, as what settles one often settles others.
  private static let mostWaiting = 5

  private func insertion(_ waiting: [Advice.Undecided], all: Bool) -> Insertion {
    let told = all || waiting.count <= Self.mostWaiting + 1 ? waiting : Array(waiting.prefix(Self.mostWaiting))
    let rules = told.flatMap(\.rules)
    var result = Insertion(kind: .waiting, verb: waiting.first?.verb.rawValue ?? "", title: "")
    if let subject = waiting.first.flatMap(subject(of:)) {
      result.title = title(ofSupport: subject.support) + subject.parameters.inTitle
    } else {
      result.title = rules.first.map(title(ofRule:)) ?? ""
    }
    result.note = ask(waiting.flatMap(\.needs))
    for entry in told {
      guard let rule = entry.rules.first else { continue }
      let why = entry.support == nil ? "" : PlainWords.sentence(title(ofRule: rule)) + " "
      result.body.append(why + waitsFor(entry))
    }
    let left = waiting.count - told.count
    if left > 0 { result.body.append("\(PlainWords.count(left, "more rule")) may speak for it, listed by --all.") }
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

extension Parameters {
  /// What a rule gives for `with:`, after the support's title: `: condition`; empty where it gives nothing.
  package var inTitle: String {
    let words = arguments.map { argument in
      switch argument.value {
      case .text(let text): PlainWords.spaced(text)
      case .number(let number): "\(PlainWords.spaced(argument.name)) \(number)"
      case .boolean(let isSo): (isSo ? "" : "not ") + PlainWords.spaced(argument.name)
      case .list(let items): PlainWords.list(items.map(PlainWords.spaced))
      }
    }
    return words.isEmpty ? "" : ": " + words.joined(separator: ", ")
  }
}
