import Cairn
import CairnPlugins
import Testing

@testable import CairnBench

@Suite("Mutants")
struct MutantsTests {
  // MARK: - Every world

  static let conditions = [
    "{a: yes}", "{a: {known: yes}}", "{n: {at-least: 2}, a: yes}", "{n: {between: [1, 2]}}", "{n: [0, 2]}", "{n: 3, c: [x, y]}",
    "{any: [{a: yes}, {n: 3}], c: [x, y]}", "{none: [{a: yes}, {n: {less-than: 3}}]}",
    "{some: {at-least: 2, of: [{a: yes}, {n: 0}, {c: z}]}}", "{k: {all-of: [one, two]}}", "{k: {none-of: [one, two]}}",
    "{k: {any-of: [one, two], since: {within: 45 days}}}", "{any: [{a: yes}, {a: no}], n: 1}", "{both: yes, n: {at-least: 3}}",
    "{any: [{both: no}, {c: z}], a: yes}", "{all: [{a: yes}, {any: [{a: yes}, {n: 1}]}]}",
  ]

  @Test("a change alters nothing exactly where no state of the world tells it apart", arguments: conditions)
  func everyWorld(condition: String) throws {
    let rulebook = try SmallWorld.rulebook("rules:\n  only: {title: Only, when: \(condition), flag: Look., because: It is so.}\n")
    let ruleSet = rulebook.ruleSet
    let readers = DerivedReaders(ruleSet)
    // A change may move a limit by a day: only codes that are held for days close to each other tell that apart.
    let people = SmallWorld.people(of: ruleSet, heldFor: [44, 45, 46])
    let trial = Trial(rulebook, rulebook.runTests(), asOf: SmallWorld.asOf)
    for change in ruleSet.decided().flatMap({ ruleSet.changes(to: $0) }) {
      let touched = AlteredRuleSet(ruleSet, change, readers: readers).touched
      let differs = people.contains { facts in
        touched.contains { $0.before.rows.verdict(of: $0.before.target, facts) != $0.after.rows.verdict(of: $0.after.target, facts) }
      }
      let mutant = trial.mutant(change)
      switch mutant.fate {
      case .equivalent: #expect(!differs, "\(condition): \(mutant.words)")
      case .survives(_, .verdict(let before, let after)):
        #expect(differs, "\(condition): \(mutant.words)")
        #expect(before != after)
      case .survives(_, .place), .killed, .undecided: Issue.record("\(condition): \(mutant.words): \(mutant.fate)")
      }
    }
  }

  // MARK: - By running the altered rulebook

  private static let tests = """
      - test: it is always so
        profile: {facts: {immediate-danger: no, conditions: []}}
        as-of: 2026-11-22
        expect: {suggests: [{rule: always}]}
      - test: company for those who came home to few
        profile: {facts: {age: 71, alone: yes, visitors: 2, left: 2026-11-01, home: own}, at: {pathway: way, step: first}}
        as-of: 2026-11-22
        expect: {suggests: [{rule: company, timing: now}]}
      - test: twelve weeks are a long wait
        profile: {facts: {conditions: [{is: copd, since: 2026-01-01}]}, at: {pathway: way, step: second, since: 2026-08-30}}
        as-of: 2026-11-22
        expect: {suggests: [{rule: wait, timing: now}]}
      - test: danger comes first
        profile: {facts: {immediate-danger: yes}}
        as-of: 2026-11-22
        expect: {escalates: [danger], nothing: yes}
      - test: who has a stroke or COPD is on the way
        profile: {facts: {conditions: [stroke]}}
        as-of: 2026-11-22
        expect: {undecided: [{pathway: way, rule: company}]}

    """

  @Test("a change is noticed exactly where a test fails under the rulebook that is altered and compiled as a whole")
  func noticed() throws {
    let rulebook = try CoverageTests.open(Self.tests)
    let report = rulebook.runTests()
    #expect(report.failed.isEmpty)
    let ruleSet = rulebook.ruleSet
    let trial = Trial(rulebook, report, asOf: CoverageTests.asOf)
    var killed = 0
    for change in ruleSet.decided().flatMap({ ruleSet.changes(to: $0) }) {
      let advisor = Advisor(AlteredRuleSet(ruleSet, change, readers: DerivedReaders(ruleSet)).finished())
      let fails = report.outcomes.contains { outcome in
        guard case .person(let profile, _)? = outcome.subject else { return false }
        let advice = advisor.advice(for: profile, asOf: outcome.test.asOf)
        return !outcome.test.failures(of: .person(profile, advice)).isEmpty
      }
      let mutant = trial.mutant(change)
      if case .killed = mutant.fate { killed += 1 }
      #expect(fails == !(mutant.fate.isOpen || mutant.fate.isEquivalent), "\(mutant.id): \(mutant.words): \(mutant.fate)")
    }
    #expect(killed > 10)
  }

  @Test(
    "what is said to be noticed fails when the change is made in the text, and what is not passes",
    arguments: [
      ("visitors: {at-most: 2}", "visitors: {at-most: 1}", "lonely", "visitors: at most 2 → at most 1", true),
      ("visitors: {at-most: 2}", "visitors: {at-most: 3}", "lonely", "visitors: at most 2 → at most 3", false),
      (
        "when: {immediate-danger: yes}", "when: {none: [{immediate-danger: yes}]}", "danger",
        "immediate-danger: yes, turned into its opposite", true
      ),
      ("for: {conditions: [stroke, copd]}", "for: {conditions: [copd]}", "way", "conditions: without stroke", true),
      (
        "for: {conditions: [stroke, copd]}", "for: {conditions: {all-of: [stroke, copd]}}", "way", "conditions: any of them → all of them",
        true
      ),
      ("after: 12 weeks", "after: 85 days", "wait", "at: after 12 weeks → after 85 days", true),
      ("after: 12 weeks", "after: 83 days", "wait", "at: after 12 weeks → after 83 days", false),
      ("since: {within: 12 months}", "since: {within: 11 months}", "wait", "conditions: for at most 1 year → for at most 11 months", false),
      ("lonely: yes, left", "lonely: no, left", "company", "lonely: yes, turned into its opposite", true),
      (
        "left: {within-last: 6 weeks}", "left: {within-last: 43 days}", "company",
        "left: within the last 6 weeks → within the last 43 days", false
      ),
    ])
  func fromText(_ written: String, _ changed: String, _ id: String, _ words: String, _ isNoticed: Bool) throws {
    let rulebook = try CoverageTests.open(Self.tests)
    let mutants = rulebook.mutants(of: rulebook.runTests(), today: CoverageTests.asOf, only: [id])
    let mutant = try #require(mutants.all.first { $0.words == words }, "\(mutants.all.map(\.words))")
    #expect(mutant.fate.isKilled == isNoticed)
    let text = CoverageTests.rules.replacing(written, with: changed) + "tests:\n" + Self.tests
    let altered = try Rulebook(files: [SourceText(path: "rules.yaml", text: text)], supportTypes: InstalledPlugins.all)
    #expect(altered.runTests().failed.isEmpty != isNoticed)
  }

  @Test("every test that is listed notices the change that it is listed for")
  func listed() throws {
    let rulebook = try CoverageTests.open(Self.tests)
    let before = rulebook.mutants(of: rulebook.runTests(), today: CoverageTests.asOf)
    let ready = before.all.compactMap { if case .survives(let test, _) = $0.fate { test } else { nil } }
    #expect(ready.count > 20)
    let whole = try CoverageTests.open(Self.tests + ready.map(\.yaml).joined())
    let report = whole.runTests()
    #expect(report.failed.isEmpty)
    let after = whole.mutants(of: report, today: CoverageTests.asOf)
    for (old, new) in zip(before.all, after.all) where old.fate.isOpen && !old.fate.isUndecided {
      #expect(new.fate.isKilled, "\(new.id): \(new.words)")
    }
  }

  // MARK: - Remarks

  @Test("a comment beside a condition says why nobody notices")
  func remarks() {
    let text = """
      # untested: not this one

      a: 1 # untested: on the line itself
      # It is two.
      # untested: written above,
      # on two lines
      b: 2
      # nothing of the kind
      c: 3
      """
    let source = SourceText(path: "a.yaml", text: text)
    func remark(_ key: String) -> String? {
      let start = text.utf8.distance(from: text.startIndex, to: text.firstRange(of: "\n\(key):")?.upperBound ?? text.startIndex) - 2
      return SourceRange(source, start, start + 2).remark
    }
    #expect(remark("a") == "on the line itself")
    #expect(remark("b") == "written above, on two lines")
    #expect(remark("c") == nil)
  }
}

extension Mutant.Fate {
  fileprivate var isKilled: Bool { if case .killed = self { true } else { false } }
  fileprivate var isEquivalent: Bool { if case .equivalent = self { true } else { false } }
  fileprivate var isUndecided: Bool { if case .undecided = self { true } else { false } }
}
