import Cairn
import CairnBench
import Testing

/// What a comparison claims of people, held against everybody in a world so small that they can be listed.
@Suite("Laws of comparing conditions")
struct DiffLaws {
  @Test("whoever gains, loses, becomes undecided or is decided is found, and where nobody is said to, nobody does")
  func samePeople() throws {
    let before = try DiffWorld(SmallWorld.conditions)
    for shift in SmallWorld.conditions.indices {
      let after = try DiffWorld(DiffWorld.rotated(SmallWorld.conditions, by: shift), isTurnedRound: true)
      try check(before, after, isWider: false)
    }
  }

  @Test("where one of the two can read more, the same holds of those whom both can read")
  func morePeople() throws {
    let (narrow, wide) = (try DiffWorld(SmallWorld.conditions), try DiffWorld(SmallWorld.conditions, isWider: true))
    for shift in [0, 1, 7, 12] {
      let turned = DiffWorld.rotated(SmallWorld.conditions, by: shift)
      try check(narrow, try DiffWorld(turned, isWider: true), isWider: true)
      try check(wide, try DiffWorld(turned), isWider: true)
    }
  }

  @Test("where the budget runs out, nothing is claimed")
  func budget() throws {
    let before = try DiffWorld(SmallWorld.conditions)
    let after = try DiffWorld(DiffWorld.rotated(SmallWorld.conditions, by: 1), isTurnedRound: true)
    let diff = RulebookDiff(old: before.side("old"), new: after.side("new"), asOf: WitnessTests.asOf, budget: 0)
    let findings = diff.others.compactMap(\.finding)
    #expect(findings.count > 20)
    for finding in findings {
      guard case .notAnalysed = finding.verdict else {
        Issue.record("something is claimed: \(finding.verdict)")
        continue
      }
    }
  }

  private func check(_ before: DiffWorld, _ after: DiffWorld, isWider: Bool) throws {
    let diff = RulebookDiff(old: before.side("old"), new: after.side("new"), asOf: WitnessTests.asOf)
    #expect(diff.rules.isEmpty && diff.safeguards.isEmpty)
    let findings = Dictionary(
      uniqueKeysWithValues: diff.others.filter { $0.section == "pathways" }.map { ($0.id, $0.finding) })
    for index in SmallWorld.conditions.indices {
      var happens: Set<Transition> = []
      for (was, now) in zip(before.verdicts[index], after.verdicts[index]) where was != now { happens.insert(Transition(was, now)) }
      let told = "\(before.conditions[index]) → \(after.conditions[index])"
      guard let finding = findings["way-\(index)"] ?? nil else {
        #expect(happens.isEmpty, "\(told)")
        continue
      }
      check(finding, happens, told, isWider: isWider)
      for witness in finding.witnesses { try check(witness, index, before, after, told) }
    }
  }

  private func check(_ finding: ConditionFinding, _ happens: Set<Transition>, _ told: String, isWider: Bool) {
    switch finding.verdict {
    case .alike, .equal: #expect(happens.isEmpty, "\(told)")
    case .notAnalysed(let why): Issue.record("a small world is not too large: \(told): \(why)")
    case .different:
      for (transition, outcome) in finding.outcomes {
        switch outcome {
        case .person(let witness): #expect(happens.contains(transition) || isWider && witness.isReadInPart, "\(told): \(transition)")
        case .nobody: #expect(!happens.contains(transition), "\(told): \(transition)")
        case .notAnalysed: Issue.record("a small world is not too large: \(told): \(transition)")
        }
      }
    }
  }

  /// The profile as somebody would paste it, judged by each rulebook by itself.
  private func check(_ witness: Witness, _ index: Int, _ before: DiffWorld, _ after: DiffWorld, _ told: String) throws {
    let text = "profiles:\n" + ProfileYAML.block(witness.profile)
    let tree = try #require(YAMLReader.read(SourceText(path: "pasted.yaml", text: text)).tree)
    let verdicts = [before, after].map { world in
      world.verdict(index, of: world.rulebook.readProfiles(tree: tree).profiles.first ?? Profile(id: "lost"))
    }
    #expect(verdicts == [witness.transition.before, witness.transition.after], "\(told): \(text)")
  }
}

/// The small world as a whole rulebook: declared in one order or the other, and with as many values as conditions need or more.
struct DiffWorld {
  let conditions: [String]
  let rulebook: Rulebook
  /// By condition, for everybody of the narrower world of whom each fact is known whole or not at all.
  let verdicts: [[Truth]]

  init(_ conditions: [String], isTurnedRound: Bool = false, isWider: Bool = false) throws {
    self.conditions = conditions
    var facts = [
      "  a: {title: A, type: boolean}", "  n: {title: N, type: number, min: 0, max: \(isWider ? 5 : 3)}",
      "  c: {title: C, type: choice, values: [\(isWider ? "x, w, y, z" : isTurnedRound ? "z, y, x" : "x, y, z")]}",
      "  k: {title: K, type: codes}",
    ]
    var concepts = ["  one: {title: One}", "  two: {title: Two}"]
    if isWider { concepts.insert("  three: {title: Three}", at: 0) }
    if isTurnedRound {
      facts.reverse()
      concepts.reverse()
    }
    let ways = conditions.enumerated().map { "  way-\($0): {title: Way, for: \($1), steps: {only: {title: Only, kind: diagnosis}}}" }
    let head = [#"rulebook: {id: w, title: W, version: "1", language: en}"#, "facts:"]
    let lines =
      head + facts + ["concepts:"] + concepts + ["derived:", "  both: {title: Both, when: {a: yes, n: {at-least: 3}}}", "pathways:"]
      + (isTurnedRound ? ways.reversed() : ways)
    let rulebook = try Rulebook(files: [SourceText(path: "w.yaml", text: lines.joined(separator: "\n") + "\n")])
    self.rulebook = rulebook
    let builder = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary)
    let everybody = Self.everybody.map { builder.facts(of: $0, asOf: WitnessTests.asOf).facts }
    verdicts = conditions.indices.map { condition in
      let target = Self.target(condition, rulebook)
      return everybody.map { rulebook.ruleSet.pathwayRows.verdict(of: target, $0) }
    }
  }

  func side(_ name: String) -> DiffSide { DiffSide(name: name, rulebook: rulebook) }

  func verdict(_ condition: Int, of profile: Profile) -> Truth {
    let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: WitnessTests.asOf).facts
    return rulebook.ruleSet.pathwayRows.verdict(of: Self.target(condition, rulebook), facts)
  }

  private static func target(_ condition: Int, _ rulebook: Rulebook) -> Int {
    rulebook.ruleSet.pathways.firstIndex { $0.id == "way-\(condition)" } ?? 0
  }

  static func rotated(_ conditions: [String], by shift: Int) -> [String] { Array(conditions[shift...] + conditions[..<shift]) }

  /// Everybody, as profiles.
  private static let everybody: [Profile] = {
    let days = [0, 45, 400].map { PartialDate(CalendarDate(day: WitnessTests.asOf.day - $0)) }
    func codes(_ id: String) -> [[Profile.Code]] { [[]] + days.map { [Profile.Code(id, since: $0)] } }
    let sets = codes("one").flatMap { one in codes("two").map { Profile.Value.codes(one + $0, partial: false) } }
    var people = [Profile(id: "somebody")]
    let values: [(String, [Profile.Value])] = [
      ("a", [.boolean(true), .boolean(false)]), ("n", (0...3).map { .number("\($0)") }), ("c", ["x", "y", "z"].map { .choice($0) }),
      ("k", sets),
    ]
    for (fact, values) in values {
      people = people.flatMap { person in
        [person]
          + values.map { value in
            var next = person
            next.facts[fact] = Profile.Fact(value)
            return next
          }
      }
    }
    return people
  }()
}
