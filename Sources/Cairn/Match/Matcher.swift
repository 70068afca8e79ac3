/// A row set bound to a day: judges one person against every target at once. Immutable, shared by all threads.
///
/// A column is false if some value denies it, and waits if some fact may or may not. Cost: one pass over the lanes that the person's
/// values select, O(facts × columns / 64), the columns of the person's codes, and the targets that are not false.
package struct Matcher: Sendable {
  package let rows: RowSet
  package let asOf: CalendarDate
  let values: [ValueSlot]
  let codes: CodeColumns
  let lanes: Lanes
  let remainders: [Columns.Remainder]
  /// Per node of the graph, the column of a leaf; -1 of any other node.
  let columnOfLeaf: [Int]
  /// Per target, its columns; and back.
  let columnsOfTarget: [Range<Int>]
  let targetOfColumn: [Int]

  /// A slot that is no comparison of codes: its group of lanes is its index.
  struct ValueSlot: Sendable {
    var fact: Int
    /// Whether it asks if the fact is known, and not for its value.
    var asksKnown: Bool
    var segments: Segments
  }

  package init(_ rows: RowSet, asOf: CalendarDate) {
    self.rows = rows
    self.asOf = asOf
    let columns = Columns(rows)
    let denials = Denials(rows, columns, asOf: asOf)
    codes = CodeColumns(rows, columns, asOf: asOf, firstGroup: denials.slots.count)
    values = denials.slots
    let counts = values.map(\.segments.count) + Array(repeating: 1, count: codes.factCount)
    var lanes = Lanes(columns: columns.uses.count, segmentCounts: counts)
    denials.fill(&lanes)
    codes.fill(&lanes)
    self.lanes = lanes
    remainders = columns.remainders
    columnOfLeaf = columns.ofLeaf
    columnsOfTarget = columns.ofTarget
    targetOfColumn = columns.targets
  }

  /// Room for one evaluation after another.
  package func makeVerdicts() -> Verdicts { Verdicts(words: lanes.words, nodes: rows.nodes.count, codes: codes) }

  /// Every target's truth for one person. Allocates; for many people keep a `Verdicts` and evaluate into it.
  package func verdicts(_ facts: Facts) -> [Truth] {
    var verdicts = makeVerdicts()
    evaluate(facts, into: &verdicts)
    return rows.targets.indices.map { truth(of: $0, in: verdicts) }
  }

  /// Judges one person. Allocates nothing once `verdicts` has been used.
  package func evaluate(_ facts: Facts, into verdicts: inout Verdicts) {
    verdicts.begin()
    codes.select(facts, lanes, into: &verdicts)
    let hasNoted = !verdicts.noted.isEmpty
    if hasNoted {
      combine(into: &verdicts, adding: false)
      codes.settle(&verdicts)
      verdicts.forgetLanes()
    }
    select(facts, into: &verdicts)
    combine(into: &verdicts, adding: hasNoted)
    settleSpread(into: &verdicts)
    settleRemainders(into: &verdicts)
    collect(into: &verdicts)
  }

  /// A target's truth after an evaluation: true if one of its columns is, unknown if none is and one waits.
  package func truth(of target: Int, in verdicts: Verdicts) -> Truth {
    var result = Truth.no
    for column in columnsOfTarget[target] {
      let truth = verdicts.truth(ofColumn: column)
      if truth == .yes { return .yes }
      if truth == .unknown { result = .unknown }
    }
    return result
  }
}

/// Which segments of which slots deny which columns.
private struct Denials {
  var slots: [Matcher.ValueSlot] = []
  private var columnsOfUse: [Columns.Use: [Int]] = [:]
  private var groupOfSlot: [Int: Int] = [:]
  private let sets: [BoundSet]

  init(_ rows: RowSet, _ columns: Columns, asOf: CalendarDate) {
    sets = rows.sets.map { BoundSet($0, on: asOf) }
    var setsOfSlot: [Int: [BoundSet]] = [:]
    for (column, uses) in columns.uses.enumerated() {
      for use in uses {
        if columnsOfUse[use] == nil { setsOfSlot[use.slot, default: []].append(sets[use.set]) }
        columnsOfUse[use, default: []].append(column)
      }
    }
    for (index, slot) in rows.slots.enumerated() {
      if case .codes = slot.aspect { continue }
      guard let sets = setsOfSlot[index] else { continue }
      groupOfSlot[index] = slots.count
      slots.append(.init(fact: slot.fact, asksKnown: slot.aspect == .known, segments: Segments(sets)))
    }
  }

  func fill(_ lanes: inout Lanes) {
    for (use, columns) in columnsOfUse {
      guard let group = groupOfSlot[use.slot] else { continue }
      let segments = slots[group].segments
      for segment in 0..<segments.count where segments.isAllowed(segment, by: sets[use.set]) != use.holds {
        for column in columns { lanes.set(lane: lanes.first[group] + segment, column: column) }
      }
    }
    for group in slots.indices { lanes.seal(group) }
  }
}
