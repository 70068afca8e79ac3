/// One rule as it was judged for one person: where it speaks, and each condition with the value it met and where that was written.
struct RuleText {
  let rule: RuleSet.Rule
  let explanation: Explanation
  let context: AdviceContext
  let facts: Facts
  let whereabouts: Whereabouts
  /// Where it applies to the person, the earliest first.
  let places: [RulePlace]

  init(_ rule: Int, _ explanation: Explanation, _ context: AdviceContext, _ facts: Facts, _ places: RulePlaces) {
    whereabouts = places.whereabouts
    self.places = places[rule]
    self.rule = context.ruleSet.rules[rule]
    self.explanation = explanation
    self.context = context
    self.facts = facts
  }

  var ruleSet: RuleSet { context.ruleSet }

  func draw(on page: inout Page) {
    page.gap()
    let title = Self.mark(verdict) + .strong(rule.title.text(in: context.language)) + .faint(" (\(rule.id))")
    let line = rule.declaredAt.source.line(of: rule.declaredAt.start).number
    page.add(title, note: .faint("\(rule.declaredAt.source.path):\(line)"), first: "  ")
    if let who = answering { page.add(.faint(who), first: "    ") }
    var groups = [("at", placement)].compactMap { title, lines in lines.map { (title, $0) } }
    groups += conditions
    for (index, group) in groups.enumerated() {
      let isLast = index == groups.count - 1
      page.add(.faint(group.0), first: .faint(isLast ? "  ╰─ " : "  ├─ "))
      for line in group.1 { draw(line, rail: .faint(isLast ? "     " : "  │  "), on: &page) }
    }
  }

  /// Whether it applies: its conditions and its place together.
  var verdict: Truth { Truth.all([explanation.verdict, Truth.any(places.map(\.truth))]) }

  /// Who answers for the rule, and by when somebody should look again.
  private var answering: String? {
    let review = rule.reviewBy.map { date in
      (date.last < context.asOf ? "was to be looked at again by " : "to be looked at again by ") + PlainWords.date(date, near: context.asOf)
    }
    guard let owner = rule.owner else { return review.map(PlainWords.capitalized) }
    return "Answered for by \(owner)" + (review.map { "; \($0)" } ?? "")
  }

  /// One condition: what is asked, what is known, and where that stands.
  struct Line {
    var depth: Int
    /// Nil where it is withheld.
    var truth: Truth?
    var asks: String
    var value: String?
    var source: String?
  }

  /// What is asked at the left, what is known beside it, the place at the right edge.
  private func draw(_ line: Line, rail: StyledText, on page: inout Page) {
    let indent = rail + .spaces(line.depth * 2)
    let first = indent + Self.mark(line.truth)
    let note = line.source.map { StyledText.faint($0) }
    guard let value = line.value else { return page.add(StyledText(line.asks), note: note, first: first, rest: indent + "  ") }
    page.add(
      beside: StyledText(line.asks), at: page.width * 9 / 20, paragraphs: [StyledText(value, line.truth == .yes ? nil : .strong)],
      note: note, first: first, rest: indent + "  ", leader: " ")
  }

  static func mark(_ truth: Truth?) -> StyledText {
    switch truth {
    case nil: StyledText("· ", .faint)
    case .yes: StyledText("✓ ", .good)
    case .no: StyledText("✗ ", .error)
    case .unknown: StyledText("? ", .warning)
    }
  }

  /// Why it does not hold, on one line: for a rule beside others.
  func drawShortly(on page: inout Page) {
    let (truth, place) = standing
    let isPlaced = truth != .no
    let why =
      switch explanation.verdict {
      case .unknown where isPlaced: "not known: \(facts(thatAre: .unknown))"
      case .no where isPlaced: "in the way: \(facts(thatAre: .no))"
      default: truth == .yes ? "" : place
      }
    let mark = Self.mark(verdict)
    let title = StyledText.strong(rule.title.text(in: context.language))
    page.add(mark + title + (why.isEmpty ? "" : ": \(why)"), first: "  ", rest: "    ")
  }

  private func facts(thatAre truth: Truth) -> String {
    let leaves = explanation.rows.flatMap(\.parts).flatMap(Self.leaves).filter { $0.truth == truth }
    let ids = leaves.compactMap { leaf -> String? in
      if case .fact(let fact, _, _, _) = leaf.content { ruleSet.vocabulary.facts[fact].id } else { nil }
    }
    return PlainWords.list(context.titles(ofFacts: ids))
  }

  private static func leaves(_ part: Explanation.Part) -> [Explanation.Part] {
    switch part.content {
    case .fact: [part]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(leaves)
    case .derived(_, _, let inner): leaves(inner)
    }
  }
}
