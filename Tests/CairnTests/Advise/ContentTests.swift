import Testing

@testable import Cairn

@Suite("What is said")
struct ContentTests {
  /// A support type whose Swift answers what it is told to.
  struct Odd: SupportType {
    let manifest: SupportManifest
    let answer: @Sendable (SuggestionRequest) throws(SupportTypeError) -> SuggestionContent

    func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent { try answer(request) }
  }

  func say(_ say: String, facts: String, when: String) throws -> Advice.Suggestion {
    let advice = try AdviseWorld.advice([peerRule("r", "when: \(when)", "say: {person: '\(say)'}")], for: "{facts: {\(facts)}}")
    return try #require(advice.suggestions.first)
  }

  @Test func `the rule says what and why, then the support type how, for the verb that remains`() throws {
    let advice = try AdviseWorld.advice([peerRule("r", verb: "refer", "say: {person: There is company.}")], for: "{about: Nobody asked}")
    let say = try #require(advice.suggestions.first?.say)
    #expect(say.person == "There is company. peer-group, to self-refer.")
    #expect(say.practitioner == "peer-group, to self-refer, for the practitioner.")
  }

  @Test func `a placeholder prints only what made the rule true`() throws {
    let suggestion = try say(
      "Others live with {conditions|this} too.", facts: "conditions: [pain-condition, sugar]", when: "{conditions: pain-condition}")
    #expect(suggestion.say.person.hasPrefix("Others live with chronic pain too."))
    #expect(suggestion.cautions.isEmpty)
  }

  @Test func `a sensitive concept is never printed, and the withholding is recorded`() throws {
    let suggestion = try say("Others live with {conditions|this} too.", facts: "conditions: [private]", when: "{conditions: private}")
    #expect(suggestion.say.person.hasPrefix("Others live with this too."))
    #expect(suggestion.cautions == ["a sensitive fact is left out of the text"])
  }

  @Test func `a support type that throws yields its plain text and a problem, and nothing else is lost`() throws {
    let odd = Odd(manifest: .sample("peer-group", [.selfRefer])) { _ throws(SupportTypeError) in throw SupportTypeError("the tide is out") }
    let advice = try AdviseWorld.advice(
      [peerRule("a"), rule("b", "suggest: {support: course, verb: inform}")], for: "{about: Somebody}",
      supports: [odd, DeclaredSupportType(.sample("course", [.refer]))])
    #expect(advice.suggestions.map(\.rules) == [["a"], ["b"]])
    #expect(advice.suggestions.first?.say.person == "peer-group, to self-refer.")
    #expect(advice.problems.map(\.fact) == ["peer-group"])
    #expect(advice.problems.map(\.detail) == ["the support type failed, and its plain text stands instead: the tide is out"])
  }

  @Test func `an answer for another verb, or an empty one, is a failure that names what was wrong`() throws {
    let wrong = Odd(manifest: .sample("peer-group", [.selfRefer])) { _ in
      SuggestionContent(verb: .refer, person: "We refer you.", practitioner: "Refer.")
    }
    let empty = Odd(manifest: .sample("peer-group", [.selfRefer])) { request in
      SuggestionContent(verb: request.verb, person: " ", practitioner: "x")
    }
    for (type, reason) in [(wrong, "it answered for `refer`, and was asked for `self-refer`"), (empty, "its text is empty")] {
      let advice = try AdviseWorld.advice([peerRule("a")], for: "{about: Somebody}", supports: [type])
      #expect(advice.suggestions.first?.say.person == "peer-group, to self-refer.")
      #expect(advice.problems.map(\.detail) == ["the support type failed, and its plain text stands instead: \(reason)"])
    }
  }

  @Test func `where the plain text is empty too, it is not suggested, with that reason`() throws {
    let mute = SupportManifest(
      id: "peer-group", title: "Peers", publicName: nil, summary: "", benefits: [], risks: [], formality: .either, shape: .hub,
      shapeParameters: [:], unit: .person, verbs: [.inform, .flag, .selfRefer], crisis: .continues, crisisNeeds: [], parameters: [],
      produces: [],
      leadership: nil, costs: [], evidence: [], facilitatorsNeed: [], checksNeed: [], texts: [], suits: nil, unless: nil, facts: [],
      declaredAt: nil,
      contentHash: "")
    let advice = try AdviseWorld.advice([peerRule("a")], for: "{about: Somebody}", supports: [DeclaredSupportType(mute)])
    #expect(advice.suggestions.isEmpty)
    #expect(advice.notSuggested.map(\.reason) == [.pluginFailed])
  }

  @Test func `the support type hears the verb that remains, the parameters and the kind of step`() throws {
    let echo = Odd(manifest: .sample("peer-group", [.refer, .selfRefer])) { request in
      let words =
        "\(request.verb.rawValue) \(request.stepKind ?? "anywhere") \(request.language) \(request.parameters["focus"] == .text("condition"))"
      return SuggestionContent(verb: request.verb, person: words, practitioner: words)
    }
    let rules = [rule("r", "at: {step: waiting}", "suggest: {support: peer-group, verb: refer, with: {focus: condition}}")]
    let advice = try AdviseWorld.advice(rules, for: "{at: {pathway: pain, step: waiting}}", supports: [echo])
    #expect(advice.suggestions.first?.say.person == "self-refer waiting en true.")
  }

  @Test func `a public name is neutral where the type gives one, and else the title`() throws {
    let named = DeclaredSupportType(.sample("peer-group", [.selfRefer], publicName: "A neighbourhood group"))
    let plain = DeclaredSupportType(.sample("course", [.selfRefer]))
    let advice = try AdviseWorld.advice(
      [peerRule("a"), rule("b", "suggest: {support: course, verb: inform}")], for: "{about: Somebody}", supports: [named, plain])
    #expect(advice.suggestions.map(\.publicName) == ["A neighbourhood group", "course"])
    #expect(advice.suggestions.map(\.benefits) == [["Company."], ["Company."]])
    #expect(advice.suggestions.map(\.gap) == [false, false])
  }
}

@Suite("What stands before the team")
struct TeamViewTests {
  @Test func `steps and rules of the team, by pathway, with nothing about a person`() throws {
    let rules = [
      rule(
        "learn", "who: team", "at: {kind: training}", "suggest: {support: peer-group, verb: inform}",
        "say: {practitioner: Hear it from people.}"),
      rule("look", "who: team", "flag: Look at the list."),
      rule("over", "who: team", "at: {kind: training}", "flag: Old.", "valid: {until: 2020-01-01}"),
      peerRule("person", "at: {kind: waiting}"),
    ]
    let rulebook = try AdviseWorld.rulebook(rules: rules)
    let view = Advisor(rulebook.ruleSet).teamView(asOf: AdviseWorld.today)
    #expect(view.entries.map(\.rule) == ["learn", "look"])
    #expect(view.entries.map(\.step) == ["team-day", nil])
    #expect(view.entries.map(\.verb) == [.inform, .flag])
    #expect(view.entries.map(\.say) == ["Hear it from people. peer-group, to inform, for the practitioner.", "Look at the list."])
  }

  @Test func `a step of the team at which nothing stands is there all the same`() throws {
    let view = Advisor(try AdviseWorld.rulebook(rules: [peerRule("r")]).ruleSet).teamView(asOf: AdviseWorld.today)
    #expect(view.entries.map(\.step) == ["team-day"])
    #expect(view.entries.map(\.rule) == [nil])
  }
}
