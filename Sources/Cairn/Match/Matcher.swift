/// A row set bound to a day: judges one person against every target at once. Immutable, shared by all threads.
///
/// A column is false if some value denies it, and waits if some fact may or may not. Cost: one pass over the lanes that the person's
/// values select, O(facts × columns / 64), the columns of the person's codes, and the targets that are not false.
package struct Matcher: Sendable {
  package let rows: RowSet
  package let asOf: CalendarDate
  let slots: [ValueSlot]
  /// Of every slot of numbers or dates, where a segment begins, but for the first.
  let cuts: [Int]
  let codes: CodeColumns
  let lanes: Lanes
  /// Columns with nodes left to judge, and these nodes.
  let columnOfRemainder: [Int]
  let remainders: Lists<Int>
  /// Per node of the graph, the column of a leaf; -1 of any other node.
  let columnOfLeaf: [Int]
  /// Per target, its columns; and back.
  let columnsOfTarget: [Range<Int>]
  let targetOfColumn: [Int]
  /// Per word of columns, whether any of them has its target in common with a neighbour.
  let sharesTargets: [Bool]

  /// A slot that is no comparison of codes.
  struct ValueSlot: Sendable {
    var fact: Int
    /// Whether it asks if the fact is known, and not for its value.
    var asksKnown: Bool
    var kind: Segments.Kind
    var lanes: Lanes.Group
    /// Indices into the matcher's `cuts`.
    var cuts: Range<Int>
  }

  package init(_ rows: RowSet, asOf: CalendarDate) {
    self.rows = rows
    self.asOf = asOf
    let columns = Columns(rows)
    let denials = Denials(rows, columns, asOf: asOf)
    codes = CodeColumns(rows, columns, asOf: asOf, firstGroup: denials.slots.count)
    let counts = denials.segments.map(\.count) + Array(repeating: 1, count: codes.facts.count)
    var lanes = Lanes(columns: columns.uses.count, segmentCounts: counts)
    denials.fill(&lanes)
    codes.fill(&lanes)
    let cuts = Lists(denials.segments.map { Array($0.cuts.dropFirst()) })
    slots = denials.slots.enumerated().map { group, slot in
      ValueSlot(
        fact: rows.slots[slot].fact, asksKnown: rows.slots[slot].aspect == .known, kind: denials.segments[group].kind,
        lanes: lanes.groups[group], cuts: cuts[group])
    }
    self.cuts = cuts.elements
    self.lanes = lanes
    columnOfRemainder = columns.remainders.map(\.column)
    remainders = Lists(columns.remainders.map(\.nodes))
    columnOfLeaf = columns.ofLeaf
    columnsOfTarget = columns.ofTarget
    targetOfColumn = columns.targets
    sharesTargets = columns.sharesTargets
  }

  /// Room for one evaluation after another.
  package func makeVerdicts() -> Verdicts { Verdicts(self) }

  /// Every target's truth for one person. Allocates; for many people keep a `Verdicts` and evaluate into it.
  package func verdicts(_ facts: Facts) -> [Truth] {
    var verdicts = makeVerdicts()
    evaluate(facts, into: &verdicts)
    var truths = Array(repeating: Truth.no, count: rows.targets.count)
    for target in verdicts.firing.elements { truths[target] = .yes }
    for target in verdicts.undecided.elements { truths[target] = .unknown }
    return truths
  }

  /// Judges one person. Allocates nothing once `verdicts` has been used.
  package func evaluate(_ facts: Facts, into verdicts: inout Verdicts) {
    verdicts.begin()
    codes.select(facts, lanes, into: &verdicts)
    let hasNoted = verdicts.noted.count > 0
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
  package func truth(of target: Int, in verdicts: borrowing Verdicts) -> Truth {
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
  /// Those of the row set that are no comparison of codes and that some column uses; by group.
  private(set) var slots: [Int] = []
  private(set) var segments: [Segments] = []
  private var columnsOfUse: [Columns.Use: [Int]] = [:]
  private let sets: [BoundSet]

  init(_ rows: RowSet, _ columns: Columns, asOf: CalendarDate) {
    sets = rows.sets.map { BoundSet($0, on: asOf) }
    var setsOfSlot: [Int: Set<Int>] = [:]
    for (column, uses) in columns.uses.enumerated() {
      for use in uses { columnsOfUse[use, default: []].append(column) }
    }
    for use in columnsOfUse.keys { setsOfSlot[use.slot, default: []].insert(use.set) }
    for (slot, used) in setsOfSlot.sorted(by: { $0.key < $1.key }) {
      if case .codes = rows.slots[slot].aspect { continue }
      slots.append(slot)
      segments.append(Segments(used.map { sets[$0] }))
    }
  }

  func fill(_ lanes: inout Lanes) {
    let groups = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    for (use, columns) in columnsOfUse {
      guard let group = groups[use.slot] else { continue }
      for segment in 0..<segments[group].count where segments[group].isAllowed(segment, by: sets[use.set]) != use.holds {
        for column in columns { lanes.set(lane: lanes.groups[group].first + segment, column: column) }
      }
    }
    for group in slots.indices { lanes.seal(lanes.groups[group]) }
  }
}
