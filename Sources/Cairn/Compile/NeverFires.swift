extension RuleSet {
  /// Rules of which it is proved that no person, on any day, makes them true.
  func rulesThatNeverFire() -> [Diagnostic] {
    rules.indices.compactMap { rule in
      guard rules[rule].who != .team, !ruleRows.isPossible(rule) else { return nil }
      return impossible("the rule `\(rules[rule].id)` can never fire", rule, of: ruleRows, at: rules[rule].declaredAt)
    }
  }

  /// Offers of which it is proved that nobody is taken on any day.
  func offersThatTakeNobody() -> [Diagnostic] {
    offers.indices.compactMap { offer in
      guard !offerRows.isPossible(offer) else { return nil }
      return impossible("the offer `\(offers[offer].id)` can never take anybody", offer, of: offerRows, at: offers[offer].declaredAt)
    }
  }

  func routingThatNeverApplies() -> [Diagnostic] {
    routing.indices.compactMap { index in
      guard !routingRows.isPossible(index) else { return nil }
      return impossible(
        "the routing policy `\(routing[index].id)` can never apply", index, of: routingRows, at: routing[index].declaredAt)
    }
  }

  private func impossible(_ message: String, _ target: Int, of rows: RowSet, at range: SourceRange) -> Diagnostic {
    let diagnostic = Diagnostic.error(.neverFires, message, at: range)
    guard let (fact, range) = rows.contradiction(in: target) else {
      return diagnostic.noting("help", "its conditions exclude each other")
    }
    let place = range.map { " (\($0.reference))" } ?? ""
    return diagnostic.noting("help", "no value of `\(vocabulary.facts[fact].id)` satisfies all that it asks of it\(place)")
  }
}

extension RowSet {
  /// Whether anyone may make a target true.
  func isPossible(_ target: Int) -> Bool { targets[target].contains { isPossible(row: $0) } }

  /// Whether anyone may satisfy a row. *No* is a proof; *yes* may be wrong where dates of several kinds meet.
  func isPossible(row: Int) -> Bool {
    contradiction(inRow: row) == nil && residuals[rows[row].residuals].allSatisfy { isPossible(node: $0.node) }
  }

  /// A fact of which a target's first impossible row allows no value, and where that was written.
  func contradiction(in target: Int) -> (fact: Int, range: SourceRange?)? {
    targets[target].lazy.compactMap { contradiction(inRow: $0) }.first
  }

  private func contradiction(inRow row: Int) -> (fact: Int, range: SourceRange?)? {
    let constraints = constraints[rows[row].constraints]
    for constraint in constraints where !sets[constraint.set].isEverPossible { return (slots[constraint.slot].fact, constraint.range) }
    guard constraints.count > 1 else { return nil }
    for positive in constraints where sets[positive.set].isYes {
      if constraints.contains(where: { $0.slot == positive.slot && sets[$0.set].isNo }) {
        return (slots[positive.slot].fact, positive.range)
      }
    }
    for positive in constraints where sets[positive.set].isYes && everyCodeIsForbidden(of: slots[positive.slot], by: constraints) {
      return (slots[positive.slot].fact, positive.range)
    }
    return nil
  }

  /// A positive comparison is possible while it keeps a code that no negative one forbids.
  private func everyCodeIsForbidden(of positive: Slot, by constraints: ArraySlice<Constraint>) -> Bool {
    guard case .codes(let codes, let window) = positive.aspect else { return false }
    return codes.allSatisfy { code in
      constraints.contains { negative in
        guard sets[negative.set].isNo, slots[negative.slot].fact == positive.fact,
          case .codes(let forbidden, let forbiddenWindow) = slots[negative.slot].aspect
        else { return false }
        return forbidden.contains(code) && CodeTest.Window.isImplied(forbiddenWindow, by: window)
      }
    }
  }

  private func isPossible(node: Int) -> Bool {
    switch nodes[node] {
    case .leaf(_, let set): sets[set].isEverPossible
    case .all(let parts): parts.allSatisfy { isPossible(node: $0) }
    case .any(let parts): parts.contains { isPossible(node: $0) }
    case .atLeast(let count, let parts): parts.count { isPossible(node: $0) } >= count
    case .derived(_, let node, let holds): !holds || isPossible(node: node)
    }
  }
}

extension CodeTest.Window {
  /// Whether every day that qualifies for `narrow` qualifies for `wide`; nil is *whenever*.
  static func isImplied(_ wide: Self?, by narrow: Self?) -> Bool {
    switch (wide, narrow) {
    case (nil, _): true
    case (.within(let wide)?, .within(let narrow)?): wide.unit == narrow.unit && wide.count >= narrow.count
    case (.longerThan(let wide)?, .longerThan(let narrow)?): wide.unit == narrow.unit && wide.count <= narrow.count
    default: false
    }
  }
}

extension AllowedSet {
  /// Whether some value is allowed on some day.
  var isEverPossible: Bool {
    guard case .date(let formula) = self else { return !isEmpty }
    return formula.isEverPossible
  }
}

extension DateFormula {
  /// Judged on one day where no test is relative to it; on every day of the calendar's 400-year cycle where all are. Where both kinds
  /// meet, nothing is proved and it counts as possible.
  fileprivate var isEverPossible: Bool {
    let kinds = tests.map(\.isRelative)
    let first = CalendarDate(2000, 1, 1)
    if isPossible(on: first) || kinds.contains(true) && kinds.contains(false) { return true }
    guard kinds.contains(true) else { return false }
    return (1..<146_097).contains { isPossible(on: CalendarDate(day: first.day + $0)) }
  }

  private func isPossible(on day: CalendarDate) -> Bool {
    let allowed = allowed(on: day)
    return allowed.never || !allowed.days.isEmpty
  }

  private var tests: [DateTest] {
    switch self {
    case .test(let test, _): [test]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.tests)
    }
  }
}

extension DateTest {
  fileprivate var isRelative: Bool {
    switch self {
    case .withinLast, .longerAgoThan, .withinNext: true
    case .before, .onOrAfter: false
    }
  }
}
