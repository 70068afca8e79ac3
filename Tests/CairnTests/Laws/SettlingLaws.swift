import Testing

@testable import Cairn

@Suite("Laws of questions")
struct SettlingLaws {
  @Test("a question settles a rule exactly if one of all its answers makes it true", arguments: LawSettings.seeds(60))
  func settling(seed: UInt64) {
    var chance = Chance(seed: seed)
    let world = World.small(&chance)
    let rules = (0..<30).map { _ in world.rule(&chance) }
    let rows = RowSet(rules, world)
    for _ in 0..<6 {
      let facts = world.randomFacts(&chance)
      for rule in rules.indices where rows.verdict(of: rule, facts) == .unknown {
        for fact in facts.states.indices where world.isOpen(fact, facts) {
          let expected = world.answers(to: fact, of: rules[rule], facts).contains { answer in
            var answered = facts
            answered.states[fact] = Facts.State(answer, .known)
            return rows.verdict(of: rule, answered) == .yes
          }
          let settled = rows.isSettled(rule, byAnswering: fact, facts, world.vocabulary)
          guard settled != expected else { continue }
          Issue.record(
            """
            \(world.vocabulary.facts[fact].id) \(settled ? "settles" : "does not settle"), yet \(expected ? "some" : "no") answer does
            \(world.drawnVocabulary)
            --
            \(world.draw(rules[rule]))
            --
            \(world.draw(facts))
            -- again with CAIRN_SEED=\(seed)
            """)
          return
        }
      }
    }
  }

  @Test("what settles an undecided rule is missing from it", arguments: LawSettings.seeds(40))
  func settlesWhatIsMissing(seed: UInt64) {
    var trial = Trial(seed: seed, rules: 30)
    for _ in 0..<10 {
      let facts = trial.world.randomFacts(&trial.chance)
      for rule in trial.rules.indices where !trial.world.asksWhatIsKnown(trial.rules[rule]) {
        let missing = trial.rows.missing(of: rule, facts)
        for fact in facts.states.indices where trial.world.isOpen(fact, facts) && !missing.contains(fact) {
          guard trial.rows.isSettled(rule, byAnswering: fact, facts, trial.world.vocabulary) else { continue }
          return trial.fail("settling", trial.rules[rule], facts, "f\(fact) settles, yet only \(missing) are missing")
        }
      }
    }
  }
}

extension World {
  /// A world whose facts have few values, so that every answer can be tried.
  fileprivate static func small(_ chance: inout Chance) -> World {
    var world = World(codes: ["asthma", "copd"])
    let types: [FactType] = [
      .boolean, .choice(["low", "middle", "high"]), .number(decimals: 0, min: 0, max: 6), .date, .codes(.concepts),
    ]
    for index in 0..<chance.within(2...4) { world.add("f\(index)", chance.pick(types)) }
    for index in 0..<chance.below(3) {
      world.derive("d\(index)", world.condition(depth: 2, Array(world.vocabulary.facts.indices), &chance))
    }
    return world
  }

  /// Whether there is anything left to answer.
  fileprivate func isOpen(_ fact: Int, _ facts: Facts) -> Bool {
    switch facts[fact].value {
    case .unknown, .codes: true
    case .number(let low, let high): low < high
    case .date(let date): !date.isWhole
    case .boolean, .choice, .never: false
    }
  }

  /// Every answer that makes a difference to a rule and that is not ruled out by what is known.
  fileprivate func answers(to fact: Int, of rule: RuleConditions, _ facts: Facts) -> [Facts.Value] {
    let edges = edges(of: rule, about: fact)
    switch (vocabulary.facts[fact].type, facts[fact].value) {
    case (.boolean, _): return [.boolean(false), .boolean(true)]
    case (.choice(let values), _): return values.indices.map { .choice($0) }
    case (.number, .number(let low, let high)): return (low...high).map { .number($0, $0) }
    case (.number(_, let low?, let high?), _): return (low...high).map { .number($0, $0) }
    case (.date, .never): return [.never]
    case (.date, .date(let date)): return days(edges + [date.first], in: date).map { .date(PartialDate($0)) }
    case (.date, _): return edges.map { .date(PartialDate($0)) } + [.never]
    case (.codes, .codes(let codes)): return answers(codes, edges).map { .codes(.init($0)) }
    default: return answers(.init([], isPartial: true), edges).map { .codes(.init($0)) }
    }
  }

  /// Every closed set of codes with one of these days each that a recorded set may turn out to be.
  private func answers(_ codes: Facts.Codes, _ edges: [CalendarDate]) -> [[Facts.Held]] {
    let past = edges.filter { $0 <= asOf }
    var answers: [[Facts.Held]] = [[]]
    for held in codes.held {
      let isInDoubt = (held.since?.first ?? asOf) > asOf
      let recorded = isInDoubt ? nil : held.since
      let days = recorded.map { self.days(edges + [$0.first], in: PartialDate(first: $0.first, last: min($0.last, asOf))) } ?? past
      let options = days.map { [Facts.Held(held.code, since: PartialDate($0))] } + (isInDoubt ? [[]] : [])
      answers = answers.flatMap { answer in options.map { answer + $0 } }
    }
    guard codes.isPartial else { return answers }
    for code in vocabulary.codes.indices {
      for day in past { answers += answers.map { $0 + [.init(code, since: PartialDate(day))] } }
    }
    return answers
  }

  private func days(_ days: [CalendarDate], in date: PartialDate) -> [CalendarDate] {
    Set(days).filter { date.first <= $0 && $0 <= date.last }.sorted()
  }

  /// One day of every stretch that a rule's comparisons of a fact tell apart.
  private func edges(of rule: RuleConditions, about fact: Int) -> [CalendarDate] {
    let conditions = [rule.when, rule.unless, rule.supportSuits, rule.supportUnless].compactMap { $0 }
    let tests = conditions.flatMap { comparisons(in: $0) }.filter { $0.fact == fact }.map(\.test)
    return Set(tests.flatMap { firstDays($0) } + [.first, CalendarDate(day: asOf.day + 1)]).sorted()
  }

  private func comparisons(in condition: Condition) -> [Comparison] {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts): return parts.flatMap { comparisons(in: $0) }
    case .comparison(let comparison):
      guard case .derived = comparison.test else { return [comparison] }
      return comparisons(in: vocabulary.derived[comparison.fact].condition)
    }
  }

  /// The first day of each stretch on which a comparison has one answer.
  private func firstDays(_ test: Comparison.Test) -> [CalendarDate] {
    switch test {
    case .date(.withinLast(let length)), .date(.longerAgoThan(let length)): return [asOf.subtracting(length), asOf]
    case .date(.withinNext(let length)): return [asOf, CalendarDate(day: asOf.adding(length).day + 1)]
    case .date(.before(let date)), .date(.onOrAfter(let date)): return [date]
    case .codes(let test):
      switch test.window {
      case .within(let length)?, .longerThan(let length)?: return [asOf.subtracting(length)]
      case nil: return []
      }
    default: return []
    }
  }
}
