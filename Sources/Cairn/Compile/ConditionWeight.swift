/// How much there is to judge in a condition, derived facts written out each time they are read.
///
/// A chain of derived facts of which each reads the one before twice doubles at every step: twenty steps are a million comparisons in a few
/// lines. What is bounded here is bounded wherever a condition is walked: in the normal form, the scan, the oracle and explanations.
package struct ConditionWeight: Sendable, Hashable {
  /// Comparisons, those of a derived fact as often as it is read.
  package var comparisons: Int
  /// Derived facts on the longest way down.
  package var depth: Int

  static let mostComparisons = 4_096
  static let mostDepth = 64

  /// What is over a bound, in words; nil where nothing is.
  var excess: (message: String, help: String)? {
    if depth > Self.mostDepth {
      return ("derived facts read one another here more than \(Self.mostDepth) deep", "let one of them read facts in place of the next")
    }
    guard comparisons > Self.mostComparisons else { return nil }
    return (
      "this makes more than 4,096 comparisons, those of a derived fact counted each time it is read",
      "read each derived fact once, or split the condition"
    )
  }
}

extension RuleConditions {
  private static let mostInBranches = 65_536

  /// The negated `unless`, and what the support type asks, stand in each branch of an `any` that is the whole of `when`.
  func excess(_ derived: [Vocabulary.Derived]) -> (message: String, help: String)? {
    guard whenIsAny, case .any(let branches)? = when else { return nil }
    let beside = [unless, supportSuits, supportUnless].compactMap { $0?.weight(derived).comparisons }.reduce(0, +)
    guard branches.count * beside > Self.mostInBranches else { return nil }
    return (
      "each of the \(branches.count) branches of `when` takes in \(beside) comparisons of `unless` and of the support type",
      "make a derived fact of `unless`, or of some of the branches"
    )
  }
}

extension Condition {
  /// Its weight, by the weights of the derived facts that it reads. Sums stop far above the bound, so that nothing overflows.
  package func weight(_ derived: [Vocabulary.Derived]) -> ConditionWeight {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts):
      var weight = ConditionWeight(comparisons: 0, depth: 0)
      for part in parts {
        let next = part.weight(derived)
        weight.comparisons = min(weight.comparisons + next.comparisons, ConditionWeight.mostComparisons * 2)
        weight.depth = max(weight.depth, next.depth)
      }
      return weight
    case .comparison(let comparison):
      guard case .derived = comparison.test else { return ConditionWeight(comparisons: 1, depth: 0) }
      let read = derived[comparison.fact].weight
      return ConditionWeight(comparisons: read.comparisons, depth: read.depth + 1)
    }
  }
}
