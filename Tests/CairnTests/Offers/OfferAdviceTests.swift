import Testing

@testable import Cairn

@Suite("Offers in advice")
struct OfferAdviceTests {
  private let peers = OfferWorld.rules("peer-group, verb: self-refer")

  /// `a yes open; b no full` of the one suggestion.
  private func listed(_ advice: Advice) throws -> String {
    try #require(advice.suggestions.first).offers.map { "\($0.id) \($0.fits.rawValue) \($0.status.rawValue)" }.joined(separator: "; ")
  }

  private func offer(_ id: String, _ advice: Advice) throws -> Advice.Offer {
    try #require(advice.suggestions.first?.offers.first { $0.id == id })
  }

  @Test func `an offer fits, does not fit, or may fit: with the reason or the question`() throws {
    let advice = try OfferWorld.advice(
      for: "{born: 1990-01-01, home: {area: east}}", peers,
      OfferWorld.offers(
        "adults: {support: peer-group, accepts: {age: {at-least: 18}, area: harbour-wards}}",
        "young: {support: peer-group, accepts: {age: {at-most: 25}}}", "own: {support: peer-group, accepts: {tenancy: own}}",
        "far: {support: peer-group, accepts: {area: hill}}", "rich: {support: peer-group, accepts: {income: {at-least: 5}, hiv: yes}}"))
    #expect(try listed(advice) == "adults yes open; own ask open; rich ask open; young no open; far no open")
    #expect(try offer("own", advice).ask == ["Do you have a home of your own?"])
    #expect(try offer("own", advice).needs == ["tenancy"])
    #expect(try offer("rich", advice).ask == ["income", "a sensitive fact"])
    #expect(try offer("young", advice).against == ["it asks for age: at most 25"])
    #expect(try offer("far", advice).against == ["it is for another area"])
    #expect(advice.suggestions.first?.gap == false)
    #expect(advice.questions.map(\.fact) == ["immediate-danger", "crisis-level"])
  }

  @Test func `where none fits for sure, what would tell is asked once for all of them`() throws {
    let advice = try OfferWorld.advice(
      for: "{facts: {crisis-level: steady, walks: declined}}", peers,
      OfferWorld.offers(
        "a: {support: peer-group, accepts: {tenancy: own, walks: yes}}",
        "b: {support: peer-group, accepts: {tenancy: shared, income: {at-least: 1}}}"))
    #expect(try listed(advice) == "a ask open; b ask open")
    #expect(advice.questions.filter { !$0.safety }.map(\.fact) == ["tenancy"])
    #expect(advice.questions.first { $0.fact == "tenancy" }?.because == ["peer-group-rule"])
    #expect(advice.questions.first { $0.fact == "tenancy" }?.scoreHundredths == 200)
    #expect(try offer("a", advice).ask == ["Do you have a home of your own?", "walks: asked, and not answered"])
  }

  @Test func `an access need that is said not to be met bars, and one of which nobody said anything is asked`() throws {
    let advice = try OfferWorld.advice(
      for: "{access: [step-free, hearing-loop]}", peers,
      OfferWorld.offers(
        "both: {support: peer-group, access: [step-free, hearing-loop]}", "one: {support: peer-group, access: [step-free]}",
        "none: {support: peer-group, access: []}", "unsaid: {support: peer-group}", "online: {support: peer-group, mode: online}",
        "phone: {support: peer-group, mode: telephone, access: []}", "either: {support: peer-group, mode: [in-person, online], access: []}")
    )
    #expect(
      try listed(advice)
        == "both yes open; online yes open; phone yes open; unsaid ask open; either no open; none no open; one no open")
    #expect(try offer("both", advice).for == ["it is step-free", "it has hearing loop"])
    #expect(try offer("none", advice).against == ["it has no step-free way in", "it has no hearing loop"])
    #expect(try offer("one", advice).against == ["it has no hearing loop"])
    #expect(try offer("unsaid", advice).ask == ["whether it is step-free: ask them", "whether it has hearing loop: ask them"])
    #expect(try offer("unsaid", advice).needs == [])
  }

  @Test func `an access need that is no matter of the place is looked at online too`() throws {
    let advice = try OfferWorld.advice(
      for: "{access: [sign-language]}", peers,
      OfferWorld.offers(
        "a: {support: peer-group, mode: online, access: []}", "b: {support: peer-group, mode: online, access: [sign-language]}"))
    #expect(try listed(advice) == "b yes open; a no open")
  }

  @Test func `what a service says of its place counts beside what the offer says`() throws {
    var service = LocalService(id: "s", name: "Quay house")
    service.locations = [.init(id: "l")]
    service.locations[0].access = ["step-free"]
    let files = [
      ("base.yaml", OfferWorld.base.replacing("cool-down", with: "directory: d, cool-down")), ("r.yaml", peers),
      ("o.yaml", OfferWorld.offers("a: {support: peer-group, service: hsds:s}", "b: {support: peer-group, service: hsds:s, access: []}")),
      ("p.yaml", "profiles:\n  p: {access: [step-free]}\n  q: {access: [hearing-loop]}\n"),
    ]
    let rulebook = try OfferWorld.open(files, OfferWorld.supports, [service])
    let advice = rulebook.profiles.map { rulebook.advice(for: $0, asOf: OfferWorld.today) }
    #expect(try listed(advice[0]) == "a yes open; b yes open")
    #expect(try listed(advice[1]) == "a ask open; b no open")
  }

  @Test func `wishes rank and explain, and never hide`() throws {
    let advice = try OfferWorld.advice(
      for: "{preferences: {mode: in-person, language: [es], group: small, peer-sex: female, formality: informal, led-by: members}}", peers,
      OfferWorld.offers(
        "a: {support: peer-group, mode: online, languages: [en], group: large, peer-sex: male, formality: formal, led-by: staff}",
        "b: {support: peer-group}",
        "c: {support: peer-group, mode: [online, in-person], languages: [en, es-ES], group: small, peer-sex: [male, female], formality: informal, led-by: members}"
      ))
    #expect(try listed(advice) == "c yes open; b yes open; a yes open")
    #expect(
      try offer("c", advice).for == [
        "it is in person, as they wish", "it is in Spanish, as they wish", "the group is small, as they wish",
        "the people there are female, as they wish", "it is informal, as they wish", "it is led by members, as they wish",
      ])
    #expect(
      try offer("a", advice).against == [
        "it is online, and they wish in person", "it is in English, and they wish Spanish", "the group is large, and they wish small",
        "the people there are male, and they wish female", "it is formal, and they wish informal",
        "it is led by staff, and they wish members",
      ])
    #expect(try offer("b", advice).for + offer("b", advice).against == [])
  }

  @Test func `the nearest comes first, then what costs less, then what is sooner, then what was looked at later, then by id`() throws {
    let home = "{home: {lat: 51.5, lon: 0}}"
    let advice = try OfferWorld.advice(
      for: home, peers,
      OfferWorld.offers(
        "far: {support: peer-group, site: {lat: 51.52, lon: 0}}", "near: {support: peer-group, site: {lat: 51.505, lon: 0}}",
        "unknown: {support: peer-group, site: {title: Hall}}"))
    #expect(try listed(advice) == "near yes open; far yes open; unknown yes open")
    // One hundredth of a degree of latitude is 1,112 m; one walks 1.3 times as far.
    #expect(advice.suggestions.first?.offers.map(\.distanceMetres) == [720, 2890, nil])
    let same = try OfferWorld.advice(
      for: home, peers,
      OfferWorld.offers(
        "z: {support: peer-group, costs: {to-person: 0}}", "y: {support: peer-group, costs: {to-person: 2.50}, places: {wait: 2 weeks}}",
        "x: {support: peer-group, costs: {to-person: 2.50}, places: {updated: 2026-11-01}}",
        "w: {support: peer-group, costs: {to-person: 2.50}, places: {updated: 2026-10-01}}", "v: {support: peer-group}",
        "u: {support: peer-group}"))
    #expect(try listed(same) == "z yes open; x yes open; w yes open; y yes open; u yes open; v yes open")
    #expect(try offer("y", same).against == ["there is a wait of about 2 weeks", "it costs 2.50 each time"])
    #expect(try offer("z", same).for == ["it costs nothing"])
  }

  @Test func `no fixed abode is never barred by distance, and has none`() throws {
    let advice = try OfferWorld.advice(
      for: "{home: no-fixed-abode}", peers, OfferWorld.offers("a: {support: peer-group, site: {lat: 51.5, lon: 0}}"))
    #expect(try listed(advice) == "a yes open")
    #expect(advice.suggestions.first?.offers.first?.distanceMetres == nil)
  }

  @Test func `what is full comes after what is open and before what only may fit, and what is out of date or over comes last, marked`()
    throws
  {
    let advice = try OfferWorld.advice(
      for: "{born: 1990, preferences: {group: small}}", peers,
      OfferWorld.offers(
        "over: {support: peer-group, group: small, ends: 2026-11-21}",
        "stale: {support: peer-group, group: small, places: {free: 0, updated: 2026-05-21}}",
        "full: {support: peer-group, group: small, places: {free: 0, of: 12, wait: 9 weeks, updated: 2026-05-22}}",
        "open: {support: peer-group, group: large, ends: 2026-11-22}", "maybe: {support: peer-group, accepts: {tenancy: own}}",
        "never: {support: peer-group, accepts: {age: {at-most: 20}}}", "soon: {support: peer-group, starts: 2027-01-14, group: large}"))
    #expect(
      try listed(advice)
        == "open yes open; soon yes open; full yes full; maybe ask open; stale yes stale; over yes expired; never no open")
    #expect(try offer("full", advice).against == ["it is full, about 9 weeks to wait"])
    #expect(try offer("stale", advice).against == ["it is out of date: nobody has looked since 2026-05-21"])
    #expect(try offer("over", advice).against == ["it is over since 2026-11-21"])
    #expect(try offer("soon", advice).against == ["the group is large, and they wish small", "it starts on 2027-01-14"])
  }

  @Test func `a directory says that a service runs no more, and how old its entry is`() throws {
    var gone = LocalService(id: "gone", name: "Gone", status: .defunct)
    gone.assured = CalendarDate(2026, 11, 1)
    let paused = LocalService(id: "paused", name: "Paused", status: .closedForNow)
    var old = LocalService(id: "old", name: "Old", status: .active)
    old.assured = CalendarDate(2025, 1, 1)
    let files = [
      ("base.yaml", OfferWorld.base.replacing("cool-down", with: "directory: d, stale-after: 1 year, cool-down")), ("r.yaml", peers),
      (
        "o.yaml",
        OfferWorld.offers(
          "a: {support: peer-group, service: hsds:gone}", "b: {support: peer-group, service: hsds:paused}",
          "c: {support: peer-group, service: hsds:old}", "d: {support: peer-group, service: hsds:old, places: {updated: 2025-12}}")
      ), ("p.yaml", "profiles:\n  p: {}\n"),
    ]
    let rulebook = try OfferWorld.open(files, OfferWorld.supports, [gone, paused, old])
    let advice = rulebook.advice(for: rulebook.profiles[0], asOf: OfferWorld.today)
    #expect(try listed(advice) == "d yes open; c yes stale; a yes expired; b yes expired")
    #expect(try offer("a", advice).against == ["it is over, as the directory says"])
    #expect(try offer("b", advice).against == ["it is closed for now, as the directory says"])
  }

  @Test func `only offers that are for what the rule gives under with are looked at`() throws {
    let advice = try OfferWorld.advice(
      for: "{}", OfferWorld.rules("peer-group, verb: self-refer, with: {focus: interest}"),
      OfferWorld.offers(
        "a: {support: peer-group, with: {focus: condition}}", "b: {support: peer-group, with: {focus: interest}}",
        "c: {support: peer-group}",
        "d: {support: course}"))
    #expect(try listed(advice) == "b yes open; c yes open")
  }

  @Test func `at most twenty are listed, and the rest is counted`() throws {
    let offers = (10..<35).map { "o\($0): {support: peer-group, places: {free: \($0 < 12 ? 0 : 1)}}" }
    let advice = try OfferWorld.advice(for: "{}", peers, "offers:\n" + offers.map { "  \($0)\n" }.joined())
    #expect(advice.suggestions.first?.offers.map(\.id) == (12..<32).map { "o\($0)" })
    #expect(advice.suggestions.first?.offersLeftOut == 5)
  }

  // MARK: - None near

  @Test func `nothing local is a gap and suppresses nothing`() throws {
    let elsewhere = OfferWorld.offers("a: {support: peer-group, accepts: {area: hill, age: {at-most: 20}}}")
    let advice = try OfferWorld.advice(for: "{born: 1980, home: {area: east}}", peers, elsewhere)
    #expect(advice.suggestions.map(\.gap) == [true])
    #expect(advice.suggestions.first?.cautions == ["nobody offers this nearby, as far as the rulebook knows"])
    #expect(advice.suggestions.first?.verb == .selfRefer)
    #expect(try listed(advice) == "a no open")
    let none = try OfferWorld.advice(for: "{}", peers, OfferWorld.offers("a: {support: course}"))
    #expect(none.suggestions.map(\.gap) == [true])
    let nowhere = try OfferWorld.advice(for: "{}", peers)
    #expect(nowhere.suggestions.map(\.gap) == [false])
    #expect(nowhere.suggestions.first?.offers.isEmpty == true)
  }

  @Test func `where all that was near is over, that is a gap too`() throws {
    let advice = try OfferWorld.advice(for: "{}", peers, OfferWorld.offers("a: {support: peer-group, title: Old quay, ends: 2025}"))
    #expect(advice.suggestions.map(\.gap) == [true])
    #expect(advice.suggestions.first?.cautions == ["what there was nearby is over (Old quay)"])
  }

  @Test func `offers near that all refuse are a reason not to suggest it`() throws {
    let advice = try OfferWorld.advice(
      for: "{born: 1980, home: {area: east}, access: [step-free]}", peers,
      OfferWorld.offers(
        "a: {support: peer-group, title: Young quay, accepts: {age: {at-most: 20}}}", "b: {support: peer-group, title: Steps, access: []}",
        "c: {support: peer-group, accepts: {area: hill}}"))
    #expect(advice.suggestions.isEmpty)
    #expect(advice.notSuggested.map(\.reason) == [.noOfferFits])
    #expect(
      advice.notSuggested.first?.detail
        == "what there is nearby does not fit: Young quay: it asks for age: at most 20; Steps: it has no step-free way in")
  }

  @Test func `an area that nobody knows leaves an offer open, and it is no gap`() throws {
    let advice = try OfferWorld.advice(for: "{}", peers, OfferWorld.offers("a: {support: peer-group, accepts: {area: hill}}"))
    #expect(try listed(advice) == "a ask open")
    #expect(advice.suggestions.map(\.gap) == [false])
    #expect(try offer("a", advice).ask == ["area"])
  }

  // MARK: - Confidential

  @Test func `of a confidential address neither place nor distance nor times are shown`() throws {
    let advice = try OfferWorld.advice(
      for: "{home: {lat: 51.5, lon: 0}}", peers,
      OfferWorld.offers(
        "a: {support: peer-group, address: confidential, site: {title: Hidden, lat: 51.5, lon: 0, address: 1 Secret Lane, times: Mondays}}",
        "b: {support: peer-group, site: {title: Hall, lat: 51.5, lon: 0, address: [2 Quay Street, Harbour], times: [Mondays, Fridays]}}"))
    let hidden = try offer("a", advice)
    #expect(hidden.distanceMetres == nil)
    #expect(hidden.address + hidden.times == [])
    let shown = try offer("b", advice)
    #expect(shown.distanceMetres == 0)
    #expect(shown.address == ["Hall", "2 Quay Street", "Harbour"])
    #expect(shown.times == ["Mondays", "Fridays"])
    #expect(try listed(advice) == "b yes open; a yes open")
  }
}
