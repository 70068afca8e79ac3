import Cairn
import CairnBench
import Testing

@Suite("Laws of the deep checks")
struct DeepLawTests {
  /// Every condition with its verdict for everybody in the small world.
  private struct Verdicts {
    var conditions: [String]
    var ofCondition: [[Truth]]

    init() throws {
      conditions = SmallWorld.conditions
      let world = try SmallWorld(conditions)
      let people = world.people.filter { person in
        person.states.allSatisfy { if case .codes(let codes) = $0.value { codes.held.allSatisfy { $0.since != nil } } else { true } }
      }
      ofCondition = conditions.indices.map { condition in people.map { world.ruleSet.pathwayRows.verdict(of: condition, $0) } }
    }

    func pairs(_ first: Int, _ second: Int) -> [(Truth, Truth)] { Array(zip(ofCondition[first], ofCondition[second])) }
    func isPossible(_ condition: Int) -> Bool { ofCondition[condition].contains(.yes) }
  }

  @Test("a rule is a duplicate, is shadowed or is lost exactly where everybody of the small world says so, and who is shown shows it")
  func pairs() throws {
    let verdicts = try Verdicts()
    for first in verdicts.conditions.indices {
      for second in verdicts.conditions.indices {
        let pairs = verdicts.pairs(first, second)
        let told = "\(verdicts.conditions[first]) before \(verdicts.conditions[second])"
        let follows = verdicts.isPossible(second) && pairs.allSatisfy { $1 != .yes || $0 == .yes }
        let isSame = pairs.allSatisfy { $0 == $1 }
        let (one, other) = (DeepWorld.Rule(when: verdicts.conditions[first]), DeepWorld.Rule(when: verdicts.conditions[second]))
        if let world = DeepWorld([one, other]) {
          expect(.duplicateRule, in: world, follows && isSame, told)
          expect(.shadowedRule, in: world, follows && !isSame, told)
        }
        if let world = DeepWorld([one, DeepWorld.Rule(when: other.when, verb: "invite")]) {
          expect(.verbsDiffer, in: world, pairs.contains { $0 == (.yes, .yes) }, told)
        }
      }
    }
  }

  private func expect(_ code: DiagnosticCode, in world: DeepWorld, _ isFound: Bool, _ told: String) {
    let findings = world.findings(code)
    #expect(findings.count == (isFound ? 1 : 0), "\(code): \(told)")
    for finding in findings {
      guard let profile = world.pasted(finding) else {
        Issue.record("nobody is shown: \(told)")
        continue
      }
      let facts = world.facts(of: profile)
      #expect([0, 1].allSatisfy { world.ruleSet.ruleRows.verdict(of: $0, facts) == .yes }, "\(code): \(told)")
      guard code == .verbsDiffer else { continue }
      let suggestion = world.rulebook.advice(for: profile, asOf: DeepWorld.asOf).suggestions.first
      #expect(suggestion?.rules == ["rule-00", "rule-01"] && suggestion?.step == "only", "\(told)")
    }
  }

  @Test("a condition is constant exactly where it comes to the same for everybody")
  func constants() throws {
    let verdicts = try Verdicts()
    let more = [
      "{any: [{n: {at-least: 2}}, {n: {at-most: 1}}]}", "{any: [{a: yes, n: 1}, {a: no}, {none: [{n: 1}]}]}", "{n: {between: [0, 3]}}",
      "{any: [{k: one}, {k: {none-of: one}}]}", "{any: [{a: {known: yes}}, {a: {known: no}}]}", "{any: [{both: yes}, {both: no}]}",
    ]
    for (index, condition) in (verdicts.conditions + more).enumerated() {
      guard let world = DeepWorld([], derived: [condition]) else { continue }
      let small = try SmallWorld([condition])
      let truths = Set(small.people.map { small.ruleSet.pathwayRows.verdict(of: 0, $0) })
      let isConstant = !truths.contains(.yes) || !truths.contains(.no)
      let found = world.findings(.constantFact).filter { $0.message.contains("given-0") }
      #expect(found.count == (isConstant ? 1 : 0), "\(condition)")
      if index >= verdicts.conditions.count { #expect(isConstant, "\(condition)") }
      guard truths.contains(.yes), let rule = DeepWorld([.init(when: condition)]) else { continue }
      #expect(rule.findings(.alwaysFires).count == (isConstant ? 1 : 0), "\(condition)")
    }
  }

  @Test("nobody has more suggestions at a step than the bound, somebody has as many as were found, and in small worlds the two meet")
  func load() throws {
    let verdicts = try Verdicts()
    let focuses = ["condition", "experience", "interest", "age", "work", "home"]
    let possible = verdicts.conditions.indices.filter { verdicts.isPossible($0) }
    for round in 0..<12 {
      let chosen = (0..<12).map { possible[($0 * (round + 3) + round * round) % possible.count] }
      let rules = chosen.enumerated().map { index, condition in
        DeepWorld.Rule(when: verdicts.conditions[condition], focus: focuses[index % focuses.count])
      }
      let world = try #require(DeepWorld(rules))
      let load = try #require(world.checks.load)
      let most = verdicts.ofCondition[0].indices.map { person in
        Set(chosen.indices.filter { verdicts.ofCondition[chosen[$0]][person] == .yes }.map { $0 % focuses.count }).count
      }.max()
      #expect(load.isExact && load.found == most, "round \(round): \(load.found), \(load.bound), \(most ?? -1)")
      let advice = world.rulebook.advice(for: load.somebody.profile, asOf: DeepWorld.asOf)
      #expect(advice.suggestions.count == load.left)
      #expect(advice.suggestions.count + advice.notSuggested.count { $0.reason == .limitPerStep } >= min(load.found, load.left + 1))
    }
  }

  @Test("where a budget is spent, what is left is counted, and the bound stays a bound")
  func budgets() throws {
    let verdicts = try Verdicts()
    let rules = verdicts.conditions.indices.filter { verdicts.isPossible($0) }.prefix(9).enumerated().map { index, condition in
      DeepWorld.Rule(when: verdicts.conditions[condition], verb: index % 2 == 0 ? "invite" : "self-refer")
    }
    let world = try #require(DeepWorld(rules))
    let whole = world.checks
    let none = DeepChecks(world.rulebook, asOf: DeepWorld.asOf, budget: .init(conditions: 0, pairs: 0, load: 0))
    #expect(whole.unanswered == 0 && whole.diagnostics.contains { $0.code == .verbsDiffer })
    #expect(none.unanswered > 0 && !none.diagnostics.contains { $0.code == .verbsDiffer })
    #expect(none.load == nil)
    let little = try #require(DeepChecks(world.rulebook, asOf: DeepWorld.asOf, budget: .init(load: 1)).load)
    #expect(little.found <= (whole.load?.found ?? 0) && little.bound >= (whole.load?.found ?? 0))
  }
}
