extension RuleSet {
  /// What a row asks of one slot, in words that follow the fact's title: `at least 18`, `stable or supported`, `none of COPD and stroke`.
  package func words(for slot: RowSet.Slot, allowing set: AllowedSet) -> String {
    switch (slot.aspect, set) {
    case (.known, .truth(_, let yes)): return yes ? "known" : "not known"
    case (.codes(let codes, let window), .truth(let no, let yes)):
      if no == yes { return yes ? "anything" : "impossible" }
      let since = window.map { " \(Self.words(for: $0))" } ?? ""
      return (yes ? names(codes, "or") : (codes.count == 1 ? "not " : "none of ") + names(codes, "and")) + since
    case (_, .truth(let no, let yes)): return no == yes ? (yes ? "anything" : "impossible") : (yes ? "yes" : "no")
    case (_, .choice(let allowed, let count)): return words(forChoices: allowed, of: count, fact: slot.fact)
    case (_, .number(let intervals, let domain)): return words(for: intervals, within: domain, fact: slot.fact)
    case (_, .date(let formula)): return formula.words
    }
  }

  private func names(_ codes: [Int], _ word: String) -> String {
    let disclosure = disclosure(showsSensitive: false)
    let titles = codes.map { disclosure.title(ofCode: $0, in: language).lowercasedFirst }
    guard titles.count > 1, let last = titles.last else { return titles.first ?? "nothing" }
    return titles.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }

  private func words(forChoices allowed: Set<Int>, of count: Int, fact: Int) -> String {
    guard case .choice(let values) = vocabulary.facts[fact].type, !allowed.isEmpty else { return "impossible" }
    let names = allowed.sorted().filter { values.indices.contains($0) }.map { values[$0] }
    if names.count == count { return "anything" }
    let others = values.indices.filter { !allowed.contains($0) }.map { values[$0] }
    // A value that says *not* itself is told by the others.
    if others.count < names.count, others.count == 1, !others[0].hasPrefix("not") { return "not \(others[0])" }
    return names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  private func words(for intervals: [ClosedRange<Int>], within domain: ClosedRange<Int>, fact: Int) -> String {
    guard case .number(let decimals, _, _) = vocabulary.facts[fact].type, !intervals.isEmpty else { return "impossible" }
    let parts = intervals.map { interval in
      let low = Vocabulary.number(interval.lowerBound, decimals)
      let high = Vocabulary.number(interval.upperBound, decimals)
      if interval == domain { return "anything" }
      if interval.lowerBound == interval.upperBound { return low }
      if interval.upperBound == domain.upperBound { return "at least \(low)" }
      return interval.lowerBound == domain.lowerBound ? "at most \(high)" : "from \(low) to \(high)"
    }
    return parts.count == 1 ? parts[0] : parts.dropLast().joined(separator: ", ") + " or " + (parts.last ?? "")
  }

  package static func words(for window: CodeTest.Window) -> String {
    switch window {
    case .within(let duration): "for at most \(duration)"
    case .longerThan(let duration): "for longer than \(duration)"
    }
  }
}

extension DateFormula {
  /// What it asks of a date, in words.
  var words: String {
    switch self {
    case .test(let test, let holds): (holds ? "" : "not ") + test.words
    case .all(let parts): parts.map(\.words).joined(separator: " and ")
    case .any(let parts): parts.map(\.words).joined(separator: " or ")
    case .atLeast(let count, let parts): "at least \(count) of: " + parts.map(\.words).joined(separator: "; ")
    }
  }
}

extension DateTest {
  fileprivate var words: String {
    switch self {
    case .withinLast(let duration): "within the last \(duration)"
    case .longerAgoThan(let duration): "longer ago than \(duration)"
    case .withinNext(let duration): "within the next \(duration)"
    case .before(let date): "before \(date)"
    case .onOrAfter(let date): "on or after \(date)"
    }
  }
}
