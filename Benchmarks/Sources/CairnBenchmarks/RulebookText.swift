@testable import Cairn

/// A workload as its author would have written it: YAML files of a usual layout, none near the limit of a file.
struct RulebookText {
  private let workload: Workload
  /// Whether there are pathways, and rules that ask for several kinds of support with several verbs at their steps.
  private let isPlaced: Bool
  private static let rulesPerFile = 500

  init(_ workload: Workload, isPlaced: Bool = false) {
    self.workload = workload
    self.isPlaced = isPlaced
  }

  var files: [SourceText] {
    let rules = workload.rules.indices.map { self.rule($0) }
    let parts = stride(from: 0, to: rules.count, by: Self.rulesPerFile).map { first in
      "rules:\n" + rules[first..<min(first + Self.rulesPerFile, rules.count)].joined()
    }
    let all = [header] + parts
    return all.enumerated().map { SourceText(path: "rules/\($0).yaml", text: $1) }
  }

  private var header: String {
    let facts = workload.vocabulary.facts.map { "  \($0.id): {title: Fact \($0.id), \(type($0.type))}\n" }
    let concepts = (0..<Workload.concepts).map { "  concept-\($0): {title: Concept \($0)}\n" }
    let derived = workload.vocabulary.derived.map { "  \($0.id): {title: Derived \($0.id), when: \(mapping($0.condition))}\n" }
    return """
      rulebook: {id: benchmark, title: Benchmark, version: 1, language: en}
      facts:
      \(facts.joined())concepts:
      \(concepts.joined())\(derived.isEmpty ? "" : "derived:\n" + derived.joined())\(isPlaced ? pathways : "")
      """
  }

  private var pathways: String {
    let steps = PlacedSupport.kinds.map { "      \($0): {title: A step, kind: \($0)}\n" }.joined()
    return "pathways:\n" + (0..<6).map { "  way-\($0):\n    title: Way \($0)\n    steps:\n\(steps)" }.joined()
  }

  /// Where a rule stands, and what it suggests.
  private func action(_ index: Int) -> (at: String, suggest: String) {
    guard isPlaced else { return ("{kind: [diagnosis, annual-review]}", "{support: peer-group, verb: introduce}") }
    let kinds = [PlacedSupport.kinds[index % 5], PlacedSupport.kinds[(index / 5 + 1) % 5]]
    let support = PlacedSupport.ids[(index / 25) % PlacedSupport.ids.count]
    return (
      kinds[0] == kinds[1] ? "{kind: \(kinds[0])}" : "{kind: [\(kinds.joined(separator: ", "))]}",
      "{support: \(support), verb: \(["introduce", "refer", "self-refer"][index % 7 % 3])}"
    )
  }

  private func type(_ type: FactType) -> String {
    switch type {
    case .boolean: "type: boolean"
    case .choice(let values): "type: choice, values: [\(values.joined(separator: ", "))]"
    case .number(_, let low, let high): "type: number, min: \(low ?? 0), max: \(high ?? 0)"
    case .date: "type: date"
    case .codes: "type: codes"
    }
  }

  private func rule(_ index: Int) -> String {
    let when = workload.rules[index].when.map { "    when: \(mapping($0))\n" } ?? ""
    let (at, suggest) = action(index)
    return """
        rule-\(index):
          title: Meet others who live with something like it, number \(index)
          at: \(at)
      \(when)    suggest: \(suggest)
          priority: \(["high", "usual", "low"][index % 3])
          because: People who meet others early say that they manage with more confidence.
          evidence:
            - {grade: low, source: "A study of a usual size, with a title of a usual length", limits: uncontrolled}
          say:
            person: >-
              There are people near you who live with something like it, and who meet to talk about it.
              Some come once, some for years.
            practitioner: A first meeting with others can sit beside the clinical information.

      """
  }

  /// A mapping is an *and* of its keys.
  private func mapping(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): "{" + parts.map(entry).joined(separator: ", ") + "}"
    default: "{" + entry(condition) + "}"
    }
  }

  private func entry(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): "all: [" + parts.map(mapping).joined(separator: ", ") + "]"
    case .any(let parts): "any: [" + parts.map(mapping).joined(separator: ", ") + "]"
    case .none(let parts): "none: [" + parts.map(mapping).joined(separator: ", ") + "]"
    case .some(let count, let parts): "some: {at-least: \(count), of: [" + parts.map(mapping).joined(separator: ", ") + "]}"
    case .comparison(let comparison): entry(comparison)
    }
  }

  private func entry(_ comparison: Comparison) -> String {
    if case .derived(let value) = comparison.test { return "\(workload.vocabulary.derived[comparison.fact].id): \(value ? "yes" : "no")" }
    let fact = workload.vocabulary.facts[comparison.fact]
    return "\(fact.id): \(test(comparison.test, fact.type))"
  }

  private func test(_ test: Comparison.Test, _ type: FactType) -> String {
    switch test {
    case .boolean(let value), .known(let value), .derived(let value): return value ? "yes" : "no"
    case .choice(let allowed):
      guard case .choice(let values) = type else { return "" }
      return "[" + allowed.sorted().map { values[$0] }.joined(separator: ", ") + "]"
    case .number(let intervals):
      guard let interval = intervals.first else { return "" }
      return interval.lowerBound == 0 ? "{at-most: \(interval.upperBound)}" : "{at-least: \(interval.lowerBound)}"
    case .date(.withinLast(let duration)): return "{within-last: \(duration)}"
    case .date(.longerAgoThan(let duration)): return "{longer-ago-than: \(duration)}"
    case .date: return ""
    case .codes(let test):
      let items = test.items.joined().map { "concept-\($0)" }.joined(separator: ", ")
      let since = if case .within(let duration)? = test.window { ", since: {within: \(duration)}" } else { "" }
      return "{\(test.quantifier == .noneOf ? "none-of" : "any-of"): [\(items)]\(since)}"
    }
  }
}

/// What the rules of a placed rulebook suggest, and where.
enum PlacedSupport {
  static let kinds = ["diagnosis", "waiting", "treatment", "follow-up", "annual-review"]
  static let ids = (0..<12).map { "kind-\($0)" }

  static let all: [any SupportType] = ids.compactMap { id in
    let yaml = "support: \(id)\ntitle: \(id)\nsummary: Some support.\nshape: open-group\nverbs: [introduce, refer, self-refer]\n"
    return (try? SupportManifest(support: Array(yaml.utf8), texts: [:])).map { DeclaredSupportType($0) }
  }
}
