extension Planner {
  /// Shapes that have no bounds but a size: what there is takes those that it can, and the rest is as many as they need.
  mutating func crowds(of most: Int?, by parameter: String) {
    var waiting = units[...]
    for (group, free) in joinable({ existing in existing.free ?? most.flatMap { most in existing.load.map { most - $0 } } }) {
      let units = Array(waiting.prefix(free))
      waiting = waiting.dropFirst(units.count)
      join(units, group, free: free)
    }
    if most == nil, !waiting.isEmpty { note("the type gives no `\(parameter)`, so nobody knows how many one can take") }
    for size in PlanSizes.sizes(waiting.count, atLeast: 1, atMost: most) {
      form(Array(waiting.prefix(size)), atMost: most, roles: facilitators)
      waiting = waiting.dropFirst(size)
    }
  }
}

extension Planner {
  /// Those who see to it that a group meets, as many as the type says.
  var facilitators: [String] { Array(repeating: OfferState.facilitator, count: manifest.count("facilitators") ?? 0) }
}

extension Demand.Existing {
  /// Everybody whom it works with; nil where nobody said.
  var load: Int? { light == nil && long == nil ? nil : (light ?? 0) + (long ?? 0) }
}
