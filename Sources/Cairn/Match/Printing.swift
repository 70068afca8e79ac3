extension RuleSet {
  /// The values of a fact that made a rule true, for `{fact}` in texts: of a set of codes only those that the rule asked for. Nil where the
  /// fact is not known, was not what made it true, or is sensitive.
  package func print(_ fact: Int, for rule: Int, _ facts: Facts, language: String) -> String? {
    guard !disclosure(showsSensitive: false).isSensitive(fact: fact) else { return nil }
    if case .codes(let codes) = facts[fact].value { return print(codes, of: fact, for: rule, facts, language) }
    return vocabulary.words(for: facts[fact].value, of: fact)
  }

  private func print(_ codes: Facts.Codes, of fact: Int, for rule: Int, _ facts: Facts, _ language: String) -> String? {
    let asked = ruleRows.codesPresent(in: rule, of: fact, facts)
    let hidden = disclosure(showsSensitive: false)
    let titles = codes.held.filter { asked.contains($0.code) && !hidden.isSensitive(code: $0.code) }
      .map { vocabulary.codes[$0.code].title.text(in: language).lowercasedFirst }
    return titles.isEmpty ? nil : titles.joinedAsList
  }
}

extension RowSet {
  /// Of the comparisons in rows that hold, the codes that a person has and that count.
  fileprivate func codesPresent(in target: Int, of fact: Int, _ facts: Facts) -> Set<Int> {
    guard case .codes(let held) = facts[fact].value else { return [] }
    var present: Set<Int> = []
    for use in slotsRead(by: target) where slots[use.slot].fact == fact {
      guard case .codes(let codes, let window) = slots[use.slot].aspect, case .truth(_, yes: true) = sets[use.set] else { continue }
      for code in held.held where codes.contains(code.code) && CodeTruth.qualifies(code.since, window, facts.asOf) == .yes {
        present.insert(code.code)
      }
    }
    return present
  }
}

extension Vocabulary {
  /// A value as a person would say it; nil where it is not one value.
  package func words(for value: Facts.Value, of fact: Int) -> String? {
    switch (value, facts[fact].type) {
    case (.boolean(let value), _): return value ? "yes" : "no"
    case (.choice(let index), .choice(let values)) where values.indices.contains(index): return values[index]
    case (.number(let low, let high), .number(let decimals, _, _)):
      return low == high ? Self.number(low, decimals) : "\(Self.number(low, decimals)) to \(Self.number(high, decimals))"
    case (.date(let date), _): return date.description
    case (.never, _): return "never"
    default: return nil
    }
  }

  /// A scaled number as it is written: `7`, `-0.25`, `12.5`.
  package static func number(_ scaled: Int, _ decimals: Int) -> String {
    guard decimals > 0 else { return String(scaled) }
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    let whole = padded.dropLast(decimals)
    return (scaled < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
