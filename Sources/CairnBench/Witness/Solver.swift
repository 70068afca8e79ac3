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
  private(set) var budget: Int
  private var demands: [Int: FactDemand] = [:]

  private init(_ vocabulary: Vocabulary, asOf: CalendarDate, budget: Int) {
    self.vocabulary = vocabulary
    self.asOf = asOf
    self.budget = budget
  }

  /// Demands that one search may try, where nobody says otherwise.
  package static let usualBudget = 20_000

  /// Facts that meet every goal on a day.
  package static func solve(_ goals: [Goal], in vocabulary: Vocabulary, asOf: CalendarDate, budget: Int = usualBudget) -> Answer {
    var solver = Solver(vocabulary, asOf: asOf, budget: budget)
    return solver.answer(goals)
  }

  /// The same, paid for from a budget that other searches share.
  static func solve(_ goals: [Goal], in vocabulary: Vocabulary, asOf: CalendarDate, sharing work: WorkBudget) -> Answer {
    guard !work.isSpent else { return .notAnalysed }
    let most = min(usualBudget, work.left)
    var solver = Solver(vocabulary, asOf: asOf, budget: most)
    let answer = solver.answer(goals)
    work.spend(most - solver.budget)
    return answer
  }

  private mutating func answer(_ goals: [Goal]) -> Answer {
    let all = budget
    defer { Steps.count(all - budget) }
    guard let demands = meet(goals[...], then: nil) else { return budget > 0 ? .impossible : .notAnalysed }
    var values: [Int: Facts.Value] = [:]
    for (fact, demand) in demands { values[fact] = demand.value(of: vocabulary.facts[fact].type, on: asOf) }
    return .found(values)
  }

  /// What is asked of each fact on one way through every goal; nil where there is none, or where the budget ran out.
  static func demands(_ goals: [Goal], in vocabulary: Vocabulary, asOf: CalendarDate, budget: inout Int) -> [Int: FactDemand]? {
    var solver = Solver(vocabulary, asOf: asOf, budget: budget)
    defer { budget = solver.budget }
    return solver.meet(goals[...], then: nil)
  }

  /// Goals that are still to be met, innermost first: branches share what lies further out.
  private final class Later: Sendable {
    let goals: ArraySlice<Goal>
    let further: Later?

    init(_ goals: ArraySlice<Goal>, _ further: Later?) {
      self.goals = goals
      self.further = further
    }
  }

  /// Meets the first goal in one of its ways, and the rest under it; goes back where that leads nowhere.
  private mutating func meet(_ goals: ArraySlice<Goal>, then later: Later?) -> [Int: FactDemand]? {
    guard let goal = goals.first else {
      guard let later else { return demands }
      return meet(later.goals, then: later.further)
    }
    let rest = goals.count == 1 ? later : Later(goals.dropFirst(), later)
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
    _ fact: Int, _ rest: Later?, asking: (inout FactDemand, CalendarDate) -> Bool
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
  private mutating func meet(_ count: Int, of parts: ArraySlice<Goal>, _ rest: Later?) -> [Int: FactDemand]? {
    if count <= 0 { return meet([], then: rest) }
    guard parts.count >= count, let first = parts.first, budget > 0 else { return nil }
    let others = Goal.atLeast(count - 1, Array(parts.dropFirst()))
    if let demands = meet([first, others], then: rest) { return demands }
    return budget > 0 ? meet(count, of: parts.dropFirst(), rest) : nil
  }
}
