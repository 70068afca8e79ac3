/// What the safeguards of a rulebook say for one person.
struct SafeguardState: Sendable {
  /// Indices of the safeguards that apply.
  var applying: [Int] = []
  /// Indices of those that stop something and cannot be judged, with the facts that they miss.
  var undecided: [(safeguard: Int, missing: [Int])] = []
  /// Of those that apply, the ones that rest on an answer that is out of date, or dated after today.
  var resting: [(safeguard: Int, facts: [Int])] = []

  /// - Parameters:
  ///   - facts: what is known today.
  ///   - near: the same with what is dated a day or two after today counted as of today.
  ///   - lasting: that with stale values counted as current too.
  ///
  /// An old worry counts until a newer answer clears it. An old *no* clears nothing, so it is asked again.
  init(_ ruleSet: RuleSet, facts: Facts, near: Facts, lasting: Facts) {
    let rows = ruleSet.safeguardRows
    for safeguard in ruleSet.safeguards.indices {
      let today = rows.verdict(of: safeguard, facts)
      let now = rows.verdict(of: safeguard, near)
      let before = rows.verdict(of: safeguard, lasting)
      // A date that is to come may itself be what is asked for, so that counting it as today's must not undo what holds.
      switch Truth.any(today == .yes ? [today] : [now, before]) {
      case .yes:
        applying.append(safeguard)
        if today == .unknown { resting.append((safeguard, rows.missing(of: safeguard, facts).filter { facts[$0].counts })) }
      case .unknown:
        if case .nothing = ruleSet.safeguards[safeguard].stop { continue }
        undecided.append((safeguard, rows.missing(of: safeguard, now == .unknown ? near : lasting)))
      case .no: continue
      }
    }
  }

  /// Whether nothing at all is to be suggested or asked, save for safety.
  func stopsEverything(_ ruleSet: RuleSet) -> Bool {
    applying.contains { if case .everything = ruleSet.safeguards[$0].stop { true } else { false } }
  }

  /// The first safeguard that holds a rule back; nil where none does.
  ///
  /// While a crisis is building, `inform` and `flag` go through. A type that serves people in a crisis goes through one of its
  /// offers that does (`holdsBackAllButCrisis`); without such an offer nobody is known to be there for it.
  func stopping(_ action: RuleSet.Action, in ruleSet: RuleSet) -> Int? {
    applying.first { ruleSet.safeguards[$0].stop.holdsBack(action) }
  }

  /// Whether what holds an action back lets through what serves people in a crisis.
  func holdsBackAllButCrisis(_ action: RuleSet.Action, in ruleSet: RuleSet) -> Bool {
    applying.allSatisfy { index in
      if case .exceptServesCrisis = ruleSet.safeguards[index].stop { return true }
      return !ruleSet.safeguards[index].stop.holdsBack(action)
    }
  }

  /// Whether only what serves people in a crisis may be used.
  func isCrisis(_ ruleSet: RuleSet) -> Bool {
    applying.contains { if case .exceptServesCrisis = ruleSet.safeguards[$0].stop { true } else { false } }
  }

  func escalations(_ ruleSet: RuleSet, language: String) -> [Advice.Escalation] {
    applying.compactMap { index in
      let safeguard = ruleSet.safeguards[index]
      let person = safeguard.escalatePerson?.text(in: language) ?? ""
      let practitioner = safeguard.escalatePractitioner?.text(in: language) ?? ""
      guard !person.isEmpty || !practitioner.isEmpty else { return nil }
      return Advice.Escalation(safeguard: safeguard.id, say: Advice.Said(person: person, practitioner: practitioner))
    }
  }

  /// That an old answer counted, and of when it is.
  func problems(_ ruleSet: RuleSet, _ facts: Facts) -> [Advice.Problem] {
    var seen: Set<Int> = []
    return resting.flatMap(\.facts).filter { seen.insert($0).inserted }.map { fact in
      let (id, state) = (ruleSet.vocabulary.facts[fact].id, facts[fact])
      let detail = state.status == .notYet ? Wording.earlyAnswerCounts : Wording.oldAnswerCounts(state.date)
      return Advice.Problem(
        fact: id, detail: detail, source: state.source?.reference, isSensitive: ruleSet.vocabulary.facts[fact].isSensitive)
    }
  }
}

extension Facts.State {
  /// Whether the day that it is dated keeps it from being known, and safeguards may count it all the same.
  fileprivate var counts: Bool { status == .stale || status == .notYet }
}

extension RuleSet.Stop {
  package func holdsBack(_ action: RuleSet.Action) -> Bool {
    switch (self, action) {
    case (.nothing, _): false
    case (.everything, _): true
    case (.exceptServesCrisis, .flag): false
    case (.exceptServesCrisis, .suggest(_, let verb, _)): verb != .inform && verb != .flag
    case (.supports, .flag): false
    case (.supports(let held), .suggest(let support, _, _)): held.contains(support)
    }
  }

  /// Whether a stop could touch any of these supports, so that it is worth asking about.
  func concerns(_ supports: Set<Int>) -> Bool {
    switch self {
    case .nothing: false
    case .everything, .exceptServesCrisis: true
    case .supports(let held): !held.isDisjoint(with: supports)
    }
  }
}
