import Cairn
import CairnBench
import Testing

@Suite("Relations")
struct RelationTests {
  @Test("what is proved of two conditions holds for everybody, and what is refuted is shown by somebody")
  func smallWorlds() throws {
    let all = try AllPairs()
    for first in SmallWorld.conditions.indices {
      for second in SmallWorld.conditions.indices { all.check(first, second) }
    }
  }
}

/// Every condition of the small world, with its verdict for everybody of whom each fact is known whole or not at all.
private struct AllPairs {
  let world: SmallWorld
  let relation: Relation
  let verdicts: [[Truth]]

  init() throws {
    world = try SmallWorld(SmallWorld.conditions)
    relation = Relation(world.ruleSet.vocabulary, asOf: WitnessTests.asOf)
    let rows = world.ruleSet.pathwayRows
    let people = world.people.filter { $0.states.allSatisfy { $0.value.isWhole } }
    verdicts = SmallWorld.conditions.indices.map { condition in people.map { rows.verdict(of: condition, $0) } }
  }

  func check(_ first: Int, _ second: Int) {
    let (a, b) = (side(first), side(second))
    let pairs = Array(zip(verdicts[first], verdicts[second]))
    let told = "\(SmallWorld.conditions[first]) and \(SmallWorld.conditions[second])"
    check(relation.implies(a, b), told, holds: pairs.allSatisfy { $0 != .yes || $1 == .yes }) { values in
      let (one, other) = verdicts(first, second, values)
      return one == .yes && other != .yes
    }
    check(relation.areEqual(a, b), told, holds: pairs.allSatisfy { $0 == $1 }) { values in
      let (one, other) = verdicts(first, second, values)
      return one != other
    }
    switch relation.meet(a, b) {
    case .found(let values): #expect(verdicts(first, second, values) == (.yes, .yes), "\(told)")
    case .impossible: #expect(!pairs.contains { $0 == (.yes, .yes) }, "\(told)")
    case .notAnalysed: Issue.record("a small world is not too large: \(told)")
    }
  }

  private func check(_ finding: Relation.Finding, _ told: String, holds: Bool, shows: ([Int: Facts.Value]) -> Bool) {
    switch finding {
    case .proved: #expect(holds, "\(told)")
    case .notAnalysed: Issue.record("a small world is not too large: \(told)")
    case .refuted(let values): #expect(shows(values) && !holds, "\(told): \(world.facts(values).told)")
    }
  }

  private func side(_ condition: Int) -> RuleSide { RuleSide(world.ruleSet.pathwayRows, condition) }

  private func verdicts(_ first: Int, _ second: Int, _ values: [Int: Facts.Value]) -> (Truth, Truth) {
    let (rows, facts) = (world.ruleSet.pathwayRows, world.facts(values).facts)
    return (rows.verdict(of: first, facts), rows.verdict(of: second, facts))
  }
}

extension Facts.Value {
  /// A code without its date is known in part.
  fileprivate var isWhole: Bool { if case .codes(let codes) = self { codes.held.allSatisfy { $0.since != nil } } else { true } }
}
