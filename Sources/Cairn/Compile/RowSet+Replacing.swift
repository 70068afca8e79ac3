extension RowSet {
  /// The same rows, but that a target has those of a target of another row set. What only the old ones read stays behind, unused.
  package func replacing(_ target: Int, by other: RowSet, _ otherTarget: Int) -> RowSet {
    var result = self
    let shift = (slots: slots.count, sets: sets.count, nodes: nodes.count)
    result.slots += other.slots
    result.sets += other.sets
    result.nodes += other.nodes.map { $0.shifted(slots: shift.slots, sets: shift.sets, nodes: shift.nodes) }
    let first = result.rows.count
    for row in other.rows[other.targets[otherTarget]] {
      let constraints = other.constraints[row.constraints].map { constraint in
        var constraint = constraint
        constraint.slot += shift.slots
        constraint.set += shift.sets
        return constraint
      }
      let residuals = other.residuals[row.residuals].map { Residual(node: $0.node + shift.nodes, origin: $0.origin) }
      let starts = (result.constraints.count, result.residuals.count)
      result.constraints += constraints
      result.residuals += residuals
      result.rows.append(
        Row(target: target, constraints: starts.0..<result.constraints.count, residuals: starts.1..<result.residuals.count))
    }
    result.targets[target] = first..<result.rows.count
    return result
  }
}

extension FormulaNode {
  fileprivate func shifted(slots: Int, sets: Int, nodes: Int) -> FormulaNode {
    switch self {
    case .leaf(let slot, let set): .leaf(slot: slot + slots, set: set + sets)
    case .all(let parts): .all(parts.map { $0 + nodes })
    case .any(let parts): .any(parts.map { $0 + nodes })
    case .atLeast(let count, let parts): .atLeast(count, parts.map { $0 + nodes })
    case .derived(let fact, let node, let holds): .derived(fact, node: node + nodes, holds: holds)
    }
  }
}
