/// Advice as Markdown, to paste into a document or a pull request: the same parts in the same order as the text.
package struct AdviceMarkdown {
  private let ruleSet: RuleSet
  private let asOf: CalendarDate
  private let all: Bool
  private let showsSensitive: Bool
  private var lines: [String] = []

  package static func draw(
    _ results: [(profile: Profile, advice: Advice)], ruleSet: RuleSet, asOf: CalendarDate, all: Bool = false, showsSensitive: Bool = false
  ) -> String {
    var markdown = AdviceMarkdown(ruleSet: ruleSet, asOf: asOf, all: all, showsSensitive: showsSensitive)
    markdown.draw(results)
    return markdown.lines.joined(separator: "\n") + "\n"
  }

  private init(ruleSet: RuleSet, asOf: CalendarDate, all: Bool, showsSensitive: Bool) {
    self.ruleSet = ruleSet
    self.asOf = asOf
    self.all = all
    self.showsSensitive = showsSensitive
  }

  private mutating func draw(_ results: [(profile: Profile, advice: Advice)]) {
    let name = [ruleSet.title.text(in: ruleSet.language), ruleSet.version].filter { !$0.isEmpty }.joined(separator: " ")
    lines += ["# \(escaped(name))", "", "As of \(MarkdownWords.date(asOf))."]
    let rules = ruleSet.ruleNames
    for (profile, advice) in results {
      draw(AdviceContext(profile: profile, advice: advice, ruleSet: ruleSet, rules: rules, showsSensitive: showsSensitive))
    }
  }

  private func escaped(_ text: String) -> String { MarkdownWords.escaped(text) }

  private mutating func heading(_ level: Int, _ text: String) {
    lines += ["", "\(String(repeating: "#", count: level)) \(escaped(text))", ""]
  }

  private mutating func draw(_ context: AdviceContext) {
    let advice = context.advice
    heading(2, context.profile.id)
    let about = [context.profile.about, context.age.map { "aged \($0)" }].compactMap { $0 }.joined(separator: ", ")
    if !about.isEmpty { lines += [PlainWords.sentence(escaped(about)), ""] }
    for escalation in advice.escalate { draw(escalation, context) }
    if !context.profile.goals.isEmpty { lines.append("- **Goals:** \(escaped(context.profile.goals.joined(separator: "; ")))") }
    if advice.checkFirst != nil {
      let titles = context.uncheckedSafety
      lines.append("- **Check first:** \(titles.isEmpty ? "safety is not known" : escaped(PlainWords.list(titles)))")
    }
    lines.append("- **Consent:** \(escaped(context.consentInWords))")
    for pathway in advice.pathways { draw(pathway, context) }
    drawAnywhere(context)
    drawRest(context)
  }

  private mutating func draw(_ escalation: Advice.Escalation, _ context: AdviceContext) {
    var parts = ["> **First** (\(escaped(context.name(ofSafeguard: escalation.safeguard))))"]
    if !escalation.say.practitioner.isEmpty { parts.append("> \(escaped(escalation.say.practitioner))") }
    if !escalation.say.person.isEmpty { parts.append("> To the person: “\(escaped(escalation.say.person))”") }
    lines += [parts.joined(separator: "\n>\n"), ""]
  }

  private mutating func draw(_ pathway: Advice.PathwayPlace, _ context: AdviceContext) {
    heading(3, pathway.title)
    for step in pathway.steps {
      let title = step.relation == .now ? "**\(escaped(step.title))**" : escaped(step.title)
      lines.append("- \(title) — \(MarkdownWords.place(step, asOf: asOf))")
      let spot = AdviceContext.Spot(pathway: pathway.pathway, step: step.step)
      for insertion in context.insertions(at: spot, all: all) { draw(insertion, indent: "  ") }
    }
  }

  private mutating func draw(_ insertion: Insertion, indent: String) {
    let mark =
      switch insertion.kind {
      case .suggested: "▸"
      case .flagged: "!"
      case .notDue: "·"
      case .waiting: "?"
      }
    let note = insertion.note.map { " *(\(escaped($0)))*" } ?? ""
    var parts = ["\(mark) \(insertion.verb) **\(escaped(insertion.title))**\(note)"] + insertion.body.map(escaped)
    if !insertion.details.isEmpty { parts.append("*\(escaped(insertion.details.joined(separator: " · ")))*") }
    // A backslash at the end of a line breaks it within the item.
    lines.append("\(indent)- " + parts.joined(separator: "\\\n\(indent)  "))
  }

  private mutating func drawAnywhere(_ context: AdviceContext) {
    let insertions = context.insertions(at: nil, all: all)
    guard !insertions.isEmpty else { return }
    heading(3, context.advice.pathways.isEmpty ? "On no pathway" : "At no step in particular")
    for insertion in insertions { draw(insertion, indent: "") }
  }

  private mutating func drawRest(_ context: AdviceContext) {
    if !context.advice.questions.isEmpty {
      heading(3, "Ask next")
      for (index, question) in context.advice.questions.enumerated() {
        lines.append("\(index + 1). \(escaped(question.ask)) *(\(escaped(context.effect(of: question))))*")
      }
    }
    let rest = NotSuggestedWords(context: context, all: all)
    if !rest.lines.isEmpty || rest.remainder != nil {
      heading(3, "Not suggested")
      for line in rest.lines { lines.append("- **\(escaped(line.subject)):** \(escaped(line.why))") }
      if let remainder = rest.remainder { lines.append("- \(escaped(remainder))") }
    }
    if !context.advice.problems.isEmpty {
      heading(3, "Could not be used as given")
      for problem in context.advice.problems {
        let source = problem.source.map { " (\(escaped($0)))" } ?? ""
        lines.append("- \(escaped(problem.fact)): \(escaped(problem.detail))\(source)")
      }
    }
  }
}

package enum MarkdownWords {
  /// What goes into a line of Markdown, spaces ordinary.
  package static func escaped(_ text: String) -> String { Escaping.markdown(plain(text)) }

  package static func date(_ date: CalendarDate) -> String { plain(PlainWords.date(date)) }

  private static func plain(_ text: String) -> String { String(text.map { $0 == "\u{A0}" ? " " : $0 }) }

  /// `now, since 20 July: 17 weeks`.
  static func place(_ step: Advice.StepPlace, asOf: CalendarDate) -> String {
    let words = PlainWords.place(of: step, asOf: asOf)
    return escaped(words.lead) == "now" ? "**now**\(escaped(words.rest))" : escaped(words.lead + words.rest)
  }
}
