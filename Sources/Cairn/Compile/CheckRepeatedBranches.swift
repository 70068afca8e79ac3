/// A branch of `some` that says what an earlier one says, in whatever words: one reading then counts twice.
extension RuleSet {
  func branchesThatRepeat() -> [Diagnostic] {
    let conditions = allConditions
    // Few rulebooks count at all, and the normal form is prepared for those that do.
    guard conditions.contains(where: \.counts) else { return [] }
    let form = NormalForm(vocabulary)
    return conditions.flatMap { repeats(in: $0, form) }
  }

  private var allConditions: [Condition] {
    var all = vocabulary.derived.map(\.condition) + pathways.compactMap(\.condition)
    all += rules.flatMap { [$0.conditions.when, $0.conditions.unless].compactMap { $0 } }
    return all + safeguards.map(\.condition) + offers.compactMap(\.accepts) + routing.map(\.condition)
  }

  private func repeats(in condition: Condition, _ form: NormalForm) -> [Diagnostic] {
    let inner = condition.parts.flatMap { repeats(in: $0, form) }
    guard case .some(let least, let branches) = condition, least > 1 else { return inner }
    var first: [BranchForm: Condition] = [:]
    var found: [Diagnostic] = []
    for branch in branches {
      let key = BranchForm(form.formula(branch, .when))
      if let earlier = first[key] { found += [repeated(branch, earlier)].compactMap { $0 } } else { first[key] = branch }
    }
    return found + inner
  }

  private func repeated(_ branch: Condition, _ earlier: Condition) -> Diagnostic? {
    guard let place = branch.firstRange else { return nil }
    let warning = Diagnostic.warning(
      .countedTwice, "this branch of `some` says what an earlier one says, so one reading is counted twice", at: place,
      help: "take one of them away, and look again at how many `at-least` asks for")
    return earlier.firstRange.map { warning.relating("the earlier branch", $0) } ?? warning
  }
}

extension Condition {
  fileprivate var parts: [Condition] {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts), .some(_, let parts): parts
    case .comparison: []
    }
  }

  fileprivate var counts: Bool {
    if case .some = self { return true }
    return parts.contains(where: \.counts)
  }

  fileprivate var firstRange: SourceRange? {
    if case .comparison(let comparison) = self { return comparison.range }
    return parts.lazy.compactMap(\.firstRange).first
  }
}

/// A condition's normal form without its places, so that two can be compared; the order of what stands side by side means nothing.
private indirect enum BranchForm: Hashable {
  case leaf(RowSet.Slot, AllowedSet)
  case all(Set<BranchForm>)
  case any(Set<BranchForm>)
  case atLeast(Int, [BranchForm: Int])
  case derived(Int, Bool)

  init(_ formula: Formula) {
    switch formula {
    case .leaf(let leaf): self = .leaf(leaf.slot, leaf.set)
    case .all(let parts): self = .all(Set(parts.map { BranchForm($0) }))
    case .any(let parts): self = .any(Set(parts.map { BranchForm($0) }))
    case .atLeast(let count, let parts): self = .atLeast(count, Dictionary(parts.map { (BranchForm($0), 1) }, uniquingKeysWith: +))
    case .derived(let index, let holds, _): self = .derived(index, holds)
    }
  }
}
