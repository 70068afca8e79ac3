import Cairn

/// A goal over numbered traits.
indirect enum TraitGoal: Sendable {
  case trait(Int)
  case all([TraitGoal])
  case any([TraitGoal])
  case atLeast(Int, [TraitGoal])

  init(_ goal: Goal, _ table: inout TraitTable) {
    switch goal {
    case .holds(let slot, let set): self = .trait(table.number(Kind.Trait(slot: slot, set: set)))
    // Goals of what is certain ask of nobody that something be unknown.
    case .isOpen: self = .any([])
    case .all(let parts): self = .all(parts.map { TraitGoal($0, &table) })
    case .any(let parts): self = .any(parts.map { TraitGoal($0, &table) })
    case .atLeast(let count, let parts): self = .atLeast(count, parts.map { TraitGoal($0, &table) })
    }
  }

  func goal(_ of: (Int) -> Goal) -> Goal {
    switch self {
    case .trait(let number): of(number)
    case .all(let parts): .all(parts.map { $0.goal(of) })
    case .any(let parts): .any(parts.map { $0.goal(of) })
    case .atLeast(let count, let parts): .atLeast(count, parts.map { $0.goal(of) })
    }
  }

  func isMet(_ met: [Bool]) -> Bool {
    switch self {
    case .trait(let number): met[number]
    case .all(let parts): parts.allSatisfy { $0.isMet(met) }
    case .any(let parts): parts.contains { $0.isMet(met) }
    case .atLeast(let count, let parts): parts.count { $0.isMet(met) } >= count
    }
  }

  /// The first way in which it is met by traits that are so; nil where there is none.
  func way(_ isSo: (Int) -> Bool) -> [Int]? {
    switch self {
    case .trait(let number): return isSo(number) ? [number] : nil
    case .all(let parts):
      let ways = parts.map { $0.way(isSo) }
      return ways.contains { $0 == nil } ? nil : ways.compactMap { $0 }.flatMap { $0 }
    case .any(let parts):
      for part in parts { if let way = part.way(isSo) { return way } }
      return nil
    case .atLeast(let count, let parts):
      let ways = parts.compactMap { $0.way(isSo) }
      return ways.count >= count ? ways.prefix(count).flatMap { $0 } : nil
    }
  }

  /// The ways of an *any*; of anything else, itself.
  var ways: [TraitGoal] { if case .any(let parts) = self { parts } else { [self] } }

  var numbers: [Int] {
    switch self {
    case .trait(let number): [number]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.numbers)
    }
  }

  /// The goal with the ways of each *any* in an order of preference: what is worth most first.
  func sorted(by worth: [Int]) -> TraitGoal {
    func least(_ goal: TraitGoal) -> Int { goal.numbers.map { worth[$0] }.min() ?? Int.max }
    switch self {
    case .trait: return self
    case .all(let parts): return .all(parts.map { $0.sorted(by: worth) })
    case .any(let parts): return .any(parts.map { $0.sorted(by: worth) }.stablySorted { least($0) > least($1) })
    case .atLeast(let count, let parts): return .atLeast(count, parts.map { $0.sorted(by: worth) })
    }
  }

  /// In how many ways it can be met at most, up to a bound: what leaves least choice is looked at first.
  var choices: Int {
    switch self {
    case .trait: 1
    case .all(let parts): parts.reduce(1) { min($0 * $1.choices, 1_000) }
    case .any(let parts), .atLeast(_, let parts): parts.reduce(0) { min($0 + $1.choices, 1_000) }
    }
  }
}
