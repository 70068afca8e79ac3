/// Brings conditions to normal form: steps 1 to 4 of *Normal form* in the language reference, bottom up in one pass.
struct NormalForm {
  private let vocabulary: Vocabulary
  /// Of each fact, what numbers it may be and how many values it has to choose from.
  private let domains: [ClosedRange<Int>]
  private let choices: [Int]
  /// Per derived fact, the declared facts that it reads, through all derived facts.
  private let reads: [Set<Int>]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    domains = vocabulary.facts.map { $0.type.numberBounds ?? 0...0 }
    choices = vocabulary.facts.map { if case .choice(let values) = $0.type { values.count } else { 0 } }
    var reads: [Set<Int>] = []
    for derived in vocabulary.derived { reads.append(Self.facts(in: derived.condition, reads)) }
    self.reads = reads
  }

  func formula(_ condition: Condition, negated: Bool = false, _ origin: RowSet.Origin) -> Formula {
    func parts(_ conditions: [Condition], _ negated: Bool) -> [Formula] { conditions.map { formula($0, negated: negated, origin) } }
    switch condition {
    case .all(let conditions):
      return negated ? .disjunction(parts(conditions, true)) : .conjunction(parts(conditions, false))
    case .any(let conditions):
      return negated ? .conjunction(parts(conditions, true)) : .disjunction(parts(conditions, false))
    case .none(let conditions):
      return negated ? .disjunction(parts(conditions, false)) : .conjunction(parts(conditions, true))
    case .some(let count, let conditions):
      return .counting(negated ? conditions.count - count + 1 : count, parts(conditions, negated))
    case .comparison(let comparison):
      return literal(comparison, negated, origin)
    }
  }

  private func literal(_ comparison: Comparison, _ negated: Bool, _ origin: RowSet.Origin) -> Formula {
    let fact = comparison.fact
    func leaf(_ aspect: RowSet.Slot.Aspect, _ set: AllowedSet) -> Formula {
      let slot = RowSet.Slot(fact: fact, aspect: aspect)
      return .leaf(.init(slot: slot, set: negated ? set.complement : set, origin: origin, range: comparison.range))
    }
    switch comparison.test {
    case .number(let intervals): return leaf(.value, .number(intervals, within: domains[fact]))
    case .choice(let values): return leaf(.value, .choice(values, of: choices[fact]))
    case .boolean(let value): return leaf(.value, .truth(no: !value, yes: value))
    case .date(let test): return leaf(.value, .date(.test(test, holds: true)))
    case .known(let value): return leaf(.known, .truth(no: !value, yes: value))
    case .codes(let test): return codes(test, negated, leaf)
    case .derived(let value):
      guard reads[fact].count == 1 else { return .derived(fact, holds: value != negated, origin) }
      return formula(vocabulary.derived[fact].condition, negated: value == negated, origin)
    }
  }

  /// `none-of` is the negation of `any-of`; `all-of` is an *and* of its items.
  private func codes(_ test: CodeTest, _ negated: Bool, _ leaf: (RowSet.Slot.Aspect, AllowedSet) -> Formula) -> Formula {
    let isPresent = AllowedSet.truth(no: false, yes: true)
    func union(_ items: [[Int]]) -> [Int] { items.count == 1 ? items[0] : Set(items.joined()).sorted() }
    switch test.quantifier {
    case .anyOf: return leaf(.codes(union(test.items), test.window), isPresent)
    case .noneOf: return leaf(.codes(union(test.items), test.window), isPresent.complement)
    case .allOf:
      let items = test.items.map { leaf(.codes($0, test.window), isPresent) }
      return negated ? .disjunction(items) : .conjunction(items)
    }
  }

  private static func facts(in condition: Condition, _ reads: [Set<Int>]) -> Set<Int> {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts):
      return parts.reduce(into: []) { $0.formUnion(facts(in: $1, reads)) }
    case .comparison(let comparison):
      guard case .derived = comparison.test else { return [comparison.fact] }
      return comparison.fact < reads.count ? reads[comparison.fact] : []
    }
  }
}
