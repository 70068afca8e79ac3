extension RowSet {
  /// Whether some single answer about a fact makes an undecided target true, everything else staying as it is.
  package func isSettled(_ target: Int, byAnswering fact: Int, _ facts: Facts, _ vocabulary: Vocabulary) -> Bool {
    guard verdict(of: target, facts) == .unknown else { return false }
    let read = slotsRead(by: target).filter { slots[$0.slot].fact == fact }
    guard !read.isEmpty else { return false }
    if case .codes = vocabulary.facts[fact].type { return isSettled(target, byCodesOf: fact, read, facts) }
    return answers(fact, read, facts, vocabulary).contains { answer in
      var answered = facts
      answered.states[fact] = Facts.State(answer, .known)
      return verdict(of: target, answered) == .yes
    }
  }

  /// One value from every stretch that the target tells apart, of those that the fact may still have.
  private func answers(_ fact: Int, _ read: Set<SlotSet>, _ facts: Facts, _ vocabulary: Vocabulary) -> [Facts.Value] {
    switch vocabulary.facts[fact].type {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .choice(let values): return values.indices.map { .choice($0) }
    case .number:
      var possible = vocabulary.facts[fact].type.numberBounds ?? 0...0
      if case .number(let low, let high) = facts[fact].value { possible = low...max(low, high) }
      let bounds = read.flatMap { BoundSet(sets[$0.set], on: facts.asOf).intervals }
      return Self.representatives(bounds, in: possible).map { .number($0, $0) }
    case .date:
      var possible = DateDomain.days
      var mayBeNever = true
      if case .date(let date) = facts[fact].value {
        possible = Int(date.first.day)...Int(date.last.day)
        mayBeNever = false
      }
      let bounds = read.flatMap { BoundSet(sets[$0.set], on: facts.asOf).intervals }
      let days = Self.representatives(bounds, in: possible)
      return days.map { .date(PartialDate(CalendarDate(day: Int32(clamping: $0)))) } + (mayBeNever ? [.never] : [])
    case .codes: return []
    }
  }

  /// The ends of the intervals and their neighbours: some value of every stretch between them.
  private static func representatives(_ intervals: [ClosedRange<Int>], in possible: ClosedRange<Int>) -> [Int] {
    var points: Set<Int> = [possible.lowerBound, possible.upperBound]
    for interval in intervals {
      points.formUnion([interval.lowerBound - 1, interval.lowerBound, interval.upperBound, interval.upperBound + 1])
    }
    return points.filter { possible.contains($0) }.sorted()
  }

  package struct SlotSet: Hashable {
    package var slot: Int
    package var set: Int
  }

  /// Every slot and set that a target's rows read, through derived facts too.
  package func slotsRead(by target: Int) -> Set<SlotSet> {
    var read: Set<SlotSet> = []
    for row in targets[target] {
      for constraint in constraints[rows[row].constraints] { read.insert(.init(slot: constraint.slot, set: constraint.set)) }
      for residual in residuals[rows[row].residuals] { slotsRead(byNode: residual.node, into: &read) }
    }
    return read
  }

  private func slotsRead(byNode node: Int, into read: inout Set<SlotSet>) {
    switch nodes[node] {
    case .leaf(let slot, let set): read.insert(.init(slot: slot, set: set))
    case .all(let parts), .any(let parts), .atLeast(_, let parts): for part in parts { slotsRead(byNode: part, into: &read) }
    case .derived(_, let node, _): slotsRead(byNode: node, into: &read)
    }
  }
}
