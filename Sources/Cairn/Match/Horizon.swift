/// Until when a verdict holds, nothing else changed: time alone moves ages, freshness, and dates seen from the day of judgement.
package enum Horizon {
  /// How far ahead anyone looks.
  static let reach = CalendarDuration(120, .months)

  /// The last day on which one of the rules still fires; nil where that lies over ten years ahead, or where none fires on `asOf`.
  ///
  /// The rules are judged again on every day on which something that they read may change. `facts` gives the person as of a day.
  package static func lastDay(
    of rules: [Int], in ruleSet: RuleSet, for profile: Profile, from asOf: CalendarDate, facts: (CalendarDate) -> Facts
  ) -> CalendarDate? {
    let today = facts(asOf)
    guard fires(rules, ruleSet, today) else { return nil }
    let end = asOf.adding(reach)
    let days = ruleSet.daysOfChange(of: rules, for: profile, today).filter { $0 > asOf && $0 <= end }
    for day in days.sorted() where !fires(rules, ruleSet, facts(day)) { return CalendarDate(day: day.day - 1) }
    return nil
  }

  /// Whether the turn after a day may come from something that is withheld, so that the day would tell a sensitive date.
  package static func tells(
    _ day: CalendarDate, of rules: [Int], in ruleSet: RuleSet, for profile: Profile, _ facts: Facts, _ disclosure: Disclosure
  ) -> Bool {
    rules.contains { rule in
      ruleSet.ruleRows.slotsRead(by: rule).contains { use in
        disclosure.withholds(ruleSet.ruleRows.slots[use.slot])
          && ruleSet.daysOfChange(of: use, for: profile, facts).contains(CalendarDate(day: day.day + 1))
      }
    }
  }

  private static func fires(_ rules: [Int], _ ruleSet: RuleSet, _ facts: Facts) -> Bool {
    rules.contains { ruleSet.rules[$0].isInForce(on: facts.asOf) && ruleSet.ruleRows.verdict(of: $0, facts) == .yes }
  }
}

extension RuleSet.Rule {
  /// Whether the rule's `valid` includes a day.
  package func isInForce(on day: CalendarDate) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validUntil.map { day <= $0 } ?? true)
  }
}

extension RuleSet {
  /// Every day on which a rule's verdict on a person may change, and some on which it does not.
  fileprivate func daysOfChange(of rules: [Int], for profile: Profile, _ facts: Facts) -> Set<CalendarDate> {
    var days: Set<CalendarDate> = []
    for rule in rules {
      if let last = self.rules[rule].validUntil { days.insert(CalendarDate(day: last.day + 1)) }
      if let first = self.rules[rule].validFrom { days.insert(first) }
      for use in ruleRows.slotsRead(by: rule) { days.formUnion(daysOfChange(of: use, for: profile, facts)) }
    }
    return days
  }

  /// The same for one condition.
  fileprivate func daysOfChange(of use: RowSet.SlotSet, for profile: Profile, _ facts: Facts) -> Set<CalendarDate> {
    let slot = ruleRows.slots[use.slot]
    var days = Set(daysOfFreshness(slot.fact, facts))
    days.formUnion(daysOfAge(slot.fact, profile, facts.asOf))
    for duration in ruleRows.durations(slot, ruleRows.sets[use.set]) {
      for date in dates(of: slot.fact, facts) { days.formUnion(Self.around(date, duration)) }
    }
    return days
  }

  /// The days around a date moved by a duration either way: a month's end may shift the turn by up to three days.
  private static func around(_ date: CalendarDate, _ duration: CalendarDuration) -> [CalendarDate] {
    [date.adding(duration), date.subtracting(duration)].flatMap { turn in
      (-3...4).map { CalendarDate(day: turn.day + $0) }
    }
  }

  /// A value found on a day is stale `valid-for` after it; a partial date may be from its first day, and one to come comes.
  private func daysOfFreshness(_ fact: Int, _ facts: Facts) -> [CalendarDate] {
    guard let date = facts[fact].date else { return [] }
    let turns = vocabulary.facts[fact].validFor.map { Self.around(date.first, $0) } ?? []
    return turns + [date.first, date.last, CalendarDate(day: date.last.day + 1)]
  }

  private func daysOfAge(_ fact: Int, _ profile: Profile, _ asOf: CalendarDate) -> [CalendarDate] {
    guard let born = profile.born, vocabulary.facts[fact].id == "age" else { return [] }
    let reached = asOf.components.year - born.first.components.year
    return (-1...12).flatMap { years in
      [born.first, born.last].map { $0.adding(CalendarDuration(max(0, (reached + years) * 12), .months)) }
    }
  }

  /// The dates that a fact's value holds.
  private func dates(of fact: Int, _ facts: Facts) -> [CalendarDate] {
    switch facts[fact].value {
    case .date(let date): [date.first, date.last]
    case .codes(let codes): codes.held.flatMap { held in held.since.map { [$0.first, $0.last] } ?? [] }
    default: []
    }
  }
}

extension RowSet {
  /// The durations by which a set of allowed values is measured from the day of judgement.
  fileprivate func durations(_ slot: Slot, _ set: AllowedSet) -> Set<CalendarDuration> {
    var durations: Set<CalendarDuration> = [CalendarDuration(0, .days)]
    if case .codes(_, let window?) = slot.aspect {
      switch window {
      case .within(let duration), .longerThan(let duration): durations.insert(duration)
      }
    }
    if case .date(let formula) = set { formula.collectDurations(into: &durations) }
    return durations
  }
}

extension DateFormula {
  fileprivate func collectDurations(into durations: inout Set<CalendarDuration>) {
    switch self {
    case .test(.withinLast(let duration), _), .test(.longerAgoThan(let duration), _), .test(.withinNext(let duration), _):
      durations.insert(duration)
    case .test: break
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      for part in parts { part.collectDurations(into: &durations) }
    }
  }
}
