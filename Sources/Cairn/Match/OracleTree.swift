/// A condition in normal form, as the oracle keeps it: negations are in the leaves, and sets that may merge have merged.
package indirect enum OracleTree: Sendable {
  case all([OracleTree])
  case any([OracleTree])
  case some(Int, [OracleTree])
  /// A derived fact that reads several facts: nothing merges across its border.
  case opaque(OracleTree)
  /// Whether a fact is known, or is not.
  case known(Int, Bool)
  case set(OracleSet)

  static func conjunction(_ parts: [OracleTree]) -> OracleTree {
    let flat = parts.flatMap { if case .all(let inner) = $0 { inner } else { [$0] } }
    let merged = merging(flat) { sets in sets.count }
    return merged.count == 1 ? merged[0] : .all(merged)
  }

  static func disjunction(_ parts: [OracleTree]) -> OracleTree {
    let flat = parts.flatMap { if case .any(let inner) = $0 { inner } else { [$0] } }
    let merged = merging(flat) { _ in 1 }
    return merged.count == 1 ? merged[0] : .any(merged)
  }

  static func counting(_ count: Int, _ parts: [OracleTree]) -> OracleTree {
    if count == 1 { return disjunction(parts) }
    if count == parts.count { return conjunction(parts) }
    if let sets = valuesOfOneFact(parts) { return .set(OracleSet(atLeast: count, of: sets)) }
    return .some(count, parts)
  }

  /// The same parts, where all sets about one subject have become one, at the place of the first.
  private static func merging(_ parts: [OracleTree], needing count: ([OracleSet]) -> Int) -> [OracleTree] {
    var result: [OracleTree] = []
    var done: Set<OracleSet.Subject> = []
    for part in parts {
      guard case .set(let set) = part else {
        result.append(part)
        continue
      }
      guard done.insert(set.subject).inserted else { continue }
      let sets = parts.compactMap { if case .set(let other) = $0, other.subject == set.subject { other } else { nil } }
      result.append(.set(sets.count == 1 ? set : OracleSet(atLeast: count(sets), of: sets)))
    }
    return result
  }

  /// Where each part is a set of values of the same fact. Comparisons of codes are counted one by one.
  private static func valuesOfOneFact(_ parts: [OracleTree]) -> [OracleSet]? {
    let sets = parts.compactMap { if case .set(let set) = $0 { set } else { nil } }
    guard let first = sets.first, case .value = first.subject, sets.count == parts.count else { return nil }
    return sets.allSatisfy { $0.subject == first.subject } ? sets : nil
  }
}
