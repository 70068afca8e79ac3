extension Planner {
  /// Everybody goes to the coordinator of their area; an area without one, or without one who has room, is a gap.
  mutating func coordinators() {
    let open = existing.filter { $0.closed == nil }
    var rooms = open.map { Room($0, manifest) }
    for room in rooms where room.isUnsaid { note("nobody says how many people \(room.group.title) works with") }
    var gaps: [String: [PlanUnit]] = [:]
    for unit in units {
      guard let hub = unit.hub else {
        wait(unit, "nobody knows in which area they live")
        continue
      }
      let here = rooms.indices.filter { rooms[$0].group.hubs?.contains(hub) ?? false }
      if let place = here.first(where: { rooms[$0].takes(unit) }) {
        rooms[place].add(unit)
      } else {
        gaps[hub, default: []].append(unit)
        wait(
          unit,
          here.isEmpty
            ? "there is no coordinator for \(hub)" : "the coordinator for \(hub) works with as many people as one can")
      }
    }
    for room in rooms { join(room.units, room.group, free: room.units.count) }
    for hub in gaps.keys.sorted() { leave(gaps[hub] ?? [], in: hub) }
  }

  /// As many coordinators as the caseload asks; how many people live there, and so how many it should be, is for others to say.
  private mutating func leave(_ units: [PlanUnit], in hub: String) {
    func needed(_ number: Int, _ most: Int?) -> Int { most.map { (number + $0 - 1) / max(1, $0) } ?? min(1, number) }
    let light = units.count { $0.level == "light" }
    let count = max(needed(units.count - light, manifest.count("caseload")), needed(light, manifest.count("light-caseload")))
    leaves(GroupPlan.Gap(area: hub, waiting: units.count, needed: count, costs: []))
    if let people = manifest.count("people") {
      note("one coordinator is meant for \(people) people, and nobody says how many live in \(hub)")
    }
  }
}

/// What one coordinator can still take on, by level.
private struct Room {
  let group: Demand.Existing
  private var light, long: Int?
  /// Whether a bound is set and nobody says how near it is.
  let isUnsaid: Bool
  private(set) var units: [PlanUnit] = []

  init(_ group: Demand.Existing, _ manifest: SupportManifest) {
    self.group = group
    light = manifest.count("light-caseload").map { $0 - (group.light ?? 0) }
    long = manifest.count("caseload").map { $0 - (group.long ?? 0) }
    isUnsaid = (light != nil || long != nil) && group.load == nil
  }

  func takes(_ unit: PlanUnit) -> Bool { (unit.level == "light" ? light : long).map { $0 > 0 } ?? true }

  mutating func add(_ unit: PlanUnit) {
    units.append(unit)
    if unit.level == "light" { light = light.map { $0 - 1 } } else { long = long.map { $0 - 1 } }
  }
}
