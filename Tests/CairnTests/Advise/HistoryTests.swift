import Testing

@testable import Cairn

@Suite("What came of support before")
struct HistoryTests {
  let rules = [
    peerRule("r", "at: {kind: [diagnosis, waiting, rehabilitation]}"), rule("other", "suggest: {support: course, verb: inform}"),
  ]

  func advice(_ history: String, at step: String = "waiting, since: 2026-07-20", on day: CalendarDate = AdviseWorld.today) throws -> Advice
  {
    try AdviseWorld.advice(rules, for: "{at: {pathway: pain, step: \(step)}, history: [\(history)]}", on: day)
  }

  @Test func `a refusal counts for the cool-down, and says until when`() throws {
    let advice = try advice("{support: peer-group, outcome: declined, date: 2026-09-01}")
    #expect(advice.suggestions.map(\.rules) == [["other"]])
    #expect(advice.notSuggested.map(\.reason) == [.recentlyDeclined])
    #expect(advice.notSuggested.map(\.detail) == ["declined on 2026-09-01, and not suggested again until after 2027-03-01"])
    #expect(advice.notSuggested.map(\.step) == ["waiting"])
  }

  @Test func `the cool-down ends after its last day`() throws {
    let declined = "{support: peer-group, outcome: declined, date: 2026-05-22}"
    #expect(try advice(declined).suggestions.count == 1)
    #expect(try advice(declined, on: CalendarDate(2026, 11, 23)).suggestions.count == 2)
  }

  @Test(arguments: ["", ", date: 2026", ", date: 2026-05"])
  func `a refusal that may lie within the cool-down counts`(date: String) throws {
    #expect(try advice("{support: peer-group, outcome: declined\(date)}").notSuggested.map(\.reason) == [.recentlyDeclined])
  }

  @Test func `an open rule for what was refused is not asked about`() throws {
    let open = [peerRule("r", "at: {kind: waiting}", "when: {lives-alone: yes}")]
    let person = "{at: {pathway: pain, step: waiting}, history: [{support: peer-group, outcome: declined, date: 2026-10-01}]}"
    let advice = try AdviseWorld.advice(open, for: person)
    #expect(advice.undecided.isEmpty && advice.questions.isEmpty)
    #expect(advice.notSuggested.map(\.reason) == [.recentlyDeclined])
  }

  @Test func `what was taken up and has not ended is in place`() throws {
    let advice = try advice("{support: peer-group, outcome: accepted, date: 2026-02-01}")
    #expect(advice.notSuggested.map(\.reason) == [.alreadyInPlace])
    #expect(advice.notSuggested.map(\.detail) == ["in place since 2026-02-01"])
  }

  @Test func `what has ended may come again`() throws {
    let advice = try advice(
      "{support: peer-group, outcome: accepted, date: 2026-02-01}, {support: peer-group, outcome: ended, date: 2026-05-01}")
    #expect(advice.suggestions.count == 2)
  }

  @Test func `not yet said before this step comes back at it, now`() throws {
    let advice = try advice("{support: peer-group, outcome: not-yet, date: 2026-05-02}")
    #expect(advice.suggestions.map(\.timing) == [.now, .anywhere])
    #expect(advice.suggestions.first?.cautions == ["they said *not yet* on 2026-05-02"])
  }

  @Test(arguments: ["date: 2026-09-01", "step: waiting", "step: waiting, date: 2026-09-01"])
  func `not yet said at this step comes back at the next`(when: String) throws {
    let advice = try advice("{support: peer-group, outcome: not-yet, \(when)}")
    let suggestion = try #require(advice.suggestions.first { $0.support == "peer-group" })
    #expect(suggestion.timing == .ahead)
    #expect(suggestion.step == "programme")
    #expect(suggestion.alsoAt.isEmpty)
    #expect(advice.notSuggested.isEmpty)
  }

  @Test func `it comes back at the next step also where no rule stands there`() throws {
    let only = [peerRule("r", "at: {kind: waiting}")]
    let person =
      "{at: {pathway: pain, step: waiting, since: 2026-07-20}, history: [{support: peer-group, outcome: not-yet, date: 2026-09-01}]}"
    let advice = try AdviseWorld.advice(only, for: person)
    #expect(advice.suggestions.map(\.step) == ["programme"])
    #expect(advice.suggestions.map(\.timing) == [.ahead])
  }

  @Test func `it comes back once: a second not yet within the cool-down counts as a refusal`() throws {
    let advice = try advice(
      "{support: peer-group, outcome: not-yet, date: 2026-06-02}, {support: peer-group, outcome: not-yet, date: 2026-08-02}")
    #expect(advice.notSuggested.map(\.reason) == [.recentlyDeclined])
    #expect(advice.notSuggested.map(\.detail) == ["put off a second time on 2026-08-02, and not suggested again until after 2027-02-02"])
  }

  @Test func `what is dated after the day has not happened`() throws {
    #expect(try advice("{support: peer-group, outcome: declined, date: 2026-12-24}").suggestions.count == 2)
  }
}
