/// A plan in the making: units, groups that may be joined, and what has been decided so far.
struct Planner {
  let manifest: SupportManifest
  let demand: Demand
  /// What counts as one, by id.
  let units: [PlanUnit]
  /// What there is, by id.
  let existing: [Demand.Existing]
  private(set) var plan = GroupPlan()
  private var newGroups = 0

  init(_ manifest: SupportManifest, _ demand: Demand) {
    self.manifest = manifest
    self.demand = demand
    units = PlanUnit.units(of: demand, for: manifest)
    existing = demand.groups.sorted { $0.id < $1.id }
  }

  /// What there is and takes people, with how many more; where nobody said how many, nobody is put there, and that is noted.
  mutating func joinable(_ free: (Demand.Existing) -> Int?) -> [(group: Demand.Existing, free: Int)] {
    var joinable: [(group: Demand.Existing, free: Int)] = []
    for group in existing where group.closed == nil {
      if let free = free(group) {
        joinable.append((group, max(0, free)))
      } else {
        note("nobody says how many may join \(group.title)")
      }
    }
    return joinable
  }

  mutating func join(_ units: [PlanUnit], _ existing: Demand.Existing, free: Int) {
    guard !units.isEmpty else { return }
    var group = GroupPlan.Group(joins: existing.id, members: units.flatMap(\.members), units: units.count)
    group.centre = existing.sites.first
    group.times = times
    plan.groups.append(group)
    plan.free += max(0, free - units.count)
  }

  mutating func form(
    _ units: [PlanUnit], atMost: Int?, hub: String? = nil, centre: Ground? = nil, roles: [String], languages: [String] = []
  ) {
    guard !units.isEmpty else { return }
    var group = GroupPlan.Group(members: units.flatMap(\.members), units: units.count)
    group.times = times
    group.hub = hub
    group.centre = centre.map { Demand.Site(latitude: $0.latitude, longitude: $0.longitude) }
    group.roles = roles
    group.languages = languages
    plan.groups.append(group)
    newGroups += 1
    if let atMost { plan.free += max(0, atMost - units.count) }
  }

  mutating func wait(_ unit: PlanUnit, _ reason: String) {
    for member in unit.members { plan.unplaced.append(GroupPlan.Unplaced(member, reason)) }
  }

  mutating func note(_ sentence: String) {
    if !plan.unknown.contains(sentence) { plan.unknown.append(sentence) }
  }

  mutating func leaves(_ gap: GroupPlan.Gap) { plan.gaps.append(gap) }

  /// How often a group meets, in words.
  private var times: String? {
    let sessions = manifest.count("sessions").map { PlainWords.plainCount($0, "session") }
    let every = manifest.every.map { "one every \($0.description.hasPrefix("1 ") ? String($0.description.dropFirst(2)) : $0.description)" }
    let parts = [sessions, every].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// How many units stand for `number` in a sentence: `3 families`.
  func counted(_ number: Int) -> String {
    switch manifest.unit {
    case .person, .network: PlainWords.plainCount(number, "person", "people")
    case .household: PlainWords.plainCount(number, "household")
    case .family: PlainWords.plainCount(number, "family", "families")
    case .dyad: PlainWords.plainCount(number, "pair")
    }
  }

  mutating func finished() -> GroupPlan {
    plan.groups.sort {
      ($0.joins == nil ? 1 : 0, $0.joins ?? "", $0.members.first ?? "") < ($1.joins == nil ? 1 : 0, $1.joins ?? "", $1.members.first ?? "")
    }
    plan.unplaced.sort { $0.person < $1.person }
    var costs = PlanCosts(manifest)
    plan.costs = costs.quantities(groups: newGroups, units: plan.groups.reduce(0) { $0 + $1.units })
    for index in plan.gaps.indices { plan.gaps[index].costs = costs.quantities(groups: plan.gaps[index].needed, units: 0) }
    for sentence in costs.unknown { note(sentence) }
    return plan
  }
}

/// What counts as one: a person, or people who come together.
struct PlanUnit: Sendable {
  /// The first of its members.
  let id: String
  let members: [String]
  let home: Profile.Home?
  let languages: [String]
  /// The area, or what else the manifest's `hub` names.
  let hub: String?
  let level: String?

  var ground: Ground? { Ground(home) }

  /// By id; of each thing the first member says it of whom it is known.
  static func units(of demand: Demand, for manifest: SupportManifest) -> [PlanUnit] {
    var seen: Set<String> = []
    let people = demand.people.sorted { $0.profile.id < $1.profile.id }.filter { seen.insert($0.profile.id).inserted }
    let together = Dictionary(grouping: people) { key(of: $0.profile, manifest.unit) }
    let units = together.values.map { people in
      let profiles = people.map(\.profile)
      return PlanUnit(
        id: profiles[0].id, members: profiles.map(\.id), home: profiles.lazy.compactMap(\.home).first,
        languages: profiles.lazy.compactMap { $0.preferences["language"] }.first ?? [],
        hub: profiles.lazy.compactMap { $0.hub(named: manifest.hub) }.first, level: people.lazy.compactMap(\.level).first)
    }
    return units.sorted { $0.id < $1.id }
  }

  private static func key(of profile: Profile, _ unit: SupportManifest.Unit) -> [String] {
    switch unit {
    case .person, .network: ["person", profile.id]
    case .household, .family: profile.household.map { ["household", $0] } ?? ["person", profile.id]
    case .dyad: ["person", profile.carerOf ?? profile.id]
    }
  }
}

extension SupportManifest {
  /// The fact that tells where a cohort or a coordinator would be for somebody: the area unless `hub` names another, a school.
  var hub: String { shapeParameters["hub"] ?? BuiltInFact.area.id }
}

extension Profile {
  /// What a fact says of where somebody belongs; of several codes the first.
  fileprivate func hub(named fact: String) -> String? {
    if fact == BuiltInFact.area.id, case .place(_, _, let area?)? = home { return area }
    switch facts[fact]?.value {
    case .choice(let value)?: return value
    case .codes(let codes, _)?: return codes.map(\.id).min()
    default: return nil
    }
  }
}

/// How many fit where.
enum PlanSizes {
  /// Sizes of groups for `number` units, each from `least` to `most`: as many units as can be placed, in as few groups, as even as can be.
  static func sizes(_ number: Int, atLeast: Int, atMost: Int?) -> [Int] {
    let least = max(1, atLeast)
    let most = max(least, atMost ?? number)
    guard number >= least else { return [] }
    let groups = min((number + most - 1) / most, number / least)
    let placed = min(number, groups.multipliedReportingOverflow(by: most).partialValue)
    return (0..<groups).map { placed / groups + ($0 < placed % groups ? 1 : 0) }
  }
}
