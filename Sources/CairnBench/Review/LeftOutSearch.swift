import Cairn

/// Looks for kinds of person to whom none of some rules speaks, whatever else is known of them.
///
/// A person is found who makes every rule false; then what they need not be is dropped, fact by fact, as long as what remains still makes
/// every rule false: the rest describes a kind. Kinds that were found are barred, and the next person is looked for. People who are
/// given are completed first, so that kinds to which they may belong come first.
struct LeftOutSearch {
  private let ruleSet: RuleSet
  private let asOf: CalendarDate
  private let people: [Facts]
  private var table: TraitTable
  /// What must be so: the pathway's `for`, and each rule's falsehood, those first that leave least choice.
  private let given: TraitGoal
  private let against: [TraitGoal]
  private(set) var kinds: [Kind] = []
  /// Whether it is proved that there are no others.
  private(set) var isComplete = false

  static let mostKinds = 8
  static let mostSeeds = 40
  /// Beyond so many rules, whoever is not found by going straight ahead is not looked for in every way.
  static let mostTriedInFull = 400
  static let budget = 40_000

  init(pathway: Int, rules: [Int], people: [Facts], in ruleSet: RuleSet, asOf: CalendarDate) {
    self.ruleSet = ruleSet
    self.asOf = asOf
    self.people = people
    var table = TraitTable(ruleSet.vocabulary, asOf: asOf)
    given = TraitGoal(ruleSet.pathwayRows.goal(pathway, is: .yes), &table)
    let against = rules.map { TraitGoal(ruleSet.ruleRows.goal($0, is: .no), &table) }
    let worth = Self.worth(of: table.traits, against, people)
    self.against = Self.inOrder(against.map { $0.sorted(by: worth) })
    self.table = table
  }

  /// A trait is worth more the fewer people it leaves out, and then the more rules it helps to make false.
  private static func worth(of traits: [Kind.Trait], _ against: [TraitGoal], _ people: [Facts]) -> [Int] {
    var uses = Array(repeating: 0, count: traits.count)
    for number in against.flatMap(\.numbers) { uses[number] += 1 }
    return traits.indices.map { number in people.count { traits[number].truth(of: $0) != .no } * 10_000 + uses[number] }
  }

  private static func inOrder(_ goals: [TraitGoal]) -> [TraitGoal] {
    goals.map { ($0.choices, $0) }.stablySorted { $0.0 < $1.0 }.map(\.1)
  }

  mutating func run() {
    for person in people.prefix(Self.mostSeeds) where kinds.count < Self.mostKinds {
      if case .found(let somebody) = somebody(completing: person), let kind = kind(of: somebody) { kinds.append(kind) }
    }
    let nobodyYet = Facts(asOf: asOf, states: Array(repeating: .unknown, count: ruleSet.vocabulary.facts.count))
    while kinds.count < Self.mostKinds {
      switch somebody(completing: nobodyYet) {
      case .found(let somebody):
        guard let kind = kind(of: somebody) else { return }
        kinds.append(kind)
      case .impossible:
        isComplete = true
        return
      case .notAnalysed: return
      }
    }
  }

  // MARK: - Somebody who is left out

  private enum Answer {
    case found(Facts)
    case impossible, notAnalysed
  }

  /// Somebody of whom every rule is false and who is of no kind yet: what is known of the person stays, the rest is filled in.
  private mutating func somebody(completing person: Facts) -> Answer {
    let bars = kinds.map { TraitGoal($0.opposite, &table) }
    let goals = Self.inOrder([given] + against + bars)
    let start = table.starts(of: person)
    if goals.contains(where: { $0.choices == 0 }) { return .impossible }
    if let somebody = straightAhead(to: goals, from: person, start) { return .found(somebody) }
    guard goals.count <= Self.mostTriedInFull else { return .notAnalysed }
    let traits = table.traits
    let inFull = goals.map { $0.goal { traits[$0].goal(start[$0]) } }
    switch Solver.solve(inFull, in: ruleSet.vocabulary, asOf: asOf, budget: Self.budget) {
    case .found(let values): return .found(person.completed(values))
    case .impossible: return .impossible
    case .notAnalysed: return .notAnalysed
    }
  }

  /// Meets one goal after the other in the best way that goes with what was chosen before, and never turns back.
  private mutating func straightAhead(to goals: [TraitGoal], from person: Facts, _ start: [Kind.Trait.Start]) -> Facts? {
    var chosen: [Int] = []
    var met = start.map { $0 == .isSo }
    for goal in goals where !goal.isMet(met) {
      guard let way = way(to: goal, beside: chosen, person, start, met) else { return nil }
      chosen += way
      for number in way { for other in table.implied(by: number) { met[other] = true } }
    }
    return completed(person, chosen, nil)
  }

  private func way(to goal: TraitGoal, beside chosen: [Int], _ person: Facts, _ start: [Kind.Trait.Start], _ met: [Bool]) -> [Int]? {
    let traits = table.traits
    for part in goal.ways {
      guard let somebody = completed(person, chosen, part.goal { met[$0] ? .nothing : traits[$0].goal(start[$0]) }) else { continue }
      let way = part.way { met[$0] || start[$0] == .isFree && traits[$0].truth(of: somebody) == .yes }
      if let way { return way.filter { !met[$0] } }
    }
    return nil
  }

  /// The person with answers that give them these traits and meet a goal.
  private func completed(_ person: Facts, _ chosen: [Int], _ goal: Goal?) -> Facts? {
    let goals = chosen.map { table.traits[$0].holds } + (goal.map { [$0] } ?? [])
    guard case .found(let values) = Solver.solve(goals, in: ruleSet.vocabulary, asOf: asOf, budget: 2_000) else { return nil }
    return person.completed(values)
  }

  // MARK: - The kind that they are of

  /// What of a person makes every rule false, with nothing that could be dropped. Nil where they are not left out.
  private mutating func kind(of person: Facts) -> Kind? {
    let isSo = table.traits.map { $0.truth(of: person) == .yes }
    var traits: [Int] = []
    var met = Array(repeating: false, count: isSo.count)
    for goal in [given] + against where !goal.isMet(met) {
      guard let way = goal.way({ isSo[$0] }) else { return nil }
      traits += way
      for number in way { for other in table.implied(by: number) { met[other] = true } }
    }
    traits = traits.uniqued()
    for fact in facts(of: traits) {
      let fewer = traits.filter { table.traits[$0].slot.fact != fact }
      if isEnough(fewer) { traits = fewer }
    }
    for trait in traits {
      let fewer = traits.filter { $0 != trait }
      if isEnough(fewer) { traits = fewer }
    }
    return Kind(traits: traits.map { table.traits[$0] })
  }

  /// Facts in the order in which they should be dropped: those that leave out most people first, then those that fewest rules need.
  private mutating func facts(of traits: [Int]) -> [Int] {
    let facts = traits.map { table.traits[$0].slot.fact }.uniqued()
    let worth = facts.map { fact -> (Int, Int, Int) in
      let own = traits.filter { table.traits[$0].slot.fact == fact }
      let kept = people.count { person in own.allSatisfy { table.traits[$0].truth(of: person) != .no } }
      let met = table.met(by: own)
      return (kept, against.count { $0.isMet(met) }, -fact)
    }
    return zip(facts, worth).sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// Whether whoever has these traits is on the pathway, and every rule is false of them.
  private mutating func isEnough(_ traits: [Int]) -> Bool {
    let met = table.met(by: traits)
    return given.isMet(met) && against.allSatisfy { $0.isMet(met) }
  }
}

extension TraitTable {
  /// How each trait stands for somebody of whom more may be asked. What is not known at all may become anything, known or not; what is
  /// known in part may become what it may be.
  fileprivate func starts(of person: Facts) -> [Kind.Trait.Start] {
    let truths = traits.map { $0.truth(of: person) }
    let open = Set(zip(traits, truths).filter { $1 == .unknown || person[$0.slot.fact].value == .unknown }.map(\.0.slot.fact))
    return zip(traits, truths).map { trait, truth in
      guard truth != .unknown, open.contains(trait.slot.fact) else { return truth == .yes ? .isSo : truth == .no ? .isNot : .isFree }
      let isAskable = truth == .yes || trait.slot.aspect == .known && person[trait.slot.fact].value == .unknown
      return isAskable ? .isFree : .isNot
    }
  }
}

extension Kind.Trait {
  fileprivate enum Start { case isSo, isNot, isFree }

  fileprivate var holds: Goal { .holds(slot, set) }

  fileprivate func goal(_ start: Start) -> Goal {
    switch start {
    case .isSo: .nothing
    case .isNot: .impossible
    case .isFree: holds
    }
  }
}

extension Facts {
  /// The same person, with answers.
  func completed(_ values: [Int: Facts.Value]) -> Facts {
    var facts = self
    for (fact, value) in values where value != .unknown { facts.states[fact] = State(value, .known) }
    return facts
  }
}
