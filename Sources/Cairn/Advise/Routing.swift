/// Where a suggestion goes that a locality's single point of access may take.
enum Route {
  /// As it is; with what is to be minded, and the facts that would tell whether a policy takes it.
  case straight(cautions: [String], asks: [Int])
  /// Through the hub of a policy, with this verb.
  case through(policy: Int, verb: Verb)
  case isHeldBack(Advice.Reason, String)
}

extension PersonDay {
  /// The first policy that applies takes it. One that cannot be judged leaves it as it is, and its facts are asked.
  func route(_ support: Int, _ verb: Verb) -> Route {
    var asks: [Int] = []
    for (index, policy) in ruleSet.routing.enumerated() where policy.takes(support, verb) {
      switch ruleSet.routingRows.verdict(of: index, facts) {
      case .no: continue
      case .unknown: asks += ruleSet.routingRows.missing(of: index, facts)
      case .yes: return route(through: index, verb)
      }
    }
    return .straight(cautions: [], asks: asks.uniqued())
  }

  private func route(through index: Int, _ verb: Verb) -> Route {
    let policy = ruleSet.routing[index]
    let manifest = ruleSet.supports[policy.hub].manifest
    let title = manifest.title.text(in: language)
    if ruleSet.supportRows.verdict(of: policy.hub, facts) == .no { return .straight(cautions: [Wording.routedPast(title)], asks: []) }
    let action = RuleSet.Action.suggest(support: policy.hub, verb: verb, with: Parameters())
    if let safeguard = safeguards.stopping(action, in: ruleSet) {
      return .isHeldBack(.stopped, Wording.routed(title, Wording.stopped(by: name(ofSafeguard: safeguard))))
    }
    if let held = heldBack(policy.hub, verb) {
      // Who has it in place is told there.
      if held.reason == .alreadyInPlace { return .straight(cautions: [Wording.routedInPlace(title)], asks: []) }
      return .isHeldBack(held.reason, Wording.routed(title, held.detail))
    }
    return .through(policy: index, verb: manifest.nearest(to: verb))
  }
}

/// A policy's hub at one step.
private struct HubDoor: Hashable {
  var policy: Int
  var standing, pathway, step: Int?
}

extension [PlacedSuggestion] {
  /// What goes through a hub at one step becomes one suggestion of the hub, with all that it is asked for as the package.
  func routed(_ ruleSet: RuleSet, order fixedOrder: [Int]) -> [PlacedSuggestion] {
    func door(_ insertion: PlacedSuggestion) -> HubDoor? {
      insertion.route.map {
        HubDoor(policy: $0, standing: insertion.place.standing, pathway: insertion.place.pathway, step: insertion.place.step)
      }
    }
    let groups = Dictionary(grouping: filter { $0.route != nil }) { door($0) }
    let packages = packages(of: groups, ruleSet, fixedOrder)
    return map { insertion in
      guard let door = door(insertion), let named = packages[door] else { return insertion }
      let policy = ruleSet.routing[door.policy]
      var routed = insertion
      routed.support = policy.hub
      routed.parameters = Parameters([.init(name: policy.parameter, value: .list(named))])
      return routed
    }
  }

  /// What the hub is asked for at each step. What an earlier conversation with it holds already is that one, and no second.
  private func packages(
    of groups: [HubDoor?: [PlacedSuggestion]], _ ruleSet: RuleSet, _ fixedOrder: [Int]
  ) -> [HubDoor: [String]] {
    var packages: [HubDoor: [String]] = [:]
    let doors = groups.compactMap { door, group in
      door.map { (door: $0, group: group.sorted { ($0.place.order, fixedOrder[$0.rule]) < ($1.place.order, fixedOrder[$1.rule]) }) }
    }
    let inOrder = doors.sorted {
      guard let a = $0.group.first, let b = $1.group.first else { return false }
      return (a.place.order, fixedOrder[a.rule]) < (b.place.order, fixedOrder[b.rule])
    }
    for (door, group) in inOrder {
      let named = group.sorted { fixedOrder[$0.rule] < fixedOrder[$1.rule] }.map { ruleSet.supports[$0.support].manifest.id }.uniqued()
      let wider = packages.filter { $0.key.policy == door.policy && Set(named).isSubset(of: $0.value) }.map(\.value)
      packages[door] = wider.min { ($0.count, $0.joined()) < ($1.count, $1.joined()) } ?? named
    }
    return packages
  }
}
