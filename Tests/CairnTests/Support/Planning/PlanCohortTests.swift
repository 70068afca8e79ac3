import Testing

@testable import Cairn

@Suite("Plans of cohorts")
struct PlanCohortTests {
  private func said(_ people: [Demand.Person], _ groups: [Demand.Existing] = [], _ more: String) throws -> [String] {
    let manifest = try PlanWorld.manifest("closed-cohort", more)
    return PlanWorld.said(manifest.plan(Demand(people: people, groups: groups, asOf: PlanWorld.asOf)))
  }

  @Test(
    "sizes are even, as few groups as can be, and none below the least",
    arguments: [
      (0, 8, 10, []), (7, 8, 10, []), (8, 8, 10, [8]), (11, 8, 10, [10]), (16, 8, 10, [8, 8]), (21, 8, 10, [10, 10]),
      (24, 8, 10, [8, 8, 8]),
      (25, 8, 10, [9, 8, 8]), (3, 1, 1, [1, 1, 1]), (5, 1, nil, [5]), (0, 1, nil, []),
    ] as [(Int, Int, Int?, [Int])])
  func sizes(number: Int, least: Int, most: Int?, sizes: [Int]) {
    #expect(PlanSizes.sizes(number, atLeast: least, atMost: most) == sizes)
  }

  @Test("families count once, go by their area, and wait where they are too few")
  func families() throws {
    let people = [
      PlanWorld.person("a1", area: "hill", household: "a"), PlanWorld.person("a2", household: "a"),
      PlanWorld.person("b", area: "hill"), PlanWorld.person("c", area: "hill"), PlanWorld.person("d", area: "dale"), PlanWorld.person("e"),
    ]
    let more = """
      unit: family
      shape-parameters: {places: 2, at-least: 2, sessions: 8, every: 1 week, team: [parent-partner, school-partner]}
      """
    #expect(
      try said(people, more) == [
        "new: a1 a2 b in hill, wants parent-partner school-partner, 8 sessions, one every week",
        "c waits: the groups in hill are full, and 1 family left over is too few for another, which begins with 2",
        "d waits: 1 family in dale wants it, and a group begins with 2",
        "e waits: nobody knows in which area they live",
      ])
  }

  private func said(_ people: [Demand.Person], _ more: String) throws -> [String] { try said(people, [], more) }

  @Test("what still takes people is joined first, where the team speaks with them")
  func joins() throws {
    let groups = [
      PlanWorld.existing("oak", free: 1) { $0.languages = ["en-GB"] },
      PlanWorld.existing("birch", free: 5) {
        $0.hubs = ["hill"]
        $0.languages = ["pl"]
      },
      PlanWorld.existing("fir", free: nil), PlanWorld.existing("elm", free: 9) { $0.closed = "it has begun" },
    ]
    let people = [
      PlanWorld.person("a", area: "dale", languages: ["pl"]), PlanWorld.person("b", area: "hill", languages: ["en"]),
      PlanWorld.person("c", area: "hill", languages: ["pl"]), PlanWorld.person("d", area: "hill", languages: ["en"]),
      PlanWorld.person("e", area: "hill"),
    ]
    #expect(
      try said(people, groups, "shape-parameters: {places: 4, facilitators: 2}") == [
        "birch: c e", "oak: b", "new: a in dale, wants facilitator facilitator, speaks pl",
        "new: d in hill, wants facilitator facilitator, speaks en", "unknown: nobody says how many may join Fir",
      ])
  }

  @Test("a fact may say where they belong, and a team speaks as few languages as reach everybody")
  func hubs() throws {
    func child(_ id: String, _ school: String, _ languages: [String]) -> Demand.Person {
      var person = PlanWorld.person(id, area: "hill", languages: languages)
      person.profile.facts["school"] = Profile.Fact(.choice(school))
      return person
    }
    let people = [
      child("a", "north", ["en", "so"]), child("b", "north", ["so"]), child("c", "north", ["pl", "so"]), child("d", "north", ["en"]),
      PlanWorld.person("e", area: "hill"),
    ]
    #expect(
      try said(people, "shape-parameters: {hub: school}") == [
        "new: a b c d in north, speaks en so", "e waits: nobody knows their school", "unknown: nobody says how many places a group has",
      ])
  }

  @Test("costs are exact, whole groups at a time; what cannot be counted is said")
  func costs() throws {
    let more = """
      shape-parameters: {places: 2, sessions: 6}
      costs:
        - {category: staff-time, per: session, quantity: 2.1, unit: hours}
        - {category: staff-time, per: group, quantity: 0.3, unit: hours}
        - {category: room-hire, per: session, quantity: 2.5, unit: hours}
        - {category: support-costs, per: person, quantity: 0.000001, unit: meals}
        - {category: fares, per: engagement, quantity: 2, unit: fares}
        - {category: cleaning, per: fortnight, quantity: 1, unit: hours}
        - {category: land, per: session, quantity: 999999999999, unit: acres}
        - {category: land, per: session, quantity: 999999999999, unit: acres}
        - {category: land, per: session, quantity: 1, unit: acres}
      """
    let people = ["a", "b", "c"].map { PlanWorld.person($0, area: "hill") }
    let said = try said(people, [PlanWorld.existing("oak", free: 1)], more)
    #expect(
      said.suffix(4) == [
        "costs; staff-time 12.9 hours (6 sessions, 1 group); room-hire 15 hours (6 sessions); support-costs 0.000003 meals (3 people); "
          + "fares 6 fares (3 engagements)",
        "unknown: the type gives no `contacts`, so costs per engagement are those of one engagement for each person",
        "unknown: costs per fortnight are left out: a plan counts people, groups, sessions and contacts",
        "unknown: the land cannot be counted: it is too much",
      ])
  }
}
