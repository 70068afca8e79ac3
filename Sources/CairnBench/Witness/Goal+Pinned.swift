import Cairn

extension Goal {
  /// The same goal for a person of whom all but some facts stay as they are: what these decide is decided, and the rest remains to be met.
  func pinned(to facts: Facts, freeing free: Set<Int>) -> Goal {
    switch self {
    case .holds(let slot, let set):
      if free.contains(slot.fact) { return self }
      return SlotTruth.judge(slot, set, facts) == .yes ? .nothing : .impossible
    case .isOpen(let slot, let set):
      if free.contains(slot.fact) { return self }
      return SlotTruth.judge(slot, set, facts) == .unknown ? .nothing : .impossible
    case .all(let parts): return .all(parts.map { $0.pinned(to: facts, freeing: free) }).simplified
    case .any(let parts): return .any(parts.map { $0.pinned(to: facts, freeing: free) }).simplified
    case .atLeast(let count, let parts):
      return .atLeast(count, parts.map { $0.pinned(to: facts, freeing: free) }).simplified
    }
  }

  /// Without the parts that are met already, and those that nobody meets.
  private var simplified: Goal {
    switch self {
    case .holds, .isOpen: return self
    case .all(let parts): return parts.contains(where: \.isImpossible) ? .impossible : .all(parts.filter { !$0.isMet })
    case .any(let parts): return parts.contains(where: \.isMet) ? .nothing : .any(parts.filter { !$0.isImpossible })
    case .atLeast(let count, let parts):
      let open = parts.filter { !$0.isMet && !$0.isImpossible }
      let missing = count - parts.count(where: \.isMet)
      if missing <= 0 { return .nothing }
      return missing > open.count ? .impossible : .atLeast(missing, open)
    }
  }

  private var isMet: Bool { if case .all(let parts) = self { parts.isEmpty } else { false } }
  private var isImpossible: Bool { if case .any(let parts) = self { parts.isEmpty } else { false } }

  /// The facts that it asks about.
  var facts: Set<Int> {
    switch self {
    case .holds(let slot, _), .isOpen(let slot, _): [slot.fact]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.reduce(into: []) { $0.formUnion($1.facts) }
    }
  }
}
