import Cairn
import CairnBench
import CairnPlugins
import Testing

@Suite("Witnesses")
struct WitnessTests {
  static let asOf = CalendarDate(2026, 11, 22)

  /// The folder of the rulebook that ships.
  static let rules = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/rules"

  /// The rulebook that ships.
  static let shipped = try? Rulebook(at: rules, supportTypes: InstalledPlugins.all)

  @Test("every rule that ships is true for somebody, false for somebody, and the engine agrees about both")
  func shippedRules() throws {
    let ruleSet = try #require(Self.shipped).ruleSet
    for rule in ruleSet.rules.indices where ruleSet.rules[rule].who != .team {
      let id = ruleSet.rules[rule].id
      let yes = try #require(try verdict(of: rule, ruleSet.ruleRows.goal(rule, is: .yes), ruleSet), "nobody for \(id)")
      #expect(yes == .yes, "\(id)")
      guard ruleSet.ruleRows.targets[rule].contains(where: { !ruleSet.ruleRows.rows[$0].isEmpty }) else { continue }
      let no = try #require(try verdict(of: rule, ruleSet.ruleRows.goal(rule, is: .no), ruleSet), "nobody against \(id)")
      #expect(no == .no, "\(id)")
    }
  }

  /// What the engine says of the person whom the solver finds; nil where it finds nobody.
  private func verdict(of rule: Int, _ goal: Goal, _ ruleSet: RuleSet) throws -> Truth? {
    guard case .found(let values) = Solver.solve([goal], in: ruleSet.vocabulary, asOf: Self.asOf) else { return nil }
    let profile = Persona(values, in: ruleSet).profile(id: "somebody")
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: Self.asOf).facts
    let told = try reread(profile)
    #expect(FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: told, asOf: Self.asOf).facts.values == facts.values)
    return ruleSet.ruleRows.verdict(of: rule, facts)
  }

  /// The profile as it comes back from the YAML that a designer would paste.
  private func reread(_ profile: Profile) throws -> Profile {
    let text = "profiles:\n" + ProfileYAML.block(profile)
    let tree = try #require(YAMLReader.read(SourceText(path: "pasted.yaml", text: text)).tree, "\(text)")
    let read = try #require(Self.shipped).readProfiles(tree: tree)
    #expect(read.diagnostics.isEmpty, "\(text)\n\(DiagnosticText.draw(read.diagnostics))")
    return try #require(read.profiles.first)
  }

  // MARK: - Small worlds

  @Test("the solver finds somebody exactly where there is somebody to find", arguments: SmallWorld.conditions, Claim.allCases)
  func smallWorlds(condition: String, claim: Claim) throws {
    let world = try SmallWorld([condition])
    let rows = world.ruleSet.pathwayRows
    let exists = world.people.contains { claim.isMet(by: rows.verdict(of: 0, $0)) }
    switch Solver.solve([rows.goal(0, is: claim)], in: world.ruleSet.vocabulary, asOf: Self.asOf) {
    case .impossible: #expect(!exists)
    case .notAnalysed: Issue.record("a small world is not too large")
    case .found(let values):
      let (facts, told) = world.facts(values)
      #expect(claim.isMet(by: rows.verdict(of: 0, facts)), "\(told)")
      #expect(exists)
    }
  }

  @Test("where the budget runs out, nothing is claimed")
  func budget() throws {
    let ruleSet = try #require(Self.shipped).ruleSet
    let goal = Goal.all((0..<40).map { _ in ruleSet.ruleRows.goal(0, is: .yes) })
    guard case .notAnalysed = Solver.solve([goal], in: ruleSet.vocabulary, asOf: Self.asOf, budget: 1) else {
      Issue.record("a budget of one demand is spent at once")
      return
    }
  }
}

extension Facts {
  fileprivate var values: [Facts.Value] { states.map(\.value) }
}

extension RowSet.Row {
  fileprivate var isEmpty: Bool { constraints.isEmpty && residuals.isEmpty }
}
