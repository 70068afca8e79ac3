/// What the rule language means, said a second time and as plainly as possible: no rows, no segments, no bitmaps.
///
/// The matcher is tested against it. The two share the definition in the article *Rule language* and no code, so that a mistake
/// has to be made twice, in two different ways, to go unseen. Nothing here is fast.
package struct Oracle: Sendable {
  let vocabulary: Vocabulary

  package init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package func verdict(_ conditions: RuleConditions, _ facts: Facts) -> Truth {
    verdict(normalForm(conditions), facts)
  }

  package func verdict(_ condition: Condition, _ facts: Facts) -> Truth {
    verdict(tree(condition, holds: true), facts)
  }

  /// Kleene's logic over a tree in normal form.
  package func verdict(_ tree: OracleTree, _ facts: Facts) -> Truth {
    switch tree {
    case .all(let parts): Truth.all(parts.map { verdict($0, facts) })
    case .any(let parts): Truth.any(parts.map { verdict($0, facts) })
    case .some(let count, let parts): Truth.atLeast(count, of: parts.map { verdict($0, facts) })
    case .opaque(let part): verdict(part, facts)
    case .known(let fact, let known): Truth((state(of: fact, facts).status == .known) == known)
    case .set(let set): verdict(set, facts)
    }
  }

  /// Whether all, some or none of the points where the fact may lie are allowed.
  private func verdict(_ set: OracleSet, _ facts: Facts) -> Truth {
    let allowed = points(of: set, facts).map { set.allows($0, facts.asOf) }
    if allowed.allSatisfy({ $0 }) { return .yes }
    return allowed.contains(true) ? .unknown : .no
  }

  func state(of fact: Int, _ facts: Facts) -> Facts.State {
    facts.states.indices.contains(fact) ? facts.states[fact] : .unknown
  }
}

// MARK: - Normal form

extension Oracle {
  /// A rule: `when`, the negated `unless`, and the same of its support type. Where `when` is nothing but an `any`, the rest goes
  /// into each of its branches.
  package func normalForm(_ rule: RuleConditions) -> OracleTree {
    let when = rule.when.map { tree($0, holds: true) }
    let rest = [(rule.unless, false), (rule.supportSuits, true), (rule.supportUnless, false)].compactMap { condition, holds in
      condition.map { tree($0, holds: holds) }
    }
    if rule.whenIsAny, case .any(let branches) = when {
      // Not `OracleTree.any`, which would unite branches that are rows of their own by now.
      return .any(branches.map { OracleTree.conjunction([$0] + rest) })
    }
    return .conjunction((when.map { [$0] } ?? []) + rest)
  }

  /// A condition, or what it means that it does not hold, with negations pushed down to the comparisons.
  package func tree(_ condition: Condition, holds: Bool) -> OracleTree {
    switch condition {
    case .all(let parts):
      return holds ? .conjunction(parts.map { tree($0, holds: true) }) : .disjunction(parts.map { tree($0, holds: false) })
    case .any(let parts):
      return holds ? .disjunction(parts.map { tree($0, holds: true) }) : .conjunction(parts.map { tree($0, holds: false) })
    case .none(let parts):
      return tree(.any(parts), holds: !holds)
    case .some(let count, let parts):
      let count = holds ? count : parts.count - count + 1
      return .counting(count, parts.map { tree($0, holds: holds) })
    case .comparison(let comparison):
      return tree(comparison, holds: holds)
    }
  }

  private func tree(_ comparison: Comparison, holds: Bool) -> OracleTree {
    let fact = comparison.fact
    switch comparison.test {
    case .known(let known): return .known(fact, known == holds)
    case .boolean(let value): return .set(OracleSet(fact, holds) { point, _ in point == .truth(value) })
    case .choice(let values):
      return .set(OracleSet(fact, holds) { point, _ in if case .choice(let value) = point { values.contains(value) } else { false } })
    case .number(let intervals): return .set(OracleSet(fact, holds, numbers: intervals))
    case .date(let test): return .set(OracleSet(fact, holds, date: test))
    case .codes(let test): return tree(test, of: fact, holds: holds)
    case .derived(let value):
      guard vocabulary.derived.indices.contains(fact) else { return .disjunction([]) }
      let condition = vocabulary.derived[fact].condition
      let inner = tree(condition, holds: value == holds)
      return factsRead(by: condition).count > 1 ? .opaque(inner) : inner
    }
  }

  /// `none-of` is the negation of `any-of`; `all-of` asks for any of each item's codes.
  private func tree(_ test: CodeTest, of fact: Int, holds: Bool) -> OracleTree {
    func anyOf(_ codes: [Int], _ holds: Bool) -> OracleTree { .set(OracleSet(fact, holds, anyOf: codes, test.window)) }
    switch test.quantifier {
    case .anyOf: return anyOf(test.items.flatMap(\.self), holds)
    case .noneOf: return anyOf(test.items.flatMap(\.self), !holds)
    case .allOf:
      let parts = test.items.map { anyOf($0, holds) }
      return holds ? .conjunction(parts) : .disjunction(parts)
    }
  }

  /// The declared facts that a condition reads, through all derived facts.
  func factsRead(by condition: Condition) -> Set<Int> {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts):
      return parts.reduce(into: []) { $0.formUnion(factsRead(by: $1)) }
    case .comparison(let comparison):
      guard case .derived = comparison.test else { return [comparison.fact] }
      guard vocabulary.derived.indices.contains(comparison.fact) else { return [] }
      return factsRead(by: vocabulary.derived[comparison.fact].condition)
    }
  }
}
