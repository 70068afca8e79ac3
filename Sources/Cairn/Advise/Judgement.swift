/// What became of one rule that stands somewhere for one person. A rule comes to exactly one of these.
enum RuleOutcome: Sendable {
  /// It suggests support, at each of these places.
  case suggests([PlacedSuggestion])
  /// It asks a practitioner to look.
  case flags(RulePlace)
  /// It waits for an answer.
  case waits(OpenRule)
  /// It is not suggested.
  case isHeldBack(Advice.Reason, String, RulePlace)
}

/// One rule's suggestion at one place, before it is merged with others.
struct PlacedSuggestion: Sendable {
  let rule: Int
  var support: Int
  var parameters: Parameters
  var verb: Verb
  /// What the rule, or the policy that it goes through, asks for before anything softens it.
  let declaredVerb: Verb
  var softenedFrom: Verb?
  var place: RulePlace
  var cautions: [String] = []
  /// The routing policy that takes it.
  var route: Int?
  /// Facts that would tell whether a policy takes it.
  var asks: [Int] = []

  init(rule: Int, support: Int, parameters: Parameters, verb: Verb, place: RulePlace) {
    self.rule = rule
    self.support = support
    self.parameters = parameters
    self.verb = verb
    self.place = place
    declaredVerb = verb
  }
}

extension PlacedSuggestion {
  fileprivate mutating func take(_ route: Route) {
    switch route {
    case .straight(let cautions, let asks):
      self.cautions += cautions
      self.asks = asks
    case .through(let policy, _): self.route = policy
    case .isHeldBack: break
    }
  }
}

/// A rule that waits for an answer, and for which.
struct OpenRule: Sendable {
  let rule: Int
  let place: RulePlace
  /// The places whose pathway or time is known: there the rule's own conditions decide.
  let places: [RulePlace]
  /// Missing facts, those that were declined included, in the vocabulary's order.
  let missing: [Int]
  let steps: [StepQuestion]
  let isLive: Bool
}

extension PersonDay {
  /// Judges one rule at its places: safeguards before place and time, then consent and history.
  func judge(_ rule: Int, at places: [RulePlace]) -> RuleOutcome? {
    guard let first = places.first else { return nil }
    let declared = ruleSet.rules[rule]
    if verdicts[rule] == .no {
      return .isHeldBack(.notAMatch, Wording.notAMatch(titles(ofFacts: ruleSet.ruleRows.reasonsAgainst(rule, facts))), first)
    }
    if !declared.isInForce(on: asOf) {
      return .isHeldBack(.notInForce, Wording.notInForce(from: declared.validFrom, until: declared.validUntil, asOf), first)
    }
    var isCrisis = false
    if let safeguard = safeguards.stopping(declared.action, in: ruleSet) {
      isCrisis = safeguards.holdsBackAllButCrisis(declared.action, in: ruleSet) && isServedInCrisis(declared.action, at: first)
      if !isCrisis { return .isHeldBack(.stopped, stopped(by: safeguard, declared.action), first) }
    }
    guard case .suggest(let support, let verb, let parameters) = declared.action else { return flag(rule, places) }
    if let held = heldBack(support, verb) { return .isHeldBack(held.reason, held.detail, first) }
    let said = history.putOff[support]
    let places = said.map { placesAfterNotYet(places, $0) } ?? places
    guard let standing = standing(rule, places) else { return open(rule, places) }
    // Nobody whose crisis is building is sent round by another door.
    let route = isCrisis ? Route.straight(cautions: [], asks: []) : route(support, verb)
    if case .isHeldBack(let reason, let detail) = route { return .isHeldBack(reason, detail, first) }
    return .suggests(
      standing.map { place in
        let verb = if case .through(_, let other) = route { other } else { verb }
        var insertion = PlacedSuggestion(rule: rule, support: support, parameters: parameters, verb: verb, place: place)
        insertion.cautions = cautions(place, said)
        insertion.take(route)
        return insertion
      })
  }

  /// A type that serves people in a crisis and that nobody near offers so is held back for want of an offer.
  private func stopped(by safeguard: Int, _ action: RuleSet.Action) -> String {
    let detail = Wording.stopped(by: name(ofSafeguard: safeguard))
    guard offers != nil, case .suggest(let support, _, _) = action, ruleSet.supports[support].manifest.crisis == .serves,
      safeguards.holdsBackAllButCrisis(action, in: ruleSet)
    else { return detail }
    return "\(detail), and \(Wording.nobodyServesCrisis)"
  }

  /// The places where a rule stands that is true; nil where it waits at all of them.
  private func standing(_ rule: Int, _ places: [RulePlace]) -> [RulePlace]? {
    guard verdicts[rule] == .yes else { return nil }
    let standing = places.filter { $0.truth == .yes }
    return standing.isEmpty ? nil : standing
  }

  private func flag(_ rule: Int, _ places: [RulePlace]) -> RuleOutcome? {
    standing(rule, places)?.first.map { .flags($0) } ?? open(rule, places)
  }

  /// What keeps a kind of support from being suggested with a verb: the person's wish, or what came of it before.
  func heldBack(_ support: Int, _ verb: Verb) -> (reason: Advice.Reason, detail: String)? {
    if consent.toSuggest == .refused { return (.noConsent, Wording.noConsent) }
    return history.suppression(of: support, verb)
  }

  func cautions(_ place: RulePlace, _ said: Profile.Event?) -> [String] {
    var cautions: [String] = []
    if let said { cautions.append(Wording.notYet(said.date)) }
    if place.missing != nil, let step = place.step, let pathway = place.pathway {
      cautions.append(Wording.sinceWhenUnknown(ruleSet.pathways[pathway].steps[step].title.text(in: language)))
    }
    if let after = place.after { cautions.append(Wording.onlyAfter(after)) }
    return cautions
  }

  /// The safeguard's id, unless it rests on something sensitive and its name would tell.
  func name(ofSafeguard index: Int) -> String? {
    disclosure.withholds(target: index, of: ruleSet.safeguardRows) ? nil : ruleSet.safeguards[index].id
  }
}

extension PersonDay {
  /// A rule that is not false and stands nowhere yet: what it waits for, at its earliest place.
  private func open(_ rule: Int, _ places: [RulePlace]) -> RuleOutcome? {
    // Where one place is sure, the rule's own conditions are all that is open; what else might be known changes nothing about that.
    let sure = places.filter { $0.truth == .yes }
    let open = sure.isEmpty ? places : sure
    guard let first = open.first else { return nil }
    var missing = Set(ruleSet.ruleRows.missing(of: rule, facts))
    for place in open where place.isOn == .unknown {
      if let pathway = place.pathway { missing.formUnion(ruleSet.pathwayRows.missing(of: pathway, facts)) }
    }
    return .waits(
      OpenRule(
        rule: rule, place: first, places: open, missing: missing.sorted(),
        steps: open.filter { $0.isTime == .unknown }.compactMap(\.missing), isLive: isLive(rule, open)))
  }

  /// Whether anything speaks for asking: the person stands at its step, or one of its conditions is known to be true.
  private func isLive(_ rule: Int, _ places: [RulePlace]) -> Bool {
    places.contains(where: \.isCurrent) || ruleSet.ruleRows.isSpokenFor(rule, facts)
      || places.contains { place in
        place.isOn == .unknown && place.pathway.map { ruleSet.pathwayRows.isSpokenFor($0, facts) } ?? false
      }
  }

  /// Whether some single answer about a fact makes the rule stand.
  func isSettled(_ open: OpenRule, byAnswering fact: Int) -> Bool {
    open.places.contains { place in
      guard place.isTime == .yes else { return false }
      switch (verdicts[open.rule], place.isOn) {
      case (.unknown, .yes): return ruleSet.ruleRows.isSettled(open.rule, byAnswering: fact, facts, ruleSet.vocabulary)
      case (.yes, .unknown):
        return place.pathway.map { ruleSet.pathwayRows.isSettled($0, byAnswering: fact, facts, ruleSet.vocabulary) } ?? false
      default: return false
      }
    }
  }

  /// Whether the day on which a step was reached is all that the rule waits for.
  func isSettled(_ open: OpenRule, byAnswering step: StepQuestion) -> Bool {
    verdicts[open.rule] == .yes && open.places.contains { $0.missing == step && $0.isTime == .unknown && $0.isOn == .yes }
  }
}
