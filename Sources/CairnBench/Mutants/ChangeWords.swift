import Cairn

extension RuleSet {
  /// A change in words: `age: at least 18 → at least 19`, `lives-alone: yes dropped`.
  func words(for change: Change) -> String {
    guard let comparison = change.comparison else {
      if case .other(let words) = change.words { return words }
      return ""
    }
    let before = words(for: comparison)
    switch change.words {
    case .dropped: return "\(id(of: comparison)): \(before), dropped"
    case .negated: return "\(id(of: comparison)): \(before), turned into its opposite"
    case .became(let other): return "\(id(of: comparison)): \(difference(comparison, other, before))"
    case .other(let words): return words
    }
  }

  private func id(of comparison: Comparison) -> String {
    if case .derived = comparison.test { return vocabulary.derived[comparison.fact].id }
    return vocabulary.facts[comparison.fact].id
  }

  private func words(for comparison: Comparison) -> String {
    if case .derived(let value) = comparison.test { return value ? "yes" : "no" }
    var builder = RowSetBuilder(vocabulary)
    builder.add(RuleConditions(when: .comparison(comparison)))
    let rows = builder.finish()
    return PlainWords.list(rows.constraints.map { words(for: rows.slots[$0.slot], allowing: rows.sets[$0.set]) })
  }

  /// What a comparison became. Of a list that lost one of its names, that name alone.
  private func difference(_ before: Comparison, _ after: Comparison, _ words: String) -> String {
    switch (before.test, after.test) {
    case (.choice(let all), .choice(let rest)):
      guard case .choice(let names) = vocabulary.facts[before.fact].type, let lost = all.subtracting(rest).first else { break }
      return "without \(names[lost])"
    case (.codes(let all), .codes(let rest)) where all.items.count != rest.items.count:
      return all.items.first { !rest.items.contains($0) }.map { "without \(name(ofCodes: $0))" } ?? words
    case (.codes(let all), .codes(let rest)) where all.quantifier != rest.quantifier:
      return rest.quantifier == .allOf ? "any of them → all of them" : "all of them → any of them"
    case (.codes(let all), .codes(let rest)): return "\(Self.words(since: all.window)) → \(Self.words(since: rest.window))"
    default: break
    }
    return "\(words) → \(self.words(for: after))"
  }

  private static func words(since window: CodeTest.Window?) -> String { window.map { words(for: $0) } ?? "whenever" }

  private func name(ofCodes codes: [Int]) -> String {
    guard codes.count > 1 else { return codes.first.map { vocabulary.codes[$0].key.id } ?? "nothing" }
    return vocabulary.valueSets.filter { $0.value.members == codes }.map(\.key).min() ?? "some of them"
  }
}
