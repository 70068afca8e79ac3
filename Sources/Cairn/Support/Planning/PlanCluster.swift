extension Planner {
  /// Networks of neighbours: what is within the walk and has a place is joined before anything is formed.
  mutating func clusters() {
    guard let reach = Reach(of: manifest) else {
      note("the type does not say how near its members live to each other: give `within` under `shape-parameters`")
      for unit in units { wait(unit, "nobody knows how near is near enough") }
      return
    }
    var homes: [Homed] = []
    for unit in units {
      if let home = unit.ground {
        homes.append(Homed(unit: unit, home: home))
      } else {
        wait(unit, unit.home == .noFixedAbode ? "they have no home yet to walk from" : "nobody knows where they live")
      }
    }
    let joined = join(homes, reach)
    homes.removeAll { joined.contains($0.unit.id) }
    form(&homes, reach)
    let near = Neighbourhood(homes.map(\.home), reach, isComplete: manifest.isCompletelyLinked)
    for (index, one) in homes.enumerated() { wait(one.unit, reason(one, near.most(around: index), reach)) }
  }

  /// As many as can join do: nobody is kept out who could be let in if somebody else took another network that they reach too.
  private mutating func join(_ homes: [Homed], _ reach: Reach) -> Set<String> {
    let open = joinable(\.free)
    for one in open where one.group.sites.isEmpty { note("nobody noted where \(one.group.title) is") }
    let reachable = homes.map { one in
      open.indices.compactMap { index in one.way(to: open[index].group, reach).map { (index: index, way: $0) } }
        .filter { $0.way <= reach.metres }.sorted { ($0.way, $0.index) < ($1.way, $1.index) }.map(\.index)
    }
    let places = Assignment.largest(choices: reachable, room: open.map(\.free))
    for (index, one) in open.enumerated() {
      join(homes.indices.filter { places[$0] == index }.map { homes[$0].unit }, one.group, free: one.free)
    }
    return Set(homes.indices.filter { places[$0] != nil }.map { homes[$0].unit.id })
  }

  /// One network after another, each time where most people can be brought together, down to as few as a network begins with.
  private mutating func form(_ homes: inout [Homed], _ reach: Reach) {
    let most = manifest.count("members")
    if most == nil, !homes.isEmpty { note("nobody says how many members a network has") }
    let least = manifest.fewestMembers
    var near = Neighbourhood(homes.map(\.home), reach, isComplete: manifest.isCompletelyLinked)
    while let found = near.next(atLeast: least, atMost: most ?? homes.count) {
      let volunteers = Array(repeating: OfferState.volunteer, count: manifest.count("volunteers") ?? 0)
      form(found.members.map { homes[$0].unit }, atMost: most, centre: found.centre, roles: volunteers)
    }
    homes = near.left.map { homes[$0] }
  }

  private func reason(_ one: Homed, _ near: Int, _ reach: Reach) -> String {
    let full = existing.filter { group in one.way(to: group, reach).map { $0 <= reach.metres } ?? false }
      .map { "\($0.title) is near, and \($0.closed ?? "has no free place")" }
    let alone =
      near <= 1
      ? "nobody else who waits for it lives \(reach.inWords)"
      : "only \(counted(near)) who wait for it live \(reach.inWords), and a network begins with \(manifest.fewestMembers)"
    return (full + [alone]).joined(separator: "; ")
  }
}

/// A unit whose home is known.
private struct Homed {
  let unit: PlanUnit
  let home: Ground

  /// Metres on foot to the nearest site of a group.
  func way(to group: Demand.Existing, _ reach: Reach) -> Double? {
    group.sites.compactMap { Ground($0.latitude, $0.longitude) }.map { reach.way(from: home, to: $0) }.min()
  }
}

extension SupportManifest {
  /// With how few members a network begins: `at-least`, or else all of them.
  fileprivate var fewestMembers: Int { max(1, count("at-least") ?? count("members") ?? 2) }

  fileprivate var isCompletelyLinked: Bool { shapeParameters["linkage"] == "complete" }
}

/// Who takes which place where several may be taken.
enum Assignment {
  /// A largest assignment of people, in order, to rooms: each person's choices in the order of liking, each room with so much room.
  ///
  /// Kuhn's method: whoever finds their rooms taken asks those in them to move on.
  static func largest(choices: [[Int]], room: [Int]) -> [Int?] {
    var places: [Int?] = Array(repeating: nil, count: choices.count)
    var taken: [[Int]] = Array(repeating: [], count: room.count)
    for person in choices.indices {
      var asked: Set<Int> = []
      _ = place(person, choices, room, &places, &taken, &asked)
    }
    return places
  }

  private static func place(
    _ person: Int, _ choices: [[Int]], _ room: [Int], _ places: inout [Int?], _ taken: inout [[Int]], _ asked: inout Set<Int>
  ) -> Bool {
    for choice in choices[person] where room[choice] > 0 && asked.insert(choice).inserted {
      if taken[choice].count >= room[choice] {
        let inside = taken[choice]
        guard let moved = inside.first(where: { place($0, choices, room, &places, &taken, &asked) }) else { continue }
        taken[choice].removeAll { $0 == moved }
      }
      taken[choice].append(person)
      places[person] = choice
      return true
    }
    return false
  }
}
