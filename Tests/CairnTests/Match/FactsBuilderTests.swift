import Testing

@testable import Cairn

@Suite("Facts of a profile on a day")
struct FactsBuilderTests {
  private let vocabulary: Vocabulary
  /// Every fact is valid for a year, so that each can be stale.
  private let builder: FactsBuilder
  private let asOf = CalendarDate(2026, 11, 22)

  init() {
    var vocabulary = DraftRulebook().vocabulary
    for index in vocabulary.facts.indices { vocabulary.facts[index].validFor = CalendarDuration(12, .months) }
    self.vocabulary = vocabulary
    builder = FactsBuilder(vocabulary: vocabulary)
  }

  private func state(
    _ fact: String, of profile: Profile, staleCounts: Bool = false
  ) -> (state: Facts.State, problems: [String]) {
    let (facts, problems) = builder.facts(of: profile, asOf: asOf, staleCounts: staleCounts)
    return (vocabulary.factIndex[fact].map { facts[$0] } ?? .unknown, problems.map { "\($0.fact): \($0.detail)" })
  }

  private func state(
    _ fact: String, _ value: Profile.Value, date: String? = nil, staleCounts: Bool = false
  ) -> (state: Facts.State, problems: [String]) {
    let given = Profile.Fact(value, date: date.flatMap { PartialDate($0) })
    return state(fact, of: Profile(id: "p", facts: [fact: given]), staleCounts: staleCounts)
  }

  private func code(_ id: String, _ domain: CodeDomain = .concepts) -> Int { vocabulary.code(id, in: domain) ?? -1 }

  private func codes(_ held: [Facts.Held], isPartial: Bool = false) -> Facts.Value { .codes(.init(held, isPartial: isPartial)) }

  /// Values of every type, as a profile gives them and as the logic sees them.
  private var everyType: [(fact: String, given: Profile.Value, seen: Facts.Value)] {
    let march = PartialDate(CalendarDate(2026, 3, 1))
    return [
      ("lives-alone", .boolean(true), .boolean(true)), ("housing", .choice("homeless"), .choice(2)),
      ("weight", .number("70.5"), .number(705, 705)), ("discharged", .never, .never), ("discharged", .date(march), .date(march)),
      (
        "conditions", .codes([.init("stroke", since: march)], partial: true),
        codes([.init(code("stroke"), since: march)], isPartial: true)
      ),
    ]
  }

  // MARK: - States

  @Test("a value of every type is known while it is valid, undated too", arguments: [nil, "2025-11-22", "2026-11-22", "2025-12", "2026"])
  func known(date: String?) {
    for (fact, given, seen) in everyType {
      let (state, problems) = state(fact, given, date: date)
      #expect(state.value == seen && state.status == .known && problems.isEmpty)
      #expect(state.date == date.flatMap { PartialDate($0) } && state.recorded == nil)
    }
  }

  @Test("past its validity a value of every type is stale, and what was last known is kept", arguments: ["2025-11-21", "2025-11", "2025"])
  func stale(date: String) {
    for (fact, given, seen) in everyType {
      let (state, problems) = state(fact, given, date: date)
      #expect(state.value == .unknown && state.status == .stale && state.recorded == seen && problems.isEmpty)
      #expect(state.date == PartialDate(date))
      let (counted, _) = self.state(fact, given, date: date, staleCounts: true)
      #expect(counted.value == seen && counted.status == .known)
    }
  }

  @Test("a value dated after the day is not used yet, and that is a problem", arguments: ["2026-11-23", "2026-12", "2027"])
  func notYet(date: String) {
    for (fact, given, seen) in everyType {
      let (state, problems) = state(fact, given, date: date)
      #expect(state.value == .unknown && state.status == .notYet && state.recorded == seen)
      #expect(problems == ["\(fact): it is dated \(date), after 2026-11-22, and not used yet"])
    }
  }

  @Test("a refusal is in force while its validity runs, without a date for good, and never stale")
  func declined() {
    for (fact, _, _) in everyType {
      for (date, status) in [(nil, Facts.Status.declined), ("2025-11-22", .declined), ("2025-11-21", .unknown), ("2026-11-23", .notYet)] {
        let (state, problems) = state(fact, .declined, date: date)
        #expect(state.value == .unknown && state.status == status && state.recorded == nil)
        #expect(problems.isEmpty == (status != .notYet))
        #expect(self.state(fact, .declined, date: date, staleCounts: true).state.value == .unknown)
      }
    }
  }

  @Test("unknown is the same as leaving it out")
  func unknown() {
    for (fact, _, _) in everyType {
      let (given, problems) = state(fact, .unknown, date: "2026-01-01")
      let (left, _) = state(fact, of: Profile(id: "p"))
      #expect(given.value == .unknown && given.status == .unknown && problems.isEmpty)
      #expect(left.value == .unknown && left.status == .unknown)
    }
  }

  @Test(
    "what does not fit is unknown, and a problem",
    arguments: [
      ("lonelines", Profile.Value.number("7"), "lonelines: there is no such fact in this rulebook"),
      ("loneliness", .number("10"), "loneliness: `10` is out of range: `loneliness` runs from 3 to 9; it stays unknown"),
      ("loneliness", .number("3.5"), "loneliness: `3.5` is too fine: `loneliness` counts in whole numbers; it stays unknown"),
      ("loneliness", .number("many"), "loneliness: `many` is no number; it stays unknown"),
      ("loneliness", .boolean(true), "loneliness: it is a whole number, and yes or no was given; it stays unknown"),
      (
        "weight", .number("9999999999999999999"),
        "weight: `9999999999999999999` is out of range: no fact keeps so many digits; it stays unknown"
      ),
      ("housing", .choice("rented"), "housing: `rented` is none of its values; it stays unknown"),
      ("lives-alone", .choice("yes"), "lives-alone: it is yes or no, and a word was given; it stays unknown"),
      ("conditions", .never, "conditions: it is a set of concepts, and `none` was given; it stays unknown"),
      ("consent-to-share", .boolean(true), "consent-to-share: it is given as consent, not among the facts"),
    ])
  func misfits(fact: String, value: Profile.Value, problem: String) {
    let (state, problems) = state(fact, value)
    #expect(state.value == .unknown && state.status == .unknown)
    #expect(problems == [problem])
  }

  @Test("problems come in the order of what they are about, with their place")
  func order() {
    let facts = Dictionary(uniqueKeysWithValues: ["zz", "mm", "aa"].map { ($0, Profile.Fact(.boolean(true))) })
    var profile = Profile(id: "p", facts: facts)
    profile.facts["mm"]?.source = SourceRange(SourceText(path: "p.yaml", text: "a:\n  mm: yes"), 9, 12)
    let problems = builder.facts(of: profile, asOf: asOf).problems
    #expect(problems.map(\.fact) == ["aa", "mm", "zz"])
    #expect(problems.map(\.source) == [nil, "p.yaml:2:7", nil])
  }

  // MARK: - Codes

  @Test("a code's date is cut at the day; one wholly after it leaves the code in doubt; a concept that is not known opens the set")
  func codeDates() {
    let given: [Profile.Code] = [
      .init("stroke", since: PartialDate("2026")), .init("copd", since: PartialDate("2027")), .init("gout"), .init("asthma"),
    ]
    let (state, problems) = state("conditions", .codes(given, partial: false))
    let cut = PartialDate(first: CalendarDate(2026, 1, 1), last: asOf)
    #expect(
      state.value
        == codes(
          [
            .init(code("stroke"), since: cut), .init(code("copd"), since: PartialDate("2027"), isInDoubt: true),
            .init(code("asthma")),
          ], isPartial: true))
    #expect(state.status == .known)
    #expect(
      problems == [
        "conditions: `copd` is said to begin 2027, after 2026-11-22, and stays in doubt",
        "conditions: `gout` is none of the rulebook's concepts, so other concepts may be there too",
      ])
  }

  // MARK: - Age

  @Test(
    "age is what the birth makes on the day",
    arguments: [
      ("1972-11-22", 54, 54), ("1972-11-23", 53, 53), ("1972-03", 54, 54), ("1972-11", 53, 54), ("1972", 53, 54), ("2026-11-22", 0, 0),
      ("2026", 0, 0), ("1896", 129, 130),
    ])
  func age(born: String, low: Int, high: Int) {
    let (state, problems) = state("age", of: Profile(id: "p", born: PartialDate(born)))
    #expect(state.value == .number(low, high) && state.status == .known && problems.isEmpty)
  }

  @Test(
    "who is born on 29 February has a birthday on the 28th in other years",
    arguments: [("2023-02-27", 22), ("2023-02-28", 23), ("2024-02-28", 23), ("2024-02-29", 24), ("2100-02-28", 100)])
  func leapling(day: String, age: Int) throws {
    let day = try #require(CalendarDate(day))
    #expect(FactsInProgress.age(CalendarDate(2000, 2, 29), on: day) == age)
  }

  @Test("a birth to come or too long ago leaves the age unknown")
  func noAge() {
    let later = state("age", of: Profile(id: "p", born: PartialDate("2027")))
    #expect(later.state.value == .unknown)
    #expect(later.problems == ["age: born 2027 is after 2026-11-22; the age stays unknown"])
    let older = state("age", of: Profile(id: "p", born: PartialDate("1850")))
    #expect(older.state.value == .unknown)
    #expect(older.problems == ["age: born 1850 makes 176 years, and the age runs from 0 to 130; it stays unknown"])
  }

  @Test("born and an age that differ: the birth counts, and that is a problem")
  func bornAndAge() {
    let (state, problems) = state("age", of: Profile(id: "p", born: PartialDate("1972-03"), facts: ["age": .init(.number("40"))]))
    #expect(state.value == .number(54, 54))
    #expect(problems == ["age: the profile says it twice, and the fact of this name is not used"])
  }

  // MARK: - History

  private func history(_ events: (String, Profile.Event.Outcome, String?)...) -> Profile {
    var profile = Profile(id: "p")
    profile.history = events.map { Profile.Event(support: $0.0, outcome: $0.1, date: $0.2.flatMap { PartialDate($0) }) }
    return profile
  }

  @Test("what was accepted and neither ended nor completed since is in place; what was completed stays completed")
  func inPlace() {
    let group = code("peer-group", .supports)
    let course = code("course", .supports)
    func supports(_ profile: Profile) -> [Int]? { held("supports", profile) }
    func completed(_ profile: Profile) -> [Int]? { held("completed", profile) }
    func held(_ fact: String, _ profile: Profile) -> [Int]? {
      if case .codes(let codes) = state(fact, of: profile).state.value, !codes.isPartial { codes.held.map(\.code) } else { nil }
    }
    #expect(supports(history()) == [] && completed(history()) == [])
    #expect(supports(history(("course", .declined, nil), ("peer-group", .notYet, nil))) == [])
    #expect(supports(history(("course", .accepted, "2026-01-01"), ("peer-group", .accepted, nil))) == [course, group])
    #expect(supports(history(("course", .accepted, "2026-01-01"), ("course", .ended, "2026-02-01"))) == [])
    // By date, not by place; where dates say nothing, by place.
    #expect(supports(history(("course", .ended, "2026-02-01"), ("course", .accepted, "2026-01-01"))) == [])
    #expect(supports(history(("course", .ended, "2026-02-01"), ("course", .accepted, "2026-03-01"))) == [course])
    #expect(supports(history(("course", .accepted, "2026"), ("course", .ended, "2026-05"))) == [])
    #expect(supports(history(("course", .ended, "2026"), ("course", .accepted, nil))) == [course])
    // A refusal of more does not end what is there.
    #expect(supports(history(("course", .accepted, nil), ("course", .declined, nil))) == [course])
    let twice = history(("course", .accepted, nil), ("course", .completed, "2026-02-01"), ("course", .accepted, "2026-05-01"))
    #expect(supports(twice) == [course] && completed(twice) == [course])
  }

  @Test("events to come and of unknown support types are not used, and an event that could not be read leaves both sets open")
  func eventProblems() {
    let (supports, problems) = state("supports", of: history(("course", .accepted, "2027"), ("sewing", .accepted, nil)))
    #expect(supports.value == codes([]))
    #expect(
      problems == [
        "history: `course` accepted is dated 2027, after 2026-11-22; the event is not used",
        "history: `sewing` is no support type of this rulebook; the event is not used",
      ])
    var partial = history()
    partial.isHistoryPartial = true
    #expect(state("supports", of: partial).state.value == codes([], isPartial: true))
    #expect(state("completed", of: partial).state.value == codes([], isPartial: true))
  }

  @Test("without a history the two may be given as facts")
  func historyAsFacts() {
    var profile = Profile(id: "p", facts: ["supports": .init(.codes([.init("course")], partial: true))])
    let held = Facts.Held(code("course", .supports))
    #expect(state("supports", of: profile).state.value == codes([held], isPartial: true))
    #expect(state("completed", of: profile).state.value == codes([]))
    profile.history = [.init(support: "peer-group", outcome: .accepted)]
    let (both, problems) = state("supports", of: profile)
    #expect(both.value == codes([.init(code("peer-group", .supports))]))
    #expect(problems == ["supports: the profile says it twice, and the fact of this name is not used"])
  }

  // MARK: - Home, strengths, consent, caring

  @Test("a home is a place, or none that is fixed; an area that no condition names is none of those that conditions name")
  func home() {
    var profile = Profile(id: "p")
    #expect(state("no-fixed-abode", of: profile).state.value == .unknown)
    profile.home = .place(latitude: nil, longitude: nil, area: "hill")
    #expect(state("no-fixed-abode", of: profile).state.value == .boolean(false))
    #expect(state("area", of: profile).state.value == codes([.init(code("hill", .areas))]))
    profile.home = .place(latitude: 51, longitude: 0, area: "elsewhere")
    #expect(state("area", of: profile).state.value == codes([]))
    profile.home = .place(latitude: 51, longitude: 0, area: nil)
    #expect(state("area", of: profile).state.value == .unknown)
    profile.home = .noFixedAbode
    #expect(state("no-fixed-abode", of: profile).state.value == .boolean(true))
    #expect(state("area", of: profile).state.value == .unknown)
    profile.facts["area"] = .init(.codes([.init("hill")], partial: false))
    #expect(state("area", of: profile).state.value == codes([.init(code("hill", .areas))]))
  }

  @Test("strengths are a closed set where somebody asked")
  func strengths() {
    var profile = Profile(id: "p")
    #expect(state("strengths", of: profile).state.value == .unknown)
    profile.strengths = []
    #expect(state("strengths", of: profile).state.value == codes([]))
    profile.strengths = ["copd", "juggling"]
    let (state, problems) = state("strengths", of: profile)
    #expect(state.value == codes([.init(code("copd"))], isPartial: true))
    #expect(problems == ["strengths: `juggling` is none of the rulebook's concepts, so other concepts may be there too"])
  }

  @Test("consent is known where it was given or refused, declined where it was not answered, and else unknown")
  func consent() {
    func states(_ suggest: Profile.Consent.Answer?, _ share: Profile.Consent.Share?) -> [Facts.State] {
      var profile = Profile(id: "p")
      profile.consent.suggest = suggest
      profile.consent.share = share
      return ["consent-to-suggest", "consent-to-share"].map { state($0, of: profile).state }
    }
    #expect(states(.given(true), .all(true)).map(\.value) == [.boolean(true), .boolean(true)])
    #expect(states(.given(false), .all(false)).map(\.value) == [.boolean(false), .boolean(false)])
    #expect(states(.declined, .declined).map(\.status) == [.declined, .declined])
    #expect(states(nil, nil).map(\.status) == [.unknown, .unknown])
    // For some types it is neither yes nor no; for none it is no.
    #expect(states(nil, .with(["course"])).map(\.status) == [.unknown, .unknown])
    #expect(states(nil, .with([])).map(\.value) == [.unknown, .boolean(false)])
  }

  @Test("who cares for somebody is a carer; who does not say so may still be one")
  func carer() {
    var profile = Profile(id: "p")
    #expect(state("is-carer", of: profile).state.value == .unknown)
    profile.facts["is-carer"] = .init(.boolean(false))
    #expect(state("is-carer", of: profile).state.value == .boolean(false))
    profile.carerOf = "amina"
    let (state, problems) = state("is-carer", of: profile)
    #expect(state.value == .boolean(true))
    #expect(problems == ["is-carer: the profile says it twice, and the fact of this name is not used"])
  }
}
