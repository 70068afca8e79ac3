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
  let support: Int
  let parameters: Parameters
  var verb: Verb
  var softenedFrom: Verb?
  var place: RulePlace
  var cautions: [String] = []
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
    if let safeguard = safeguards.stopping(declared.action, in: ruleSet) {
      return .isHeldBack(.stopped, Wording.stopped(by: name(ofSafeguard: safeguard)), first)
    }
    guard case .suggest(let support, let verb, let parameters) = declared.action else { return flag(rule, places) }
    if let reason = heldBack(support) { return .isHeldBack(reason.0, reason.1, first) }
    let said = history.putOff[support]
    let places = said.map { placesAfterNotYet(places, $0) } ?? places
    guard let standing = standing(rule, places) else { return open(rule, places) }
    return .suggests(
      standing.map { place in
        let remaining = remaining(of: verb, for: support)
        var insertion = PlacedSuggestion(rule: rule, support: support, parameters: parameters, verb: remaining, place: place)
        insertion.softenedFrom = remaining == verb ? nil : verb
        insertion.cautions = cautions(place, said)
        return insertion
      })
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

  private func heldBack(_ support: Int) -> (Advice.Reason, String)? {
    if consent.toSuggest == .refused { return (.noConsent, Wording.noConsent) }
    return history.suppressed[support].map { ($0.reason, $0.detail) }
  }

  private func remaining(of verb: Verb, for support: Int) -> Verb {
    let manifest = ruleSet.supports[support].manifest
    return consent.sharing(with: manifest.id) == .agreed ? verb : manifest.softened(verb)
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
  private func name(ofSafeguard index: Int) -> String? {
    let read = ruleSet.safeguardRows.slotsRead(by: index).map { ruleSet.safeguardRows.slots[$0.slot].fact }
    if !showsSensitive, read.contains(where: { ruleSet.vocabulary.facts[$0].isSensitive }) { return nil }
    return ruleSet.safeguards[index].id
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
