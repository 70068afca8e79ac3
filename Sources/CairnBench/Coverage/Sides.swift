import Cairn

/// One side of a boundary that a comparison draws, as a condition of its own.
struct Side: Sendable {
  let condition: Condition
  /// Whether the side is that the condition cannot be judged.
  var isUndecided = false
  /// What words cannot be read off the condition itself.
  var words: String?
}

extension Comparison {
  /// What there is on each side of each of its boundaries, and that it cannot be judged; as many on every day.
  ///
  /// A boundary is one that somebody wrote: of `within-last: 6 weeks` the day six weeks ago, and not today.
  func sides(in vocabulary: Vocabulary, on day: CalendarDate) -> [Side] {
    let known = knownSides(vocabulary, day)
    if case .known = test { return known }
    return known + [Side(condition: .comparison(self), isUndecided: true, words: "not known")]
  }

  private func knownSides(_ vocabulary: Vocabulary, _ day: CalendarDate) -> [Side] {
    switch test {
    case .number(let intervals):
      let domain = vocabulary.facts[fact].type.numberBounds ?? 0...0
      let others = Intervals.complement(intervals, within: domain)
      return (intervals + others).sorted { $0.lowerBound < $1.lowerBound }.map { side(.number([$0])) }
    case .choice(let values):
      guard case .choice(let all) = vocabulary.facts[fact].type, values.count < all.count else { return [side(test)] }
      return [side(test), side(.choice(Set(all.indices).subtracting(values)))]
    case .boolean(let value): return [side(.boolean(value)), side(.boolean(!value))]
    case .known(let value): return [side(.known(value)), side(.known(!value))]
    case .derived(let value): return [value, !value].map { Side(condition: .comparison(with(.derived($0))), words: $0 ? "yes" : "no") }
    case .date(let date):
      var beyond = side(.date(date.beyond(day)))
      if case .withinNext = date { beyond.words = "later than that" }
      return [side(test), beyond]
    case .codes(let codes): return sides(codes)
    }
  }

  private func sides(_ codes: CodeTest) -> [Side] {
    let present = codes.quantifier == .allOf ? codes : CodeTest(.anyOf, codes.items, window: codes.window)
    let unbounded = CodeTest(present.quantifier, codes.items)
    let absent = Side(condition: .none([.comparison(with(.codes(unbounded)))]), words: codes.quantifier == .allOf ? "not all of them" : nil)
    guard let window = codes.window else { return [side(.codes(present)), absent] }
    let outside = Condition.all([.comparison(with(.codes(unbounded))), .none([.comparison(with(.codes(present)))])])
    let words =
      switch window {
      case .within: "held for longer"
      case .longerThan: "held for less long"
      }
    return [side(.codes(present)), Side(condition: outside, words: words), absent]
  }

  private func side(_ test: Test) -> Side { Side(condition: .comparison(with(test))) }

  private func with(_ test: Test) -> Comparison { Comparison(fact: fact, test: test, range: range) }
}

extension DateTest {
  /// What lies beyond the boundary on a day, as a comparison that no date that never came satisfies.
  fileprivate func beyond(_ day: CalendarDate) -> DateTest {
    switch self {
    case .withinLast(let duration): .longerAgoThan(duration)
    case .longerAgoThan(let duration): .withinLast(duration)
    case .withinNext(let duration): .onOrAfter(CalendarDate(day: day.adding(duration).day + 1))
    case .before(let date): .onOrAfter(date)
    case .onOrAfter(let date): .before(date)
    }
  }
}
