/// Each condition of a rule with the value it met.
extension RuleText {
  var conditions: [(String, [Line])] {
    var groups: [(String, [Line])] = []
    for (index, row) in explanation.rows.enumerated() {
      let several = explanation.rows.count > 1
      for (origin, title) in Self.origins {
        let parts = row.parts.filter { $0.origin.isSuperset(of: origin) && Self.first($0.origin) == origin }
        guard !parts.isEmpty else { continue }
        let or = several ? (index == 0 ? "either, " : "or, ") : ""
        groups.append((or + title, parts.flatMap { lines($0, depth: 0) }))
      }
    }
    return groups
  }

  private static let origins: [(RowSet.Origin, String)] = [
    (.when, "when"), (.unless, "unless, so that these must hold"), (.supportSuits, "the support type asks as well"),
    (.supportUnless, "the support type is not for some, so that these must hold"),
  ]

  /// A condition that was merged from several places is shown once, at the first.
  private static func first(_ origin: RowSet.Origin) -> RowSet.Origin {
    origins.first { origin.contains($0.0) }?.0 ?? origin
  }

  private func lines(_ part: Explanation.Part, depth: Int) -> [Line] {
    switch part.content {
    case .fact(let fact, let aspect, let asks, _): return [line(fact, aspect, asks, part, depth)]
    case .all(let parts): return nested("all of these", parts, shown(part), depth)
    case .any(let parts): return nested("any of these", parts, shown(part), depth)
    case .atLeast(let count, let parts): return nested("at least \(count) of these", parts, shown(part), depth)
    case .derived(let index, let holds, let inner):
      if context.withholdsAll(inner) { return [Line(depth: depth, truth: nil, asks: Disclosure.fact, value: Disclosure.withheld)] }
      let title = context.title(ofDerived: index)
      return [Line(depth: depth, truth: shown(part), asks: holds ? title : "not: \(title)")] + lines(inner, depth: depth + 1)
    }
  }

  private func nested(_ title: String, _ parts: [Explanation.Part], _ truth: Truth?, _ depth: Int) -> [Line] {
    [Line(depth: depth, truth: truth, asks: title)] + parts.flatMap { lines($0, depth: depth + 1) }
  }

  /// Whether a part holds; of what rests on something sensitive nobody is told, since that would tell the value.
  private func shown(_ part: Explanation.Part) -> Truth? { context.withholds(part) ? nil : part.truth }

  private func line(_ fact: Int, _ aspect: RowSet.Slot.Aspect, _ asks: String, _ part: Explanation.Part, _ depth: Int) -> Line {
    let declared = ruleSet.vocabulary.facts[fact]
    let title = PlainWords.inSentence(context.title(ofFact: declared.id))
    guard !context.withholds(part) else {
      let asked = context.disclosure.withholds(fact: fact) ? title : "\(title): \(Disclosure.condition)"
      return Line(depth: depth, truth: nil, asks: asked, value: Disclosure.withheld, source: nil)
    }
    let state = facts[fact]
    let value = value(state, of: fact)
    let short = context.shortened(asks, aspect, state)
    return Line(depth: depth, truth: part.truth, asks: "\(title): \(short)", value: value, source: place(state.source))
  }

  /// `8 (1 November 2026)`.
  private func value(_ state: Facts.State, of fact: Int) -> String {
    guard state.status == .known, let date = state.date else { return PlainWords.withLongDates(ruleSet.words(for: state, of: fact)) }
    var undated = state
    undated.date = nil
    return "\(ruleSet.words(for: undated, of: fact)) (\(PlainWords.date(date, near: context.asOf)))"
  }
}

extension AdviceContext {
  /// What a condition asks; of a long list of codes, the ones that the person has, or the first few.
  func shortened(_ asks: String, _ aspect: RowSet.Slot.Aspect, _ state: Facts.State) -> String {
    guard case .codes(let codes, let window) = aspect, codes.count > 4 else { return asks }
    let since = window.map { " \(RuleSet.words(for: $0))" } ?? ""
    if asks.hasPrefix("none of") { return "none of \(codes.count)\(since)" }
    var held: [Int] = []
    if case .codes(let known) = state.value { held = known.held.map(\.code).filter(codes.contains) }
    let named = (held.isEmpty ? Array(codes.prefix(2)) : held).map { PlainWords.inSentence(disclosure.title(ofCode: $0, in: language)) }
    return "\(named.joined(separator: ", ")), or another of \(codes.count)\(since)"
  }
}
