/// Rows judged one by one: what the matcher does with bitmaps for all of them, done plainly for a few.
///
/// How a slot's truth comes about is given, so that *what if it were answered so?* is the same question.
struct Scan {
  let rows: RowSet
  let truth: (_ slot: Int, _ set: Int) -> Truth
  private let derived = DerivedTruths()

  init(_ rows: RowSet, _ facts: Facts) {
    self.rows = rows
    truth = { slot, set in SlotTruth.judge(rows.slots[slot], rows.sets[set], facts) }
  }

  init(_ rows: RowSet, truth: @escaping (_ slot: Int, _ set: Int) -> Truth) {
    self.rows = rows
    self.truth = truth
  }

  /// True if one row is; unknown if none is and one may be.
  func verdict(of target: Int) -> Truth {
    var result = Truth.no
    for row in rows.targets[target] {
      let truth = verdict(ofRow: row)
      if truth == .yes { return .yes }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  func verdict(ofRow row: Int) -> Truth {
    var result = Truth.yes
    for constraint in rows.constraints[rows.rows[row].constraints] {
      let truth = truth(constraint.slot, constraint.set)
      if truth == .no { return .no }
      if truth == .unknown { result = .unknown }
    }
    for residual in rows.residuals[rows.rows[row].residuals] {
      let truth = verdict(ofNode: residual.node)
      if truth == .no { return .no }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  func verdict(ofNode node: Int) -> Truth {
    switch rows.nodes[node] {
    case .leaf(let slot, let set): truth(slot, set)
    case .all(let parts): Truth.all(parts.lazy.map { verdict(ofNode: $0) })
    case .any(let parts): Truth.any(parts.lazy.map { verdict(ofNode: $0) })
    case .atLeast(let count, let parts): Truth.atLeast(count, of: parts.lazy.map { verdict(ofNode: $0) })
    case .derived(_, let inner, let holds): holds ? verdict(ofDerived: inner) : verdict(ofDerived: inner).negated
    }
  }

  /// Derived facts read each other, so that one may be reached in thousands of ways: each is judged once.
  private func verdict(ofDerived node: Int) -> Truth {
    if let known = derived.truths[node] { return known }
    let truth = verdict(ofNode: node)
    derived.truths[node] = truth
    return truth
  }

  /// What is known of derived facts, by the node of their condition.
  private final class DerivedTruths {
    var truths: [Int: Truth] = [:]
  }

  /// The declared facts that an undecided row waits for: of its constraints, and of its nodes those reached through undecided nodes only.
  func missing(fromRow row: Int, into facts: inout Set<Int>) {
    for constraint in rows.constraints[rows.rows[row].constraints] where truth(constraint.slot, constraint.set) == .unknown {
      facts.insert(rows.slots[constraint.slot].fact)
    }
    for residual in rows.residuals[rows.rows[row].residuals] { missing(fromNode: residual.node, into: &facts) }
  }

  private func missing(fromNode node: Int, into facts: inout Set<Int>) {
    guard verdict(ofNode: node) == .unknown else { return }
    switch rows.nodes[node] {
    case .leaf(let slot, _): facts.insert(rows.slots[slot].fact)
    case .all(let parts), .any(let parts), .atLeast(_, let parts): for part in parts { missing(fromNode: part, into: &facts) }
    case .derived(_, let node, _): missing(fromNode: node, into: &facts)
    }
  }
}

extension RowSet {
  /// Whether a target is true for a person, by a plain scan of its rows.
  package func verdict(of target: Int, _ facts: Facts) -> Truth { Scan(self, facts).verdict(of: target) }

  /// The facts that an undecided target waits for, in the vocabulary's order; of any other target, none.
  package func missing(of target: Int, _ facts: Facts) -> [Int] {
    let scan = Scan(self, facts)
    guard scan.verdict(of: target) == .unknown else { return [] }
    var missing: Set<Int> = []
    for row in targets[target] where scan.verdict(ofRow: row) == .unknown { scan.missing(fromRow: row, into: &missing) }
    return missing.sorted()
  }
}
