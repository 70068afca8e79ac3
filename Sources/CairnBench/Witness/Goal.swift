package import Cairn

/// What must hold of a person's facts, as a tree of demands on single slots.
package indirect enum Goal: Sendable {
  /// A slot's value lies in a set, for certain.
  case holds(RowSet.Slot, AllowedSet)
  /// Nobody knows the fact, and so nobody can tell whether the slot's value lies in the set.
  case isOpen(RowSet.Slot, AllowedSet)
  case all([Goal])
  case any([Goal])
  case atLeast(Int, [Goal])

  /// Nothing is asked.
  package static let nothing = Goal.all([])
  /// Nobody meets it.
  package static let impossible = Goal.any([])

  /// Nobody knows the fact.
  package static func unknown(_ fact: Int) -> Goal {
    .holds(RowSet.Slot(fact: fact, aspect: .known), .truth(no: true, yes: false))
  }
}

/// What is to be so of a target, in three values.
package enum Claim: Sendable, Hashable, CaseIterable {
  case yes, no
  /// False or undecided.
  case notYes
  /// True or undecided.
  case notNo

  package var negated: Claim {
    switch self {
    case .yes: .no
    case .no: .yes
    case .notYes: .notNo
    case .notNo: .notYes
    }
  }

  /// Whether a verdict is as claimed.
  package func isMet(by truth: Truth) -> Bool {
    switch self {
    case .yes: truth == .yes
    case .no: truth == .no
    case .notYes: truth != .yes
    case .notNo: truth != .no
    }
  }

  /// Whether it speaks for the target. Of *and* and *or*, such a claim wants the same of the parts; any other turns them round.
  fileprivate var isFor: Bool { self == .yes || self == .notNo }

  /// Whether what is missing is enough.
  fileprivate var allowsMissing: Bool { self == .notYes || self == .notNo }
}

extension RowSet {
  /// What makes a claim about a target so. Exact for facts that are each known or missing.
  package func goal(_ target: Int, is claim: Claim) -> Goal {
    .joining(targets[target].map { goal(row: $0, claim) }, any: claim.isFor)
  }

  private func goal(row index: Int, _ claim: Claim) -> Goal {
    let parts =
      constraints[rows[index].constraints].map { leaf($0.slot, $0.set, claim) }
      + residuals[rows[index].residuals].map { goal(node: $0.node, claim) }
    return .joining(parts, any: !claim.isFor)
  }

  private func goal(node: Int, _ claim: Claim) -> Goal {
    func goals(_ nodes: [Int]) -> [Goal] { nodes.map { goal(node: $0, claim) } }
    switch nodes[node] {
    case .leaf(let slot, let set): return leaf(slot, set, claim)
    case .all(let parts): return .joining(goals(parts), any: !claim.isFor)
    case .any(let parts): return .joining(goals(parts), any: claim.isFor)
    case .atLeast(let count, let parts): return .atLeast(claim.isFor ? count : parts.count - count + 1, goals(parts))
    case .derived(_, let inner, let holds): return goal(node: inner, holds ? claim : claim.negated)
    }
  }

  private func leaf(_ slot: Int, _ set: Int, _ claim: Claim) -> Goal {
    let wanted = claim.isFor ? sets[set] : sets[set].complement
    // Where every value will do, nobody need know which.
    if wanted.isWhole { return .nothing }
    guard claim.allowsMissing, slots[slot].aspect != .known else { return .holds(slots[slot], wanted) }
    return .any([.holds(slots[slot], wanted), .isOpen(slots[slot], wanted)])
  }
}

extension Goal {
  /// *Or* or *and* of the parts; one part stands for itself. Plain demands come first, since they soonest show that there is no way.
  fileprivate static func joining(_ parts: [Goal], any: Bool) -> Goal {
    if parts.count == 1 { return parts[0] }
    return any ? .any(parts) : .all(parts.filter(\.isPlain) + parts.filter { !$0.isPlain })
  }

  private var isPlain: Bool {
    switch self {
    case .holds, .isOpen: true
    case .all(let parts): parts.allSatisfy(\.isPlain)
    case .any, .atLeast: false
    }
  }
}
