/// A row set bound to a day: judges one person against every target at once. Immutable, shared by all threads.
///
/// A column is false if some value denies it, and waits if some fact may or may not. Cost: one pass over the lanes that the person's
/// values select, O(slots × columns / 64), and the residual nodes of rows that nothing denies.
package struct Matcher: Sendable {
  package let rows: RowSet
  package let asOf: CalendarDate
  let segments: [Segments]
  let lanes: Lanes
  /// Per node of the graph, the column of a leaf; -1 of any other node.
  let columns: [Int]
  /// Rows with residual nodes, as bits.
  let withResidual: [UInt64]
  let codeSlots: CodeSlots

  package init(_ rows: RowSet, asOf: CalendarDate) {
    self.rows = rows
    self.asOf = asOf
    let bound = rows.sets.map { BoundSet($0, on: asOf) }
    let uses = SlotUses(rows)
    let segments = uses.setsOfSlot.map { sets in Segments(sets.map { bound[$0] }) }
    var lanes = Lanes(columns: uses.columnCount, segmentCounts: segments.map(\.count))
    for (use, columns) in uses.columnsOfUse {
      for segment in 0..<segments[use.slot].count where !segments[use.slot].isAllowed(segment, by: bound[use.set]) {
        for column in columns { lanes.deny(slot: use.slot, segment: segment, column: column) }
      }
    }
    lanes.seal()
    self.segments = segments
    self.lanes = lanes
    columns = uses.columnOfNode
    codeSlots = CodeSlots(rows)
    var withResidual = Array(repeating: UInt64(0), count: lanes.words)
    for (index, row) in rows.rows.enumerated() where !row.residuals.isEmpty {
      withResidual[index >> 6] |= UInt64(1) << UInt64(index & 63)
    }
    self.withResidual = withResidual
  }

  /// Room for one evaluation after another.
  package func makeVerdicts() -> Verdicts { Verdicts(words: lanes.words, nodes: rows.nodes.count, codeSlots: codeSlots.count) }

  /// Every target's truth for one person. Allocates; for many people keep a `Verdicts` and evaluate into it.
  package func verdicts(_ facts: Facts) -> [Truth] {
    var verdicts = makeVerdicts()
    evaluate(facts, into: &verdicts)
    return rows.targets.indices.map { truth(of: $0, in: verdicts) }
  }

  /// Judges one person. Allocates nothing once `verdicts` has been used.
  package func evaluate(_ facts: Facts, into verdicts: inout Verdicts) {
    select(facts, into: &verdicts)
    combine(into: &verdicts)
    settlePartial(into: &verdicts)
    settleResiduals(into: &verdicts)
  }

  /// A target's truth after an evaluation: true if one of its rows is, unknown if none is and one waits.
  package func truth(of target: Int, in verdicts: Verdicts) -> Truth {
    var result = Truth.no
    for row in rows.targets[target] {
      let truth = verdicts.truth(ofColumn: row)
      if truth == .yes { return .yes }
      if truth == .unknown { result = .unknown }
    }
    return result
  }
}

/// Which columns use which slot with which set.
private struct SlotUses {
  var setsOfSlot: [[Int]]
  var columnsOfUse: [RowSet.SlotSet: [Int]] = [:]
  var columnOfNode: [Int]
  var columnCount: Int

  init(_ rows: RowSet) {
    setsOfSlot = Array(repeating: [], count: rows.slots.count)
    columnOfNode = Array(repeating: -1, count: rows.nodes.count)
    columnCount = rows.rows.count
    for (index, row) in rows.rows.enumerated() {
      for constraint in rows.constraints[row.constraints] { use(constraint.slot, constraint.set, by: index) }
    }
    for (index, node) in rows.nodes.enumerated() {
      guard case .leaf(let slot, let set) = node else { continue }
      columnOfNode[index] = columnCount
      use(slot, set, by: columnCount)
      columnCount += 1
    }
  }

  private mutating func use(_ slot: Int, _ set: Int, by column: Int) {
    let use = RowSet.SlotSet(slot: slot, set: set)
    if columnsOfUse[use] == nil { setsOfSlot[slot].append(set) }
    columnsOfUse[use, default: []].append(column)
  }
}
