package import Cairn

/// Looks for facts that meet a goal: complete, since a fact's demands are joined exactly and every branch is tried.
///
/// A budget counts the demands that were tried, never seconds, so that the answer is the same on every machine.
package struct Solver: Sendable {
  package enum Answer: Sendable {
    /// Values by fact; what is not named stays unknown.
    case found([Int: Facts.Value])
    /// No facts meet it: proved.
    case impossible
    /// The budget ran out.
    case notAnalysed
  }

  private let asOf: CalendarDate
  private let vocabulary: Vocabulary
  private var budget: Int
  private var demands: [Int: FactDemand] = [:]

  private init(_ vocabulary: Vocabulary, asOf: CalendarDate, budget: Int) {
    self.vocabulary = vocabulary
    self.asOf = asOf
    self.budget = budget
  }

  /// Facts that meet every goal on a day.
  package static func solve(_ goals: [Goal], in vocabulary: Vocabulary, asOf: CalendarDate, budget: Int = 20_000) -> Answer {
    var solver = Solver(vocabulary, asOf: asOf, budget: budget)
    guard let demands = solver.meet(goals[...], then: []) else { return solver.budget > 0 ? .impossible : .notAnalysed }
    var values: [Int: Facts.Value] = [:]
    for (fact, demand) in demands { values[fact] = demand.value(of: vocabulary.facts[fact].type, on: asOf) }
    return .found(values)
  }

  /// What is asked of each fact on one way through every goal; nil where there is none, or where the budget ran out.
  static func demands(_ goals: [Goal], in vocabulary: Vocabulary, asOf: CalendarDate, budget: inout Int) -> [Int: FactDemand]? {
    var solver = Solver(vocabulary, asOf: asOf, budget: budget)
    defer { budget = solver.budget }
    return solver.meet(goals[...], then: [])
  }

  /// Meets the first goal in one of its ways, and the rest under it; goes back where that leads nowhere.
  private mutating func meet(_ goals: ArraySlice<Goal>, then later: [ArraySlice<Goal>]) -> [Int: FactDemand]? {
    guard let goal = goals.first else {
      guard let next = later.last else { return demands }
      return meet(next, then: later.dropLast())
    }
    let rest = later + [goals.dropFirst()]
    switch goal {
    case .holds(let slot, let set): return meet(slot.fact, rest) { $0.add(slot.aspect, set, on: $1) }
    case .isOpen(let slot, let set): return meet(slot.fact, rest) { $0.addOpen(set, on: $1) }
    case .all(let parts): return meet(parts[...], then: rest)
    case .any(let parts):
      for part in parts {
        if let demands = meet([part], then: rest) { return demands }
        guard budget > 0 else { return nil }
      }
      return nil
    case .atLeast(let count, let parts): return meet(count, of: parts[...], rest)
    }
  }

  /// Asks something of a fact, and the rest under it.
  private mutating func meet(
    _ fact: Int, _ rest: [ArraySlice<Goal>], asking: (inout FactDemand, CalendarDate) -> Bool
  ) -> [Int: FactDemand]? {
    guard budget > 0 else { return nil }
    budget -= 1
    let before = demands[fact]
    var demand = before ?? FactDemand()
    guard asking(&demand, asOf) else { return nil }
    demands[fact] = demand
    let result = meet([], then: rest)
    if result == nil { demands[fact] = before }
    return result
  }

  /// Each part is taken in or left out.
  private mutating func meet(_ count: Int, of parts: ArraySlice<Goal>, _ rest: [ArraySlice<Goal>]) -> [Int: FactDemand]? {
    if count <= 0 { return meet([], then: rest) }
    guard parts.count >= count, let first = parts.first, budget > 0 else { return nil }
    let others = Goal.atLeast(count - 1, Array(parts.dropFirst()))
    if let demands = meet([first, others], then: rest) { return demands }
    return budget > 0 ? meet(count, of: parts.dropFirst(), rest) : nil
  }
}
