extension Planner {
  /// Cohorts by hub: what still takes people is joined first, then as few as can be are formed, none below `at-least`.
  mutating func cohorts() {
    var waiting: [String: [PlanUnit]] = [:]
    for unit in units {
      if let hub = unit.hub { waiting[hub, default: []].append(unit) } else { wait(unit, unknownHub) }
    }
    join(&waiting)
    for hub in waiting.keys.sorted() { form(in: hub, waiting[hub] ?? []) }
  }

  private var unknownHub: String {
    manifest.hub == BuiltInFact.area.id ? "nobody knows in which area they live" : "nobody knows their \(PlainWords.spaced(manifest.hub))"
  }

  /// Each unit goes to the first cohort, by id, that is for its hub, has a place, and whose team speaks with it.
  private mutating func join(_ waiting: inout [String: [PlanUnit]]) {
    var open = joinable(\.free).map { (group: $0.group, free: $0.free, units: [PlanUnit]()) }
    for hub in waiting.keys.sorted() {
      waiting[hub] = waiting[hub]?.filter { unit in
        let place = open.firstIndex { $0.units.count < $0.free && $0.group.takes(hub) && $0.group.speaks(with: unit) }
        if let place { open[place].units.append(unit) }
        return place == nil
      }
    }
    for one in open { join(one.units, one.group, free: one.free) }
  }

  private mutating func form(in hub: String, _ waiting: [PlanUnit]) {
    let (least, most) = (manifest.count("at-least") ?? 1, manifest.count("places"))
    if most == nil, !waiting.isEmpty { note("nobody says how many places a group has") }
    let sizes = PlanSizes.sizes(waiting.count, atLeast: least, atMost: most)
    var next = 0
    for size in sizes {
      let units = Array(waiting[next..<next + size])
      next += size
      form(units, atMost: most, hub: hub, roles: manifest.team + facilitators, languages: Self.languages(of: units))
    }
    let rest = waiting.count - next
    for unit in waiting[next...] {
      wait(
        unit,
        sizes.isEmpty
          ? "\(counted(rest)) in \(hub) \(rest == 1 ? "wants" : "want") it, and a group begins with \(least)"
          : "the groups in \(hub) are full, and \(counted(rest)) left over \(rest == 1 ? "is" : "are") too few for another, which begins with \(least)"
      )
    }
  }

  /// As few languages as let the team speak with every unit that says which it speaks: first the one that most of them share.
  private static func languages(of units: [PlanUnit]) -> [String] {
    var left = units.map(\.languages).filter { !$0.isEmpty }
    var languages: [String] = []
    while !left.isEmpty {
      let all = Set(left.flatMap { $0 }).sorted()
      let counts = all.map { language in left.count { $0.contains(language) } }
      guard let most = counts.max(), let best = counts.firstIndex(of: most) else { break }
      languages.append(all[best])
      left.removeAll { $0.contains(all[best]) }
    }
    return languages.sorted()
  }
}

extension Demand.Existing {
  func takes(_ hub: String) -> Bool { hubs?.contains(hub) ?? true }

  /// Nobody is kept out by a language that is not known.
  func speaks(with unit: PlanUnit) -> Bool {
    languages.isEmpty || unit.languages.isEmpty
      || languages.contains { mine in unit.languages.contains { LanguageTag.isSame(mine, $0) } }
  }
}
