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
    let recorded = if case .codes(let set) = value { set } else { Facts.Codes([], isPartial: true) }
    let days = daysThatDiffer(comparisons, asOf)
    var reached: Set<Set<Int>> = [[]]
    for held in recorded.held {
      let outcomes = Set(answers(about: held, days, asOf).map { outcome(comparisons, $0, asOf) })
      reached = Set(reached.flatMap { before in outcomes.map { before.union($0) } })
    }
    guard recorded.isPartial else { return reached }
    let named = comparisons.reduce(into: Set<Int>()) { if case .codes(let codes, _) = slots[$1].aspect { $0.formUnion(codes) } }
    let codes = named.flatMap { code in days.map { Facts.Held(code, since: PartialDate($0)) } }
    for outcome in Set(codes.map({ outcome(comparisons, $0, asOf) })) {
      for before in reached {
        guard reached.count < 4096 else { return reached }
        reached.insert(before.union(outcome))
      }
    }
    return reached
  }

  /// The comparisons that one code makes true; none of them without the code.
  private func outcome(_ comparisons: [Int], _ held: Facts.Held?, _ asOf: CalendarDate) -> Set<Int> {
    let answer = Facts.Value.codes(.init(held.map { [$0] } ?? []))
    return Set(comparisons.indices.filter { truth(comparisons[$0], answer, asOf) == .yes })
  }

  private func truth(_ slot: Int, _ value: Facts.Value, _ asOf: CalendarDate) -> Truth {
    guard case .codes(let codes, let window) = slots[slot].aspect else { return .unknown }
    return CodeTruth.isPresent(codes, window, value, asOf)
  }

  /// What a recorded code may turn out to be: since one of the days that it may have begun; if in doubt, any day or no code at all.
  private func answers(about held: Facts.Held, _ days: Set<CalendarDate>, _ asOf: CalendarDate) -> [Facts.Held?] {
    func since(_ days: some Sequence<CalendarDate>) -> [Facts.Held?] { days.map { Facts.Held(held.code, since: PartialDate($0)) } }
    guard let recorded = held.since else { return since(days) }
    guard recorded.first <= asOf else { return since(days) + [nil] }
    let last = min(recorded.last, asOf)
    return since(days.union([recorded.first, last]).filter { recorded.first <= $0 && $0 <= last })
  }

  /// A day of every stretch of the past that the comparisons tell apart.
  private func daysThatDiffer(_ comparisons: [Int], _ asOf: CalendarDate) -> Set<CalendarDate> {
    var days: Set<CalendarDate> = [asOf]
    for slot in comparisons {
      guard case .codes(_, let window?) = slots[slot].aspect else { continue }
      switch window {
      case .within(let duration), .longerThan(let duration):
        let from = asOf.subtracting(duration)
        days.formUnion([from, CalendarDate(day: from.day - 1)])
      }
    }
    return days
  }
}
