/// Columns that ask about codes. A rulebook names many codes and a person holds few, so a fact's comparisons share three lanes: what is
/// denied if none of them is true, and what is denied and what waits if all are unknown. The columns of the few comparisons that the
/// person's codes make otherwise are judged one by one.
struct CodeColumns: Sendable {
  /// One fact that is compared.
  private struct Fact: Sendable {
    var fact: Int
    /// Its lanes' group.
    var group: Int
    /// Per code, the comparisons that name it.
    var naming: [[Int]] = []

    mutating func name(_ code: Int, in comparison: Int) {
      while naming.count <= code { naming.append([]) }
      naming[code].append(comparison)
    }
  }

  private struct Comparison: Sendable {
    /// Index into `facts`.
    var fact: Int
    var window: CodeTruth.BoundWindow?
    /// Indices into `entries`.
    var entries: [Int] = []
  }

  /// One column, and all of its uses of codes.
  private struct Entry: Sendable {
    var column: Int
    var uses: [Use]
  }

  /// What a comparison's truth makes of a column.
  private struct Use: Sendable {
    var comparison: Int
    var ifNo: Truth
    var ifUnknown: Truth
    var ifYes: Truth

    func truth(_ comparison: Truth) -> Truth { comparison == .no ? ifNo : comparison == .yes ? ifYes : ifUnknown }
  }

  private var facts: [Fact] = []
  private var comparisons: [Comparison] = []
  private var entries: [Entry] = []

  var factCount: Int { facts.count }
  var comparisonCount: Int { comparisons.count }

  /// `firstGroup` is the lanes' group of the first fact; the others follow.
  init(_ rows: RowSet, _ columns: Columns, asOf: CalendarDate, firstGroup: Int) {
    var places: [Int: Int] = [:]
    var ofSlot = Array(repeating: -1, count: rows.slots.count)
    for (index, slot) in rows.slots.enumerated() {
      guard case .codes(let codes, let window) = slot.aspect else { continue }
      let fact = places[slot.fact, default: facts.count]
      if fact == facts.count {
        places[slot.fact] = fact
        facts.append(Fact(fact: slot.fact, group: firstGroup + fact))
      }
      ofSlot[index] = comparisons.count
      for code in codes { facts[fact].name(code, in: comparisons.count) }
      comparisons.append(Comparison(fact: fact, window: window.map { .init($0, on: asOf) }))
    }
    for (column, uses) in columns.uses.enumerated() {
      let uses = uses.filter { ofSlot[$0.slot] >= 0 }.map { use in
        func truth(_ comparison: Truth) -> Truth {
          let truth = SlotTruth.of(comparison, in: rows.sets[use.set])
          return use.holds ? truth : truth.negated
        }
        return Use(comparison: ofSlot[use.slot], ifNo: truth(.no), ifUnknown: truth(.unknown), ifYes: truth(.yes))
      }
      guard !uses.isEmpty else { continue }
      for comparison in Set(uses.map(\.comparison)) { comparisons[comparison].entries.append(entries.count) }
      entries.append(Entry(column: column, uses: uses))
    }
  }

  func fill(_ lanes: inout Lanes) {
    for entry in entries {
      for use in entry.uses {
        let group = facts[comparisons[use.comparison].fact].group
        let always = lanes.alwaysLane(of: group)
        if use.ifNo == .no { lanes.set(lane: lanes.first[group], column: entry.column) }
        if use.ifUnknown == .no { lanes.set(lane: always, column: entry.column) }
        if use.ifUnknown == .unknown { lanes.set(lane: always + 1, column: entry.column) }
      }
    }
  }

  /// Selects each fact's lanes, and notes the comparisons that come out otherwise.
  func select(_ person: Cairn.Facts, _ lanes: Lanes, into verdicts: inout Verdicts) {
    for index in facts.indices {
      guard case .codes(let set) = person.states[facts[index].fact].value else {
        verdicts.codeDefaults[index] = .unknown
        verdicts.selectUnknown(facts[index].group, lanes)
        continue
      }
      let usual = set.isPartial ? Truth.unknown : .no
      verdicts.codeDefaults[index] = usual
      if set.isPartial { verdicts.selectUnknown(facts[index].group, lanes) } else { verdicts.select(facts[index].group, segment: 0, lanes) }
      for held in set.held where facts[index].naming.indices.contains(held.code) {
        for comparison in facts[index].naming[held.code] {
          let truth = CodeTruth.qualifies(held.since, comparisons[comparison].window, person.asOf)
          if truth.rawValue > usual.rawValue { verdicts.note(comparison, truth) }
        }
      }
    }
  }

  /// Judges the columns of the comparisons that were noted, and forgets these.
  func settle(_ verdicts: inout Verdicts) {
    for comparison in verdicts.noted {
      for entry in comparisons[comparison].entries { verdicts.set(column: entries[entry].column, truth(entries[entry], verdicts)) }
    }
    verdicts.forgetNoted()
  }

  private func truth(_ entry: Entry, _ verdicts: Verdicts) -> Truth {
    var result = Truth.yes
    for use in entry.uses {
      let comparison = verdicts.codeTruths[use.comparison] ?? verdicts.codeDefaults[comparisons[use.comparison].fact]
      let truth = use.truth(comparison)
      if truth.rawValue < result.rawValue { result = truth }
    }
    return result
  }
}
