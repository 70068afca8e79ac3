/// What came of support before, as far as it decides what is suggested now.
struct HistoryState: Sendable {
  /// Kinds of support that are in place, with the reason in words.
  private(set) var inPlace: [Int: String] = [:]
  /// Kinds of support that were refused not long ago, with the reason in words.
  private(set) var refused: [Int: String] = [:]
  /// When *not yet* was said, by support; such a support comes back at the next step.
  private(set) var putOff: [Int: Profile.Event] = [:]

  /// A refusal counts for the rulebook's cool-down. A second *not yet* within it counts as one: what is put off comes back once.
  init(_ profile: Profile, _ facts: Facts, _ ruleSet: RuleSet) {
    let asOf = facts.asOf
    for (support, type) in ruleSet.supports.enumerated() {
      let past = profile.history.filter { $0.support == type.manifest.id && ($0.date.map { $0.first <= asOf } ?? true) }
      if let held = Self.held(type.manifest.id, facts, ruleSet.vocabulary) {
        inPlace[support] = Wording.inPlace(since: held.since)
      }
      if !past.isEmpty { judge(support, past, ruleSet.coolDown, asOf) }
    }
  }

  /// Why a verb is not suggested. What is in place is not suggested again; but to be a member is what an invitation builds on.
  func suppression(of support: Int, _ verb: Verb) -> (reason: Advice.Reason, detail: String)? {
    if let held = inPlace[support], verb != .invite, verb != .train { return (.alreadyInPlace, held) }
    return refused[support].map { (.recentlyDeclined, $0) }
  }

  private mutating func judge(_ support: Int, _ past: [Profile.Event], _ coolDown: CalendarDuration, _ asOf: CalendarDate) {
    let refusals = past.filter { $0.outcome == .declined && $0.counts(for: coolDown, asOf) && !$0.isOutlived(by: past) }
    if let last = refusals.latest {
      refused[support] = Wording.declined(last.date, for: coolDown)
      return
    }
    let delays = past.filter { $0.outcome == .notYet && !$0.isOutlived(by: past) }
    guard let last = delays.latest else { return }
    if delays.count(where: { $0.counts(for: coolDown, asOf) }) > 1 {
      refused[support] = Wording.notYetTwice(last.date, for: coolDown)
    } else {
      putOff[support] = last
    }
  }

  /// In place are the supports that the built-in fact names, so that rules and the engine mean the same by it.
  private static func held(_ support: String, _ facts: Facts, _ vocabulary: Vocabulary) -> Facts.Held? {
    guard let fact = vocabulary.factIndex["supports"], facts.states.indices.contains(fact),
      case .codes(let codes) = facts[fact].value,
      let code = vocabulary.codeIndex[Vocabulary.CodeKey(.supports, support)]
    else { return nil }
    return codes.held.first { $0.code == code && ($0.since.map { $0.first <= facts.asOf } ?? true) }
  }
}

extension Profile.Event {
  /// Whether it lies, or may lie, within the time for which it counts. What has no date counts as current.
  fileprivate func counts(for coolDown: CalendarDuration, _ asOf: CalendarDate) -> Bool {
    guard let date else { return true }
    return asOf.subtracting(coolDown) <= date.last
  }

  /// Whether something said surely later takes its place: support that was taken up, or after a refusal a *not yet*.
  fileprivate func isOutlived(by past: [Profile.Event]) -> Bool {
    guard let date else { return false }
    return past.contains { later in
      guard let other = later.date, other.first > date.last else { return false }
      switch later.outcome {
      case .accepted, .completed: return true
      case .notYet: return outcome == .declined
      case .declined, .ended: return outcome == .notYet
      }
    }
  }
}

extension [Profile.Event] {
  /// The latest; what has no date comes before all that has one.
  fileprivate var latest: Profile.Event? {
    self.max { ($0.date?.last ?? .first) < ($1.date?.last ?? .first) }
  }
}
