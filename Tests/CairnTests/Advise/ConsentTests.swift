import Testing

@testable import Cairn

@Suite("Consent softens the verb")
struct ConsentTests {
  @Test(arguments: [("yes", Verb.refer), ("no", .selfRefer)])
  func `what is said under a verb is said where that verb remains, and no promise of sharing where nothing is shared`(
    _ share: String, _ verb: Verb
  ) throws {
    func said(_ say: String) throws -> Advice.Said {
      let advice = try AdviseWorld.advice(
        [peerRule("a", verb: "refer", "say: {\(say)}")], for: "{consent: {suggest: yes, share: \(share)}}")
      let suggestion = try #require(advice.suggestions.first)
      #expect(suggestion.verb == verb)
      return suggestion.say
    }
    let own = try said("person: They meet on Mondays., refer: {person: We pass your number on.}")
    #expect(own.person == (share == "yes" ? "We pass your number on." : "They meet on Mondays.") + " peer-group, to \(verb.rawValue).")
    let promise = try said(
      "person: Come along. We pass your number on to them. Tea is free., practitioner: Send the name and the diagnosis.")
    let how = "peer-group, to \(verb.rawValue)"
    #expect(
      promise
        == (share == "yes"
          ? Advice.Said(
            person: "Come along. We pass your number on to them. Tea is free. \(how).",
            practitioner: "Send the name and the diagnosis. \(how), for the practitioner.")
          : Advice.Said(person: "Come along. Tea is free. \(how).", practitioner: "\(how), for the practitioner.")))
  }

  func suggestion(_ support: String, _ verb: String, _ consent: String) throws -> Advice.Suggestion {
    let advice = try AdviseWorld.advice(
      [rule("r", "suggest: {support: \(support), verb: \(verb)}")], for: "{consent: {suggest: yes\(consent)}}")
    return try #require(advice.suggestions.first)
  }

  @Test(arguments: [
    ("peer-group", "refer", Verb.selfRefer), ("peer-group", "introduce", .selfRefer), ("walking-group", "refer", .signpost),
    ("advocate", "accompany", .inform), ("course", "refer", .selfRefer),
  ])
  func `a verb that shares data becomes the first further down that shares none and that the type has`(
    support: String, verb: String, remaining: Verb
  ) throws {
    for consent in ["", ", share: no", ", share: declined", ", share: [night-line]"] {
      let suggestion = try suggestion(support, verb, consent)
      #expect(suggestion.verb == remaining)
      #expect(suggestion.softenedFrom?.rawValue == verb)
    }
  }

  @Test func `with consent for the type the verb stays`() throws {
    for consent in [", share: yes", ", share: [peer-group]"] {
      let suggestion = try suggestion("peer-group", "refer", consent)
      #expect(suggestion.verb == .refer)
      #expect(suggestion.softenedFrom == nil)
    }
  }

  @Test(arguments: ["self-refer", "inform", "flag"])
  func `a verb that shares nothing is left alone`(verb: String) throws {
    let suggestion = try suggestion("peer-group", verb, ", share: no")
    #expect(suggestion.verb.rawValue == verb)
    #expect(suggestion.softenedFrom == nil)
  }

  @Test func `who wishes no suggestions gets none, and is asked nothing for them`() throws {
    let rules = [peerRule("r"), peerRule("open", "when: {lives-alone: yes, walks: yes}"), rule("look", "flag: Look.")]
    let advice = try AdviseWorld.advice(rules, for: "{facts: {walks: yes}, consent: {suggest: no}}")
    #expect(advice.suggestions.isEmpty && advice.undecided.isEmpty && advice.questions.isEmpty)
    #expect(advice.notSuggested.map(\.reason) == [.noConsent])
    #expect(advice.notSuggested.map(\.rules) == [["r", "open"]])
    #expect(advice.flags.map(\.rule) == ["look"])
  }

  @Test func `a verb that waits for consent asks for it, once, and says how many wait`() throws {
    let rules = [peerRule("a", verb: "refer", "priority: high"), rule("b", "suggest: {support: walking-group, verb: refer}")]
    let advice = try AdviseWorld.advice(rules, for: "{about: Nobody asked}")
    let question = try #require(advice.questions.first)
    #expect(advice.questions.count == 1)
    #expect(question.fact == "consent-to-share")
    #expect(question.unlocks == 2)
    #expect(question.score == 6)
    #expect(question.settles == 0)
    #expect(question.because == ["a", "b"])
  }

  @Test(arguments: ["share: no", "share: declined", "share: yes"])
  func `where consent was answered, or the answer declined, it is not asked`(consent: String) throws {
    let advice = try AdviseWorld.advice([peerRule("a", verb: "refer")], for: "{consent: {\(consent)}}")
    #expect(advice.questions.isEmpty)
  }

  @Test func `consent for one type says nothing of another`() throws {
    let rules = [peerRule("a", verb: "refer"), rule("b", "suggest: {support: walking-group, verb: refer}")]
    let advice = try AdviseWorld.advice(rules, for: "{consent: {share: [peer-group]}}")
    #expect(advice.suggestions.map(\.verb) == [.refer, .signpost])
    #expect(advice.questions.map(\.unlocks) == [1])
  }
}
