extension ShapedOffer {
  /// A group that begins and ends together: whether it still takes people, whether its team is whole, and whether the team speaks as they do.
  func closedCohort() -> [OfferFinding] {
    let takesPeople = CohortEntry(offer, of: manifest, asOf: asOf)
    if takesPeople.isForThoseWhoCompleted { return completed() + handOverFindings() }
    return takesPeople.findings + team() + languages() + handOverFindings()
  }

  /// Once the sessions are over, the group goes on for those who were there.
  private func completed() -> [OfferFinding] {
    guard let past = fact(.completed), let code = seeker.vocabulary.codeIndex[Vocabulary.CodeKey(.supports, manifest.id)] else { return [] }
    let words = "its sessions are over, and it goes on for those who came to them"
    guard case .codes(let codes) = past.state.value else {
      return [OfferFinding(.asks, "whether they came to its sessions: it goes on for those who did", fact: past.index)]
    }
    if let held = codes.held.first(where: { $0.code == code }), !held.isInDoubt {
      return [OfferFinding(.speaksFor, "they came to the sessions, and it goes on for those who did")]
    }
    if codes.isPartial || codes.held.contains(where: { $0.code == code }) {
      return [OfferFinding(.asks, "whether they came to its sessions: it goes on for those who did", fact: past.index)]
    }
    return [OfferFinding(.bars, words)]
  }

  /// A cohort does not begin without its team. Where nobody said anything of the team, nothing is asked of the person.
  private func team() -> [OfferFinding] {
    let wanted = manifest.team.uniqued()
    let missing = (wanted + state.roles.keys.sorted().filter { !wanted.contains($0) }).filter(isVacant)
    if !missing.isEmpty {
      let roles = missing.map { "no \(PlainWords.spaced($0))" }.joinedAsList
      return [OfferFinding(.bars, "it has \(roles) at present, and does not begin without its team")]
    }
    let unsaid = state.roles.isEmpty ? [] : wanted.filter { state.roles[$0] == nil }
    guard !unsaid.isEmpty else { return [] }
    return [OfferFinding(.asks, "whether its team is whole: nobody says who is its \(unsaid.map(PlainWords.spaced).joinedAsList)")]
  }

  /// The team reflects the languages of the families. Of single people it is a reason for or against.
  private func languages() -> [OfferFinding] {
    let spoken = seeker.profile.preferences["language"] ?? []
    guard !state.teamLanguages.isEmpty, !spoken.isEmpty else { return [] }
    let shared = spoken.filter { language in state.teamLanguages.contains { LanguageTag.isSame($0, language) } }
    if !shared.isEmpty { return [OfferFinding(.speaksFor, "its team speaks \(Self.names(shared)), as they do")] }
    let words = "its team speaks \(Self.names(state.teamLanguages)), and they speak \(Self.names(spoken))"
    return [OfferFinding(manifest.unit == .family ? .bars : .speaksAgainst, words)]
  }

  private static func names(_ languages: [String]) -> String { languages.map { LanguageTag.name($0) }.joinedAsList }
}

/// Whether a cohort takes new people on a day.
package struct CohortEntry: Sendable, Hashable {
  package enum Answer: Sendable, Hashable {
    case open
    /// It has begun; the day is the last on which somebody may join.
    case openUntil(CalendarDate, began: PartialDate)
    /// Nobody knows, for the reason given.
    case unknown(String)
    /// For the reason given.
    case closed(String)
  }

  package let answer: Answer
  /// Whether it goes on for those who were there from the beginning.
  package let isForThoseWhoCompleted: Bool

  package var takesNobody: Bool {
    if case .closed = answer { !isForThoseWhoCompleted } else { false }
  }

  package init(_ offer: Offer, of manifest: SupportManifest, asOf: CalendarDate) {
    isForThoseWhoCompleted = offer.state.stage == .graduated || offer.state.stage == .parentLed
    if isForThoseWhoCompleted {
      answer = .closed("its sessions are over, and it goes on for those who came to them")
    } else if let starts = offer.starts {
      answer = Self.answer(starts, offer.state.stage, manifest, asOf)
    } else {
      answer = offer.state.stage == .intensive ? .closed("it has begun, and takes nobody new") : .open
    }
  }

  /// New people may join until the session `closed-after`; without that number, until the first.
  private static func answer(
    _ starts: PartialDate, _ stage: OfferState.Stage?, _ manifest: SupportManifest, _ asOf: CalendarDate
  ) -> Answer {
    let begun = "it began on \(starts)"
    guard let sessions = manifest.count("closed-after") else {
      if starts.last < asOf { return .closed("\(begun), and takes nobody new") }
      if stage == .intensive { return .closed("it has begun, and takes nobody new") }
      return starts.first < asOf ? .unknown("whether it has begun: it starts in \(starts)") : .open
    }
    guard starts.last <= asOf else { return .open }
    guard let every = manifest.every else { return .unknown("whether it still takes people: \(begun)") }
    let closes = starts.last.adding(every, times: sessions)
    guard asOf >= closes else { return .openUntil(CalendarDate(day: closes.day - 1), began: starts) }
    return .closed("it closed on \(closes), after \(PlainWords.plainCount(sessions, "session")), and takes nobody new")
  }

  var findings: [OfferFinding] {
    switch answer {
    case .open: []
    case .openUntil(let last, let began): [OfferFinding(.speaksAgainst, "it began on \(began), and takes new people until \(last)")]
    case .unknown(let words): [OfferFinding(.asks, words)]
    case .closed(let words): [OfferFinding(.bars, words)]
    }
  }
}
