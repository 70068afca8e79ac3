import Testing

@testable import Cairn

@Suite("What a shape says of an offer")
struct ShapeCheckTests {
  @Test("a group that nobody runs does not meet, where its type has facilitators; a group of members only misses one")
  func openGroup() throws {
    var world = ShapedWorld(shape: "open-group", offer: "state: {roles: {facilitator: vacant}}")
    #expect(try world.found() == ["speaksAgainst: nobody looks after it at present"])
    world.manifest = "shape-parameters: {facilitators: 2}"
    #expect(try world.found() == ["bars: nobody runs it at present"])
    world.offer = ""
    #expect(try world.found() == [])
  }

  @Test(
    "a club without staff beside its members is no place for a crisis that is building",
    arguments: [
      ("{facts: {crisis-level: building}}", "bars: no staff are there beside the members at present, and a crisis is building"),
      ("{facts: {crisis-level: in-crisis}}", "bars: no staff are there beside the members at present, and a crisis is building"),
      ("{facts: {crisis-level: steady}}", "speaksAgainst: no staff are there beside the members at present"),
      ("{}", "asks: whether a crisis is building: no staff are there at present [crisis-level]"),
    ])
  func membershipClub(person: String, said: String) throws {
    var world = ShapedWorld(
      shape: "membership-club", manifest: "crisis: serves", offer: "state: {roles: {co-facilitation: vacant}}", person: person)
    #expect(try world.found() == [said])
    world.manifest = ""
    #expect(try world.found() == ["speaksAgainst: no staff are there beside the members at present"])
    world.offer = "state: {roles: {facilitator: vacant, co-facilitation: filled}}"
    #expect(try world.found() == ["bars: nobody runs it at present"])
  }

  @Test(
    "a coordinator's caseload counts by level, and is no bar",
    arguments: [
      ("level: light", ["speaksAgainst: it helps 100 people lightly, as many as it can"]),
      ("level: long", ["speaksAgainst: it walks with 60 people for long, as many as it can"]),
      (
        "",
        [
          "speaksAgainst: it walks with 60 people for long, as many as it can",
          "speaksAgainst: it helps 100 people lightly, as many as it can",
        ]
      ),
    ])
  func localityCoordinator(with: String, said: [String]) throws {
    let manifest = """
      shape-parameters: {people: 10000, caseload: 60, light-caseload: 100}
      parameters: {level: {type: choice, values: [light, long]}}
      """
    var world = ShapedWorld(
      shape: "locality-coordinator", manifest: manifest, offer: "state: {caseload: {light: 100, long: 60}}", with: with)
    #expect(try world.found() == said)
    world.offer = "state: {caseload: {light: 99, long: 59}}"
    #expect(try world.found() == [])
    world.offer = ""
    #expect(try world.found() == [])
  }

  @Test("both may try a match out; a ledger opens with hours; whoever brings people together has only so many")
  func brokers() throws {
    let full = "speaksAgainst: whoever brings people together there has 30, as many as one can"
    var world = ShapedWorld(
      shape: "two-sided-match", manifest: "shape-parameters: {trial: 6 weeks, caseload: 30}", offer: "state: {caseload: {long: 30}}")
    #expect(try world.found() == ["speaksFor: both may try it out first, for 6 weeks", full])
    world.shape = "reciprocal-ledger"
    world.manifest = "shape-parameters: {opening-balance: 1, caseload: 30}"
    #expect(try world.found() == ["speaksFor: one begins with 1 hour to spend, before giving any", full])
    world.manifest = "shape-parameters: {opening-balance: 0, caseload: 31}"
    #expect(try world.found() == [])
  }

  @Test("a hub has only so many people, and puts only so many services together")
  func hub() throws {
    var world = ShapedWorld(
      shape: "hub", manifest: "shape-parameters: {caseload: 20, package: 2}\nparameters: {package: {type: list}}",
      offer: "state: {caseload: {light: 12, long: 8}}", with: "package: [a, b, c]")
    #expect(
      try world.found() == [
        "speaksAgainst: it works with 20 people, as many as it can",
        "speaksAgainst: it puts 2 services together at most, and 3 are named",
      ])
    world.with = "package: [a, b]"
    world.offer = ""
    #expect(try world.found() == [])
  }
}

@Suite("Who goes along to an appointment")
struct AppointmentCheckTests {
  private func found(_ person: String, verb: Verb = .accompany, isAtStep: Bool = false) throws -> [String] {
    try ShapedWorld(
      shape: "one-to-one-match", manifest: "shape-parameters: {bound-to-appointment: yes}", person: person, verb: verb, isAtStep: isAtStep
    ).found()
  }

  @Test(
    "goes along to one that is to come, asks where none is known, and to none that is past",
    arguments: [
      ("{facts: {next-appointment: 2026-11-22}}", ["speaksFor: there is an appointment to go along to, on 2026-11-22"], false),
      ("{facts: {next-appointment: 2027-01}}", ["speaksFor: there is an appointment to go along to, on 2027-01"], false),
      ("{facts: {next-appointment: 2026-11}}", ["asks: when their next appointment is: it goes along to one [next-appointment]"], true),
      ("{}", ["asks: when their next appointment is: it goes along to one [next-appointment]"], true),
      ("{facts: {next-appointment: declined}}", ["asks: when their next appointment is: it goes along to one [next-appointment]"], true),
      (
        "{facts: {next-appointment: 2026-11-21}}",
        ["bars: the appointment on 2026-11-21 is past, and nobody has noted another to go along to"], true
      ),
      ("{facts: {next-appointment: none}}", ["bars: there is no appointment to go along to"], true),
    ])
  func appointment(person: String, said: [String], isLeftOutAtStep: Bool) throws {
    #expect(try found(person) == said)
    #expect(try found(person, isAtStep: true) == (isLeftOutAtStep ? [] : said))
    #expect(try found(person, verb: .inform) == [])
    #expect(try found(person, verb: .invite) == [])
  }

  @Test("whoever would come along has only so many people; where places are counted, these count")
  func caseload() throws {
    var world = ShapedWorld(
      shape: "one-to-one-match", manifest: "shape-parameters: {caseload: 6}", offer: "state: {caseload: {long: 6}}")
    #expect(try world.found() == ["speaksAgainst: whoever would come along has 6 people, as many as one can"])
    world.offer += ", places: {free: 2, of: 8}"
    #expect(try world.found() == [])
  }
}

@Suite("How near a network is")
struct ClusterCheckTests {
  private static let manifest = "shape-parameters: {within: {walk: 15 minutes}, detour: 1.3, walking-speed: 1.2 m/s}"
  private static let site = "site: {lat: 51.5, lon: 0.01}"

  private func found(_ person: String, offer: String = Self.site, manifest: String = Self.manifest) throws -> [String] {
    try ShapedWorld(shape: "geographic-cluster", manifest: manifest, offer: offer, person: person).found()
  }

  @Test(
    "fifteen minutes' walk is the line, and a home that nobody knows is asked about",
    arguments: [
      // One thousandth of a degree of latitude is 111.2 m, so 144.6 m on foot, which takes 120.5 s.
      ("{home: {lat: 51.507, lon: 0.01}}", "speaksFor: it is about 15 minutes on foot from home"),
      ("{home: {lat: 51.5, lon: 0.01}}", "speaksFor: it is about 1 minute on foot from home"),
      (
        "{home: {lat: 51.508, lon: 0.01}}",
        "bars: it is about 17 minutes on foot from home, and its members live within a walk of 15 minutes (place)"
      ),
      ("{}", "asks: where they live: its members live within a walk of 15 minutes"),
      ("{home: {area: harbour}}", "asks: where they live: its members live within a walk of 15 minutes"),
      ("{home: no-fixed-abode}", "asks: where they are going to live: its members live within a walk of 15 minutes"),
    ])
  func walk(person: String, said: String) throws { #expect(try found(person) == [said]) }

  @Test("a distance may be the line, and the nearest of several places counts")
  func distance() throws {
    let manifest = "shape-parameters: {within: {distance: 1 km}, detour: 1}"
    #expect(
      try found("{home: {lat: 51.51, lon: 0.01}}", manifest: manifest) == [
        "bars: it is about 16 minutes on foot from home, and its members live within 1 km on foot (place)"
      ])
    #expect(try found("{home: {lat: 51.508, lon: 0.01}}", manifest: manifest) == ["speaksFor: it is about 13 minutes on foot from home"])
    #expect(try found("{home: {lat: 51.51, lon: 0.01}}", manifest: "") == [])
  }

  @Test("of a confidential place neither minutes nor distance are said, and of one that nobody noted it is asked")
  func confidential() throws {
    let hidden = Self.site + ", address: confidential"
    #expect(try found("{home: {lat: 51.501, lon: 0.01}}", offer: hidden) == ["speaksFor: they live within a walk of 15 minutes of it"])
    #expect(
      try found("{home: {lat: 51.6, lon: 0.01}}", offer: hidden) == [
        "bars: it is too far from home, and its members live within a walk of 15 minutes (place)"
      ])
    #expect(
      try found("{home: {lat: 51.6, lon: 0.01}}", offer: "") == [
        "asks: whether they live within a walk of 15 minutes: nobody noted where it is"
      ])
  }

  @Test("a network without its volunteer takes nobody")
  func volunteer() throws {
    let said = try found("{home: {lat: 51.5, lon: 0.01}}", offer: Self.site + ", state: {roles: {volunteer: vacant}}")
    #expect(
      said == [
        "bars: it has no volunteer at present, and takes nobody new until there is one",
        "speaksFor: it is about 1 minute on foot from home",
      ])
    #expect(
      try found("{home: {lat: 51.5, lon: 0.01}}", offer: Self.site + ", state: {roles: {volunteer: filled}}") == [
        "speaksFor: it is about 1 minute on foot from home"
      ])
  }
}
