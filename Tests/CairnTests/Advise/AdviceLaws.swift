import Testing

@testable import Cairn

/// What must hold of every piece of advice, for people drawn at random from a small rulebook.
@Suite("Laws of advice")
struct AdviceLaws {
  static let safeguards = """
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {practitioner: Act now.}}
      building: {when: {crisis-level: building}, stop: {except: serves-crisis}}
      no-walks: {when: {conditions: private}, stop: [walking-group]}
    """

  static let rules = [
    peerRule("a", verb: "refer", "at: {kind: waiting}", "when: {loneliness: {at-least: 6}}"),
    peerRule(
      "b", verb: "introduce", "at: {kind: [waiting, rehabilitation], after: 4 weeks}", "when: {any: [{walks: no}, {lives-alone: yes}]}"),
    rule("c", "suggest: {support: walking-group, verb: refer}", "when: {walks: yes}"),
    rule("d", "at: {kind: annual-review}", "suggest: {support: advocate, verb: accompany}", "unless: {lives-alone: no}"),
    rule("e", "at: {pathway: pain, within: 8 weeks}", "suggest: {support: course, verb: refer}", "when: {conditions: pain-condition}"),
    rule("f", "suggest: {support: night-line, verb: signpost}", "valid: {from: 2026-06-01, until: 2026-12-31}"),
    rule("g", "suggest: {support: course, verb: inform, with: {focus: condition}}", "when: {consent-to-share: no}"),
    rule("h", "at: {kind: diagnosis}", "flag: Look.", "when: {hiv: yes}"), rule("i", "flag: Always look."),
    rule("j", "who: carer", "suggest: {support: peer-group, verb: refer}"),
    rule("k", "who: team", "at: {kind: training}", "suggest: {support: peer-group, verb: inform}"),
    rule("l", "at: {kind: [diagnosis, flare-up]}", "suggest: {support: night-line, verb: signpost}", "when: {unasked: yes, walks: yes}"),
  ]

  /// Every person of a run, and what is advised.
  static func everybody() throws -> [(profile: Profile, advice: Advice, advisor: Advisor)] {
    let rulebook = try AdviseWorld.rulebook(rules: rules, more: safeguards)
    let advisor = Advisor(rulebook.ruleSet)
    return (0..<400).map { seed in
      let profile = RandomPeople.profile(seed)
      let day = CalendarDate(day: AdviseWorld.today.day + Int32(seed % 90))
      return (profile, advisor.advice(for: profile, asOf: day), advisor)
    }
  }

  @Test func `no verb that shares data without consent that is known`() throws {
    var shared = 0
    for (profile, advice, _) in try Self.everybody() {
      for suggestion in advice.suggestions where suggestion.verb.sharesData {
        shared += 1
        switch profile.consent.share {
        case .all(true): continue
        case .with(let supports): #expect(supports.contains(suggestion.support), "\(profile.id)")
        case .all(false), .declined, nil: Issue.record("\(suggestion.verb) for \(profile.id)")
        }
      }
    }
    #expect(shared > 20)
  }

  @Test func `nothing is suggested, flagged, undecided or asked beyond safety in danger`() throws {
    var inDanger = 0
    for (profile, advice, _) in try Self.everybody() where profile.facts["immediate-danger"]?.value == .boolean(true) {
      inDanger += 1
      #expect(advice.suggestions.isEmpty && advice.flags.isEmpty && advice.undecided.isEmpty, "\(profile.id)")
      #expect(advice.questions.allSatisfy(\.safety), "\(profile.id)")
      #expect(advice.escalate.map(\.safeguard).contains("danger"), "\(profile.id)")
    }
    #expect(inDanger > 20)
  }

  @Test func `the limits hold, and no support stands twice with the same parameters`() throws {
    for (profile, advice, advisor) in try Self.everybody() {
      #expect(advice.suggestions.count <= advisor.ruleSet.limits.inAll)
      let steps = Dictionary(grouping: advice.suggestions) { "\($0.pathway ?? "") \($0.step ?? "")" }
      #expect(steps.values.allSatisfy { $0.count <= advisor.ruleSet.limits.perStep }, "\(profile.id)")
      let keys = advice.suggestions.map { "\($0.support) \($0.parameters)" }
      #expect(Set(keys).count == keys.count, "\(profile.id)")
    }
  }

  @Test func `each rule that stands somewhere for a person is accounted for exactly once, and no other is`() throws {
    for (profile, advice, advisor) in try Self.everybody() {
      let builder = FactsBuilder(vocabulary: advisor.ruleSet.vocabulary)
      let facts = builder.facts(of: profile, asOf: advice.asOf, staleCounts: false).facts
      let placed = Whereabouts(of: profile, caringFor: nil, facts: facts, in: advisor.ruleSet, index: advisor.index)
        .places(in: advisor.ruleSet, index: advisor.index, asOf: advice.asOf).map { advisor.ruleSet.rules[$0.rule].id }
      let told =
        advice.suggestions.flatMap(\.rules) + advice.undecided.flatMap(\.rules) + advice.notSuggested.flatMap(\.rules)
        + advice.flags.map(\.rule)
      #expect(told.sorted() == placed.sorted(), "\(profile.id)")
    }
  }

  @Test func `who wishes no suggestions gets none`() throws {
    for (profile, advice, _) in try Self.everybody() where profile.consent.suggest == .given(false) {
      #expect(advice.suggestions.isEmpty, "\(profile.id)")
      #expect(advice.undecided.allSatisfy { $0.support == nil }, "\(profile.id)")
    }
  }

  @Test func `nothing is asked that was declined, is known, or has no question`() throws {
    for (profile, advice, advisor) in try Self.everybody() {
      for question in advice.questions where question.fact != "consent-to-share" {
        guard let fact = advisor.ruleSet.vocabulary.factIndex[question.fact] else {
          #expect(StepQuestion(id: question.fact, in: advisor.ruleSet) != nil, "\(question.fact)")
          continue
        }
        #expect(advisor.ruleSet.vocabulary.facts[fact].ask != nil)
        #expect(profile.facts[question.fact]?.value != .declined, "\(profile.id)")
      }
    }
  }

  @Test func `each undecided rule waits for something`() throws {
    for (profile, advice, _) in try Self.everybody() {
      #expect(advice.undecided.allSatisfy { !$0.needs.isEmpty || !$0.declined.isEmpty }, "\(profile.id)")
    }
  }
}

/// People drawn from a seed.
enum RandomPeople {
  static func profile(_ seed: Int) -> Profile {
    var chance = Chance(seed: UInt64(seed))
    var profile = Profile(id: "person-\(seed)")
    for fact in ["lives-alone", "walks", "hiv", "unasked"] {
      if let value = value(&chance, [.boolean(true), .boolean(false), .declined]) { profile.facts[fact] = .init(value) }
    }
    if chance.one(in: 8) { profile.facts["immediate-danger"] = .init(.boolean(true)) }
    if let level = value(&chance, [.choice("steady"), .choice("steady"), .choice("building")]) {
      profile.facts["crisis-level"] = .init(level, date: chance.one(in: 2) ? PartialDate(CalendarDate(2026, 11, 20)) : nil)
    }
    if let loneliness = value(&chance, [.number("3"), .number("7"), .number("9")]) { profile.facts["loneliness"] = .init(loneliness) }
    let codes = ["pain-condition", "sugar", "private"].filter { _ in chance.one(in: 2) }.map { Profile.Code($0) }
    if !chance.one(in: 3) { profile.facts["conditions"] = .init(.codes(codes, partial: chance.one(in: 3))) }
    place(&profile, &chance)
    agree(&profile, &chance)
    return profile
  }

  private static func value(_ chance: inout Chance, _ values: [Profile.Value]) -> Profile.Value? {
    chance.one(in: 3) ? nil : values[chance.below(values.count)]
  }

  private static func place(_ profile: inout Profile, _ chance: inout Chance) {
    let days: [PartialDate?] = [nil, PartialDate("2026"), PartialDate("2026-10"), PartialDate("2026-07-20"), PartialDate("2027-03")]
    let steps: [String?] = [nil, "first", "waiting", "programme", "review", "leaving", "flare-up", "team-day", "nowhere"]
    if !chance.one(in: 3) {
      profile.positions.append(
        .init(
          pathway: "pain", step: steps[chance.below(steps.count)], since: days[chance.below(days.count)],
          reached: ["first": PartialDate(CalendarDate(2026, 6, 1))]))
    }
    if chance.one(in: 3) { profile.positions.append(.init(pathway: "diabetes", step: "check", since: days[chance.below(days.count)])) }
  }

  private static func agree(_ profile: inout Profile, _ chance: inout Chance) {
    let shares: [Profile.Consent.Share?] = [nil, .all(true), .all(true), .all(false), .declined, .with(["peer-group"])]
    profile.consent.share = shares[chance.below(shares.count)]
    let suggests: [Profile.Consent.Answer?] = [nil, .given(true), .given(true), .given(false), .declined]
    profile.consent.suggest = suggests[chance.below(suggests.count)]
    for support in ["peer-group", "course"] where chance.one(in: 3) {
      let outcome = Profile.Event.Outcome.allCases[chance.below(Profile.Event.Outcome.allCases.count)]
      let days: [PartialDate?] = [
        nil, PartialDate("2026"), PartialDate("2026-09-01"), PartialDate("2025-01-01"), PartialDate("2027-01-01"),
      ]
      profile.history.append(.init(support: support, outcome: outcome, date: days[chance.below(days.count)]))
    }
  }
}

extension Chance {
  /// True once in so many times.
  fileprivate mutating func one(in times: Int) -> Bool { below(times) == 0 }
}
