import Cairn

/// The most suggestions that one person gets at one step before `limits` cuts: the worst person found, and what nobody exceeds.
///
/// A person is looked at in one part: for themselves, or as a carer, on pathways that are for them.
package struct LoadBound: Sendable {
  /// Nil at no step in particular.
  package var pathway, step: String?
  /// How many the engine gives the worst person found.
  package var found: Int
  /// How many nobody exceeds: proved.
  package var bound: Int
  /// How many of those `limits` leaves.
  package var left: Int
  package var somebody: Cast

  package var isExact: Bool { found == bound }
}

/// Looks for the person with the most suggestions, step by step: branch and bound over the kinds of suggestion that may stand there.
struct LoadSearch {
  private let survey: Survey
  private let ruleSet: RuleSet
  /// The same rules without limits, and with them.
  private let unlimited, limited: Advisor
  private var neighbours: Neighbours
  private var pairs: [[Int]: Bool] = [:]
  private(set) var purse: Purse
  private(set) var worst: LoadBound?
  /// What nobody exceeds at the steps looked at so far.
  private var bound = 0

  init(_ survey: Survey, questions: Int) {
    self.survey = survey
    ruleSet = survey.ruleSet
    var open = survey.ruleSet
    open.limits.perStep = .max
    open.limits.inAll = .max
    unlimited = Advisor(open)
    limited = Advisor(survey.ruleSet)
    neighbours = Neighbours(ruleSet.ruleRows, asOf: survey.asOf)
    purse = Purse(questions)
    for stage in stages { look(at: stage) }
    worst?.bound = bound
  }

  /// A place, and per kind of suggestion the rules that may bring it there.
  private struct Stage {
    var spot: Spot
    var who: Who
    var kinds: [[Int]]
    /// Suggestions that a hub may add to them.
    var hubs: Int
  }

  /// Those with most kinds of suggestion first.
  private var stages: [Stage] {
    var rules: [Spot: [Int]] = [:]
    let verbs = ruleSet.verbs
    for rule in ruleSet.rules.indices where verbs[rule] != nil && ruleSet.rules[rule].isInForce(on: survey.asOf) {
      for spot in survey.spots[rule] { rules[spot, default: []].append(rule) }
    }
    let stages = [Who.person, .carer].flatMap { who in
      rules.compactMap { spot, rules in stage(at: spot, for: who, rules.filter { ruleSet.rules[$0].who == who }) }
    }
    return stages.sorted { ($1.kinds.count, $0.spot.order, $0.who.rawValue) < ($0.kinds.count, $1.spot.order, $1.who.rawValue) }
  }

  private func stage(at spot: Spot, for who: Who, _ rules: [Int]) -> Stage? {
    guard !rules.isEmpty else { return nil }
    let kinds = Dictionary(grouping: rules) { Suggested(ruleSet.rules[$0]) }.values.sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
    return Stage(
      spot: spot, who: who, kinds: kinds, hubs: ruleSet.routing.count { policy in kinds.contains { $0.isSplit(by: policy, ruleSet) } })
  }

  private mutating func look(at stage: Stage) {
    guard stage.kinds.count + stage.hubs > worst?.found ?? 0 else { return }
    var branch = Branch(ceilings: ceilings(of: stage.kinds))
    branch.goals = [survey.goal(at: stage.spot, for: stage.who)]
    search(stage, 0, &branch)
    bound = max(bound, (branch.isCutShort ? branch.ceilings[0] : branch.best.count) + stage.hubs)
    guard !branch.best.isEmpty else { return }
    run(branch, at: stage)
  }

  /// How far a search has come.
  private struct Branch {
    /// From each kind on, how many at most are true together.
    let ceilings: [Int]
    var goals: [Goal] = []
    var chosen: [Int] = []
    var best: [Int] = []
    var values: [Int: Facts.Value] = [:]
    /// Whether the purse ran out, so that the best found may not be the best there is.
    var isCutShort = false
  }

  /// Each kind of suggestion is brought by one of its rules, or left out.
  private mutating func search(_ stage: Stage, _ index: Int, _ branch: inout Branch) {
    guard index < stage.kinds.count else { return }
    for rule in stage.kinds[index] {
      guard branch.chosen.count + branch.ceilings[index] > branch.best.count else { return }
      let near = neighbours.neighbours(of: rule)
      guard branch.chosen.allSatisfy({ near.contains($0) }) else { continue }
      guard purse.pay(for: survey.comparisons[rule]) else { return branch.isCutShort = true }
      let goals = branch.goals + [ruleSet.ruleRows.goal(rule, is: .yes)]
      switch Solver.solve(goals, in: ruleSet.vocabulary, asOf: survey.asOf, budget: Survey.demands) {
      case .impossible: continue
      case .notAnalysed: branch.isCutShort = true
      case .found(let values): descend(stage, index, rule, values, goals, &branch)
      }
    }
    guard branch.chosen.count + branch.ceilings[index + 1] > branch.best.count else { return }
    search(stage, index + 1, &branch)
  }

  private mutating func descend(
    _ stage: Stage, _ index: Int, _ rule: Int, _ values: [Int: Facts.Value], _ goals: [Goal], _ branch: inout Branch
  ) {
    let before = branch.goals
    branch.goals = goals
    branch.chosen.append(rule)
    if branch.chosen.count > branch.best.count {
      branch.best = branch.chosen
      branch.values = values
    }
    search(stage, index + 1, &branch)
    branch.chosen.removeLast()
    branch.goals = before
  }

  /// Of kinds that exclude each other one at most is true: what is left falls into that many groups.
  private mutating func ceilings(of kinds: [[Int]]) -> [Int] {
    var ceilings = [0]
    var groups: [[Int]] = []
    for kind in kinds.indices.reversed() {
      if let group = groups.firstIndex(where: { $0.allSatisfy { exclude(kinds[kind], kinds[$0]) } }) {
        groups[group].append(kind)
      } else {
        groups.append([kind])
      }
      ceilings.insert(groups.count, at: 0)
    }
    return ceilings
  }

  /// Whether no rule of one kind is true with a rule of another. Of many rules only what their bitmaps tell.
  private mutating func exclude(_ kind: [Int], _ other: [Int]) -> Bool {
    kind.allSatisfy { rule in
      let near = neighbours.neighbours(of: rule)
      return other.allSatisfy { !near.contains($0) || kind.count * other.count <= 16 && exclude(rule, $0) }
    }
  }

  private mutating func exclude(_ rule: Int, _ other: Int) -> Bool {
    if let known = pairs[[rule, other]] { return known }
    let goals = [rule, other].map { ruleSet.ruleRows.goal($0, is: .yes) }
    let isExcluded = survey.isImpossible(goals, &purse)
    pairs[[rule, other]] = isExcluded
    return isExcluded
  }

  /// Runs the best person of a stage through the engine, which has the last word on how many there are.
  private mutating func run(_ branch: Branch, at stage: Stage) {
    let somebody = survey.cast(branch.values, at: stage.spot, for: branch.best)
    let found = suggestions(for: somebody, at: stage.spot, by: unlimited)
    guard found > worst?.found ?? 0 else { return }
    let left = suggestions(for: somebody, at: stage.spot, by: limited)
    worst = LoadBound(
      pathway: stage.spot.pathway(in: ruleSet), step: stage.spot.step(in: ruleSet), found: found, bound: bound, left: left,
      somebody: somebody)
  }

  private func suggestions(for somebody: Cast, at spot: Spot, by advisor: Advisor) -> Int {
    let advice = advisor.advice(for: somebody.profile, caringFor: somebody.caringFor, asOf: survey.asOf)
    return advice.suggestions.count { $0.pathway == spot.pathway(in: ruleSet) && $0.step == spot.step(in: ruleSet) }
  }
}

extension [Int] {
  /// Whether a policy takes some of these rules and leaves others, so that its hub stands beside what they suggest.
  fileprivate func isSplit(by policy: RuleSet.Routing, _ ruleSet: RuleSet) -> Bool {
    let taken = filter { rule in
      guard case .suggest(let support, let verb, _) = ruleSet.rules[rule].action else { return false }
      return policy.takes(support, verb)
    }
    return !taken.isEmpty && taken.count < count
  }
}
