import Testing

@testable import Cairn

@Suite("What waits for an answer, and what is worth asking")
struct QuestionTests {
  let atWaiting = "at: {pathway: pain, step: waiting, since: 2026-07-20}"

  func advice(_ rules: [String], _ facts: String = "") throws -> Advice {
    try AdviseWorld.advice(rules, for: "{\(atWaiting), facts: {\(facts)}}")
  }

  @Test func `undecided has one entry a rule, also where another rule suggests that support`() throws {
    let rules = [
      peerRule("sure", "at: {kind: waiting}"), peerRule("a", "at: {kind: waiting}", "when: {walks: yes}"),
      peerRule("b", "at: {kind: waiting}", "when: {lives-alone: yes}"),
    ]
    let advice = try advice(rules)
    #expect(advice.suggestions.map(\.rules) == [["sure"]])
    #expect(advice.undecided.map(\.rules) == [["a"], ["b"]])
    #expect(advice.undecided.allSatisfy { $0.support == "peer-group" && $0.verb == .selfRefer && $0.timing == .now })
  }

  @Test func `needs are what was not declined, without a question too; declined stands apart`() throws {
    let rules = [peerRule("r", "at: {kind: waiting}", "when: {walks: yes, lives-alone: yes, unasked: yes}")]
    let advice = try advice(rules, "walks: declined")
    #expect(advice.undecided.map(\.needs) == [["lives-alone", "unasked"]])
    #expect(advice.undecided.map(\.declined) == [["walks"]])
    #expect(advice.questions.map(\.fact) == ["lives-alone"])
    #expect(advice.questions.map(\.settles) == [0])
  }

  @Test func `nobody is asked for what nothing speaks for`() throws {
    let advice = try advice([peerRule("r", "at: {kind: annual-review}", "when: {walks: yes, lives-alone: yes}")])
    #expect(advice.undecided.map(\.live) == [false])
    #expect(advice.questions.isEmpty)
  }

  @Test func `one condition that is known to be true speaks for a rule at a step to come`() throws {
    let advice = try advice([peerRule("r", "at: {kind: annual-review}", "when: {walks: yes, lives-alone: yes}")], "walks: yes")
    #expect(advice.undecided.map(\.live) == [true])
    #expect(advice.questions.map(\.fact) == ["lives-alone"])
    #expect(advice.questions.map(\.settles) == [1])
  }

  @Test func `the score is the weight of the rules divided by the burden`() throws {
    let rules = [
      peerRule("high", "at: {kind: waiting}", "priority: high", "when: {loneliness: {at-least: 6}}"),
      peerRule("usual", "at: {kind: waiting}", "when: {loneliness: {at-least: 8}}"),
      peerRule("low", "at: {kind: waiting}", "priority: low", "when: {loneliness: {at-least: 4}, walks: yes}"),
    ]
    let advice = try advice(rules)
    #expect(advice.questions.map(\.fact) == ["loneliness", "walks"])
    #expect(advice.questions.map(\.score) == [3.5, 1])
    #expect(advice.questions.map(\.settles) == [2, 0])
    #expect(advice.questions.first?.because == ["high", "usual", "low"])
  }

  @Test func `ties go by the order in which facts are declared`() throws {
    let advice = try advice([peerRule("r", "at: {kind: waiting}", "when: {any: [{walks: yes}, {lives-alone: yes}]}")])
    #expect(advice.questions.map(\.fact) == ["lives-alone", "walks"])
    #expect(advice.questions.map(\.settles) == [1, 1])
  }

  @Test func `open branches of a rule that stands do not count`() throws {
    let advice = try advice([peerRule("r", "at: {kind: waiting}", "when: {any: [{walks: yes}, {lives-alone: yes}]}")], "walks: yes")
    #expect(advice.questions.isEmpty)
    #expect(advice.undecided.isEmpty)
  }

  @Test func `nothing more to ask means that no live rule misses a fact that can be asked`() throws {
    let advice = try advice([peerRule("r", "at: {kind: waiting}", "when: {unasked: yes}")])
    #expect(advice.undecided.count == 1)
    #expect(advice.questions.isEmpty)
  }

  @Test func `an open rule that flags is asked about like any other`() throws {
    let advice = try advice([rule("look", "at: {kind: waiting}", "when: {walks: no}", "flag: Look at it.")])
    #expect(advice.undecided.map(\.support) == [nil])
    #expect(advice.undecided.map(\.verb) == [.flag])
    #expect(advice.questions.map(\.fact) == ["walks"])
  }
}

@Suite("What a practitioner is asked to look at")
struct FlagTests {
  @Test func `what is not due is none yet, and says from when it will be`() throws {
    let rules = [
      rule("a", "at: {kind: waiting, after: 26 weeks}", "flag: Speak about the wait.", "priority: high"),
      rule("b", "at: {kind: waiting}", "flag: Look at it."), rule("c", "at: {kind: annual-review, after: 15 months}", "flag: Book it."),
    ]
    let advice = try AdviseWorld.advice(rules, for: "{at: {pathway: pain, step: waiting, since: 2026-07-20}}")
    #expect(advice.flags.map(\.rule) == ["b"] && advice.flags.map(\.timing) == [.now])
    #expect(advice.flags.first?.say == "Look at it.")
    #expect(advice.flagsNotDue.map(\.rule) == ["a", "c"])
    #expect(advice.flagsNotDue.map(\.timing) == [.ahead, .ahead])
    #expect(advice.flagsNotDue.map(\.from) == [CalendarDate(2027, 1, 18), nil])
    #expect(advice.flagsNotDue.map { $0.dueAfter?.description } == ["26 weeks", "15 months"])
  }
}

@Suite("What is not suggested, and why")
struct NotSuggestedTests {
  @Test func `what does not match names the facts that speak against it, and of sensitive ones nothing`() throws {
    let rules = [
      peerRule("a", "at: {kind: waiting}", "when: {walks: yes}"), peerRule("b", "at: {kind: waiting}", "when: {hiv: no}"),
      peerRule("behind", "at: {kind: diagnosis}", "when: {walks: yes}"),
    ]
    let advice = try AdviseWorld.advice(rules, for: "{at: {pathway: pain, step: waiting}, facts: {walks: no, hiv: yes}}")
    #expect(advice.notSuggested.map(\.reason) == [.notAMatch, .notAMatch])
    #expect(
      advice.notSuggested.map(\.detail) == [
        "what is known speaks against it: walks", "what is known speaks against it: a sensitive fact",
      ])
  }

  @Test func `a rule that is not in force says when it is`() throws {
    let rules = [peerRule("a", "valid: {from: 2027-01-01}"), peerRule("b", "valid: {until: 2026-01-01}")]
    let advice = try AdviseWorld.advice(rules, for: "{about: Somebody}")
    #expect(advice.suggestions.isEmpty)
    #expect(advice.notSuggested.map(\.reason) == [.notInForce, .notInForce])
    #expect(advice.notSuggested.map(\.detail) == ["in force from 2027-01-01", "in force until 2026-01-01"])
  }

  @Test func `a rule in force on its first and on its last day is suggested`() throws {
    let rules = [peerRule("a", "valid: {from: 2026-11-22, until: 2026-11-22}")]
    #expect(try AdviseWorld.advice(rules, for: "{about: Somebody}").suggestions.map(\.holdsUntil) == [AdviseWorld.today])
  }

  @Test func `every reason has a name of its own`() {
    #expect(Set(Advice.Reason.allCases.map(\.rawValue)).count == 10)
  }
}
