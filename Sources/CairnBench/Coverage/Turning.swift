import Cairn

extension RuleConditions {
  /// The same with one of its own comparisons turned round, by its number in the order written.
  func negating(_ number: Int) -> RuleConditions {
    var turned = self
    var next = 0
    func turn(_ condition: Condition) -> Condition {
      condition.replacingComparisons { comparison in
        defer { next += 1 }
        return next == number ? .none([.comparison(comparison)]) : .comparison(comparison)
      }
    }
    turned.when = when.map(turn)
    turned.unless = unless.map(turn)
    return turned
  }
}

extension Condition {
  /// Every comparison replaced, in the order written.
  fileprivate func replacingComparisons(_ replace: (Comparison) -> Condition) -> Condition {
    func parts(_ parts: [Condition]) -> [Condition] { parts.map { $0.replacingComparisons(replace) } }
    switch self {
    case .all(let conditions): return .all(parts(conditions))
    case .any(let conditions): return .any(parts(conditions))
    case .none(let conditions): return .none(parts(conditions))
    case .some(let count, let conditions): return .some(atLeast: count, of: parts(conditions))
    case .comparison(let comparison): return replace(comparison)
    }
  }
}
