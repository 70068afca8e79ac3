extension PersonDay {
  func suggestion(_ merged: Merged, _ words: SuggestionWords, _ days: FactsByDay) -> Advice.Suggestion {
    let lead = merged.lead
    let rule = ruleSet.rules[lead.rule]
    let manifest = ruleSet.supports[lead.support].manifest
    let ids = ids(of: lead.place)
    let until = holdsUntil(merged.rules, days)
    return Advice.Suggestion(
      support: manifest.id, title: manifest.title.text(in: language),
      publicName: (manifest.publicName ?? manifest.title).text(in: language), verb: lead.verb, softenedFrom: lead.softenedFrom,
      timing: lead.place.timing, from: lead.place.timing == .ahead ? lead.place.from : nil, by: lead.place.by, late: lead.place.late,
      pathway: ids.pathway, step: ids.step, alsoAt: merged.alsoAt.compactMap(place), rules: merged.rules.map { ruleSet.rules[$0].id },
      priority: rule.priority, parameters: lead.parameters, because: filled(rule.because, lead.rule).text,
      benefits: manifest.benefits.map { $0.text(in: language) }, risks: manifest.risks.map { $0.text(in: language) },
      evidence: (merged.rules.flatMap { ruleSet.rules[$0].evidence } + manifest.evidence).uniqued(), say: words.said,
      cautions: cautions(merged, words, until), holdsUntil: until?.shown, gap: merged.listing?.isGap ?? false,
      withConsent: merged.withConsent, standings: merged.standings.map(standing), offers: merged.listing?.seen.map(\.offer) ?? [],
      offersLeftOut: merged.listing?.leftOut ?? 0, package: merged.package)
  }

  func flag(_ rule: Int, at place: RulePlace) -> Advice.Flag {
    let ids = ids(of: place)
    var say = ""
    if case .flag(let text) = ruleSet.rules[rule].action { say = filled(text, rule).text }
    return Advice.Flag(
      rule: ruleSet.rules[rule].id, pathway: ids.pathway, step: ids.step, timing: place.timing,
      from: place.timing == .ahead ? place.from : nil, by: place.by, late: place.late, dueAfter: place.dueAfter,
      cautions: place.dueAfter == nil ? cautions(place, nil) : [], say: say,
      because: filled(ruleSet.rules[rule].because, rule).text)
  }

  func undecided(_ open: OpenRule) -> Advice.Undecided {
    let ids = ids(of: open.place)
    let names = { (facts: [Int]) in facts.map { ruleSet.vocabulary.facts[$0].id } }
    var entry = Advice.Undecided(
      support: nil, verb: .flag, timing: open.place.timing, pathway: ids.pathway, step: ids.step, rules: [ruleSet.rules[open.rule].id],
      needs: names(open.missing.filter { facts[$0].status != .declined }) + open.steps.uniqued().map { $0.id(in: ruleSet) },
      declined: names(open.missing.filter { facts[$0].status == .declined }), live: open.isLive)
    if case .suggest(let support, let verb, _) = ruleSet.rules[open.rule].action {
      entry.support = ruleSet.supports[support].manifest.id
      entry.verb = verb
    }
    return entry
  }

  private func standing(_ rule: Int, at place: RulePlace) -> Advice.Standing {
    let ids = ids(of: place)
    return Advice.Standing(rule: ruleSet.rules[rule].id, pathway: ids.pathway, step: ids.step, timing: place.timing)
  }

  private func place(_ place: RulePlace) -> Advice.Place? {
    let ids = ids(of: place)
    guard let pathway = ids.pathway, let step = ids.step else { return nil }
    return Advice.Place(pathway: pathway, step: step, timing: place.timing)
  }

  /// Judged again on the days on which something that the rules read may change, by this person's facts as they will be then.
  private func holdsUntil(_ rules: [Int], _ days: FactsByDay) -> LastDay? {
    guard let day = Horizon.lastDay(of: rules, in: ruleSet, for: profile, from: asOf, facts: days.facts(on:)) else { return nil }
    return LastDay(day: day, isWithheld: Horizon.tells(day, of: rules, in: ruleSet, for: profile, facts, disclosure))
  }

  private func cautions(_ merged: Merged, _ words: SuggestionWords, _ until: LastDay?) -> [String] {
    var cautions = merged.cautions
    if let until {
      if merged.lead.place.timing == .ahead, let expected = merged.lead.place.expected, until.day < expected {
        cautions.append(until.isWithheld ? Wording.holdsUntilBefore : Wording.holdsUntilBefore(until.day, expected))
      } else if until.isWithheld {
        cautions.append(Wording.holdsUntilWithheld)
      }
    }
    if words.isSensitiveLeftOut { cautions.append(Wording.sensitiveLeftOut) }
    return cautions
  }
}

/// The last day on which a suggestion holds, and whether it would tell a sensitive date.
private struct LastDay {
  var day: CalendarDate
  var isWithheld: Bool

  var shown: CalendarDate? { isWithheld ? nil : day }
}

/// One person's facts on other days, each day's made once: several suggestions look ahead to the same days.
final class FactsByDay {
  private let builder: FactsBuilder
  private let profile: Profile
  private var known: [CalendarDate: Facts]

  init(_ person: PersonDay) {
    builder = FactsBuilder(vocabulary: person.ruleSet.vocabulary)
    profile = person.profile
    known = [person.asOf: person.facts]
  }

  func facts(on day: CalendarDate) -> Facts {
    if let facts = known[day] { return facts }
    let facts = builder.facts(of: profile, asOf: day, staleCounts: false).facts
    known[day] = facts
    return facts
  }
}
