/// The conditions of two rulebooks as rows of one set over one vocabulary. What is equal is stored once, so that equal targets are found
/// without solving anything.
package struct JoinedRows: Sendable {
  package private(set) var rows = RowSet()
  private var slotIndex: [RowSet.Slot: Int] = [:]
  private var setIndex: [AllowedSet: Int] = [:]
  private var nodeIndex: [FormulaNode: Int] = [:]

  package init() {}

  /// Adds all targets of a set; the first of them stands at the index that is returned.
  @discardableResult
  package mutating func add(_ other: RowSet, _ map: VocabularyMap) -> Int {
    let first = rows.targets.count
    var nodes: [Int] = []
    for node in other.nodes { nodes.append(index(of: moved(node, other, map, nodes))) }
    for target in other.targets {
      let start = rows.rows.count
      for row in target { add(other.rows[row], of: other, map, nodes) }
      rows.targets.append(start..<rows.rows.count)
    }
    return first
  }

  private mutating func add(_ row: RowSet.Row, of other: RowSet, _ map: VocabularyMap, _ nodes: [Int]) {
    let (constraint, residual) = (rows.constraints.count, rows.residuals.count)
    for part in other.constraints[row.constraints] {
      let (slot, set) = leaf(part.slot, part.set, other, map)
      rows.constraints.append(.init(slot: slot, set: set, origin: part.origin, range: part.range))
    }
    for part in other.residuals[row.residuals] { rows.residuals.append(.init(node: nodes[part.node], origin: part.origin)) }
    rows.rows.append(
      .init(
        target: rows.targets.count, constraints: constraint..<rows.constraints.count, residuals: residual..<rows.residuals.count))
  }

  /// Inner nodes stand before those that hold them. The order of parts is no part of the meaning, so they are sorted.
  private mutating func moved(_ node: FormulaNode, _ other: RowSet, _ map: VocabularyMap, _ nodes: [Int]) -> FormulaNode {
    switch node {
    case .leaf(let slot, let set):
      let (slot, set) = leaf(slot, set, other, map)
      return .leaf(slot: slot, set: set)
    case .all(let parts): return .all(parts.map { nodes[$0] }.sorted())
    case .any(let parts): return .any(parts.map { nodes[$0] }.sorted())
    case .atLeast(let count, let parts): return .atLeast(count, parts.map { nodes[$0] }.sorted())
    case .derived(let fact, let inner, let holds): return .derived(map.derived[fact], node: nodes[inner], holds: holds)
    }
  }

  private mutating func leaf(_ slot: Int, _ set: Int, _ other: RowSet, _ map: VocabularyMap) -> (slot: Int, set: Int) {
    let before = other.slots[slot]
    return (
      Self.intern(map.slot(before), &slotIndex, &rows.slots), Self.intern(map.set(other.sets[set], of: before.fact), &setIndex, &rows.sets)
    )
  }

  private mutating func index(of node: FormulaNode) -> Int { Self.intern(node, &nodeIndex, &rows.nodes) }

  private static func intern<Value: Hashable>(_ value: Value, _ index: inout [Value: Int], _ values: inout [Value]) -> Int {
    if let known = index[value] { return known }
    index[value] = values.count
    values.append(value)
    return values.count - 1
  }
}

extension JoinedRows {
  /// Whether two targets ask the same in the same form, and so have one verdict for everybody on every day.
  package func areAlike(_ a: Int, _ b: Int) -> Bool { form(of: a) == form(of: b) }

  /// The rows of a target as sets: their order, and that of their parts, is no part of the meaning.
  private func form(of target: Int) -> Set<Form> {
    Set(
      rows.targets[target].map { row in
        Form(
          constraints: Set(rows.constraints[rows.rows[row].constraints].map { [$0.slot, $0.set] }),
          residuals: Set(rows.residuals[rows.rows[row].residuals].map(\.node)))
      })
  }

  private struct Form: Hashable {
    var constraints: Set<[Int]>
    var residuals: Set<Int>
  }

  /// The facts that a target reads.
  package func facts(readBy target: Int) -> Set<Int> {
    var facts: Set<Int> = []
    var seen: Set<Int> = []
    for row in rows.targets[target] {
      for part in rows.constraints[rows.rows[row].constraints] { facts.insert(rows.slots[part.slot].fact) }
      for part in rows.residuals[rows.rows[row].residuals] { add(factsOf: part.node, to: &facts, &seen) }
    }
    return facts
  }

  private func add(factsOf node: Int, to facts: inout Set<Int>, _ seen: inout Set<Int>) {
    guard seen.insert(node).inserted else { return }
    switch rows.nodes[node] {
    case .leaf(let slot, _): facts.insert(rows.slots[slot].fact)
    case .all(let parts), .any(let parts), .atLeast(_, let parts): for part in parts { add(factsOf: part, to: &facts, &seen) }
    case .derived(_, let inner, _): add(factsOf: inner, to: &facts, &seen)
    }
  }
}
