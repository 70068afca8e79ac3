@testable import Cairn

/// Worlds, rules and people as text, for a failing law to show.
extension World {
  func draw(_ rule: RuleConditions) -> String {
    let parts = [
      rule.when.map { "when\(rule.whenIsAny ? " (an any)" : ""): \(draw($0))" }, rule.unless.map { "unless: \(draw($0))" },
      rule.supportSuits.map { "suits: \(draw($0))" }, rule.supportUnless.map { "support unless: \(draw($0))" },
    ]
    return parts.compactMap { $0 }.joined(separator: "\n")
  }

  func draw(_ condition: Condition) -> String {
    func list(_ parts: [Condition]) -> String { "[" + parts.map { draw($0) }.joined(separator: ", ") + "]" }
    switch condition {
    case .all(let parts): return "all: \(list(parts))"
    case .any(let parts): return "any: \(list(parts))"
    case .none(let parts): return "none: \(list(parts))"
    case .some(let count, let parts): return "some: {at-least: \(count), of: \(list(parts))}"
    case .comparison(let comparison): return draw(comparison)
    }
  }

  private func draw(_ comparison: Comparison) -> String {
    if case .derived(let holds) = comparison.test { return "{\(vocabulary.derived[comparison.fact].id): \(holds ? "yes" : "no")}" }
    return "{\(vocabulary.facts[comparison.fact].id): \(draw(comparison.test))}"
  }

  private func draw(_ test: Comparison.Test) -> String {
    switch test {
    case .number(let intervals): intervals.map { "\($0.lowerBound)…\($0.upperBound)" }.joined(separator: " or ")
    case .choice(let values): "\(values.sorted())"
    case .boolean(let value), .derived(let value): value ? "yes" : "no"
    case .date(let test): "\(test)"
    case .codes(let test): "\(test.quantifier) \(test.items)" + (test.window.map { " since \($0)" } ?? "")
    case .known(let known): "known \(known ? "yes" : "no")"
    }
  }

  /// What the vocabulary declares, a line each.
  var drawnVocabulary: String {
    let facts = vocabulary.facts.map { "\($0.id): \($0.type)" }
    return (facts + vocabulary.derived.map { "\($0.id): \(draw($0.condition))" }).joined(separator: "\n")
  }

  func draw(_ facts: Facts) -> String {
    let states = zip(vocabulary.facts, facts.states).map { "\($0.id): \($1.status) \(draw($1.value))" }
    return (["as of \(facts.asOf)"] + states).joined(separator: "\n")
  }

  func draw(_ value: Facts.Value) -> String {
    switch value {
    case .number(let low, let high): return low == high ? "\(low)" : "\(low)…\(high)"
    case .date(let date): return date.description
    case .codes(let codes):
      let held = codes.held.map { "\($0.code)" + ($0.since.map { " since \($0)" } ?? "") }
      return "{\(held.joined(separator: ", "))}" + (codes.isPartial ? " partial" : "")
    default: return "\(value)"
    }
  }
}

// MARK: - The smallest failing rule

extension World {
  /// A rule without every part that the failure does not need.
  func shrunk(_ rule: RuleConditions, while fails: (RuleConditions) -> Bool) -> RuleConditions {
    var rule = rule
    while let smaller = smaller(than: rule).first(where: fails) { rule = smaller }
    return rule
  }

  private func smaller(than rule: RuleConditions) -> [RuleConditions] {
    let places: [WritableKeyPath<RuleConditions, Condition?>] = [\.when, \.unless, \.supportSuits, \.supportUnless]
    return places.flatMap { place -> [RuleConditions] in
      guard let condition = rule[keyPath: place] else { return [] }
      return ([nil] + smaller(than: condition)).map { replacement in
        var copy = rule
        copy[keyPath: place] = replacement
        if case .any? = copy.when {} else { copy.whenIsAny = false }
        return copy
      }
    }
  }

  private func smaller(than condition: Condition) -> [Condition] {
    func fewer(_ parts: [Condition], _ rebuilt: ([Condition]) -> Condition) -> [Condition] {
      let without =
        parts.count > 1 ? parts.indices.map { index in rebuilt(parts.enumerated().filter { $0.offset != index }.map(\.element)) } : []
      let within = parts.indices.flatMap { index in
        smaller(than: parts[index]).map { part in
          var copy = parts
          copy[index] = part
          return rebuilt(copy)
        }
      }
      return parts + without + within
    }
    switch condition {
    case .all(let parts): return fewer(parts) { .all($0) }
    case .any(let parts): return fewer(parts) { .any($0) }
    case .none(let parts): return fewer(parts) { .none($0) }
    case .some(let count, let parts): return fewer(parts) { .some(atLeast: min(count, $0.count), of: $0) }
    case .comparison: return []
    }
  }
}
