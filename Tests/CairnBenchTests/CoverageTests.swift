import Cairn
import CairnPlugins
import Testing

@testable import CairnBench

@Suite("Coverage")
struct CoverageTests {
  static let asOf = CalendarDate(2026, 11, 22)

  static let rules = """
    rulebook: {id: small, title: Small, version: "1", language: en}
    facts:
      alone: {title: Lives alone, type: boolean}
      visitors: {title: Visitors a week, type: number, min: 0, max: 9}
      home: {title: Home, type: choice, values: [own, rented, none-yet]}
      left: {title: Left hospital, type: date}
      conditions: {title: Conditions, type: codes}
    concepts:
      stroke: {title: Stroke}
      copd: {title: COPD}
    derived:
      lonely: {title: Lonely, when: {any: [{alone: yes, visitors: {at-most: 2}}, {visitors: 0}]}}
    pathways:
      way:
        title: A way
        for: {conditions: [stroke, copd]}
        steps:
          first: {title: First, kind: coming-home}
          second: {title: Second, kind: waiting}
          team: {title: The team, kind: training, who: team}
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {practitioner: Ring first.}}
    rules:
      company:
        title: Company
        at: {kind: coming-home, within: 6 weeks}
        when: {lonely: yes, left: {within-last: 6 weeks}}
        unless: {home: [none-yet]}
        suggest: {support: peer-group, verb: self-refer}
        because: Company is good.
      wait:
        title: A long wait
        at: {kind: waiting, after: 12 weeks}
        when: {conditions: {any-of: [stroke, copd], since: {within: 12 months}}}
        flag: Ask about company.
        because: Twelve weeks are long.
      always:
        title: Always
        flag: Look.
        because: It is so.
      told:
        title: Told
        who: team
        at: {kind: training}
        flag: Tell them.
        because: They ask.

    """

  static func open(_ tests: String) throws -> Rulebook {
    try Rulebook(files: [SourceText(path: "rules.yaml", text: rules + "tests:\n" + tests)], supportTypes: InstalledPlugins.all)
  }

  /// Something has to be tested before there is anything to say of tests.
  static let first = """
      - test: it is always so
        profile: {facts: {immediate-danger: no, conditions: []}}
        as-of: 2026-11-22
        expect: {suggests: [{rule: always}]}

    """

  static func coverage(_ tests: String) throws -> Coverage {
    let rulebook = try open(tests)
    let report = rulebook.runTests()
    #expect(report.failed.isEmpty, "\(report.failed.map { "\($0.test.name.value): \($0.failures) \($0.problems)" })")
    return rulebook.coverage(of: report, today: asOf)
  }

  private static func seen(_ coverage: Coverage) -> Int {
    coverage.entries.flatMap(\.looks).count { $0.standing == .seen }
  }

  @Test("every test that is listed passes when pasted, and raises coverage")
  func listed() throws {
    let before = try Self.coverage(Self.first)
    let tests = before.entries.flatMap(\.tests)
    #expect(tests.count > 10)
    for test in tests { #expect(Self.seen(try Self.coverage(Self.first + test.yaml)) > Self.seen(before), "\(test.yaml)") }
  }

  @Test("with all of them pasted, everything is seen that anybody can reach")
  func whole() throws {
    let before = try Self.coverage(Self.first)
    let after = try Self.coverage(Self.first + before.entries.flatMap(\.tests).map(\.yaml).joined())
    #expect(before.hasGaps)
    #expect(!after.hasGaps)
    #expect(after.entries.flatMap(\.tests).isEmpty)
    for kind in Decided.Kind.allCases { #expect(after.states(of: kind).percent == 100) }
    #expect(after.sides.percent == 100)
  }

  @Test("what nobody can be in is proved, and does not count")
  func unreachable() throws {
    let always = try #require(try Self.coverage(Self.first).entries.first { $0.id == "always" })
    #expect(always.looks.map(\.what) == [.verdict(.yes), .verdict(.no), .verdict(.unknown)])
    #expect(always.looks.map(\.standing) == [.seen, .unreachable, .unreachable])
  }

  @Test("a comparison has a side beyond each boundary that was written, and that it is not known")
  func sides() throws {
    let coverage = try Self.coverage(Self.first)
    func sides(_ id: String) throws -> [String] {
      try #require(coverage.entries.first { $0.id == id }).looks.compactMap { look in
        if case .side(let range, let words) = look.what { "\(range?.text ?? ""): \(words)" } else { nil }
      }
    }
    #expect(
      try sides("lonely") == [
        "alone: yes: yes", "alone: yes: no", "alone: yes: not known", "visitors: {at-most: 2}: at most 2",
        "visitors: {at-most: 2}: at least 3", "visitors: {at-most: 2}: not known", "visitors: 0: 0", "visitors: 0: at least 1",
        "visitors: 0: not known",
      ])
    #expect(
      try sides("company") == [
        "lonely: yes: yes", "lonely: yes: no", "lonely: yes: not known", "left: {within-last: 6 weeks}: within the last 6 weeks",
        "left: {within-last: 6 weeks}: longer ago than 6 weeks", "left: {within-last: 6 weeks}: not known", "home: [none-yet]: none-yet",
        "home: [none-yet]: not none-yet", "home: [none-yet]: not known",
      ])
    let written = "conditions: {any-of: [stroke, copd], since: {within: 12 months}}: "
    #expect(
      try sides("wait")
        == ["stroke or COPD for at most 1 year", "held for longer", "none of stroke and COPD", "not known"].map { written + $0 })
  }

  @Test("a rule that stands nowhere for a person was not judged for them")
  func judged() throws {
    let person = """
        - test: nothing stands behind the last step
          profile: {facts: {alone: yes, visitors: 1, left: 2026-11-20, home: own}, at: {pathway: way, step: second, since: 2026-11-20}}
          as-of: 2026-11-22
          expect: {never: {suggests: [{rule: company}]}}

      """
    let company = try #require(try Self.coverage(Self.first + person).entries.first { $0.id == "company" })
    #expect(!company.looks.contains { $0.standing == .seen })
  }

  @Test("only what is asked for is looked at")
  func only() throws {
    let rulebook = try Self.open(Self.first)
    let coverage = rulebook.coverage(of: rulebook.runTests(), today: Self.asOf, only: ["danger", "told"])
    #expect(coverage.entries.map(\.id) == ["danger", "told"])
  }

  @Test("people are made up for the day that most tests pin")
  func day() throws {
    let other = Self.first.replacing("it is always so", with: "it was always so").replacing("2026-11-22", with: "2020-01-01")
    let rulebook = try Self.open(other + other.replacing("it was", with: "it had been") + Self.first)
    #expect(rulebook.runTests().usualDay == CalendarDate(2020, 1, 1))
    #expect(try Self.open(Self.first + other).runTests().usualDay == Self.asOf)
  }

  // MARK: - Long work

  /// So many rules, each with conditions of its own.
  private static func many(_ count: Int) throws -> Rulebook {
    let rules = (0..<count).map {
      "  r\($0): {title: R, when: {a: yes, n: {at-least: \($0 % 3 + 1)}}, flag: Look., because: It is so.}\n"
    }
    let tests = "tests:\n  - {test: nobody, profile: {facts: {a: no}}, as-of: 2026-11-22, expect: {nothing: yes}}\n"
    return try SmallWorld.rulebook("rules:\n" + rules.joined() + tests)
  }

  @Test("four times as many rules are not more work than the budget allows, and what is left is said to be", .enabled(if: Steps.areCounted))
  func budget() throws {
    func steps(_ count: Int) throws -> Int {
      let rulebook = try Self.many(count)
      let report = rulebook.runTests()
      var coverage = Coverage(people: 0, entries: [])
      let steps = Steps.taken { coverage = rulebook.coverage(of: report, today: Self.asOf, work: WorkBudget(5_000)) }
      #expect(coverage.isCutShort)
      #expect(coverage.sides.notAnalysed > 0)
      let said = CoverageText(coverage, options: .init()).draw().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.hasSuffix("There is more than one run looks at: what is left is not analysed. `--rule ID` looks at one thing."))
      return steps
    }
    let (few, many) = (try steps(50), try steps(200))
    #expect(many <= 4 * few, "\(few) steps, then \(many)")
  }

  @Test("whoever interrupts it gets what is known until then")
  func interrupted() throws {
    let rulebook = try Self.many(20)
    let report = rulebook.runTests()
    var looked = 0
    let coverage = rulebook.coverage(of: report, today: Self.asOf, work: WorkBudget(Coverage.usualWork) { looked >= 10 }) { done, _ in
      looked = done
    }
    let whole = rulebook.coverage(of: report, today: Self.asOf)
    #expect(coverage.isCutShort && !whole.isCutShort)
    #expect(coverage.entries.count == whole.entries.count)
    // The derived fact is looked at first, since there is but one.
    #expect(coverage.entries.prefix(9).map(\.tests) == whole.entries.prefix(9).map(\.tests))
    #expect(coverage.entries[9..<20].allSatisfy { $0.tests.isEmpty && $0.looks.allSatisfy { $0.standing != .unreachable } })
  }

  // MARK: - Tests to paste

  @Test("the ten that see most come first, and the rest is shown with `--all`")
  func ten() throws {
    let coverage = try Self.coverage(Self.first)
    let tests = coverage.testsToWrite
    #expect(tests.count > 10)
    var options = AdviceText.Options()
    let drawn = CoverageText(coverage, options: options).draw()
    #expect(drawn.split(separator: "\n").count { $0.hasPrefix("  - test: ") } == 10)
    #expect(drawn.contains("  \(tests.count - 10) more tests: `--all` shows them.\n"))
    options.all = true
    #expect(CoverageText(coverage, options: options).draw().split(separator: "\n").count { $0.hasPrefix("  - test: ") } == tests.count)
  }

  @Test("a test that would pass whatever came out is not offered")
  func vacuous() throws {
    // Nothing reads the derived fact.
    let rulebook = try SmallWorld.rulebook("rules:\n  only: {title: Only, when: {n: 1}, flag: Look., because: It is so.}\n")
    let coverage = rulebook.coverage(of: rulebook.runTests(), today: Self.asOf, only: ["both"])
    #expect(coverage.entries.flatMap(\.looks).contains { if case .reachable = $0.standing { true } else { false } })
    #expect(coverage.testsToWrite.isEmpty)
    #expect(CoverageText(coverage, options: .init()).draw().contains("and no test can tell"))
  }

  @Test("rules for carers are looked at where the rulebook has nobody whom they look after")
  func carers() throws {
    let rules = """
      pathways:
        way: {title: A way, steps: {first: {title: First, kind: diagnosis}}}
      rules:
        breaks: {title: Breaks, who: carer, at: {kind: diagnosis}, when: {n: {at-least: 2}}, flag: Look., because: It is so.}

      """
    let rulebook = try SmallWorld.rulebook(rules)
    let coverage = rulebook.coverage(of: rulebook.runTests(), today: Self.asOf, only: ["breaks"])
    #expect(coverage.sides.notAnalysed == 0 && coverage.states(of: .rule).notAnalysed == 0)
    let test = try #require(coverage.testsToWrite.first)
    let profile = try #require(test.caredFor)
    let pasted = try SmallWorld.rulebook(rules + "profiles:\n  \(profile)\ntests:\n\(test.yaml)")
    #expect(pasted.runTests().failed.isEmpty)
    #expect(pasted.runTests().outcomes.count == 1)
  }
}
