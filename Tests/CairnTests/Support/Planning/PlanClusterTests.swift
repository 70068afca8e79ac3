import Testing

@testable import Cairn

@Suite("Plans of networks")
struct PlanClusterTests {
  static let walk = "within: {walk: 15 minutes}, detour: 1.3, walking-speed: 1.2 m/s"

  /// One thousandth of a degree north is 111.2 m, on foot 144.6 m; fifteen minutes are 1080 m, so 7.47 thousandths.
  private func home(_ id: String, _ north: Double, _ east: Double = 0) -> Demand.Person {
    PlanWorld.person(id, at: (51.5 + north / 1000, 0.01 + east / 1000))
  }

  private func said(_ people: [Demand.Person], _ groups: [Demand.Existing] = [], _ parameters: String) throws -> [String] {
    let manifest = try PlanWorld.manifest("geographic-cluster", "shape-parameters: {\(parameters), volunteers: 1, \(Self.walk)}")
    return PlanWorld.said(manifest.plan(Demand(people: people, groups: groups, asOf: PlanWorld.asOf)))
  }

  private func network(_ id: String, free: Int?, at north: Double, closed: String? = nil) -> Demand.Existing {
    PlanWorld.existing(id, free: free) {
      $0.sites = [Demand.Site(latitude: 51.5 + north / 1000, longitude: 0.01)]
      $0.closed = closed
    }
  }

  @Test("who can join does, before anything is formed; and who waits hears why")
  func joinsFirst() throws {
    let groups = [network("oak", free: 2, at: 0), network("elm", free: 9, at: 1, closed: "it has no volunteer at present")]
    let people = [home("a", 1), home("b", 2), home("c", 3), home("d", 40), PlanWorld.person("e"), PlanWorld.person("f")]
    var placed = people
    placed[5].profile.home = .noFixedAbode
    #expect(
      try said(placed, groups, "members: 9, at-least: 3") == [
        "oak: a b",
        "c waits: Elm is near, and it has no volunteer at present; Oak is near, and has no free place; "
          + "nobody else who waits for it lives within a walk of 15 minutes",
        "d waits: nobody else who waits for it lives within a walk of 15 minutes", "e waits: nobody knows where they live",
        "f waits: they have no home yet to walk from",
      ])
  }

  @Test("somebody moves on to another network, so that one more can join")
  func asksOthersToMoveOn() throws {
    let groups = [network("low", free: 1, at: 0), network("high", free: 1, at: 10)]
    // `a` reaches both and would take the nearer, which is the only one that `b` reaches.
    #expect(try said([home("a", 4), home("b", -3)], groups, "members: 9, at-least: 2") == ["high: a", "low: b"])
  }

  @Test("twelve dispersed people are no network")
  func dispersed() throws {
    let people = (0..<12).map { home("p\($0)", Double($0) * 20) }
    let said = try said(people, "members: 9, at-least: 6")
    #expect(said.count == 12)
    #expect(said.allSatisfy { $0.hasSuffix(" waits: nobody else who waits for it lives within a walk of 15 minutes") })
  }

  private func said(_ people: [Demand.Person], _ parameters: String) throws -> [String] { try said(people, [], parameters) }

  @Test("a network forms around a middle that is nobody's home, and holds as many as it may")
  func forms() throws {
    // Four corners of a square: within reach of its middle, and not of each other.
    let square = [home("a", 0), home("b", 10), home("c", 0, 15), home("d", 10, 15)]
    #expect(try said(square, "members: 9, at-least: 4") == ["new: a b c d, wants volunteer"])
    #expect(try said(square, "members: 9, at-least: 2, linkage: complete").count == 4)
    let crowd = (0..<11).map { home("p\($0 + 10)", Double($0) / 10) }
    let said = try said(crowd, "members: 9, at-least: 3")
    #expect(said.count == 3)
    #expect(
      said.dropFirst().allSatisfy {
        $0.contains("only 2 people who wait for it live within a walk of 15 minutes, and a network begins with 3")
      })
  }

  @Test("without a line there is no network, and without a bound it is said")
  func unbounded() throws {
    let manifest = try PlanWorld.manifest("geographic-cluster")
    #expect(
      PlanWorld.said(manifest.plan(Demand(people: [home("a", 0)], asOf: PlanWorld.asOf))) == [
        "a waits: nobody knows how near is near enough",
        "unknown: the type does not say how near its members live to each other: give `within` under `shape-parameters`",
      ])
    #expect(
      try said([home("a", 0), home("b", 1)], "at-least: 2") == [
        "new: a b, wants volunteer", "unknown: nobody says how many members a network has",
      ])
  }
}

@Suite("Laws of plans")
struct PlanLaws {
  private struct Drawn: CustomStringConvertible {
    var manifest: SupportManifest
    var demand: Demand
    var description: String {
      let people = demand.people.map { person in
        "\(person.profile.id) \(person.profile.home.map { "\($0)" } ?? "nowhere") \(person.profile.household ?? "")"
      }
      return "\(manifest.shape) \(manifest.shapeParameters)\n\(people.joined(separator: "\n"))\n\(demand.groups)"
    }
  }

  private static func draw(_ chance: inout Chance, shape: SupportManifest.Shape) throws -> Drawn {
    let least = chance.within(1...4)
    let numbers =
      switch shape {
      case .geographicCluster:
        "members: \(least + chance.below(4)), at-least: \(least), linkage: \(chance.pick(["centre", "complete"])), \(PlanClusterTests.walk)"
      case .closedCohort: "places: \(least + chance.below(4)), at-least: \(least)"
      case .localityCoordinator: "caseload: \(least)"
      case .openGroup, .membershipClub: "places: \(least)"
      default: "caseload: \(least)"
      }
    let unit = chance.pick(["person", "family", "dyad"])
    let manifest = try PlanWorld.manifest(shape.rawValue, "unit: \(unit)\nshape-parameters: {\(numbers)}")
    let people = (0..<chance.below(14)).map { number in
      var person = PlanWorld.person(
        "p\(number)", area: chance.percent(80) ? chance.pick(["hill", "dale"]) : nil, at: chance.percent(85) ? place(&chance) : nil,
        languages: chance.percent(40) ? [chance.pick(["en", "pl", "so"])] : [],
        household: chance.percent(40) ? "h\(chance.below(4))" : nil, level: chance.pick(["light", "long", nil]))
      if chance.percent(20) { person.profile.carerOf = "p\(chance.below(14))" }
      return person
    }
    let groups = (0..<chance.below(4)).map { number in
      PlanWorld.existing("g\(number)", free: chance.percent(80) ? chance.below(4) : nil) { group in
        let (latitude, longitude) = place(&chance)
        if chance.percent(80) { group.sites = [Demand.Site(latitude: latitude, longitude: longitude)] }
        if chance.percent(50) { group.hubs = ["hill"] }
        if chance.percent(50) { group.long = chance.below(4) }
        if chance.percent(30) { group.languages = ["en"] }
        if chance.percent(20) { group.closed = "it has begun" }
      }
    }
    return Drawn(manifest: manifest, demand: Demand(people: people, groups: groups, asOf: PlanWorld.asOf))
  }

  /// Within about three walks of each other.
  private static func place(_ chance: inout Chance) -> (Double, Double) {
    (51.5 + Double(chance.below(250)) / 10_000, 0.01 + Double(chance.below(250)) / 10_000)
  }

  @Test("everybody is in one group or waits with a reason; no group breaks its bounds; the order of people changes nothing")
  func bounds() throws {
    for seed in LawSettings.seeds(400) {
      var chance = Chance(seed: seed)
      let shape: SupportManifest.Shape = chance.pick([
        .geographicCluster, .geographicCluster, .closedCohort, .localityCoordinator, .openGroup, .hub,
      ])
      let drawn = try Self.draw(&chance, shape: shape)
      let plan = drawn.manifest.plan(drawn.demand)
      #expect(plan.faults(for: drawn.demand) == [], "\(seed) \(drawn)")
      Self.check(plan, drawn, seed)
      var other = drawn.demand
      other.people.shuffle(using: &chance)
      other.groups.shuffle(using: &chance)
      #expect(drawn.manifest.plan(other) == plan, "\(seed) \(drawn)")
    }
  }

  private static func check(_ plan: GroupPlan, _ drawn: Drawn, _ seed: UInt64) {
    let manifest = drawn.manifest
    let most = manifest.count("members") ?? manifest.count("places") ?? manifest.count("caseload") ?? .max
    for group in plan.groups {
      if let id = group.joins {
        let existing = drawn.demand.groups.first { $0.id == id }
        #expect(existing?.closed == nil, "\(seed) \(drawn)")
        if manifest.shape == .geographicCluster || manifest.shape == .closedCohort {
          #expect(group.units <= existing?.free ?? 0, "\(seed) \(drawn)")
        }
      } else {
        #expect(group.units <= most, "\(seed) \(drawn)")
        #expect(group.units >= manifest.count("at-least") ?? 1, "\(seed) \(drawn)")
      }
      checkWalk(group, drawn, seed)
    }
  }

  /// Of each unit one home counts: the first of its members' that is known.
  private static func checkWalk(_ group: GroupPlan.Group, _ drawn: Drawn, _ seed: UInt64) {
    guard let reach = Reach(of: drawn.manifest), let centre = group.centre.flatMap({ Ground($0.latitude, $0.longitude) }) else { return }
    let homes = PlanUnit.units(of: drawn.demand, for: drawn.manifest).filter { group.members.contains($0.id) }.compactMap(\.ground)
    #expect(homes.count == group.units, "\(seed) \(drawn)")
    let isComplete = group.joins == nil && drawn.manifest.shapeParameters["linkage"] == "complete"
    for home in homes {
      let others = isComplete ? homes : [centre]
      #expect(others.allSatisfy { reach.holds(from: home, to: $0) }, "\(seed) \(drawn)")
    }
  }

  /// As many as can be brought together around one middle, found by trying every set of people and a fine grid of middles.
  @Test("a network is formed wherever one could be, the first as large as any could be, and none could be formed of those who wait")
  func clustersAgainstTrying() throws {
    for seed in LawSettings.seeds(60) {
      var chance = Chance(seed: seed)
      var drawn = try Self.draw(&chance, shape: .geographicCluster)
      drawn.demand.groups = []
      let reach = try #require(Reach(of: drawn.manifest))
      let homes = Dictionary(
        uniqueKeysWithValues: PlanUnit.units(of: drawn.demand, for: drawn.manifest).compactMap { unit in unit.ground.map { (unit.id, $0) } }
      )
      let most = drawn.manifest.count("members") ?? 0
      let least = drawn.manifest.count("at-least") ?? 1
      let isComplete = drawn.manifest.shapeParameters["linkage"] == "complete"
      func largest(_ ids: [String]) -> Int {
        let places = ids.compactMap { homes[$0] }
        return min(most, isComplete ? Self.largestClique(places, reach) : Self.largestCircle(places, reach))
      }
      let plan = drawn.manifest.plan(drawn.demand)
      let first = largest(homes.keys.sorted())
      #expect(plan.groups.map(\.units).max() ?? 0 >= (first >= least ? first : 0), "\(seed) \(drawn)")
      let waiting = plan.unplaced.map(\.person).filter { homes[$0] != nil }
      #expect(largest(waiting) < least || waiting.isEmpty, "\(seed) \(drawn)")
    }
  }

  private static func largestClique(_ places: [Ground], _ reach: Reach) -> Int {
    var most = 0
    for set in 0..<(1 << min(places.count, 14)) where set.nonzeroBitCount > most {
      let members = places.indices.filter { set >> $0 & 1 == 1 }.map { places[$0] }
      if members.allSatisfy({ a in members.allSatisfy { b in reach.holds(from: a, to: b) } }) { most = members.count }
    }
    return most
  }

  private static func largestCircle(_ places: [Ground], _ reach: Reach) -> Int {
    var most = 0
    for north in 0...60 {
      for east in 0...60 {
        guard let centre = Ground(51.495 + Double(north) * 0.0006, 0.005 + Double(east) * 0.0006) else { continue }
        most = max(most, places.count { reach.holds(from: centre, to: $0) })
      }
    }
    return most
  }
}
