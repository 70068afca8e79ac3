import Cairn

/// Which rules may be true together, as far as their sets of single facts tell: what finds candidates among thousands of rules without
/// looking at every pair. *No* is a proof; *yes* still has to be shown.
struct Neighbours: Sendable {
  private let rows: RowSet
  private let asOf: CalendarDate
  private let count: Int
  /// Per slot, the rules that ask something of it in their only row; and per set of it, those that ask for that.
  private var asking: [Int: Bits] = [:]
  private var askingFor: [Int: [Int: Bits]] = [:]
  /// Per slot and set, the rules that leave it a value.
  private var agreeing: [Use: Bits] = [:]
  private var meetings: [Use: Bool] = [:]

  private struct Use: Hashable {
    var first, second: Int
  }

  init(_ rows: RowSet, asOf: CalendarDate) {
    self.rows = rows
    self.asOf = asOf
    count = rows.targets.count
    // A rule with several rows is true by any of them, and so is held to none.
    for target in rows.targets.indices where rows.targets[target].count == 1 {
      for constraint in rows.constraints[rows.rows[rows.targets[target].lowerBound].constraints] {
        asking[constraint.slot, default: Bits(count: count)].insert(target)
        askingFor[constraint.slot, default: [:]][constraint.set, default: Bits(count: count)].insert(target)
      }
    }
  }

  /// The rules that may be true of somebody for whom this one is.
  mutating func neighbours(of target: Int) -> Bits {
    var all = Bits(count: count)
    for row in rows.targets[target] {
      var agreeing = Bits(count: count, all: true)
      for constraint in rows.constraints[rows.rows[row].constraints] {
        agreeing.formIntersection(self.agreeing(constraint.slot, constraint.set))
      }
      all.formUnion(agreeing)
    }
    return all
  }

  private mutating func agreeing(_ slot: Int, _ set: Int) -> Bits {
    let use = Use(first: slot, second: set)
    if let known = agreeing[use] { return known }
    var bits = Bits(count: count, all: true)
    bits.subtract(asking[slot] ?? Bits(count: count))
    for (other, rules) in askingFor[slot] ?? [:] where meet(set, other) { bits.formUnion(rules) }
    agreeing[use] = bits
    return bits
  }

  private mutating func meet(_ a: Int, _ b: Int) -> Bool {
    let use = Use(first: min(a, b), second: max(a, b))
    if let known = meetings[use] { return known }
    let meets = AllowedSet.atLeast(2, of: [rows.sets[a], rows.sets[b]]).hasValue(on: asOf)
    meetings[use] = meets
    return meets
  }
}
