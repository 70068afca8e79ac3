/// Columns that ask about codes. A rulebook names many codes and a person holds few, so a fact's comparisons share three lanes: what is
/// denied if none of them is true, and what is denied and what waits if all are unknown. The columns of the few comparisons that the
/// person's codes make otherwise are judged one by one.
struct CodeColumns: Sendable {
  /// One fact that is compared.
  struct Fact: Sendable {
    var fact: Int
    /// Its lanes' group.
    var group: Int
    var comparisons: Range<Int>
    /// Lists of `naming`, for its codes from 0 on.
    var lists: Range<Int>
  }

  /// What a comparison's truth makes of a column.
  struct Use: Sendable {
    var comparison: Int
    var ifNo: Truth
    var ifUnknown: Truth
    var ifYes: Truth

    @inline(__always)
    func truth(_ comparison: Truth) -> Truth { comparison == .no ? ifNo : comparison == .yes ? ifYes : ifUnknown }
  }

  /// A column, and all of its uses of codes.
  private struct Entry: Sendable {
    var column: Int
    var uses: Range<Int>
  }

  let facts: [Fact]
  /// Per fact and code, the comparisons that name it.
  private let naming: Lists<Int>
  /// Per comparison, its window and the entries that use it.
  private let windows: [CodeTruth.BoundWindow?]
  private let entriesOf: Lists<Int>
  private let entries: [Entry]
  private let uses: [Use]

  var comparisonCount: Int { windows.count }

  /// `firstGroup` is the lanes' group of the first fact; the others follow.
  init(_ rows: RowSet, _ columns: Columns, asOf: CalendarDate, firstGroup: Int) {
    let comparisons = CodeComparisons(rows, firstGroup)
    facts = comparisons.facts
    naming = Lists(comparisons.naming)
    windows = comparisons.windows.map { $0.map { .init($0, on: asOf) } }
    var entries: [Entry] = []
    var uses: [Use] = []
    var entriesOf: [[Int]] = Array(repeating: [], count: windows.count)
    for (column, asked) in columns.uses.enumerated() {
      let mine = asked.compactMap { comparisons.use($0, rows.sets[$0.set]) }
      guard !mine.isEmpty else { continue }
      for comparison in Set(mine.map(\.comparison)) { entriesOf[comparison].append(entries.count) }
      entries.append(Entry(column: column, uses: uses.count..<(uses.count + mine.count)))
      uses += mine
    }
    self.entries = entries
    self.uses = uses
    self.entriesOf = Lists(entriesOf)
  }

  func fill(_ lanes: inout Lanes) {
    for fact in facts {
      let group = lanes.groups[fact.group]
      for entry in Set(fact.comparisons.flatMap { entriesOf.elements[entriesOf[$0]] }) {
        for use in uses[entries[entry].uses] where fact.comparisons.contains(use.comparison) {
          if use.ifNo == .no { lanes.set(lane: group.first, column: entries[entry].column) }
          if use.ifUnknown == .no { lanes.set(lane: group.always, column: entries[entry].column) }
          if use.ifUnknown == .unknown { lanes.set(lane: group.always + 1, column: entries[entry].column) }
        }
      }
    }
  }

  /// Selects each fact's lanes, and notes the comparisons that come out otherwise.
  func select(_ person: Facts, _ lanes: Lanes, into verdicts: inout Verdicts) {
    for (index, fact) in facts.enumerated() {
      guard case .codes(let set) = person.states[fact.fact].value else {
        verdicts.expect(.unknown, fact, index)
        verdicts.selectUnknown(lanes.groups[fact.group], lanes)
        continue
      }
      let usual = set.isPartial ? Truth.unknown : .no
      verdicts.expect(usual, fact, index)
      if set.isPartial {
        verdicts.selectUnknown(lanes.groups[fact.group], lanes)
      } else {
        verdicts.select(lanes.groups[fact.group].first, lanes)
      }
      for held in set.held where held.code >= 0 && held.code < fact.lists.count {
        for comparison in naming.elements[naming[fact.lists.lowerBound &+ held.code]] {
          let truth = CodeTruth.qualifies(held.since, windows[comparison], person.asOf)
          if truth.rawValue > usual.rawValue { verdicts.note(comparison, truth, instead: usual) }
        }
      }
    }
  }

  /// Judges the columns of the comparisons that were noted, and forgets these.
  func settle(_ verdicts: inout Verdicts) {
    let truths = verdicts.codeTruths.storage
    uses.withUnsafeBufferPointer { uses in
      for index in 0..<verdicts.noted.count {
        for place in entriesOf[verdicts.noted[index].comparison] {
          let entry = entries[entriesOf.elements[place]]
          var result = Truth.yes
          for place in entry.uses {
            let truth = uses[place].truth(truths[uses[place].comparison])
            if truth.rawValue < result.rawValue { result = truth }
          }
          verdicts.set(column: entry.column, result)
        }
      }
    }
    verdicts.forgetNoted()
  }
}

/// The comparisons of codes among slots, numbered fact by fact.
private struct CodeComparisons {
  private(set) var facts: [CodeColumns.Fact] = []
  private(set) var naming: [[Int]] = []
  private(set) var windows: [CodeTest.Window?] = []
  private var ofSlot: [Int: Int] = [:]

  init(_ rows: RowSet, _ firstGroup: Int) {
    var slotsOfFact: [Int: [Int]] = [:]
    for (index, slot) in rows.slots.enumerated() {
      if case .codes = slot.aspect { slotsOfFact[slot.fact, default: []].append(index) }
    }
    for (fact, slots) in slotsOfFact.sorted(by: { $0.key < $1.key }) {
      var mine: [[Int]] = []
      for slot in slots {
        guard case .codes(let codes, let window) = rows.slots[slot].aspect else { continue }
        for code in codes {
          while mine.count <= code { mine.append([]) }
          mine[code].append(windows.count)
        }
        ofSlot[slot] = windows.count
        windows.append(window)
      }
      facts.append(
        .init(
          fact: fact, group: firstGroup + facts.count, comparisons: (windows.count - slots.count)..<windows.count,
          lists: naming.count..<(naming.count + mine.count)))
      naming += mine
    }
  }

  /// What a column's use makes of each truth; nil where it is not about codes.
  func use(_ use: Columns.Use, _ set: AllowedSet) -> CodeColumns.Use? {
    guard let comparison = ofSlot[use.slot] else { return nil }
    func truth(_ comparison: Truth) -> Truth {
      let truth = SlotTruth.of(comparison, in: set)
      return use.holds ? truth : truth.negated
    }
    return .init(comparison: comparison, ifNo: truth(.no), ifUnknown: truth(.unknown), ifYes: truth(.yes))
  }
}
