import Testing

@testable import Cairn

@Suite("Plans of coordinators and of the rest")
struct PlanCoordinatorTests {
  @Test("everybody goes to the coordinator of their area, by level; an area without one is a gap")
  func coordinators() throws {
    let more = """
      shape-parameters: {people: 10000, caseload: 2, light-caseload: 3}
      costs: [{category: staff-time, per: area, quantity: 37, unit: hours a week}]
      """
    let manifest = try PlanWorld.manifest("locality-coordinator", more)
    let groups = [
      PlanWorld.existing("hill-desk", free: nil) {
        $0.hubs = ["hill"]
        $0.long = 1
        $0.light = 3
      },
      PlanWorld.existing("any-desk", free: nil),
    ]
    let people = [
      PlanWorld.person("a", area: "hill"), PlanWorld.person("b", area: "hill"), PlanWorld.person("c", area: "hill", level: "light"),
      PlanWorld.person("d", area: "dale"), PlanWorld.person("e", area: "dale"), PlanWorld.person("f", area: "dale"), PlanWorld.person("g"),
    ]
    #expect(
      PlanWorld.said(manifest.plan(Demand(people: people, groups: groups, asOf: PlanWorld.asOf))) == [
        "hill-desk: a", "b waits: the coordinator for hill works with as many people as one can",
        "c waits: the coordinator for hill works with as many people as one can", "d waits: there is no coordinator for dale",
        "e waits: there is no coordinator for dale", "f waits: there is no coordinator for dale",
        "g waits: nobody knows in which area they live", "gap in dale: 3 wait, 2 needed; staff-time 74 hours a week (2 areas)",
        "gap in hill: 2 wait, 1 needed; staff-time 37 hours a week (1 area)",
        "unknown: nobody says how many people Any-desk works with",
        "unknown: one coordinator is meant for 10000 people, and nobody says how many live in dale",
        "unknown: one coordinator is meant for 10000 people, and nobody says how many live in hill",
      ])
  }

  @Test(
    "shapes without bounds of their own are counted: places or caseload, what there is first",
    arguments: [
      ("open-group", "places: 3"), ("membership-club", "places: 3"), ("one-to-one-match", "caseload: 3"),
      ("two-sided-match", "caseload: 3"),
      ("reciprocal-ledger", "caseload: 3"), ("hub", "caseload: 3"),
    ])
  func crowds(shape: String, parameter: String) throws {
    let manifest = try PlanWorld.manifest(shape, "shape-parameters: {\(parameter)}")
    let people = ["e", "d", "c", "b", "a", "f"].map { PlanWorld.person($0) }
    let groups = [PlanWorld.existing("oak", free: 2), PlanWorld.existing("ash", free: 0)]
    let plan = manifest.plan(Demand(people: people, groups: groups, asOf: PlanWorld.asOf))
    #expect(PlanWorld.said(plan) == ["oak: a b", "new: c d", "new: e f"])
    #expect(plan.free == 2)
  }

  @Test("what one works with now counts against the caseload, and without a number one takes everybody")
  func caseloads() throws {
    let people = ["a", "b", "c"].map { PlanWorld.person($0) }
    let worker = PlanWorld.existing("anna", free: nil) { $0.long = 4 }
    let bounded = try PlanWorld.manifest("hub", "shape-parameters: {caseload: 5}")
    #expect(PlanWorld.said(bounded.plan(Demand(people: people, groups: [worker], asOf: PlanWorld.asOf))) == ["anna: a", "new: b c"])
    let open = try PlanWorld.manifest("hub")
    #expect(
      PlanWorld.said(open.plan(Demand(people: people, groups: [worker], asOf: PlanWorld.asOf))) == [
        "new: a b c", "unknown: nobody says how many may join Anna",
        "unknown: the type gives no `caseload`, so nobody knows how many one can take",
      ])
  }

  @Test("two who care for each other count as one where the unit is two people")
  func dyads() throws {
    let manifest = try PlanWorld.manifest("open-group", "unit: dyad\nshape-parameters: {places: 1}")
    var carer = PlanWorld.person("z")
    carer.profile.carerOf = "a"
    let plan = manifest.plan(Demand(people: [carer, PlanWorld.person("a"), PlanWorld.person("b")], asOf: PlanWorld.asOf))
    #expect(PlanWorld.said(plan) == ["new: a z", "new: b"])
    #expect(plan.groups.map(\.units) == [1, 1])
  }
}
