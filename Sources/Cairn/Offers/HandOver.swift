/// How a group stands on its way from being led by staff to being led by its members: recruiting → intensive → graduated → parent-led.
///
/// The last step is the one that fails most, so it is guarded (`leadership: needs:`), lasts for a time (`lasts`), and the manifest says what
/// happens otherwise (`if-it-fails`). Where nothing is asked and nobody said anything, there is nothing to judge.
package enum HandOver: Sendable, Hashable {
  /// All that is needed is there; the day is the last of the time that it is meant for.
  case ready(until: CalendarDate?)
  /// Something is not there yet, or nobody has said: in words.
  case waits([String])
  /// The time for it has come, and this is missing: in words; then what happens.
  case failed([String], then: String?)
  /// Its time is over since the day after this one.
  case over(CalendarDate)

  package init?(_ offer: Offer, of manifest: SupportManifest, asOf: CalendarDate) {
    guard let leadership = manifest.leadership else { return nil }
    let stage = offer.state.stage
    guard offer.state.handOver != nil || stage == .graduated || stage == .parentLed else { return nil }
    let ends = Self.endOfSessions(offer.starts, manifest)
    let isDue = stage == .graduated || stage == .parentLed || ends.map { $0 <= asOf } ?? false
    let until = leadership.lasts.flatMap { lasts in ends.map { $0.adding(lasts) } }
    if stage == .parentLed, let until, until < asOf {
      self = .over(until)
      return
    }
    let guards = Guards(leadership.needs, offer.state.handOver ?? OfferState.HandOver())
    if guards.missing.isEmpty, guards.unsaid.isEmpty {
      self = .ready(until: until)
    } else if isDue, !guards.missing.isEmpty {
      self = .failed(guards.missing, then: leadership.ifItFails)
    } else {
      self = .waits(guards.missing + guards.unsaid)
    }
  }

  /// The day on which the last session is over: the sessions, one after another from the start.
  static func endOfSessions(_ starts: PartialDate?, _ manifest: SupportManifest) -> CalendarDate? {
    guard let starts, let every = manifest.every, let sessions = manifest.count("sessions") else { return nil }
    return starts.last.adding(every, times: sessions)
  }
}

/// What is missing of what a hand-over needs, and what nobody has said of it.
private struct Guards {
  var missing: [String] = []
  var unsaid: [String] = []

  init(_ needs: SupportManifest.Leadership.Needs?, _ state: OfferState.HandOver) {
    guard let needs else { return }
    if let sessions = needs.attended { attendance(sessions, needs.people, state.attended) }
    if needs.lead { note(state.lead, "nobody of the group is trained to lead it", "whether one of them is trained to lead it") }
    if needs.room { note(state.room, "there is no room", "whether there is a room") }
    if needs.budget { note(state.budget, "there is no budget", "whether there is a budget") }
  }

  private mutating func note(_ answer: Bool?, _ lacks: String, _ asks: String) {
    switch answer {
    case true?: break
    case false?: missing.append(lacks)
    case nil: unsaid.append("nobody has said \(asks)")
    }
  }

  private mutating func attendance(_ sessions: Int, _ people: Int?, _ attended: [Int]) {
    guard !attended.isEmpty else { return unsaid.append("nobody has said who came how often") }
    let often = attended.count { $0 >= sessions }
    let wanted = people ?? attended.count / 2 + 1
    guard often < wanted else { return }
    missing.append(
      "\(often) of \(attended.count) came to \(PlainWords.plainCount(sessions, "session")) or more, where \(wanted) are needed")
  }
}

extension ShapedOffer {
  /// What is to be said of who leads it later.
  func handOverFindings() -> [OfferFinding] {
    switch HandOver(offer, of: manifest, asOf: asOf) {
    case nil: return []
    case .ready(let until)?:
      let leads = state.stage == .parentLed ? "its members lead it" : "all is there for its members to lead it"
      return [OfferFinding(.speaksFor, leads + (until.map { ", until \($0)" } ?? ""))]
    case .waits(let missing)?:
      return [OfferFinding(.speaksAgainst, "it is not sure that its members will lead it: \(missing.joinedAsList)")]
    case .failed(let missing, let then)?:
      let after = then.map { "; \(PlainWords.inSentence($0.withoutFullStop))" } ?? ""
      return [OfferFinding(.speaksAgainst, "its members do not lead it on: \(missing.joinedAsList)\(after)")]
    case .over(let last)?: return [OfferFinding(.bars, "the time for which its members lead it ended on \(last)")]
    }
  }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
