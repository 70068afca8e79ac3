import Testing

@testable import Cairn

/// What a practitioner is asked to look at: when it is due, and when that was.
@Suite("Flags, and their time")
struct FlagTimeTests {
  private static let rules = [
    rule("overdue", "at: {kind: annual-review, after: 15 months}", "flag: Book the review.", "when: {walks: yes}"),
    rule("prompt", "at: {kind: waiting, within: 4 weeks}", "flag: Ring them."),
    rule("later", "at: {step: programme, after: 2 weeks}", "flag: Ask how it goes."),
  ]

  private func drawn(_ profile: String, on day: CalendarDate = AdviseWorld.today) throws -> (advice: Advice, outputs: [String]) {
    let rulebook = try AdviseWorld.rulebook(rules: Self.rules, profiles: "p: \(profile)")
    let profile = try #require(rulebook.profiles.first)
    let advice = rulebook.advice(for: profile, asOf: day)
    let results = [(profile: profile, advice: advice)]
    return (
      advice,
      [
        AdviceText(rulebook.ruleSet, asOf: day).draw(results), AdviceMarkdown.draw(results, ruleSet: rulebook.ruleSet, asOf: day),
        AdviceJSON.draw([advice], ruleSet: rulebook.ruleSet, asOf: day),
      ]
    )
  }

  @Test func `a flag whose time has not come is none yet: nobody reads that it has, and nobody counts it`() throws {
    let (advice, outputs) = try drawn(
      "{facts: {walks: yes}, at: {pathway: pain, step: review, since: 2026-02-22}, consent: {suggest: yes}}")
    #expect(advice.flags.isEmpty)
    #expect(advice.flagsNotDue.map(\.rule) == ["overdue"])
    #expect(
      outputs[0].contains(
        """
          ● REVIEW                                      now, since 22 February: 9 months
          ├─· flag        Book the review. ····································· not due
          │               No flag yet: not due until 22 May 2027.
          │               rule overdue
        """))
    #expect(
      outputs[1].contains(
        """
          - · flag **Book the review.** *(not due)*\\
            No flag yet: not due until 22 May 2027.\\
            *rule overdue*
        """))
    #expect(outputs[2].contains("\"flags\": [],"))
    #expect(outputs[2].contains("\"flagsNotDue\": ["))
    #expect(!outputs[0].contains("Because of overdue") && !outputs[1].contains("Because of overdue"))
    #expect(!outputs[0].contains("1 flag"))
  }

  @Test func `of a step to come, a flag is due some time after it`() throws {
    let (advice, outputs) = try drawn("{facts: {walks: no}, at: {pathway: pain, step: first}, consent: {suggest: yes}}")
    #expect(advice.flags.map(\.rule) == ["prompt"])
    #expect(advice.flagsNotDue.map(\.rule) == ["later"])
    #expect(outputs[0].contains("No flag yet: not due until 2 weeks after the step is reached."))
  }

  @Test func `once its time has come it is a flag, from that day on`() throws {
    let person = "{facts: {walks: yes}, at: {pathway: pain, step: review, since: 2026-02-22}, consent: {suggest: yes}}"
    let before = try drawn(person, on: CalendarDate(2027, 5, 21)).advice
    let after = try drawn(person, on: CalendarDate(2027, 5, 22)).advice
    #expect(before.flags.isEmpty && before.flagsNotDue.map(\.rule) == ["overdue"])
    #expect(after.flags.map(\.rule) == ["overdue"] && after.flagsNotDue.isEmpty)
  }

  @Test func `past its within a flag is late, in every output`() throws {
    let (advice, outputs) = try drawn("{at: {pathway: pain, step: waiting, since: 2026-10-01}, consent: {suggest: yes}}")
    let flag = try #require(advice.flags.first)
    #expect(flag.late && flag.by == CalendarDate(2026, 10, 29))
    #expect(
      outputs[0].contains(
        """
          ├─! flag        Ring them. ·············································· late
          │               Because of prompt.
          │               It was meant to be said by 29 October 2026.
          │               rule prompt
        """))
    #expect(outputs[1].contains("! flag **Ring them.** *(late)*"))
    #expect(outputs[2].contains("\"by\": \"2026-10-29\",") && outputs[2].contains("\"late\": true,"))
    let early = try drawn("{at: {pathway: pain, step: waiting, since: 2026-11-10}, consent: {suggest: yes}}")
    #expect(early.advice.flags.first?.late == false)
    #expect(early.outputs[0].contains("Best said by 8 December 2026."))
  }

  @Test func `explain says of a flag that is not due when it is, and no change that would bring it`() throws {
    let rulebook = try AdviseWorld.rulebook(
      rules: Self.rules, profiles: "p: {facts: {walks: yes}, at: {pathway: pain, step: review, since: 2026-02-22}}")
    let profile = try #require(rulebook.profiles.first)
    let advice = rulebook.advice(for: profile, asOf: AdviseWorld.today)
    let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: AdviseWorld.today).facts
    let text = ExplanationText(.rule(0), profile: profile, advice: advice, facts: facts, ruleSet: rulebook.ruleSet).draw()
    #expect(
      text.hasPrefix(
        """
        overdue for p, as of 22 November 2026: not due until 22 May 2027.
          · No flag yet. Then: Book the review.
        """))
    #expect(!text.contains("The nearest change"))
  }
}
