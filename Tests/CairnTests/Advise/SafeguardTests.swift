import Testing

@testable import Cairn

@Suite("Safeguards come before everything")
struct SafeguardTests {
  let safeguards = """
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {person: Call for help., practitioner: Act now.}}
      building: {when: {crisis-level: building}, stop: {except: serves-crisis}, escalate: {practitioner: Talk today.}}
      no-walks: {when: {conditions: private}, stop: [walking-group]}
      low-mood: {when: {loneliness: {at-least: 9}}, escalate: {practitioner: Look at their mood.}}
    """
  let rules = [
    peerRule("join"), rule("tell", "suggest: {support: course, verb: inform}"),
    rule("walk", "suggest: {support: walking-group, verb: signpost}"), rule("night", "suggest: {support: night-line, verb: signpost}"),
    rule("look", "flag: Look."), peerRule("later", "when: {walks: yes, lives-alone: yes}"),
  ]

  func advice(_ facts: String, on day: CalendarDate = AdviseWorld.today) throws -> Advice {
    try AdviseWorld.advice(rules, for: "{facts: {\(facts)}}", more: safeguards, on: day)
  }

  /// What no safeguard held back; one of the four is more than the limit allows.
  private func stands(_ advice: Advice) -> [String] {
    (advice.suggestions.flatMap(\.rules) + advice.notSuggested.filter { $0.reason == .limitPerStep }.flatMap(\.rules)).sorted()
  }

  @Test func `stop everything leaves nothing suggested, flagged, undecided or asked that is not about safety`() throws {
    let advice = try advice("immediate-danger: yes, lives-alone: yes")
    #expect(advice.suggestions.isEmpty && advice.flags.isEmpty && advice.undecided.isEmpty)
    #expect(advice.questions.map(\.fact) == ["crisis-level"])
    #expect(!advice.questions.contains { !$0.safety })
    #expect(Set(advice.notSuggested.map(\.reason)) == [.stopped])
    #expect(advice.notSuggested.flatMap(\.rules).sorted() == ["join", "later", "look", "night", "tell", "walk"])
    #expect(advice.escalate.map(\.say) == [Advice.Said(person: "Call for help.", practitioner: "Act now.")])
  }

  @Test func `while a crisis is building only informing and flagging go through`() throws {
    let advice = try advice("immediate-danger: no, crisis-level: {value: building, date: 2026-11-20}, conditions: []")
    #expect(advice.suggestions.map(\.rules) == [["tell"]])
    #expect(advice.flags.map(\.rule) == ["look"])
    #expect(advice.notSuggested.filter { $0.reason == .stopped }.flatMap(\.rules).sorted() == ["join", "later", "night", "walk"])
    #expect(advice.notSuggested.first?.detail == "held back by the safeguard `building`")
  }

  @Test func `a stop of some supports holds back those, and does not tell what is sensitive`() throws {
    let advice = try advice("immediate-danger: no, crisis-level: steady, conditions: [private], walks: no")
    let stopped = try #require(advice.notSuggested.first { $0.reason == .stopped })
    #expect(stopped.support == "walking-group")
    #expect(advice.suggestions.count == 3)
  }

  @Test func `a safeguard that only escalates stops nothing`() throws {
    let advice = try advice("immediate-danger: no, crisis-level: steady, conditions: [], loneliness: 9")
    #expect(advice.escalate.map(\.safeguard) == ["low-mood"])
    #expect(stands(advice) == ["join", "night", "tell", "walk"])
    #expect(!advice.checkFirst)
  }

  @Test func `an undecided stop blocks nothing, its questions come first, and check first is said once`() throws {
    let advice = try advice("lives-alone: yes")
    #expect(stands(advice) == ["join", "night", "tell", "walk"])
    #expect(advice.checkFirst)
    #expect(advice.questions.map(\.fact) == ["immediate-danger", "crisis-level", "walks"])
    #expect(advice.questions.map(\.safety) == [true, true, false])
    #expect(advice.questions.first?.because == ["danger"])
  }

  @Test func `a stale worry counts until a newer answer clears it, and that is said`() throws {
    let old = "immediate-danger: no, conditions: [], crisis-level: {value: building, date: 2026-10-01}"
    let advice = try advice(old)
    #expect(advice.escalate.map(\.safeguard) == ["building"])
    #expect(advice.suggestions.map(\.rules) == [["tell"]])
    #expect(
      advice.problems.map(\.detail) == ["an answer that is out of date, of 2026-10-01, counts for safety until a newer one clears it"])
  }

  @Test func `a stale all-clear clears nothing: it is asked again`() throws {
    let advice = try advice("immediate-danger: no, conditions: [], walks: no, crisis-level: {value: steady, date: 2026-10-01}")
    #expect(advice.escalate.isEmpty)
    #expect(advice.checkFirst)
    #expect(advice.questions.map(\.fact) == ["crisis-level"])
    #expect(stands(advice) == ["join", "night", "tell", "walk"])
  }

  @Test func `a stop of a support that is not in question asks nothing`() throws {
    let few = try AdviseWorld.advice(
      [rules[0]], for: "{facts: {immediate-danger: no, crisis-level: steady}}", more: safeguards)
    #expect(!few.checkFirst)
    let walks = try AdviseWorld.advice(
      [rules[2]], for: "{facts: {immediate-danger: no, crisis-level: steady}}", more: safeguards)
    #expect(walks.checkFirst)
  }

  @Test func `a safety question that was declined is not asked again, and check first remains`() throws {
    let advice = try advice("immediate-danger: declined, crisis-level: steady, conditions: [], walks: no")
    #expect(advice.checkFirst)
    #expect(advice.questions.isEmpty)
  }
}
