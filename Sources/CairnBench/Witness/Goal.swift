package import Cairn

/// What must hold of a person's facts, as a tree of demands on single slots.
package indirect enum Goal: Sendable {
  /// A slot's value lies in a set, for certain.
  case holds(RowSet.Slot, AllowedSet)
  case all([Goal])
  case any([Goal])
  case atLeast(Int, [Goal])

  /// Nothing is asked.
  static let nothing = Goal.all([])
}

extension RowSet {
  /// What makes a target true.
  package func goal(for target: Int) -> Goal { .any(targets[target].map { goal(row: $0, true) }) }

  /// What makes a target false.
  package func goal(against target: Int) -> Goal { .all(targets[target].map { goal(row: $0, false) }) }

  private func goal(row index: Int, _ wanted: Bool) -> Goal {
    let parts =
      constraints[rows[index].constraints].map { leaf($0.slot, $0.set, wanted) }
      + residuals[rows[index].residuals].map { goal(node: $0.node, wanted) }
    return wanted ? .all(parts) : .any(parts)
  }

  private func goal(node: Int, _ wanted: Bool) -> Goal {
    switch nodes[node] {
    case .leaf(let slot, let set): return leaf(slot, set, wanted)
    case .all(let parts): return wanted ? .all(goals(parts, true)) : .any(goals(parts, false))
    case .any(let parts): return wanted ? .any(goals(parts, true)) : .all(goals(parts, false))
    case .atLeast(let count, let parts): return .atLeast(wanted ? count : parts.count - count + 1, goals(parts, wanted))
    case .derived(_, let inner, let holds): return goal(node: inner, wanted == holds)
    }
  }

  private func goals(_ nodes: [Int], _ wanted: Bool) -> [Goal] { nodes.map { goal(node: $0, wanted) } }

  private func leaf(_ slot: Int, _ set: Int, _ wanted: Bool) -> Goal {
    .holds(slots[slot], wanted ? sets[set] : sets[set].complement)
  }
}
