import Cairn
import CairnBench
import CairnPlugins
import Testing

@Suite("Witnesses")
struct WitnessTests {
  static let asOf = CalendarDate(2026, 11, 22)

  /// The rulebook that ships.
  static let shipped: Rulebook? = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    return try? Rulebook(at: root + "/rules", supportTypes: InstalledPlugins.all)
  }()

  @Test("every rule that ships is true for somebody, false for somebody, and the engine agrees about both")
  func shippedRules() throws {
    let ruleSet = try #require(Self.shipped).ruleSet
    for rule in ruleSet.rules.indices where ruleSet.rules[rule].who != .team {
      let id = ruleSet.rules[rule].id
      let yes = try #require(try verdict(of: rule, ruleSet.ruleRows.goal(for: rule), ruleSet), "nobody for \(id)")
      #expect(yes == .yes, "\(id)")
      guard ruleSet.ruleRows.targets[rule].contains(where: { !ruleSet.ruleRows.rows[$0].isEmpty }) else { continue }
      let no = try #require(try verdict(of: rule, ruleSet.ruleRows.goal(against: rule), ruleSet), "nobody against \(id)")
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

  static let conditions = [
    "{a: yes}", "{a: no}", "{n: {at-least: 2}, a: yes}", "{all: [{n: {at-least: 2}}, {n: {at-most: 1}}]}",
    "{any: [{a: yes}, {n: 3}], c: [x, y]}", "{none: [{a: yes}, {n: {less-than: 3}}]}",
    "{some: {at-least: 2, of: [{a: yes}, {n: 0}, {c: z}]}}", "{some: {at-least: 2, of: [{a: yes}, {all: [{a: no}, {n: 0}]}, {c: z}]}}",
    "{k: one}", "{k: {none-of: [one, two]}}", "{k: {all-of: [one, two]}}",
    "{all: [{k: {any-of: one, since: {within: 2 months}}}, {k: {none-of: one}}]}",
    "{all: [{k: {any-of: one}}, {k: {none-of: one, since: {within: 2 months}}}]}",
    "{all: [{k: {any-of: [one, two], since: {within: 2 months}}}, {k: {none-of: one}}]}",
    "{all: [{k: {any-of: one, since: {longer-than: 2 months}}}, {k: {none-of: one, since: {longer-than: 1 month}}}]}",
    "{all: [{k: {any-of: one, since: {longer-than: 1 month}}}, {k: {none-of: one, since: {longer-than: 2 months}}}]}",
    "{both: yes, a: no}", "{both: yes, n: {at-most: 2}}", "{both: no, a: yes, n: 3}", "{any: [{both: yes}, {c: z}], a: no}",
    "{a: {known: yes}, n: 1}", "{all: [{a: {known: no}}, {a: yes}]}", "{all: [{n: {known: no}}, {c: x}]}",
    "{all: [{any: [{a: yes}, {n: 0}]}, {any: [{a: no}, {n: 1}]}, {any: [{c: x}, {a: yes}]}]}",
    "{all: [{any: [{a: yes}, {n: 0}]}, {any: [{a: no}, {n: 1}]}, {n: {at-least: 2}}]}",
  ]

  @Test("the solver finds somebody exactly where there is somebody to find", arguments: conditions)
  func smallWorlds(condition: String) throws {
    let text = """
      rulebook: {id: w, title: W, version: "1", language: en}
      facts:
        a: {title: A, type: boolean}
        n: {title: N, type: number, min: 0, max: 3}
        c: {title: C, type: choice, values: [x, y, z]}
        k: {title: K, type: codes}
      concepts:
        one: {title: One}
        two: {title: Two}
      derived:
        both: {title: Both, when: {a: yes, n: {at-least: 3}}}
      pathways:
        way: {title: Way, for: \(condition), steps: {only: {title: Only, kind: diagnosis}}}

      """
    let ruleSet = try Rulebook(files: [SourceText(path: "w.yaml", text: text)]).ruleSet
    for (goal, wanted) in [(ruleSet.pathwayRows.goal(for: 0), Truth.yes), (ruleSet.pathwayRows.goal(against: 0), .no)] {
      let exists = Self.worlds(ruleSet).contains { ruleSet.pathwayRows.verdict(of: 0, $0) == wanted }
      switch Solver.solve([goal], in: ruleSet.vocabulary, asOf: Self.asOf) {
      case .impossible: #expect(!exists)
      case .notAnalysed: Issue.record("a small world is not too large")
      case .found(let values):
        let profile = Persona(values, in: ruleSet).profile(id: "somebody")
        let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: Self.asOf).facts
        #expect(ruleSet.pathwayRows.verdict(of: 0, facts) == wanted, "\(ProfileYAML.flow(profile))")
        #expect(exists)
      }
    }
  }

  /// Every state of the four facts that conditions could tell apart, unknown among them.
  private static func worlds(_ ruleSet: RuleSet) -> [Facts] {
    let index = ruleSet.vocabulary.factIndex
    let codes = ["one", "two"].compactMap { ruleSet.vocabulary.codeIndex[.init(.concepts, $0)] }
    let held: [[Facts.Held?]] = codes.map { code in
      [nil, .init(code)] + [0, 45, 400].map { Facts.Held(code, since: PartialDate(CalendarDate(day: asOf.day - $0))) }
    }
    let sets = held[0].flatMap { one in held[1].map { two in Facts.Value.codes(.init([one, two].compactMap { $0 })) } }
    let unknown = Facts(asOf: asOf, states: ruleSet.vocabulary.facts.map { _ in .unknown })
    func spread(_ worlds: [Facts], _ fact: String, _ values: [Facts.Value]) -> [Facts] {
      guard let place = index[fact] else { return worlds }
      return worlds.flatMap { world in
        [world]
          + values.map { value in
            var next = world
            next.states[place] = Facts.State(value, .known)
            return next
          }
      }
    }
    var worlds = spread([unknown], "a", [.boolean(true), .boolean(false)])
    worlds = spread(worlds, "n", (0...3).map { .number($0, $0) })
    worlds = spread(worlds, "c", (0...2).map { .choice($0) })
    return spread(worlds, "k", sets)
  }

  @Test("where the budget runs out, nothing is claimed")
  func budget() throws {
    let ruleSet = try #require(Self.shipped).ruleSet
    let goal = Goal.all((0..<40).map { _ in ruleSet.ruleRows.goal(for: 0) })
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
