/// What `cairn dry-run` shows: the advice for each person, drawn along their pathways.
package struct AdviceText {
  package struct Options: Sendable {
    package var width = 80
    package var color = false
    /// Also what is said, what it rests on, and rules that nothing speaks for.
    package var all = false
    package var showsSensitive = false
    /// The rulebook as the command line names it; nil where it is the default.
    package var rulebookPath: String?
    /// What the command line calls each person, in order; their ids where nothing is given.
    package var profileNames: [String] = []

    package init() {}
  }

  let ruleSet: RuleSet
  let asOf: CalendarDate
  let options: Options

  package init(_ ruleSet: RuleSet, asOf: CalendarDate, options: Options = Options()) {
    self.ruleSet = ruleSet
    self.asOf = asOf
    self.options = options
  }

  package func draw(_ results: [(profile: Profile, advice: Advice)]) -> String {
    var page = Page(width: options.width)
    page.add(header(ruleSet, asOf: asOf), first: "")
    let rules = ruleSet.ruleNames
    let contexts = results.map {
      AdviceContext(profile: $0.profile, advice: $0.advice, ruleSet: ruleSet, rules: rules, showsSensitive: options.showsSensitive)
    }
    for context in contexts {
      PersonText(context: context, options: options, isOneOfSeveral: contexts.count > 1).draw(on: &page)
    }
    page.gap()
    // A narrower page has no room for the columns.
    if contexts.count > 1, page.width >= 64 { table(contexts, on: &page) }
    totals(contexts, on: &page)
    if let command = nextCommand(contexts) { draw(command, on: &page) }
    return page.drawn(color: options.color)
  }

  private func totals(_ contexts: [AdviceContext], on page: inout Page) {
    let counts = contexts.map { Counts($0.advice) }
    var total = Counts()
    for count in counts { total.add(count) }
    let pathways = Set(contexts.flatMap { $0.advice.pathways.map(\.pathway) }).count
    let people = PlainWords.count(contexts.count, "person", "people")
    let on = pathways == 0 ? "" : " on \(PlainWords.count(pathways, "pathway"))"
    page.add(.strong("\(people)\(on): ") + "\(total.inWords).", first: "")
  }

  /// One line a person, so that a long list can be compared at a glance.
  private func table(_ contexts: [AdviceContext], on page: inout Page) {
    let columns = ["now", "ahead", "anywhere", "waiting", "to ask"]
    let name = min(contexts.map { StyledText($0.profile.id).width }.max() ?? 0, page.width - 54)
    page.add(.spaces(name + 2) + .faint(columns.map { Self.right($0, 9) }.joined()))
    for context in contexts {
      let counts = Counts(context.advice)
      let numbers = [counts.now, counts.ahead, counts.anywhere, counts.waiting, counts.questions]
      let cells = numbers.map { Self.right($0 == 0 ? "·" : "\($0)", 9) }.joined()
      let first = counts.escalations > 0 ? StyledText("  first", .error) : StyledText()
      let id = StyledText(context.profile.id).wrapped(to: max(name, 1)).first ?? ""
      page.add(id.padded(to: name + 2) + StyledText(cells) + first)
    }
    page.gap()
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// On a line of its own where it would not fit, so that it can be copied whole.
  private func draw(_ command: String, on page: inout Page) {
    let words = "Why, or why not:"
    if StyledText("\(words) \(command)").width <= page.width {
      page.add(.faint("\(words) \(command)"))
    } else {
      page.add(.faint(words))
      page.add(.faint(command), first: "  ")
    }
  }

  /// A command that answers the question a reader is most likely to have next.
  private func nextCommand(_ contexts: [AdviceContext]) -> String? {
    for (index, context) in contexts.enumerated() {
      let advice = context.advice
      let support =
        advice.undecided.first { $0.live && $0.support != nil }?.support
        ?? advice.notSuggested.first { $0.support != nil && $0.isSpokenFor }?.support ?? advice.suggestions.first?.support
        ?? advice.notSuggested.first { $0.support != nil }?.support
      guard let support else { continue }
      let path = options.rulebookPath.map { " \($0)" } ?? ""
      let name = options.profileNames.indices.contains(index) ? options.profileNames[index] : context.profile.id
      return "cairn explain\(path) --profile \(name) --support \(support)"
    }
    return nil
  }
}

/// `Peer and community support 2026.11, as of 22 November 2026`.
package func header(_ ruleSet: RuleSet, asOf: CalendarDate) -> StyledText {
  let name = [ruleSet.title.text(in: ruleSet.language), ruleSet.version].filter { !$0.isEmpty }.joined(separator: " ")
  return .strong(name) + ", as of \(PlainWords.date(asOf))"
}

/// How much there is of everything in one advice, or in several.
struct Counts {
  var now = 0
  var ahead = 0
  var anywhere = 0
  var flags = 0
  var waiting = 0
  var questions = 0
  var escalations = 0

  init() {}

  init(_ advice: Advice) {
    now = advice.suggestions.count { $0.timing == .now }
    ahead = advice.suggestions.count { $0.timing == .ahead }
    anywhere = advice.suggestions.count { $0.timing == .anywhere }
    flags = advice.flags.count
    waiting = advice.undecided.count { $0.live }
    questions = advice.questions.count
    escalations = advice.escalate.count
  }

  mutating func add(_ other: Counts) {
    now += other.now
    ahead += other.ahead
    anywhere += other.anywhere
    flags += other.flags
    waiting += other.waiting
    questions += other.questions
    escalations += other.escalations
  }

  /// `3 suggestions now, 2 ahead, 2 rules wait for an answer`.
  var inWords: String {
    let places = [(now, "now"), (ahead, "ahead"), (anywhere, "anywhere")].filter { $0.0 > 0 }
    var parts = places.enumerated().map { index, part in
      index == 0 ? "\(PlainWords.count(part.0, "suggestion")) \(part.1)" : "\(part.0)\u{A0}\(part.1)"
    }
    if parts.isEmpty { parts.append("nothing suggested") }
    if flags > 0 { parts.append("\(PlainWords.count(flags, "flag"))") }
    if waiting > 0 { parts.append(PlainWords.count(waiting, "rule waits", "rules wait") + " for an answer") }
    if questions > 0 { parts.append(PlainWords.count(questions, "question")) }
    if escalations > 0 { parts.append("\(PlainWords.count(escalations, "escalation"))") }
    return parts.joined(separator: ", ")
  }
}
