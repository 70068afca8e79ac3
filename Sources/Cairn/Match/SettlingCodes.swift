extension RowSet {
  /// The same question for a set of codes. An answer is a set of codes, each since some day; what matters of it is which of the target's
  /// comparisons it makes true. Those are enumerated: one code since one day makes some true, and answers are unions of these.
  func isSettled(_ target: Int, byCodesOf fact: Int, _ read: Set<SlotSet>, _ facts: Facts) -> Bool {
    let comparisons = read.map(\.slot).reduce(into: Set<Int>()) { $0.insert($1) }.sorted()
      .filter { if case .codes = slots[$0].aspect { true } else { false } }
    let order = Dictionary(uniqueKeysWithValues: comparisons.enumerated().map { ($1, $0) })
    return outcomes(comparisons, facts[fact].value, facts.asOf).contains { outcome in
      let scan = Scan(self) { slot, set in
        if let place = order[slot] { return SlotTruth.of(Truth(outcome.contains(place)), in: sets[set]) }
        if slots[slot].fact == fact { return SlotTruth.of(.yes, in: sets[set]) }
        return SlotTruth.judge(slots[slot], sets[set], facts)
      }
      return scan.verdict(of: target) == .yes
    }
  }

  /// Every set of comparisons that some answer makes true, up to a bound that no rule written by hand comes near.
  private func outcomes(_ comparisons: [Int], _ value: Facts.Value, _ asOf: CalendarDate) -> Set<Set<Int>> {
    var reached: Set<Set<Int>> = [certain(comparisons, value, asOf)]
    for choice in choices(comparisons, value, asOf) where !choice.isEmpty {
      for outcome in reached {
        guard reached.count < 4096 else { return reached }
        reached.insert(outcome.union(choice))
      }
    }
    return reached
  }

  /// What is true already, and stays so whatever is answered.
  private func certain(_ comparisons: [Int], _ value: Facts.Value, _ asOf: CalendarDate) -> Set<Int> {
    Set(comparisons.indices.filter { truth(comparisons[$0], value, asOf) == .yes })
  }

  private func truth(_ slot: Int, _ value: Facts.Value, _ asOf: CalendarDate) -> Truth {
    guard case .codes(let codes, let window) = slots[slot].aspect else { return .unknown }
    return CodeTruth.isPresent(codes, window, value, asOf)
  }

  /// For every code that may still be answered and every day that makes a difference, the comparisons that it makes true.
  private func choices(_ comparisons: [Int], _ value: Facts.Value, _ asOf: CalendarDate) -> Set<Set<Int>> {
    var named: Set<Int> = []
    var days: Set<CalendarDate> = [asOf]
    for slot in comparisons {
      guard case .codes(let codes, let window) = slots[slot].aspect else { continue }
      named.formUnion(codes)
      switch window {
      case .within(let duration)?, .longerThan(let duration)?:
        let from = asOf.subtracting(duration)
        days.formUnion([from, CalendarDate(day: from.day - 1)])
      case nil: break
      }
    }
    var choices: Set<Set<Int>> = []
    for code in named {
      for since in days where mayBe(code, since: since, value) {
        let answer = Facts.Value.codes(.init([.init(code, since: PartialDate(since))]))
        choices.insert(Set(comparisons.indices.filter { truth(comparisons[$0], answer, asOf) == .yes }))
      }
    }
    return choices
  }

  /// Whether an answer may hold a code since a day: what is recorded stays, and what a closed set lacks is absent.
  private func mayBe(_ code: Int, since: CalendarDate, _ value: Facts.Value) -> Bool {
    guard case .codes(let set) = value else { return true }
    guard let held = set.held.first(where: { $0.code == code }) else { return set.isPartial }
    guard let recorded = held.since else { return true }
    return recorded.first <= since && since <= recorded.last
  }
}
