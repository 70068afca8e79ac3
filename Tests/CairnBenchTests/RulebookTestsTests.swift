import Cairn
import CairnBench
import Testing

@Suite("Tests of a rulebook")
struct RulebookTestsTests {
  private static let rules = """
    rulebook: {id: small, title: Small, version: "1", language: en}
    facts:
      alone: {title: Lives alone, type: boolean, ask: Do you live alone?}
      tired: {title: Tired, type: boolean}
    pathways:
      way:
        title: A way
        steps:
          first: {title: First, kind: diagnosis}
          second: {title: Second, kind: annual-review}
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {practitioner: Ring first.}}
      crisis: {when: {crisis-level: in-crisis}, stop: everything, escalate: {practitioner: Ring first.}}
    rules:
      company:
        title: Company
        at: {kind: diagnosis}
        when: {alone: yes}
        suggest: {support: circle, verb: self-refer}
        because: Company is good.
      look:
        title: Look
        at: {kind: diagnosis}
        when: {tired: yes}
        flag: Look at the nights.
        because: Nights matter.
      team:
        title: The team hears of it
        who: team
        at: {kind: annual-review}
        suggest: {support: circle, verb: inform}
        because: They ask.
    profiles:
      ada: {facts: {alone: yes}, at: {pathway: way, step: first}, consent: {suggest: yes}}

    """

  private static let circle = """
    support: circle
    title: Circle
    summary: People meet.
    benefits: [Company.]
    risks: [None known.]
    shape: open-group
    verbs: [self-refer]
    """

  private func report(_ tests: String, filter: String? = nil) throws -> (TestReport, Rulebook) {
    let type = DeclaredSupportType(try SupportManifest(support: Array(Self.circle.utf8), texts: [:], folder: "Circle"))
    let rulebook = try Rulebook(files: [SourceText(path: "rules.yaml", text: Self.rules + tests)], supportTypes: [type])
    return (rulebook.runTests(filter: filter), rulebook)
  }

  private func drawn(_ tests: String, filter: String? = nil, all: Bool = false) throws -> String {
    let (report, rulebook) = try report(tests, filter: filter)
    var options = AdviceText.Options()
    options.width = 80
    options.all = all
    return TestText(report, rulebook, options: options).draw()
  }

  private func test(_ expect: String, profile: String = "ada") -> String {
    """
    tests:
      - test: it is so
        profile: \(profile)
        as-of: 2026-11-22
        expect: \(expect)

    """
  }

  @Test(
    "what is expected and comes passes",
    arguments: [
      "{suggests: [{support: circle}]}",
      "{suggests: [{support: circle, verb: self-refer, pathway: way, step: first, rule: company, timing: now}]}",
      "{suggests: [{support: circle}], only: yes}",
      "{undecided: [{rule: look, verb: flag, timing: now}]}",
      "{never: {suggests: [{support: circle, verb: refer}, {rule: look}]}}",
      "{never: {asks: [tired], escalates: [danger]}}",
    ])
  func passes(expect: String) throws {
    #expect(try report(test(expect)).0.failed.isEmpty)
  }

  @Test(
    "what is expected and does not come fails, and so does what must not",
    arguments: [
      (
        "{suggests: [{support: circle, verb: refer}]}", "suggests: refer circle",
        "suggests: self-refer circle at way/first, now, by company"
      ),
      ("{suggests: [{rule: look}]}", "suggests: the rule look", "undecided: flag at way/first, now, by look"),
      ("{not-suggested: [{support: circle}]}", "not-suggested: circle", "suggests: self-refer circle at way/first, now, by company"),
      ("{escalates: [danger]}", "escalates: danger", "none"),
      ("{asks: [alone]}", "asks: alone", "immediate-danger, crisis-level"),
      (
        "{never: {suggests: [{support: circle}]}}", "never suggests: circle", "self-refer circle at way/first, now, by company"
      ),
      ("{suggests: [], only: yes}", "suggests: only what is listed", "self-refer circle at way/first, now, by company"),
    ])
  func fails(expect: String, expected: String, got: String) throws {
    let failures = try report(test(expect)).0.outcomes.flatMap(\.failures)
    #expect(failures.map(\.expected) == [expected])
    #expect(failures.map(\.got) == [got])
  }

  @Test("nothing means nothing suggested and nothing undecided")
  func nothing() throws {
    let failed = try report(test("{nothing: yes}")).0.outcomes.flatMap(\.failures)
    #expect(
      failed.map(\.got) == [
        "suggests: self-refer circle at way/first, now, by company", "undecided: flag at way/first, now, by look",
      ])
    let danger = "{like: ada, facts: {immediate-danger: yes}}"
    #expect(try report(test("{nothing: yes, escalates: [danger]}", profile: danger)).0.failed.isEmpty)
  }

  @Test("a person may be like another, but for what differs")
  func like() throws {
    let expect = "{not-suggested: [{rule: company, reason: not-a-match}]}"
    #expect(try report(test(expect, profile: "{like: ada, but: {facts: {alone: no}}}")).0.failed.isEmpty)
  }

  @Test("a test without a profile looks at the team")
  func team() throws {
    let tests = """
      tests:
        - test: the team hears of it
          as-of: 2026-11-22
          expect: {suggests: [{support: circle, verb: inform, step: second}], never: {suggests: [{rule: company}]}}

      """
    #expect(try report(tests).0.failed.isEmpty)
  }

  @Test("a failure shows what was expected and what came, and why when asked for")
  func text() throws {
    let failing = test("{suggests: [{rule: company}]}", profile: "{like: ada, facts: {alone: no}}")
    #expect(
      try drawn(failing) == """
        ✗ it is so                                                         rules.yaml:36
            this person, as of 22 November 2026
            expected  suggests: the rule company
            got       not-suggested: self-refer circle at way/first, by company:
                      not-a-match

        0 passed, 1 failed.

        """)
    let text = try drawn(failing, all: true)
    #expect(
      text == """
        ✗ it is so                                                         rules.yaml:36
            this person, as of 22 November 2026
            expected  suggests: the rule company
            got       not-suggested: self-refer circle at way/first, by company:
                      not-a-match
              Company for this person, as of 22 November 2026: not suggested.
                ✗ What is known speaks against it: lives alone.
                Lines are those of rules.yaml.

                ✗ Company (company)                                        rules.yaml:15
                ├─ at
                │  ✓ a step of the             they stand at First               line 34
                │    kind diagnosis
                ╰─ when
                   ✗ lives alone: yes          no                                line 37

                ✓ holds · ✗ stands in the way · ? not known

              The nearest change
                ✗ lives alone would have to be yes

        0 passed, 1 failed.

        """)
  }

  @Test("passed tests are listed when asked for, and a filter leaves the others out")
  func listed() throws {
    let tests = """
      tests:
        - test: Circle comes
          profile: ada
          as-of: 2026-11-22
          expect: {suggests: [{support: circle}]}
        - test: nobody asks whether she is tired
          profile: ada
          as-of: 2026-11-22
          expect: {never: {asks: [tired]}}

      """
    let text = try drawn(tests, all: true)
    #expect(
      text == """
        ✓ Circle comes                                                     rules.yaml:36
        ✓ nobody asks whether she is tired                                 rules.yaml:40

        2 tests passed.

        """)
    #expect(try drawn(tests, filter: "circle") == "1 test passed. 1 test left out.\n")
    #expect(try drawn(tests, filter: "dance") == "No test has such a name. 2 tests left out.\n")
    #expect(try drawn("") == "The rulebook has no tests.\n")
  }

  @Test("JUnit XML has a case for each test, its texts escaped")
  func junit() throws {
    let tests = """
      tests:
        - test: "a <b> & “c”"
          profile: ada
          as-of: 2026-11-22
          expect: {suggests: [{support: circle}]}
        - test: it fails
          profile: ada
          as-of: 2026-11-22
          expect: {escalates: [danger]}

      """
    let (report, rulebook) = try report(tests)
    #expect(
      JUnitXML(report, of: rulebook).draw() == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="2" failures="1">
          <testsuite name="small" tests="2" failures="1" errors="0" skipped="0">
            <testcase classname="small" name="a &lt;b&gt; &amp; “c”" file="rules.yaml" line="36"/>
            <testcase classname="small" name="it fails" file="rules.yaml" line="40">
              <failure message="expected escalates: danger">got none</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }
}
