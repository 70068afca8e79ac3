/// Collects the conditions of many targets into one `RowSet`. Equal slots, sets and nodes are stored once.
package struct RowSetBuilder {
  private let vocabulary: Vocabulary
  private let normalForm: NormalForm
  /// What has been added so far.
  private(set) var result = RowSet()
  private var slotIndex: [RowSet.Slot: Int] = [:]
  private var setIndex: [AllowedSet: Int] = [:]
  private var nodeIndex: [FormulaNode: Int] = [:]
  private var derivedNodes: [Int: Int] = [:]

  package init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    normalForm = NormalForm(vocabulary)
  }

  /// Adds a target; its index is the number of targets before it.
  @discardableResult
  package mutating func add(_ conditions: RuleConditions) -> Int {
    let target = result.targets.count
    let first = result.rows.count
    for row in rows(of: conditions) { append(row, to: target) }
    result.targets.append(first..<result.rows.count)
    return target
  }

  package func finish() -> RowSet { result }

  /// Step 5: the negated `unless`, and what the support type asks, go beside `when`; or into each branch, where `when` is an `any`.
  private func rows(of conditions: RuleConditions) -> [Formula] {
    let when = conditions.when.map { normalForm.formula($0, .when) }
    var others: [Formula] = []
    if let unless = conditions.unless { others.append(normalForm.formula(unless, negated: true, .unless)) }
    if let suits = conditions.supportSuits { others.append(normalForm.formula(suits, .supportSuits)) }
    if let unless = conditions.supportUnless { others.append(normalForm.formula(unless, negated: true, .supportUnless)) }
    guard let when else { return [.conjunction(others)] }
    if conditions.whenIsAny, case .any(let branches) = when {
      return branches.map { .conjunction([$0] + others) }
    }
    // Most rules have nothing beside `when`, which is in normal form already.
    return others.isEmpty ? [when] : [.conjunction([when] + others)]
  }

  private mutating func append(_ row: Formula, to target: Int) {
    let parts = if case .all(let parts) = row { parts } else { [row] }
    let firstConstraint = result.constraints.count
    let firstResidual = result.residuals.count
    for part in parts {
      if case .leaf(let leaf) = part {
        result.constraints.append(
          .init(slot: index(of: leaf.slot), set: index(of: leaf.set), origin: leaf.origin, range: leaf.range))
      } else {
        result.residuals.append(.init(node: node(part), origin: part.origin))
      }
    }
    result.rows.append(
      .init(
        target: target, constraints: firstConstraint..<result.constraints.count, residuals: firstResidual..<result.residuals.count))
  }

  private mutating func node(_ formula: Formula) -> Int {
    switch formula {
    case .leaf(let leaf): return index(of: .leaf(slot: index(of: leaf.slot), set: index(of: leaf.set)))
    case .all(let parts): return index(of: .all(nodes(parts)))
    case .any(let parts): return index(of: .any(nodes(parts)))
    case .atLeast(let count, let parts): return index(of: .atLeast(count, nodes(parts)))
    case .derived(let fact, let holds, let origin): return index(of: .derived(fact, node: derivedNode(fact, origin), holds: holds))
    }
  }

  private mutating func nodes(_ parts: [Formula]) -> [Int] {
    var nodes: [Int] = []
    for part in parts { nodes.append(node(part)) }
    return nodes
  }

  private mutating func derivedNode(_ fact: Int, _ origin: RowSet.Origin) -> Int {
    if let known = derivedNodes[fact] { return known }
    let built = node(normalForm.formula(vocabulary.derived[fact].condition, origin))
    derivedNodes[fact] = built
    return built
  }

  private mutating func index(of slot: RowSet.Slot) -> Int { Self.intern(slot, &slotIndex, &result.slots) }
  private mutating func index(of set: AllowedSet) -> Int { Self.intern(set, &setIndex, &result.sets) }
  private mutating func index(of node: FormulaNode) -> Int { Self.intern(node, &nodeIndex, &result.nodes) }

  private static func intern<Value: Hashable>(_ value: Value, _ index: inout [Value: Int], _ values: inout [Value]) -> Int {
    if let known = index[value] { return known }
    index[value] = values.count
    values.append(value)
    return values.count - 1
  }
}

extension Formula {
  /// Where its parts come from; a part that is no leaf is never merged, so they are all of one origin.
  fileprivate var origin: RowSet.Origin {
    switch self {
    case .leaf(let leaf): leaf.origin
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.reduce(into: []) { $0.formUnion($1.origin) }
    case .derived(_, _, let origin): origin
    }
  }
}
