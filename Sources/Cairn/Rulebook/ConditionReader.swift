extension Field {
  /// A condition: facts and the words `all`, `any`, `none` and `some`, together an *and*.
  package func condition() -> ConditionDeclaration? {
    guard node.isMapping else { return notACondition() }
    var parts: [ConditionDeclaration] = []
    var count = 0
    var hollow = HollowKey(in: node, findings)
    for (key, value) in node.entries {
      if hollow.isOpen, ConditionWords.comparisons.contains(key.text), hollow.takes(key) { continue }
      hollow.close()
      count += 1
      if value.isNull, let habit = TableHabit.condition(key.text) {
        findings.error(.wrongType, "`\(key.excerpt)` is not a condition", at: key.range, help: habit)
        continue
      }
      if value.isNull { hollow.open(key) }
      guard !value.isNull, let part = Field(key: key, node: value, findings: findings).part() else { continue }
      parts.append(part)
    }
    hollow.close()
    if count == 0 { return refuse(.emptyCondition, "\(label) asks nothing", help: "name a fact, as `{lives-alone: yes}`") }
    guard count > 1 else { return parts.first }
    return parts.isEmpty ? nil : .all(parts, node)
  }

  /// What `unless` takes: one condition, or a list that means any of them.
  package func exception() -> ConditionDeclaration? {
    if node.isSequence { return branches().flatMap { $0.count > 1 ? .any($0, node) : $0.first } }
    if node.isMapping, node.hasSeveralEntries {
      findings.report(
        Diagnostic.error(.unlessTwoFacts, "either of these, or only both together?", at: node.anchor)
          .noting("either", "\(key.text): [\(node.entries.map { "{\($0.flowText): \($1.flowText)}" }.joined(separator: ", "))]")
          .noting("both", "\(key.text): {all: [\(node.entries.map { "{\($0.flowText): \($1.flowText)}" }.joined(separator: ", "))]}"))
      return nil
    }
    return condition()
  }

  /// One entry of a condition.
  private func part() -> ConditionDeclaration? {
    guard ConditionWords.joining.contains(key) else { return .fact(name: key, test: node) }
    switch key.text {
    case "all": return branches().map { .all($0, node) }
    case "none": return branches().map { .none($0, node) }
    case "any": return severalBranches().map { .any($0, node) }
    default: return counted()
    }
  }

  /// `some: {at-least: 2, of: […]}`.
  private func counted() -> ConditionDeclaration? {
    guard let mapping = MappingReader(self, ConditionWords.someKeys, help: "write `some: {at-least: 2, of: […]}`") else { return nil }
    let count = mapping.required("at-least")?.integer(in: 1...ConditionWords.mostBranches)
    guard let of = mapping.required("of"), let branches = of.severalBranches(), let count else { return nil }
    let written = of.node.items.reduce(0) { count, _ in count + 1 }
    guard count <= written else {
      findings.error(
        .outOfRange, "at least \(count) of \(written) conditions can never hold", at: (mapping["at-least"] ?? self).range)
      return nil
    }
    return .some(atLeast: count, of: branches, node)
  }

  /// A list of conditions; those that cannot be read are said and left out.
  private func branches() -> [ConditionDeclaration]? {
    guard node.isSequence else { return notAList() }
    let read = node.items.map { item($0).condition() }
    if read.isEmpty { return refuse(.emptyCondition, "the list of \(label) is empty, so it asks nothing") }
    let sound = read.compactMap { $0 }
    return sound.isEmpty ? nil : sound
  }

  /// A list in which one condition alone would mean that another lost its dash.
  private func severalBranches() -> [ConditionDeclaration]? {
    if node.isSequence, let only = node.onlyItem {
      let lost = only.isMapping ? only.entries.dropFirst().first { _ in true }?.key.text : nil
      return refuse(
        .oneBranch, "\(label) has one branch, so there is nothing to choose from",
        help: lost.map { "put a dash before `\($0)`, if it is another branch" } ?? "add a branch, or take `\(key.text)` away")
    }
    return branches()
  }

  private func notAList<Value>() -> Value? {
    guard node.isMapping else { return expected("a list of conditions") }
    let items = node.entries.map { "{\($0.flowText): \($1.flowText)}" }.joined(separator: ", ")
    return refuse(.missingDash, "\(label) takes a list of conditions, with a dash before each", help: "write `\(key.text): [\(items)]`")
  }

  private func notACondition<Value>() -> Value? {
    if node.isSequence {
      return expected("a condition", help: "say `all` of them or `any` of them: `\(key.text): {any: […]}`")
    }
    if reportsMissingSpace() { return nil }
    let habit = node.isScalar ? TableHabit.condition(node.text) : nil
    return expected(
      "a condition", help: habit ?? (node.isNull ? nil : "a fact is given with what it is compared with: `\(node.excerpt): yes`"))
  }
}

/// The words with a meaning of their own in conditions.
package enum ConditionWords {
  /// What no fact may be called.
  package static let reserved: Set<String> = ["all", "any", "none", "some", "known", "unless", "when", "at"]
  /// What joins conditions; any other key is a fact.
  static let joining = Words(["all", "any", "none", "some"])
  static let someKeys = Keys("at-least", "of")
  /// More than this many branches cannot stand in one file.
  static let mostBranches = 100_000
  /// What compares facts, and so is no fact.
  static let comparisons: Set<String> = [
    "is", "at-least", "at-most", "more-than", "less-than", "between", "any-of", "all-of", "none-of", "since", "within-last",
    "longer-ago-than", "within-next", "before", "on-or-after", "known", "of",
  ]
}

extension Node {
  /// Whether it is a mapping whose one key is `key`.
  package func isMapping(ofOnly key: String) -> Bool {
    var entries = entries
    guard let first = entries.next(), entries.next() == nil else { return false }
    return first.key.text == key
  }

  fileprivate var hasSeveralEntries: Bool {
    var entries = entries
    return entries.next() != nil && entries.next() != nil
  }

  fileprivate var onlyItem: Node? {
    var items = items
    guard let first = items.next(), items.next() == nil else { return nil }
    return first
  }
}
