import Testing

@testable import Cairn

@Suite("Laws of explanations")
struct ExplanationLaws {
  @Test("an explanation comes to the matcher's verdict, from its leaves up", arguments: LawSettings.seeds(40))
  func verdicts(seed: UInt64) {
    var trial = Trial(seed: seed, rules: 30)
    let ruleSet = RuleSet(trial.rows, trial.world)
    for _ in 0..<10 {
      let facts = trial.world.randomFacts(&trial.chance)
      for (rule, verdict) in trial.matcher.verdicts(facts).enumerated() {
        let explanation = ruleSet.explanation(of: rule, facts)
        let rows = explanation.rows.map { row in Truth.all(row.parts.map { truth(of: $0) }) }
        let told = [explanation.verdict, Truth.any(rows)]
        guard told != [verdict, verdict] || rows != explanation.rows.map(\.verdict) else { continue }
        return trial.fail("explanation", trial.rules[rule], facts, "matcher \(verdict), explained as \(told), rows \(rows)")
      }
    }
  }

  /// What a part comes to, by its own leaves alone.
  private func truth(of part: Explanation.Part) -> Truth {
    switch part.content {
    case .fact: part.truth
    case .all(let parts): Truth.all(parts.map { truth(of: $0) })
    case .any(let parts): Truth.any(parts.map { truth(of: $0) })
    case .atLeast(let count, let parts): Truth.atLeast(count, of: parts.map { truth(of: $0) })
    case .derived(_, let holds, let part): holds ? truth(of: part) : truth(of: part).negated
    }
  }
}

extension RuleSet {
  /// Rules that are nothing but conditions.
  fileprivate init(_ rows: RowSet, _ world: World) {
    self.init(
      id: "test", title: "Test", version: "1", language: "en", hash: RulebookHash(RulebookFiles([]), supports: []),
      limits: .init(perStep: 3, inAll: 8),
      coolDown: CalendarDuration(6, .months), vocabulary: world.vocabulary, supports: [], pathways: [], rules: [], safeguards: [],
      ruleRows: rows, pathwayRows: RowSet(), safeguardRows: RowSet())
  }
}
