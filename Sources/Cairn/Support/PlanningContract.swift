extension SupportTypeContract {
  /// What a plan promises: the same when asked twice and whoever is named first, and everybody in it once.
  static func plans(of type: any SupportType) -> [String] {
    guard let planning = type as? any GroupPlanning else { return [] }
    return PlanSample.all.flatMap { sample in breaches(of: planning, for: sample) }
  }

  private static func breaches(of type: any GroupPlanning, for sample: PlanSample) -> [String] {
    let (plan, again, turned): (GroupPlan, GroupPlan, GroupPlan)
    do throws(SupportTypeError) {
      plan = try type.plan(sample.demand)
      again = try type.plan(sample.demand)
      turned = try type.plan(sample.turned)
    } catch { return ["fails to plan \(sample.name): \(error)"] }
    var breaches = plan.faults(for: sample.demand).map { "plans \(sample.name) so that it \($0)" }
    if plan != again {
      breaches.append("plans \(sample.name) differently when asked twice")
    } else if plan != turned {
      breaches.append("plans \(sample.name) differently when others are named first")
    }
    return breaches
  }
}

/// A demand that plans are tried on.
private struct PlanSample {
  let name: String
  let demand: Demand

  /// The same people and groups, the last first.
  var turned: Demand { Demand(people: demand.people.reversed(), groups: demand.groups.reversed(), asOf: demand.asOf) }

  static let all = [
    PlanSample(name: "for nobody", demand: Demand(people: [], asOf: asOf)),
    PlanSample(name: "for one person of whom nothing is known", demand: Demand(people: [Demand.Person(Profile(id: "one"))], asOf: asOf)),
    PlanSample(name: "for neighbours", demand: Demand(people: neighbours, asOf: asOf)),
    PlanSample(
      name: "for neighbours beside groups that are there", demand: Demand(people: neighbours + strangers, groups: groups, asOf: asOf)),
  ]

  private static let asOf = CalendarDate(2026, 11, 22)

  /// Thirty people some steps from each other, in two areas, two to a household, who speak one of two languages.
  private static let neighbours = (0..<30).map { number -> Demand.Person in
    var profile = Profile(id: "neighbour-\(number)")
    profile.home = .place(latitude: 51.5 + Double(number) / 10_000, longitude: 0.01, area: number < 20 ? "hill" : "dale")
    profile.household = "household-\(number / 2)"
    profile.preferences = ["language": [number % 3 == 0 ? "pl" : "en"]]
    return Demand.Person(profile, level: number % 4 == 0 ? "light" : nil)
  }

  /// People far away, without a home, and of whom nothing is known.
  private static let strangers = (0..<6).map { number -> Demand.Person in
    var profile = Profile(id: "stranger-\(number)")
    if number < 3 { profile.home = .place(latitude: 52 + Double(number), longitude: 0, area: nil) }
    if number == 3 { profile.home = .noFixedAbode }
    return Demand.Person(profile)
  }

  private static let groups = ["harbour", "quay", "market", "mill"].map { id -> Demand.Existing in
    var group = Demand.Existing(id: id, title: PlainWords.capitalized(id))
    group.sites = [Demand.Site(latitude: 51.5, longitude: 0.01)]
    group.hubs = id == "quay" ? ["dale"] : ["hill"]
    group.free = id == "market" ? nil : 3
    group.long = 2
    group.closed = id == "mill" ? "it has begun" : nil
    return group
  }
}
