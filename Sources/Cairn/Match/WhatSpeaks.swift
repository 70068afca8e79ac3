extension RowSet {
  /// Whether one of a target's own conditions (its `when`) is known to be true: without any sign, nobody is asked.
  package func isSpokenFor(_ target: Int, _ facts: Facts) -> Bool {
    let scan = Scan(self, facts)
    return targets[target].contains { row in
      scan.verdict(ofRow: row) != .no && isSpokenFor(row: row, scan)
    }
  }

  private func isSpokenFor(row: Int, _ scan: Scan) -> Bool {
    for constraint in constraints[rows[row].constraints] where constraint.origin.contains(.when) {
      if isSign(slot: constraint.slot, set: constraint.set, scan) { return true }
    }
    return residuals[rows[row].residuals].contains { $0.origin.contains(.when) && isSign(node: $0.node, scan) }
  }

  private func isSign(node: Int, _ scan: Scan) -> Bool {
    switch nodes[node] {
    case .leaf(let slot, let set): isSign(slot: slot, set: set, scan)
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.contains { isSign(node: $0, scan) }
    case .derived(_, let node, let holds): holds ? isSign(node: node, scan) : scan.verdict(ofNode: node) == .no
    }
  }

  /// A condition that is true of everybody, or that asks about the state of knowledge, is no sign of anything.
  private func isSign(slot: Int, set: Int, _ scan: Scan) -> Bool {
    guard slots[slot].aspect != .known, !sets[set].isWhole else { return false }
    return scan.truth(slot, set) == .yes
  }

  /// The facts that make a target false, in the vocabulary's order: of its row with the fewest, so that they name the shortest way.
  package func reasonsAgainst(_ target: Int, _ facts: Facts) -> [Int] {
    let scan = Scan(self, facts)
    var best: Set<Int>?
    for row in targets[target] where scan.verdict(ofRow: row) == .no {
      let reasons = reasonsAgainst(row: row, scan)
      if reasons.count < best?.count ?? .max { best = reasons }
    }
    return best.map { $0.sorted() } ?? []
  }

  private func reasonsAgainst(row: Int, _ scan: Scan) -> Set<Int> {
    var reasons: Set<Int> = []
    for constraint in constraints[rows[row].constraints] where scan.truth(constraint.slot, constraint.set) == .no {
      reasons.insert(slots[constraint.slot].fact)
    }
    for residual in residuals[rows[row].residuals] { leaves(of: residual.node, judged: .no, scan, into: &reasons) }
    return reasons
  }

  /// The facts at the leaves that give a node its truth.
  private func leaves(of node: Int, judged truth: Truth, _ scan: Scan, into facts: inout Set<Int>) {
    guard scan.verdict(ofNode: node) == truth else { return }
    switch nodes[node] {
    case .leaf(let slot, _): facts.insert(slots[slot].fact)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      for part in parts { leaves(of: part, judged: truth, scan, into: &facts) }
    case .derived(_, let node, let holds): leaves(of: node, judged: holds ? truth : truth.negated, scan, into: &facts)
    }
  }
}
