import Testing

@testable import Cairn

@Suite("Where a rule stands")
struct PlacementTests {
  let atWaiting = "{at: {pathway: pain, step: waiting, since: 2026-07-20}}"

  @Test func `a rule at the step where the person stands is now`() throws {
    let advice = try AdviseWorld.advice([peerRule("r", "at: {kind: waiting}")], for: atWaiting)
    let suggestion = try #require(advice.suggestions.first)
    #expect(suggestion.timing == .now)
    #expect(suggestion.pathway == "pain")
    #expect(suggestion.step == "waiting")
    #expect(advice.suggestions.count == 1)
  }

  @Test(arguments: ["programme", "review", "leaving", "flare-up"])
  func `a rule at a step to come, or at one that may come at any time, is ahead`(step: String) throws {
    let advice = try AdviseWorld.advice([peerRule("r", "at: {step: \(step)}")], for: atWaiting)
    #expect(advice.suggestions.map(\.timing) == [.ahead])
    #expect(advice.suggestions.map(\.step) == [step])
  }

  @Test func `a step behind carries nothing, and its rule stands in no list`() throws {
    let advice = try AdviseWorld.advice([peerRule("r", "at: {step: first}")], for: atWaiting)
    #expect(advice.suggestions.isEmpty && advice.undecided.isEmpty && advice.notSuggested.isEmpty)
    #expect(advice.pathways.first?.steps.map(\.relation) == [.behind, .now, .ahead, .ahead, .ahead, .anyTime])
  }

  @Test func `kinds, pathways and steps are an and`() throws {
    let rules = [
      peerRule("both", "at: {kind: diagnosis, pathway: diabetes}"), peerRule("neither", "at: {kind: waiting, pathway: diabetes}"),
    ]
    let advice = try AdviseWorld.advice(rules, for: "{at: [{pathway: pain, step: first}, {pathway: diabetes, step: start}]}")
    #expect(advice.suggestions.map(\.rules) == [["both"]])
    #expect(advice.suggestions.map(\.pathway) == ["diabetes"])
  }

  @Test func `a rule without a place applies anywhere, on no pathway too`() throws {
    let advice = try AdviseWorld.advice([peerRule("r")], for: "{about: On no pathway, facts: {conditions: []}}")
    #expect(advice.suggestions.map(\.timing) == [.anywhere])
    #expect(advice.suggestions.map(\.step) == [nil])
    #expect(advice.pathways.isEmpty)
  }

  @Test func `before its time a rule is ahead, with the date`() throws {
    let advice = try AdviseWorld.advice([peerRule("r", "at: {kind: waiting, after: 20 weeks}")], for: atWaiting)
    #expect(advice.suggestions.map(\.timing) == [.ahead])
    #expect(advice.suggestions.map(\.from) == [CalendarDate(2026, 12, 7)])
  }

  @Test func `on the day itself its time has come`() throws {
    let rules = [peerRule("r", "at: {kind: waiting, after: 20 weeks}")]
    let advice = try AdviseWorld.advice(rules, for: atWaiting, on: CalendarDate(2026, 12, 7))
    #expect(advice.suggestions.map(\.timing) == [.now])
    #expect(advice.suggestions.map(\.from) == [nil])
  }

  @Test func `it is ahead with its date also where the step is behind`() throws {
    let rules = [peerRule("r", "at: {step: waiting, after: 6 months}")]
    let moved = "{at: {pathway: pain, step: programme, since: 2026-11-01, reached: {waiting: 2026-07-20}}}"
    let advice = try AdviseWorld.advice(rules, for: moved)
    #expect(advice.suggestions.map(\.timing) == [.ahead])
    #expect(advice.suggestions.map(\.from) == [CalendarDate(2027, 1, 20)])
    let later = try AdviseWorld.advice(rules, for: moved, on: CalendarDate(2027, 1, 20))
    #expect(later.suggestions.isEmpty)
  }

  @Test func `what is due some time after a step off the line is ahead with its date, when that has passed`() throws {
    let rules = [peerRule("r", "at: {kind: flare-up, after: 3 weeks}")]
    let since = "{at: {pathway: pain, step: waiting, reached: {flare-up: 2026-11-08}}}"
    let advice = try AdviseWorld.advice(rules, for: since)
    #expect(advice.suggestions.map(\.from) == [CalendarDate(2026, 11, 29)])
    #expect(advice.suggestions.map(\.cautions) == [[]])
  }

  @Test func `without the day the step was reached, a rule that counts from it waits, and asks`() throws {
    let advice = try AdviseWorld.advice(
      [peerRule("r", "at: {kind: waiting, after: 12 weeks}")], for: "{at: {pathway: pain, step: waiting}}")
    #expect(advice.suggestions.isEmpty)
    #expect(advice.undecided.map(\.needs) == [["reached:pain/waiting"]])
    #expect(advice.undecided.map(\.live) == [true])
    let question = try #require(advice.questions.first)
    #expect(question.fact == "reached:pain/waiting")
    #expect(question.ask == "Since when: “Waiting”?")
    #expect(question.settles == 1)
    #expect(question.because == ["r"])
  }

  @Test(arguments: [("2026", 0), ("2026-07", 1), ("2026-09", 0), ("2026-12", 0)])
  func `a partial day is an interval: only what holds on every day of it is said`(since: String, now: Int) throws {
    let advice = try AdviseWorld.advice(
      [peerRule("r", "at: {kind: waiting, after: 12 weeks}")], for: "{at: {pathway: pain, step: waiting, since: \(since)}}")
    #expect(advice.suggestions.count { $0.timing == .now } == now)
    #expect(advice.suggestions.count + advice.undecided.count == 1)
  }

  @Test func `past its time a rule is late, marked and not dropped`() throws {
    let advice = try AdviseWorld.advice([peerRule("r", "at: {kind: waiting, within: 4 weeks}")], for: atWaiting)
    #expect(advice.suggestions.map(\.late) == [true])
    #expect(advice.suggestions.map(\.by) == [CalendarDate(2026, 8, 17)])
    #expect(advice.suggestions.map(\.timing) == [.now])
  }

  @Test func `on its last day it is not late`() throws {
    let rules = [peerRule("r", "at: {kind: waiting, within: 4 weeks}")]
    let advice = try AdviseWorld.advice(rules, for: atWaiting, on: CalendarDate(2026, 8, 17))
    #expect(advice.suggestions.map(\.late) == [false])
  }

  @Test func `without the day, what should come soon stands, says so, and asks`() throws {
    let advice = try AdviseWorld.advice(
      [peerRule("r", "at: {kind: waiting, within: 4 weeks}")], for: "{at: {pathway: pain, step: waiting}}")
    #expect(advice.suggestions.map(\.late) == [false])
    #expect(advice.suggestions.map(\.cautions) == [["nobody noted when “Waiting” was reached, so it may be late"]])
    #expect(advice.questions.map(\.fact) == ["reached:pain/waiting"])
  }

  @Test func `what counts from a step that is still to come says so`() throws {
    let advice = try AdviseWorld.advice([peerRule("r", "at: {step: programme, after: 12 weeks}")], for: atWaiting)
    #expect(advice.suggestions.map(\.cautions) == [["it is meant for 12 weeks after the step is reached"]])
    #expect(advice.suggestions.map(\.from) == [nil])
  }

  @Test func `where no step is given all are ahead, and the step is asked`() throws {
    let advice = try AdviseWorld.advice([peerRule("r", "at: {kind: waiting}")], for: "{at: {pathway: pain}}")
    #expect(advice.suggestions.map(\.timing) == [.ahead])
    #expect(advice.pathways.first?.steps.map(\.relation) == [.ahead, .ahead, .ahead, .ahead, .ahead, .anyTime])
    #expect(advice.questions.map(\.fact) == ["step:pain"])
    #expect(advice.questions.map(\.ask) == ["Where do things stand now with “Pain”?"])
  }

  @Test func `a person is on each pathway whose condition is true, where the profile names none`() throws {
    let advice = try AdviseWorld.advice([peerRule("r", "at: {kind: diagnosis}")], for: "{facts: {conditions: [sugar]}}")
    #expect(advice.pathways.map(\.pathway) == ["diabetes"])
    #expect(advice.suggestions.map(\.pathway) == ["diabetes"])
  }

  @Test func `an undecided pathway makes what stands on it undecided`() throws {
    let advice = try AdviseWorld.advice(
      [peerRule("r", "at: {kind: waiting}", "when: {lives-alone: yes}")], for: "{facts: {lives-alone: yes}}")
    #expect(advice.suggestions.isEmpty)
    #expect(advice.undecided.map(\.needs) == [["conditions"]])
    #expect(advice.undecided.map(\.pathway) == ["pain"])
    #expect(advice.pathways.isEmpty)
  }

  @Test func `a pathway that the profile names and that does not fit is kept, and noted`() throws {
    let advice = try AdviseWorld.advice(
      [peerRule("r", "at: {kind: waiting}")], for: "{facts: {conditions: [sugar]}, at: {pathway: pain, step: waiting}}")
    #expect(advice.suggestions.map(\.pathway) == ["pain"])
    #expect(advice.problems.map(\.detail) == ["the pathway `pain` does not fit what is known, and is kept"])
    #expect(advice.pathways.map(\.pathway) == ["pain"])
  }

  @Test func `from a step off the line, what was not reached yet is ahead`() throws {
    let ill = "{at: {pathway: pain, step: flare-up, reached: {waiting: 2026-07-20}}}"
    let advice = try AdviseWorld.advice([peerRule("r", "at: {kind: rehabilitation}")], for: ill)
    #expect(advice.pathways.first?.steps.map(\.relation) == [.behind, .behind, .ahead, .ahead, .ahead, .now])
    #expect(advice.suggestions.map(\.timing) == [.ahead])
  }

  @Test func `a suggestion ahead that will not hold until its step says so`() throws {
    let rules = [
      peerRule("r", "at: {kind: waiting, after: 20 weeks}", "when: {conditions: {any-of: [pain-condition], since: {within: 6 months}}}")
    ]
    let person = "{facts: {conditions: [{is: pain-condition, since: 2026-06-01}]}, at: {pathway: pain, step: waiting, since: 2026-07-20}}"
    let advice = try AdviseWorld.advice(rules, for: person)
    #expect(advice.suggestions.map(\.holdsUntil) == [CalendarDate(2026, 12, 1)])
    #expect(advice.suggestions.map(\.cautions) == [["what speaks for it holds until 2026-12-01, and the step is not before 2026-12-07"]])
  }

  @Test func `a pathway or step that does not exist is a problem, not a trap`() {
    let rulebook = try? AdviseWorld.rulebook(rules: [peerRule("r", "at: {kind: waiting}")])
    let lost = Profile(id: "p", positions: [.init(pathway: "moon", step: "first"), .init(pathway: "pain", step: "nowhere")])
    let advice = rulebook?.advice(for: lost, asOf: AdviseWorld.today)
    #expect(advice?.problems.map(\.detail) == ["there is no pathway `moon`", "there is no step `nowhere` on the pathway `pain`"])
    #expect(advice?.suggestions.map(\.timing) == [.ahead])
  }

  @Test func `steps and rules of the team stand in nobody's advice`() throws {
    let rules = [
      rule("team", "who: team", "at: {kind: training}", "suggest: {support: peer-group, verb: inform}"),
      peerRule("at-team-step", "at: {kind: training}"),
    ]
    let advice = try AdviseWorld.advice(rules, for: atWaiting)
    #expect(advice.suggestions.isEmpty && advice.notSuggested.isEmpty && advice.undecided.isEmpty)
    #expect(advice.pathways.first?.steps.contains { $0.step == "team-day" } == false)
  }
}

@Suite("Answers about where a person stands")
struct PlaceAnswerTests {
  let rules = [peerRule("r", "at: {kind: waiting, after: 12 weeks}")]

  @Test func `an answered step and day are where the person stands, and are not asked again`() throws {
    let rulebook = try AdviseWorld.rulebook(rules: rules, profiles: "p: {facts: {conditions: [pain-condition]}}")
    var person = try #require(rulebook.profiles.first)
    let first = try #require(rulebook.advice(for: person, asOf: AdviseWorld.today).questions.first)
    #expect(first.fact == "step:pain")
    person.answer(first, .choice("waiting"), on: AdviseWorld.today)
    let second = try #require(rulebook.advice(for: person, asOf: AdviseWorld.today).questions.first)
    #expect(second.fact == "reached:pain/waiting")
    person.answer(second, .date(PartialDate(CalendarDate(2026, 7, 20))), on: AdviseWorld.today)
    let advice = rulebook.advice(for: person, asOf: AdviseWorld.today)
    #expect(advice.questions.isEmpty && advice.problems.isEmpty)
    #expect(advice.suggestions.map(\.timing) == [.now])
  }

  @Test(arguments: ["step:", "reached:pain", "step:pain/waiting", "pain", "", ":", "reached:/"])
  func `another id is no question of place`(id: String) {
    #expect(StepQuestion.names(in: id) == nil)
  }
}
