/// A condition on its way to normal form: negation is gone, and sets of one fact that stand side by side are one set.
enum Formula {
  case leaf(Leaf)
  case all([Formula])
  case any([Formula])
  case atLeast(Int, [Formula])
  /// A derived fact that reads several facts.
  case derived(Int, holds: Bool, RowSet.Origin)

  struct Leaf {
    var slot: RowSet.Slot
    var set: AllowedSet
    var origin: RowSet.Origin
    var range: SourceRange?
  }

  /// *And*, flattened and merged; one part stands for itself.
  static func conjunction(_ parts: [Formula]) -> Formula {
    var flat: [Formula] = []
    flat.reserveCapacity(parts.count)
    for part in parts { if case .all(let inner) = part { flat += inner } else { flat.append(part) } }
    let merged = merging(flat) { AllowedSet.atLeast(2, of: [$0, $1]) }
    return merged.count == 1 ? merged[0] : .all(merged)
  }

  /// *Or*, flattened and merged; one part stands for itself.
  static func disjunction(_ parts: [Formula]) -> Formula {
    var flat: [Formula] = []
    flat.reserveCapacity(parts.count)
    for part in parts { if case .any(let inner) = part { flat += inner } else { flat.append(part) } }
    let merged = merging(flat) { AllowedSet.atLeast(1, of: [$0, $1]) }
    return merged.count == 1 ? merged[0] : .any(merged)
  }

  /// At least `count` of the parts. Parts are not merged, since each counts; only where all are sets of one ordinal fact do they become one.
  static func counting(_ count: Int, _ parts: [Formula]) -> Formula {
    let count = min(max(count, 1), max(parts.count, 1))
    if count == parts.count { return conjunction(parts) }
    if count == 1 { return disjunction(parts) }
    let leaves = parts.compactMap { part in if case .leaf(let leaf) = part, leaf.slot.aspect == .value { leaf } else { nil } }
    guard leaves.count == parts.count, let first = leaves.first, leaves.allSatisfy({ $0.slot == first.slot }) else {
      return .atLeast(count, parts)
    }
    var merged = first
    merged.set = AllowedSet.atLeast(count, of: leaves.map(\.set))
    return .leaf(merged)
  }

  /// Whether some slot may stand twice. Few parts are compared in pairs, which costs less than a hash of each.
  private static func sharesSlots(_ parts: [Formula]) -> Bool {
    guard parts.count <= 8 else { return true }
    for (index, part) in parts.enumerated() {
      guard case .leaf(let leaf) = part else { continue }
      for case .leaf(let earlier) in parts[..<index] where earlier.slot == leaf.slot { return true }
    }
    return false
  }

  /// Sets of one slot become one, at the place of the first. `known` is a leaf of its own and merges with nothing.
  private static func merging(_ parts: [Formula], by merge: (AllowedSet, AllowedSet) -> AllowedSet) -> [Formula] {
    guard parts.count > 1, sharesSlots(parts) else { return parts }
    var result: [Formula] = []
    var places: [RowSet.Slot: Int] = [:]
    for part in parts {
      guard case .leaf(let leaf) = part, leaf.slot.aspect != .known else {
        result.append(part)
        continue
      }
      if let place = places[leaf.slot], case .leaf(var first) = result[place] {
        first.set = merge(first.set, leaf.set)
        first.origin.formUnion(leaf.origin)
        result[place] = .leaf(first)
      } else {
        places[leaf.slot] = result.count
        result.append(part)
      }
    }
    return result
  }
}
