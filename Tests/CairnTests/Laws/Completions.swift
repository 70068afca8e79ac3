@testable import Cairn

/// What may turn out to be the case where something is not known, or known in part.
extension World {
  /// One person of whom everything is known, and whom these facts do not rule out.
  func completion(of facts: Facts, _ chance: inout Chance) -> Facts {
    let states = facts.states.indices.map { Facts.State(completion(ofFact: $0, facts[$0].value, &chance), .known) }
    return Facts(asOf: asOf, states: states)
  }

  func completion(ofFact fact: Int, _ value: Facts.Value, _ chance: inout Chance) -> Facts.Value {
    switch value {
    case .boolean, .choice, .never: return value
    case .number(let low, let high):
      let number = chance.within(low...high)
      return .number(number, number)
    case .date(let date): return .date(PartialDate(day(within: date, &chance)))
    case .codes(let codes): return .codes(completion(of: codes, &chance))
    case .unknown: return completionOfUnknown(fact, &chance)
    }
  }

  private func completionOfUnknown(_ fact: Int, _ chance: inout Chance) -> Facts.Value {
    switch vocabulary.facts[fact].type {
    case .codes: return .codes(completion(of: .init([], isPartial: true), &chance))
    case .date: return chance.percent(20) ? .never : .date(PartialDate(day(&chance)))
    case .boolean, .choice, .number:
      let value = value(of: fact, &chance)
      return completion(ofFact: fact, value, &chance)
    }
  }

  /// Every code that is there begins on a day until today; what may have been a mistake may be gone.
  private func completion(of codes: Facts.Codes, _ chance: inout Chance) -> Facts.Codes {
    var held: [Facts.Held] = []
    for code in codes.held {
      let isInDoubt = (code.since?.first ?? asOf) > asOf
      if isInDoubt, chance.percent(50) { continue }
      let interval = isInDoubt ? nil : code.since
      held.append(.init(code.code, since: interval.map { PartialDate(day(within: $0, &chance)) } ?? pastDay(&chance)))
    }
    if codes.isPartial {
      for _ in 0..<chance.below(4) { held.append(.init(chance.below(vocabulary.codes.count), since: pastDay(&chance))) }
    }
    return Facts.Codes(held.map { Facts.Held($0.code, since: $0.since.map { PartialDate(min($0.first, asOf)) }) })
  }

  private func pastDay(_ chance: inout Chance) -> PartialDate { PartialDate(min(day(&chance), asOf)) }

  private func day(within date: PartialDate, _ chance: inout Chance) -> CalendarDate {
    let edge = day(&chance)
    if date.first <= edge, edge <= date.last { return edge }
    return CalendarDate(day: date.first.day + Int32(chance.below(Int(date.last.day - date.first.day) + 1)))
  }

  /// Whether a rule asks about the state of knowledge itself, through derived facts too.
  func asksWhatIsKnown(_ rule: RuleConditions) -> Bool {
    [rule.when, rule.unless, rule.supportSuits, rule.supportUnless].compactMap { $0 }.contains(where: asksWhatIsKnown)
  }

  private func asksWhatIsKnown(_ condition: Condition) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts): parts.contains(where: asksWhatIsKnown)
    case .comparison(let comparison):
      switch comparison.test {
      case .known: true
      case .derived: asksWhatIsKnown(vocabulary.derived[comparison.fact].condition)
      default: false
      }
    }
  }
}
