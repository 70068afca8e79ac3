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
    let weaker = verb.strength.map { Array(Verb.softening[$0...]) } ?? [verb]
    return .through(policy: index, verb: weaker.first { manifest.verbs.contains($0) } ?? .inform)
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
    return map { insertion in
      guard let door = door(insertion), let group = groups[door] else { return insertion }
      let policy = ruleSet.routing[door.policy]
      let named = group.sorted { fixedOrder[$0.rule] < fixedOrder[$1.rule] }.map { ruleSet.supports[$0.support].manifest.id }.uniqued()
      var routed = insertion
      routed.support = policy.hub
      routed.parameters = Parameters([.init(name: policy.parameter, value: .list(named))])
      return routed
    }
  }
}
