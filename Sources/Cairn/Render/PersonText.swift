/// One person's part of the page: who they are, what comes first, their pathways, what to ask, what is not suggested.
struct PersonText {
  let context: AdviceContext
  let options: AdviceText.Options
  /// Whether others follow, so that a count of one's own says something.
  let isOneOfSeveral: Bool

  private var advice: Advice { context.advice }
  private var profile: Profile { context.profile }

  func draw(on page: inout Page) {
    title(on: &page)
    escalations(on: &page)
    standing(on: &page)
    for pathway in advice.pathways { PathwayText(pathway: pathway, context: context, options: options).draw(on: &page) }
    anywhere(on: &page)
    questions(on: &page)
    notSuggested(on: &page)
    problems(on: &page)
    guard isOneOfSeveral else { return }
    page.gap()
    page.add(.faint(PlainWords.capitalized(Counts(advice).inWords) + "."), first: "  ")
  }

  // MARK: - Who, and what comes first

  private func title(on page: inout Page) {
    page.gap()
    page.add("")
    let name = StyledText(profile.id.uppercased(), .accent) + (context.age.map { ", \($0)" } ?? "") + " "
    page.add(name + .faint(String(repeating: "─", count: max(3, page.width - name.width))))
    if let about = profile.about { page.add(StyledText(about), first: "") }
    page.gap()
  }

  private func escalations(on page: inout Page) {
    let bar = StyledText("  ┃ ", .error)
    for escalation in advice.escalate {
      let label = StyledText("FIRST  ", .error)
      let rest = bar + .spaces(7)
      var isFirst = true
      for text in spoken(escalation) {
        page.add(text, first: isFirst ? bar + label : rest, rest: rest)
        isFirst = false
      }
      page.gap()
    }
  }

  private func spoken(_ escalation: Advice.Escalation) -> [StyledText] {
    let stop = context.ruleSet.safeguards.first { $0.id == escalation.safeguard }?.stop
    let name = context.name(ofSafeguard: escalation.safeguard)
    let named = name == escalation.safeguard ? "safeguard \(name)" : name
    return [
      escalation.say.practitioner.isEmpty ? nil : StyledText.strong(escalation.say.practitioner),
      escalation.say.person.isEmpty ? nil : StyledText("To the person: “\(escalation.say.person)”"),
      .faint("\(named): \(Self.inWords(stop, context))"),
    ].compactMap { $0 }
  }

  static func inWords(_ stop: RuleSet.Stop?, _ context: AdviceContext) -> String {
    switch stop {
    case .everything: return "nothing is suggested until it is cleared"
    case .exceptServesCrisis: return "until it is cleared, only what serves people in a crisis is suggested"
    case .supports(let indices):
      let ids = indices.sorted().filter(context.ruleSet.supports.indices.contains).map { context.ruleSet.supports[$0].manifest.id }
      return "stops " + PlainWords.list(ids.map(context.title(ofSupport:)))
    case .nothing, nil: return "stops nothing"
    }
  }

  private func standing(on page: inout Page) {
    if let carerOf = profile.carerOf { row("carer of", StyledText(carerOf), on: &page) }
    if !profile.goals.isEmpty {
      row(profile.goals.count == 1 ? "goal" : "goals", StyledText(profile.goals.joined(separator: "; ")), on: &page)
    }
    if let (text, note) = safety { row("safety", text, note: note, on: &page) }
    row("consent", StyledText(context.consentInWords), note: context.ask([AdviceContext.suggestFact, AdviceContext.shareFact]), on: &page)
    page.gap()
  }

  /// Nothing is said where the box above has said it, or where the rulebook has no safeguards to ask about.
  private var safety: (StyledText, note: String?)? {
    if advice.checkFirst != nil {
      let facts = advice.questions.filter(\.safety).map(\.fact)
      let titles = context.uncheckedSafety
      return (StyledText("check first" + (titles.isEmpty ? "" : ": \(PlainWords.list(titles))"), .warning), context.ask(facts))
    }
    guard advice.escalate.isEmpty, !context.ruleSet.safeguards.isEmpty else { return nil }
    return ("asked, no concern", nil)
  }

  private func row(_ label: String, _ text: StyledText, note: String? = nil, on page: inout Page) {
    let first = "  " + StyledText.faint(label).padded(to: 10)
    page.add(text, note: note.map { StyledText($0, .warning) }, first: first)
  }

  // MARK: - What is suggested at no step

  private func anywhere(on page: inout Page) {
    let insertions = context.insertions(at: nil, all: options.all)
    guard !insertions.isEmpty || advice.pathways.isEmpty else { return }
    page.gap()
    page.add(.strong(advice.pathways.isEmpty ? "On no pathway" : "At no step in particular"), first: "  ")
    for insertion in insertions {
      InsertionText(insertion: insertion, options: options).draw(on: &page, first: "  ", rest: "  ")
    }
    if insertions.isEmpty, advice.escalate.isEmpty { page.add("Nothing known about them speaks for a suggestion.", first: "  ") }
  }

  // MARK: - What to ask

  private func questions(on page: inout Page) {
    guard !advice.questions.isEmpty else { return }
    page.gap()
    page.add(.strong("Ask next"), first: "  ")
    for (index, question) in advice.questions.enumerated() {
      let number = StyledText("\(index + 1)", .warning)
      page.add(StyledText(question.ask), note: .faint(context.effect(of: question)), first: "  " + number.padded(to: 4))
    }
  }

  // MARK: - What is not

  private func notSuggested(on page: inout Page) {
    let rest = NotSuggestedWords(context: context, all: options.all)
    guard !rest.lines.isEmpty || rest.remainder != nil else { return }
    page.gap()
    page.add(.strong("Not suggested"), first: "  ")
    for line in rest.lines { page.add(.strong(line.subject) + ": \(line.why)", first: "  ", rest: "    ") }
    if let remainder = rest.remainder { page.add(.faint(remainder), note: .faint("list: --all"), first: "  ", rest: "    ") }
  }

  private func problems(on page: inout Page) {
    guard !advice.problems.isEmpty else { return }
    page.gap()
    page.add(.strong("Could not be used as given"), first: "  ")
    for problem in advice.problems {
      let text = StyledText("\(problem.fact): \(PlainWords.withLongDates(problem.detail))")
      page.add(text, note: problem.source.map { .faint($0) }, first: "  ", rest: "    ")
    }
  }
}
