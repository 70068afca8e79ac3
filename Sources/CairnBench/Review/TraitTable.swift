import Cairn

/// The traits that goals speak of, each once and with a number, and which of them come with which.
struct TraitTable {
  private(set) var traits: [Kind.Trait] = []
  private var index: [Kind.Trait: Int] = [:]
  private var byFact: [Int: [Int]] = [:]
  /// Per trait, those that whoever has it has too, itself among them; nil where nobody asked yet.
  private var implied: [[Int]?] = []
  private let vocabulary: Vocabulary
  private let asOf: CalendarDate

  init(_ vocabulary: Vocabulary, asOf: CalendarDate) {
    self.vocabulary = vocabulary
    self.asOf = asOf
  }

  mutating func number(_ trait: Kind.Trait) -> Int {
    if let known = index[trait] { return known }
    index[trait] = traits.count
    byFact[trait.slot.fact, default: []].append(traits.count)
    // Whatever was asked about this fact was asked without this trait.
    for other in byFact[trait.slot.fact] ?? [] where other < implied.count { implied[other] = nil }
    traits.append(trait)
    implied.append(nil)
    return traits.count - 1
  }

  /// Proved by the solver, which is exact within one fact.
  mutating func implied(by number: Int) -> [Int] {
    if let known = implied[number] { return known }
    let one = traits[number]
    let result = (byFact[one.slot.fact] ?? []).filter { other in
      if other == number { return true }
      let goals: [Goal] = [.holds(one.slot, one.set), traits[other].isNotSo]
      if case .impossible = Solver.solve(goals, in: vocabulary, asOf: asOf, budget: 200) { return true }
      return false
    }
    implied[number] = result
    return result
  }

  /// Which traits somebody has who has these.
  mutating func met(by numbers: [Int]) -> [Bool] {
    var met = Array(repeating: false, count: traits.count)
    for number in numbers { for other in implied(by: number) { met[other] = true } }
    return met
  }

  /// Every demand on a slot in a goal, each once.
  static func traits(of goal: Goal) -> [Kind.Trait] {
    switch goal {
    case .holds(let slot, let set): [Kind.Trait(slot: slot, set: set)]
    case .isOpen: []
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(traits).uniqued()
    }
  }
}
