/// What the engine says in its own words: reasons, cautions and problems. One phrase each, no capital and no full stop, so that every
/// output can put it where it wants.
package enum Wording {
  // MARK: - Why not

  static func stopped(by safeguard: String?) -> String {
    safeguard.map { "held back by the safeguard `\($0)`" } ?? "held back by a safeguard"
  }

  static let noConsent = "they do not wish suggestions"

  static func inPlace(since: PartialDate?) -> String { since.map { "in place since \($0)" } ?? "in place now" }

  static func declined(_ date: PartialDate?, for coolDown: CalendarDuration) -> String {
    guard let date else { return "declined, nobody noted when" }
    return "declined on \(date), and not suggested again until after \(lastDay(of: coolDown, from: date.last))"
  }

  static func notYetTwice(_ date: PartialDate?, for coolDown: CalendarDuration) -> String {
    guard let date else { return "put off twice, nobody noted when" }
    return "put off a second time on \(date), and not suggested again until after \(lastDay(of: coolDown, from: date.last))"
  }

  /// The last day that looks back on a date within a duration. Months are clamped from the later day, so it may lie past the sum.
  private static func lastDay(of duration: CalendarDuration, from date: CalendarDate) -> CalendarDate {
    var day = date.adding(duration)
    while day < .last, CalendarDate(day: day.day + 1).subtracting(duration) <= date { day = CalendarDate(day: day.day + 1) }
    return day
  }

  static func notAMatch(_ facts: [String]) -> String {
    facts.isEmpty ? "it does not fit what is known" : "what is known speaks against it: \(facts.joinedAsList)"
  }

  package static func notInForce(from: CalendarDate?, until: CalendarDate?, _ asOf: CalendarDate) -> String {
    if let from, asOf < from { return "in force from \(from)" }
    return until.map { "in force until \($0)" } ?? "not in force"
  }

  static func limitPerStep(_ limit: Int, isAnywhere: Bool) -> String {
    isAnywhere
      ? "others that apply anywhere come first, and \(count(limit)) do so"
      : "others at this step come first, and \(count(limit)) stand at one step"
  }

  static func limitInAll(_ limit: Int) -> String { "others come first, and \(count(limit)) stand in all" }

  private static func count(_ limit: Int) -> String { limit == 1 ? "at most one suggestion may" : "at most \(limit) suggestions may" }

  static func noOfferFits(_ reasons: String) -> String { "what there is nearby does not fit: \(reasons)" }

  static let nobodyServesCrisis = "nobody near is known to be there for people whose crisis is building"

  static func routed(_ hub: String, _ why: String) -> String { "it goes through \(hub): \(why)" }

  static let pluginFailed = "the support type has nothing to say about it"

  // MARK: - What to mind

  static func holdsUntilBefore(_ until: CalendarDate, _ expected: CalendarDate) -> String {
    "what speaks for it holds until \(until), and the step is not before \(expected)"
  }

  static let holdsUntilBefore =
    "what speaks for it may hold no longer when the step comes; the day is withheld, since a sensitive fact sets it"

  static let holdsUntilWithheld = "the day until which it holds is withheld, since a sensitive fact sets it"

  static func sinceWhenUnknown(_ step: String) -> String { "nobody noted when “\(step)” was reached, so it may be late" }

  static func onlyAfter(_ duration: CalendarDuration) -> String { "it is meant for \(duration) after the step is reached" }

  static func notYet(_ date: PartialDate?) -> String { date.map { "they said *not yet* on \($0)" } ?? "they said *not yet* before" }

  static let gap = "nobody offers this nearby, as far as the rulebook knows"

  /// What was near is over, or lies elsewhere.
  static func gap(_ listing: OfferListing) -> String {
    let over = listing.seen.filter { $0.group == .expired || $0.group == .expiredAsk }.map(\.offer.title)
    return over.isEmpty ? gap : "what there was nearby is over (\(over.prefix(3).joined(separator: ", ")))"
  }

  static func routedInPlace(_ hub: String) -> String { "it goes through \(hub), who is in place already" }

  static func routedPast(_ hub: String) -> String { "it usually goes through \(hub), which is not for them" }

  static func dependsOn(_ facts: [String]) -> String { "not known: \(facts.joinedAsList)" }

  static func packageIsFull(_ most: Int) -> String { "others come first, and at most \(most) go together" }

  static let sensitiveLeftOut = "a sensitive fact is left out of the text"

  // MARK: - Problems

  static let nobodyCaredFor = "nothing is known of the person they care for, so nobody knows where they stand"

  static func noPathway(_ id: String) -> String { "there is no pathway `\(id)`" }

  static func noStep(_ id: String, on pathway: String) -> String { "there is no step `\(id)` on the pathway `\(pathway)`" }

  static func stepOfTheTeam(_ id: String) -> String { "the step `\(id)` is one of the team's, and nobody is cared for there" }

  static func pathwayDoesNotFit(_ id: String) -> String { "the pathway `\(id)` does not fit what is known, and is kept" }

  static func sinceIsToCome(_ since: PartialDate) -> String { "`since: \(since)` is still to come, so the day is not known" }

  static func oldAnswerCounts(_ date: PartialDate?) -> String {
    "an answer that is out of date\(date.map { ", of \($0)," } ?? "") counts for safety until a newer one clears it"
  }

  static let earlyAnswerCounts = "for safety an answer that is dated up to \(FactsBuilder.daysAhead) days ahead counts as today's"

  static func pluginFailed(_ reason: String) -> String { "the support type failed, and its plain text stands instead: \(reason)" }

  static func wrongVerb(_ got: Verb, _ wanted: Verb) -> String {
    "it answered for `\(got.rawValue)`, and was asked for `\(wanted.rawValue)`"
  }

  static let emptyText = "its text is empty"

  // MARK: - Questions and steps

  static let askToShare = "May we pass your details on to the people who run it?"

  package static func every(_ duration: CalendarDuration) -> String {
    let text = duration.description
    return "every " + (text.hasPrefix("1 ") ? String(text.dropFirst(2)) : text)
  }
}
