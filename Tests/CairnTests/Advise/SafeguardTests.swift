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
    #expect(advice.checkFirst == nil)
  }

  @Test func `an undecided stop blocks nothing, its questions come first, and check first is said once`() throws {
    let advice = try advice("lives-alone: yes")
    #expect(stands(advice) == ["join", "night", "tell", "walk"])
    #expect(advice.checkFirst != nil)
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

  @Test(arguments: ["2026-11-23", "2026-11-24"])
  func `danger dated a day or two ahead counts as today's, as clocks differ`(day: String) throws {
    let advice = try advice("immediate-danger: {value: yes, date: \(day)}, crisis-level: steady, conditions: []")
    #expect(advice.suggestions.isEmpty && advice.flags.isEmpty && advice.undecided.isEmpty && advice.checkFirst == nil)
    #expect(advice.escalate.map(\.safeguard) == ["danger"])
    #expect(
      advice.problems.map(\.detail) == [
        "it is dated \(day), after 2026-11-22, and not used yet",
        "for safety an answer that is dated up to 2 days ahead counts as today's",
      ])
  }

  @Test func `danger dated later is asked about first`() throws {
    let advice = try advice("immediate-danger: {value: yes, date: 2026-11-25}, crisis-level: steady, conditions: []")
    #expect(advice.checkFirst?.facts == ["immediate-danger"])
    #expect(advice.questions.first?.fact == "immediate-danger" && advice.questions.first?.safety == true)
    #expect(stands(advice) == ["join", "night", "tell", "walk"])
  }

  @Test func `an all-clear of tomorrow clears as today's does`() throws {
    let advice = try advice("immediate-danger: {value: no, date: 2026-11-23}, crisis-level: steady, conditions: []")
    #expect(advice.escalate.isEmpty && advice.checkFirst == nil)
  }

  @Test func `what begins tomorrow, and a date of tomorrow, count for stops too`() throws {
    let more = """
      facts:
        harmed: {title: Last harm, type: date, ask: When?}
      safeguards:
        harm: {when: {harmed: {within-last: 14 days}}, stop: everything}
        soon: {when: {harmed: {within-next: 10 days}}, stop: [course]}
        no-walks: {when: {conditions: private}, stop: [walking-group]}
      """
    func stopped(_ facts: String) throws -> [String] {
      let advice = try AdviseWorld.advice(rules, for: "{facts: {\(facts)}}", more: more)
      return advice.notSuggested.filter { $0.reason == .stopped }.flatMap(\.rules).sorted()
    }
    #expect(try stopped("conditions: [{is: private, since: 2026-11-24}], harmed: none") == ["walk"])
    #expect(try stopped("conditions: [{is: private, since: 2026-11-25}], harmed: none") == [])
    #expect(try stopped("conditions: [], harmed: 2026-11-24") == ["join", "later", "look", "night", "tell", "walk"])
    #expect(try stopped("conditions: [], harmed: 2026-11-25") == ["tell"])
    #expect(try stopped("conditions: [], harmed: 2026-12-20") == [])
  }

  @Test func `a stale all-clear clears nothing: it is asked again`() throws {
    let advice = try advice("immediate-danger: no, conditions: [], walks: no, crisis-level: {value: steady, date: 2026-10-01}")
    #expect(advice.escalate.isEmpty)
    #expect(advice.checkFirst != nil)
    #expect(advice.questions.map(\.fact) == ["crisis-level"])
    #expect(stands(advice) == ["join", "night", "tell", "walk"])
  }

  @Test func `a stop of a support that is not in question asks nothing`() throws {
    let few = try AdviseWorld.advice(
      [rules[0]], for: "{facts: {immediate-danger: no, crisis-level: steady}}", more: safeguards)
    #expect(few.checkFirst == nil)
    let walks = try AdviseWorld.advice(
      [rules[2]], for: "{facts: {immediate-danger: no, crisis-level: steady}}", more: safeguards)
    #expect(walks.checkFirst != nil)
  }

  @Test func `a safety question that was declined is not asked again, and check first remains`() throws {
    let advice = try advice("immediate-danger: declined, crisis-level: steady, conditions: [], walks: no")
    #expect(advice.checkFirst != nil)
    #expect(advice.questions.isEmpty)
  }

  /// The end of a result in JSON, from `checkFirst` on.
  private func checkFirst(inJSONOf facts: String, more: String? = nil) throws -> String {
    let rulebook = try AdviseWorld.rulebook(rules: rules, profiles: "p: {facts: {\(facts)}}", more: more ?? safeguards)
    let advice = try AdviseWorld.advice(for: "p", from: rulebook, on: AdviseWorld.today)
    var json = JSONWriter(.compact)
    AdviceJSON.write(advice, AdviceJSON.Names(rulebook.ruleSet), to: &json)
    let parts = json.text.split(separator: "\"checkFirst\":")
    #expect(parts.count == 2, "the key is there once: \(json.text)")
    return String(parts.last ?? "")
  }

  @Test func `JSON says what a cleared person and one who declined every question of safety differ in`() throws {
    #expect(try checkFirst(inJSONOf: "immediate-danger: no, crisis-level: steady, conditions: []") == "null}")
    #expect(
      try checkFirst(inJSONOf: "immediate-danger: declined, crisis-level: declined, conditions: []")
        == #"{"safeguards":["danger","building"],"facts":["immediate-danger","crisis-level"]}}"#)
  }

  @Test func `JSON names the fact that a safeguard waits for, though nobody can be asked about it`() throws {
    let unasked = "safeguards:\n  odd: {when: {unasked: yes}, stop: everything}\n"
    #expect(try checkFirst(inJSONOf: "", more: unasked) == #"{"safeguards":["odd"],"facts":["unasked"]}}"#)
    #expect(try checkFirst(inJSONOf: "unasked: no", more: unasked) == "null}")
  }

  @Test func `JSON says that a sensitive fact is waited for, and not which`() throws {
    let sensitive = "safeguards:\n  by-hiv: {when: {hiv: yes}, stop: everything}\n"
    #expect(
      try checkFirst(inJSONOf: "", more: sensitive)
        == #"{"safeguards":["a safeguard about something sensitive"],"facts":["a sensitive fact"]}}"#)
  }
}
