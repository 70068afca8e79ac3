import Cairn
import Testing

@Suite("Rules as declared")
struct RuleDeclarationTests {
  private static let whole = """
    rules:
      meet-others-early:
        title: Meet someone who has been there
        who: carer
        at: {kind: [diagnosis, annual-review], pathway: stroke, step: [], after: 2 weeks, within: 1 year}
        when: {conditions: {any-of: long-term}, age: {at-least: 18}}
        unless: {completed: course}
        suggest: {support: peer-group, verb: refer, with: {focus: condition}}
        priority: high
        because: They manage with more confidence.
        evidence: [{grade: moderate, source: A trial, limits: uncontrolled, review-by: 2027-06-30}]
        say:
          person: >-
            There are people
            near you.
          practitioner: {en: Ask., es: Pregunte.}
        co-produced-with: A group of members
        valid: {from: 2026-04-01, until: 2027}
        owner: Somebody
        review-by: 2027
    """

  @Test("keep everything that they say")
  func everything() throws {
    let rule = try #require(declared(Self.whole.replacing("step: [], ", with: "")).rules.first)
    #expect(rule.id.value == "meet-others-early")
    #expect(rule.title == "Meet someone who has been there")
    #expect(rule.who == .carer)
    #expect(rule.at?.kinds.map(\.value) == ["diagnosis", "annual-review"])
    #expect(rule.at?.pathways.map(\.value) == ["stroke"])
    #expect(rule.at?.steps.isEmpty == true)
    #expect(rule.at?.after == CalendarDuration(14, .days))
    #expect(rule.at?.within == CalendarDuration(12, .months))
    #expect(rule.when.map(written) == "all(conditions: {any-of: long-term}, age: {at-least: 18})")
    #expect(rule.unless.map(written) == "completed: course")
    #expect(rule.priority == .high)
    #expect(rule.because == "They manage with more confidence.")
    #expect(
      rule.evidence == [Evidence(grade: "moderate", source: "A trial", limits: "uncontrolled", reviewBy: PartialDate("2027-06-30"))])
    #expect(rule.sayPerson?.value == "There are people near you.")
    #expect(rule.sayPerson?.range.text.hasPrefix(">-") == true)
    #expect(rule.sayPractitioner?.value.text(in: "es") == "Pregunte.")
    #expect(rule.coProducedWith == "A group of members")
    #expect(rule.validFrom == PartialDate("2026-04-01"))
    #expect(rule.validUntil == PartialDate("2027"))
    #expect(rule.owner == "Somebody")
    #expect(rule.reviewBy == PartialDate("2027"))
    guard case .suggest(let support, let verb, let with, let range) = rule.action else { Issue.record("it suggests"); return }
    #expect(support.value == "peer-group")
    #expect(verb.value == "refer")
    #expect(with?.range.text == "{focus: condition}")
    #expect(range.text == "{support: peer-group, verb: refer, with: {focus: condition}}")
  }

  @Test("need a title, a reason and something to do, and no more")
  func least() throws {
    let rule = try #require(declared("rules: {a: {title: A, because: b, flag: Look.}}\n").rules.first)
    guard case .flag("Look.") = rule.action else { Issue.record("it flags"); return }
    #expect(rule.who == .person)
    #expect(rule.at == nil)
    #expect(rule.when == nil)
    #expect(rule.unless == nil)
    #expect(rule.priority == .usual)
    #expect(rule.owner == nil)
  }

  @Test(
    "read a mapping as an and, and its words as they are",
    arguments: [
      ("{a: yes}", "a: yes"),
      ("{a: yes, b: {at-least: 2}}", "all(a: yes, b: {at-least: 2})"),
      ("{all: [{a: yes}]}", "all(a: yes)"),
      ("{any: [{a: yes}, {b: yes, c: no}]}", "any(a: yes, all(b: yes, c: no))"),
      ("{none: [{a: yes}]}", "none(a: yes)"),
      ("{any: [{a: yes}, {b: yes}], c: [x, y]}", "all(any(a: yes, b: yes), c: [x, y])"),
      ("{some: {at-least: 2, of: [{a: yes}, {b: yes}, {none: [{c: yes}]}]}}", "some2(a: yes, b: yes, none(c: yes))"),
      ("{a: {known: yes}, none: [{any: [{b: yes}, {c: yes}]}]}", "all(a: {known: yes}, none(any(b: yes, c: yes)))"),
    ])
  func conditions(yaml: String, shape: String) {
    #expect(declared("rules: {a: {title: A, because: b, flag: c, when: \(yaml)}}\n").rules.first?.when.map(written) == shape)
  }

  @Test(
    "read a list under unless as any of them, and an item of it as an and",
    arguments: [
      ("{a: yes}", "a: yes"),
      ("[{a: yes}]", "a: yes"),
      ("[{a: yes}, {b: yes, c: yes}]", "any(a: yes, all(b: yes, c: yes))"),
      ("{all: [{a: yes}, {b: yes}]}", "all(a: yes, b: yes)"),
    ])
  func exceptions(yaml: String, shape: String) {
    #expect(declared("rules: {a: {title: A, because: b, flag: c, unless: \(yaml)}}\n").rules.first?.unless.map(written) == shape)
  }

  @Test(
    "tell a when that is nothing but any from every other",
    arguments: [
      ("{any: [{a: yes}, {b: yes}]}", true), ("{any: [{a: yes}, {b: yes}], c: yes}", false),
      ("{all: [{any: [{a: yes}, {b: yes}]}]}", false), ("{a: yes}", false),
    ])
  func rootIsAny(yaml: String, isAny: Bool) {
    #expect(declared("rules: {a: {title: A, because: b, flag: c, when: \(yaml)}}\n").rules.first?.whenIsAny == isAny)
  }

  @Test("keep a rule whose condition could not be read, so that the rest of it is checked too")
  func broken() {
    let tree = YAMLReader.read(SourceText(path: "a", text: "rules: {a: {title: A, because: b, flag: c, when: {}}}\n")).tree
    #expect(tree.map { RulebookReader.read([$0]).declaration.rules.map(\.id.value) } == ["a"])
  }
}
