/// Which rules speak at which step: the same for everybody, so looked up once per rulebook.
package struct PlacementIndex: Sendable {
  /// Per pathway and step, the rules placed there in the order declared, those of the team included.
  package let rules: [[[Int]]]
  /// Rules without `at`.
  package let anywhere: [Int]
  /// Per rule, its position in the fixed order: priority, evidence grade, id.
  package let fixedOrder: [Int]
  /// Indices of pathways by id.
  let pathways: [String: Int]

  package init(_ ruleSet: RuleSet) {
    anywhere = ruleSet.rules.indices.filter { ruleSet.rules[$0].at == nil }
    fixedOrder = Self.fixedOrder(of: ruleSet.rules)
    pathways = Dictionary(ruleSet.pathways.enumerated().map { ($1.id, $0) }) { first, _ in first }
    rules = ruleSet.pathways.enumerated().map { pathway, declared in
      declared.steps.map { step in
        ruleSet.rules.indices.filter { rule in
          ruleSet.rules[rule].at.map { $0.covers(step, of: pathway) && ruleSet.rules[rule].who.speaks(at: step.who) } ?? false
        }
      }
    }
  }

  static func fixedOrder(of rules: [RuleSet.Rule]) -> [Int] {
    let keys = rules.indices.map { (priority: -rules[$0].priority.weight, grade: Rank.grade(of: rules[$0].evidence), id: rules[$0].id) }
    var result = Array(repeating: 0, count: rules.count)
    for (position, rule) in rules.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() { result[rule] = position }
    return result
  }
}

extension RuleSet {
  /// Per rule, its position in the fixed order: of several rules that suggest one support at one step, the first gives verb and words.
  package var fixedOrder: [Int] { PlacementIndex.fixedOrder(of: rules) }

  /// Whether nothing but their ids tells which of two rules comes first.
  package func isOrderedByID(_ rule: Int, _ other: Int) -> Bool {
    rules[rule].priority == rules[other].priority && Rank.grade(of: rules[rule].evidence) == Rank.grade(of: rules[other].evidence)
  }
}

extension RuleSet.Placement {
  /// Kinds, pathways and steps are an *and*; what is left empty asks nothing.
  package func covers(_ step: RuleSet.Step, of pathway: Int) -> Bool {
    (kinds.isEmpty || kinds.contains(step.kind)) && (pathways.isEmpty || pathways.contains(pathway))
      && (steps.isEmpty || steps.contains(step.id))
  }
}

extension Who {
  /// Whether a rule about these people may stand at a step of those. The team may speak at any step, of which nobody's advice shows it.
  package func speaks(at step: Who) -> Bool {
    switch self {
    case .team: true
    case .carer: step != .team
    case .person: step == .person
    }
  }
}
