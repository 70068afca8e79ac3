/// The nearest change as it is drawn below an explanation.
struct NearestChangeText {
  let change: NearestChange
  /// The rule that it is about, where several were explained.
  let rule: String?
  let context: AdviceContext
  let facts: Facts

  func draw(on page: inout Page) {
    let lines = self.lines
    guard !lines.isEmpty else { return }
    page.gap()
    page.add(.strong(title), first: "")
    for (mark, text) in lines { page.add(StyledText(text), first: "  " + mark, rest: "    ") }
    if !change.isNearest { page.add("not analysed: whether less would do", first: "  ") }
  }

  private var title: String {
    let title = change.isNearest ? "The nearest change" : "A change that would do"
    let isSeveral = if case .facts(let demands) = change.finding { demands.count > 1 } else { false }
    return title + (rule.map { ", for “\($0)”" } ?? "") + (isSeveral ? ": all of these together" : "")
  }

  private var lines: [(StyledText, String)] {
    switch change.finding {
    case .facts(let demands):
      demands.map { (mark($0), words($0, alone: demands.count == 1 && change.remainder == nil)) } + remainder(after: demands)
    case .impossible: [(RuleText.mark(.no), "whatever was known of them, its conditions would not hold")]
    case .notAnalysed: [(RuleText.mark(.unknown), "not analysed: it reads too many facts to look at every change")]
    case .nowhere:
      [(RuleText.mark(.no), "it applies nowhere to them, now or ahead, whatever else is known: `at` is in the way")]
    }
  }

  private func remainder(after demands: [NearestChange.Demand]) -> [(StyledText, String)] {
    switch change.remainder {
    case .day(let id): [(RuleText.mark(.unknown), "\(context.title(ofFact: id)) is not known\(question(id))")]
    // Where no fact is in the way, the answer above has said what is.
    case .heldBack where demands.isEmpty: []
    case .heldBack(let reason, let detail):
      [(RuleText.mark(.no), "and then still: " + (detail.isEmpty ? reason.inWords : PlainWords.withLongDates(detail)))]
    case nil: []
    }
  }

  private func isWithheld(_ demand: NearestChange.Demand) -> Bool { demand.asks.contains { context.disclosure.withholds($0.slot) } }

  private func mark(_ demand: NearestChange.Demand) -> StyledText { RuleText.mark(isWithheld(demand) ? nil : demand.truth) }

  /// `people met in a usual week would have to be at most 2`.
  private func words(_ demand: NearestChange.Demand, alone: Bool) -> String {
    let id = context.ruleSet.vocabulary.facts[demand.fact].id
    let title = PlainWords.inSentence(context.title(ofFact: id))
    guard !isWithheld(demand) else { return title }
    let asks = demand.asks.map { ask in
      context.shortened(context.ruleSet.words(for: ask.slot, allowing: ask.set), ask.slot.aspect, facts[demand.fact])
    }
    let wanted = asks.uniqued().joined(separator: " and ")
    if demand.truth == .no { return "\(title) would have to be \(wanted)\(question(id))" }
    let isPartial = facts[demand.fact].status == .known
    let state = isPartial ? "is not known exactly" : "is not known"
    return "\(title) \(state); \(alone ? "it holds if it is" : "it would have to be") \(wanted)\(question(id))"
  }

  private func question(_ id: String) -> String { context.ask([id]).map { " (\($0))" } ?? "" }
}
