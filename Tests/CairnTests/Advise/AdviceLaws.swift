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
    rule(
      "e", "at: {pathway: pain, within: 8 weeks}", "suggest: {support: course, verb: refer}",
      "when: {conditions: [pain-condition, private]}",
      "say: {person: 'Others live with {conditions|the same} too.'}"),
    rule("f", "suggest: {support: night-line, verb: signpost}", "valid: {from: 2026-06-01, until: 2026-12-31}"),
    rule("g", "suggest: {support: course, verb: inform, with: {focus: condition}}", "when: {consent-to-share: no}"),
    rule("h", "at: {kind: diagnosis}", "flag: Look.", "when: {hiv: yes}"), rule("i", "flag: Always look."),
    rule("j", "who: carer", "suggest: {support: peer-group, verb: refer}"),
    rule("k", "who: team", "at: {kind: training}", "suggest: {support: peer-group, verb: inform}"),
    rule("l", "at: {kind: [diagnosis, flare-up]}", "suggest: {support: night-line, verb: signpost}", "when: {unasked: yes, walks: yes}"),
  ]

  /// One person of the run, and what is advised.
  struct Case: Sendable {
    let profile: Profile
    let advice: Advice
    let advisor: Advisor
  }

  private static let run = Result {
    let advisor = Advisor(try AdviseWorld.rulebook(rules: rules, more: safeguards).ruleSet)
    return (0..<400).map { seed in
      let profile = RandomPeople.profile(seed)
      let day = CalendarDate(day: AdviseWorld.today.day + Int32(seed % 90))
      return Case(profile: profile, advice: advisor.advice(for: profile, asOf: day), advisor: advisor)
    }
  }

  static func everybody() throws -> [Case] { try run.get() }

  @Test func `no verb that shares data without consent that is known`() throws {
    var shared = 0
    for person in try Self.everybody() {
      for suggestion in person.advice.suggestions where suggestion.verb.sharesData {
        shared += 1
        switch person.profile.consent.share {
        case .all(true): continue
        case .with(let supports): #expect(supports.contains(suggestion.support), "\(person.profile.id)")
        case .all(false), .declined, nil: Issue.record("\(suggestion.verb) for \(person.profile.id)")
        }
      }
    }
    #expect(shared > 20)
  }

  @Test func `nothing is suggested, flagged, undecided or asked beyond safety in danger`() throws {
    var inDanger = 0
    for person in try Self.everybody() where person.profile.facts["immediate-danger"]?.value == .boolean(true) {
      inDanger += 1
      #expect(person.advice.suggestions.isEmpty && person.advice.flags.isEmpty && person.advice.undecided.isEmpty, "\(person.profile.id)")
      #expect(!person.advice.questions.contains { !$0.safety }, "\(person.profile.id)")
      #expect(person.advice.escalate.map(\.safeguard).contains("danger"), "\(person.profile.id)")
    }
    #expect(inDanger > 20)
  }

  @Test func `the limits hold, and no support stands twice with the same parameters`() throws {
    for person in try Self.everybody() {
      #expect(person.advice.suggestions.count <= person.advisor.ruleSet.limits.inAll)
      let steps = Dictionary(grouping: person.advice.suggestions) { "\($0.pathway ?? "") \($0.step ?? "")" }
      #expect(steps.values.allSatisfy { $0.count <= person.advisor.ruleSet.limits.perStep }, "\(person.profile.id)")
      let keys = person.advice.suggestions.map { "\($0.support) \($0.parameters)" }
      #expect(Set(keys).count == keys.count, "\(person.profile.id)")
    }
  }

  @Test func `each rule that stands somewhere for a person is accounted for exactly once, and no other is`() throws {
    for person in try Self.everybody() {
      let builder = FactsBuilder(vocabulary: person.advisor.ruleSet.vocabulary)
      let facts = builder.facts(of: person.profile, asOf: person.advice.asOf, staleCounts: false).facts
      let placed = Whereabouts(of: person.profile, caringFor: nil, facts: facts, in: person.advisor.ruleSet, index: person.advisor.index)
        .places(in: person.advisor.ruleSet, index: person.advisor.index, asOf: person.advice.asOf).map {
          person.advisor.ruleSet.rules[$0.rule].id
        }
      let told =
        person.advice.suggestions.flatMap(\.rules) + person.advice.undecided.flatMap(\.rules) + person.advice.notSuggested.flatMap(\.rules)
        + person.advice.flags.map(\.rule)
      #expect(told.sorted() == placed.sorted(), "\(person.profile.id)")
    }
  }

  @Test func `who wishes no suggestions gets none`() throws {
    for person in try Self.everybody() where person.profile.consent.suggest == .given(false) {
      #expect(person.advice.suggestions.isEmpty, "\(person.profile.id)")
      #expect(person.advice.undecided.allSatisfy { $0.support == nil }, "\(person.profile.id)")
    }
  }

  @Test func `nothing is asked that was declined, is known, or has no question`() throws {
    for person in try Self.everybody() {
      for question in person.advice.questions where question.fact != "consent-to-share" {
        guard let fact = person.advisor.ruleSet.vocabulary.factIndex[question.fact] else {
          #expect(StepQuestion(id: question.fact, in: person.advisor.ruleSet) != nil, "\(question.fact)")
          continue
        }
        #expect(person.advisor.ruleSet.vocabulary.facts[fact].ask != nil)
        #expect(person.profile.facts[question.fact]?.value != .declined, "\(person.profile.id)")
      }
    }
  }

  @Test func `each undecided rule waits for something`() throws {
    for person in try Self.everybody() {
      #expect(person.advice.undecided.allSatisfy { !$0.needs.isEmpty || !$0.declined.isEmpty }, "\(person.profile.id)")
    }
  }

  @Test func `what is sensitive is in no text and no reason`() throws {
    var printed = 0
    for person in try Self.everybody() {
      let advice = person.advice
      let texts =
        advice.suggestions.flatMap { [$0.say.person, $0.say.practitioner, $0.publicName] + $0.cautions }
        + advice.notSuggested.map(\.detail) + advice.problems.map(\.detail) + advice.flags.map(\.say)
      #expect(!texts.contains { $0.lowercased().contains("hiv") || $0.contains("private") }, "\(person.profile.id)")
      printed += texts.count { $0.contains("chronic pain") }
    }
    #expect(printed > 20)
  }

  @Test func `a question settles the live rules that some answer would bring forward`() throws {
    var settled = 0
    for person in try Self.everybody() {
      let live = Set(person.advice.undecided.filter(\.live).flatMap(\.rules))
      for question in person.advice.questions where ["lives-alone", "walks"].contains(question.fact) {
        var brought: Set<String> = []
        for answer in [true, false] {
          var profile = person.profile
          profile.facts[question.fact] = .init(.boolean(answer))
          let then = person.advisor.advice(for: profile, asOf: person.advice.asOf)
          let cut = then.notSuggested.filter { $0.reason == .limitPerStep || $0.reason == .limitInAll }
          brought.formUnion(then.suggestions.flatMap(\.rules) + then.flags.map(\.rule) + cut.flatMap(\.rules))
        }
        #expect(question.settles == live.intersection(brought).count, "\(question.fact) for \(person.profile.id)")
        settled += question.settles
      }
    }
    #expect(settled > 20)
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
