@testable import Cairn

extension World {
  /// A person of whom something is known: every state, every kind of half-knowledge.
  func randomFacts(_ chance: inout Chance) -> Facts {
    let unknown = chance.pick([5, 25, 60])
    return Facts(asOf: asOf, states: vocabulary.facts.indices.map { state(of: $0, unknown: unknown, &chance) })
  }

  private func state(of fact: Int, unknown: Int, _ chance: inout Chance) -> Facts.State {
    guard chance.percent(unknown) else { return Facts.State(value(of: fact, &chance), .known) }
    switch chance.below(6) {
    case 0: return Facts.State(.unknown, .declined)
    case 1: return Facts.State(.unknown, .stale, recorded: value(of: fact, &chance))
    case 2: return Facts.State(.unknown, .notYet, recorded: value(of: fact, &chance))
    default: return .unknown
    }
  }

  func value(of fact: Int, _ chance: inout Chance) -> Facts.Value {
    switch vocabulary.facts[fact].type {
    case .boolean: return .boolean(chance.percent(50))
    case .choice(let values): return .choice(chance.below(values.count))
    case .number:
      let bounds = bounds(ofFact: fact)
      let near = chance.percent(75) ? (-4)...13 : (-4)...200
      let values = bounds.overlaps(near) ? bounds.clamped(to: near) : bounds
      let low = chance.percent(10) ? chance.pick([bounds.lowerBound, bounds.upperBound]) : chance.within(values)
      return .number(low, chance.percent(75) ? low : min(bounds.upperBound, low + chance.below(5)))
    case .date: return chance.percent(15) ? .never : .date(partialDate(&chance))
    case .codes:
      let held = (0..<chance.below(4)).map { _ in
        Facts.Held(chance.below(vocabulary.codes.count), since: chance.percent(30) ? nil : partialDate(&chance))
      }
      return .codes(.init(held, isPartial: chance.percent(25)))
    }
  }

  func partialDate(_ chance: inout Chance) -> PartialDate {
    let day = day(&chance)
    switch chance.below(6) {
    case 0: return PartialDate(String(day.description.prefix(7))) ?? PartialDate(day)
    case 1: return PartialDate(String(day.description.prefix(4))) ?? PartialDate(day)
    default: return PartialDate(day)
    }
  }

  /// A day on or beside an edge that some comparison may have, or any day of a few years.
  func day(_ chance: inout Chance) -> CalendarDate {
    if chance.percent(25) { return CalendarDate(day: asOf.day + Int32(chance.within(-800...800))) }
    let edge = asOf.adding(chance.pick(Self.durations), times: chance.percent(70) ? -1 : 1)
    return CalendarDate(day: edge.day + Int32(chance.within(-1...1)))
  }
}
