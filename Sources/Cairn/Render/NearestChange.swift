/// The least that would have to be otherwise for a rule to hold: the row with the fewest obstacles.
struct NearestChange {
  private let lines: [(truth: Truth?, text: String)]

  init(_ explanations: [Explanation], _ context: AdviceContext, _ facts: Facts) {
    guard !explanations.contains(where: { $0.verdict == .yes }) else {
      lines = []
      return
    }
    let rows = explanations.flatMap(\.rows).map { row in row.parts.flatMap { Self.obstacles($0) } }
    let least = rows.filter { !$0.isEmpty }.min { Self.cost($0) < Self.cost($1) } ?? []
    lines = least.map { (context.withholds($0) ? nil : $0.truth, Self.words($0, context, facts)) }
  }

  /// The rules, by index, that the fewest obstacles keep from holding.
  static func nearest(_ explanations: [Explanation]) -> [Int] {
    let costs = explanations.map { explanation in
      (rule: explanation.rule, cost: explanation.rows.map { cost($0.parts.flatMap { obstacles($0) }) }.min() ?? 0)
    }
    let least = costs.map(\.cost).min() ?? 0
    return costs.filter { $0.cost == least }.prefix(3).map(\.rule)
  }

  /// `isPlaced` says whether the rule speaks where the person stands, or will.
  func draw(on page: inout Page, isPlaced: Bool) {
    guard !lines.isEmpty || !isPlaced else { return }
    page.gap()
    page.add(.strong("The nearest change"), first: "")
    if !isPlaced {
      page.add(
        StyledText("they would have to stand at such a step; or take `at` away, and the rule speaks at no step in particular"),
        first: "  " + RuleText.mark(.no))
    }
    for line in lines { page.add(StyledText(line.text), first: "  " + RuleText.mark(line.truth)) }
  }

  /// A known obstacle weighs more than a missing answer.
  private static func cost(_ parts: [Explanation.Part]) -> Int { parts.reduce(0) { $0 + ($1.truth == .no ? 100 : 1) } }

  /// Leaves that would have to change, the least of them where any one would do.
  private static func obstacles(_ part: Explanation.Part) -> [Explanation.Part] {
    guard part.truth != .yes else { return [] }
    switch part.content {
    case .fact: return [part]
    case .all(let parts): return parts.flatMap(obstacles)
    case .any(let parts): return parts.map(obstacles).min { cost($0) < cost($1) } ?? [part]
    case .atLeast(let count, let parts):
      let missing = max(0, count - parts.count { $0.truth == .yes })
      return parts.filter { $0.truth != .yes }.map(obstacles).sorted { cost($0) < cost($1) }.prefix(missing).flatMap { $0 }
    case .derived(_, let holds, let inner): return holds ? obstacles(inner) : [part]
    }
  }

  private static func words(_ part: Explanation.Part, _ context: AdviceContext, _ facts: Facts) -> String {
    let vocabulary = context.ruleSet.vocabulary
    switch part.content {
    case .fact(let fact, let aspect, let asks, _):
      let declared = vocabulary.facts[fact]
      let title = PlainWords.inSentence(context.title(ofFact: declared.id))
      guard !context.withholds(part) else { return title }
      let verb = part.truth == .no ? "would have to be" : "is not known; it holds if it is"
      let question = context.ask([declared.id]).map { " (\($0))" } ?? ""
      return "\(title) \(verb) \(context.shortened(asks, aspect, facts[fact]))\(question)"
    case .derived(let index, let holds, _):
      let title = context.title(ofDerived: index)
      return holds ? title : "not: \(title)"
    case .all, .any, .atLeast: return "several conditions together"
    }
  }
}
