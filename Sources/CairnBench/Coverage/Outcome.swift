import Cairn

/// What came out for a person of something that is decided, as a test would expect it.
struct Outcome {
  let decided: Decided
  let advice: Advice
  let ruleSet: RuleSet
  /// The declared facts that it waits for.
  let missing: [Int]

  var expectation: String {
    switch decided.kind {
    case .rule: rule(ruleSet.rules[decided.index].id) ?? "{never: {suggests: [{rule: \(id)}], undecided: [{rule: \(id)}]}}"
    case .safeguard: safeguard
    case .pathway: pathway
    case .offer: offer
    case .routing: routing
    case .derived: derived
    }
  }

  private var id: String { ProfileYAML.scalar(ruleSet.id(of: decided)) }

  // MARK: - Rules

  /// What became of a rule; nil where it stands nowhere.
  private func rule(_ id: String) -> String? {
    let name = "rule: \(ProfileYAML.scalar(id))"
    if let suggestion = advice.suggestions.first(where: { $0.rules.contains(id) }) {
      let standing = suggestion.standings.first { $0.rule == id }
      let place = standing.map { step($0.step) + ", timing: \($0.timing.rawValue)" } ?? ""
      return "{suggests: [{support: \(ProfileYAML.scalar(suggestion.support)), \(name)\(place)}]}"
    }
    if let flag = advice.flags.first(where: { $0.rule == id }) {
      return "{suggests: [{verb: flag, \(name)\(step(flag.step)), timing: \(flag.timing.rawValue)}]}"
    }
    if let entry = advice.undecided.first(where: { $0.rules.contains(id) }) { return "{undecided: [{\(name)\(step(entry.step))}]}" }
    return advice.notSuggested.first { $0.rules.contains(id) }.map { "{not-suggested: [{\(name), reason: \($0.reason.rawValue)}]}" }
  }

  private func step(_ step: String?) -> String { step.map { ", step: \(ProfileYAML.scalar($0))" } ?? "" }

  // MARK: - Safeguards

  private var safeguard: String {
    let safeguard = ruleSet.safeguards[decided.index]
    if advice.escalate.contains(where: { $0.safeguard == safeguard.id }) { return "{escalates: [\(id)]}" }
    if let question = advice.questions.first(where: { $0.safety && $0.because.contains(safeguard.id) }) {
      return "{asks: [\(ProfileYAML.scalar(question.fact))], never: {escalates: [\(id)]}}"
    }
    return "{never: {escalates: [\(id)]}}"
  }

  // MARK: - Pathways

  private var pathway: String {
    let name = ruleSet.id(of: decided)
    let shown = "pathway: \(id)"
    if let standing = advice.suggestions.flatMap(\.standings).first(where: { $0.pathway == name }) {
      return "{suggests: [{\(shown), rule: \(ProfileYAML.scalar(standing.rule))}]}"
    }
    if let flag = advice.flags.first(where: { $0.pathway == name }) {
      return "{suggests: [{\(shown), rule: \(ProfileYAML.scalar(flag.rule))}]}"
    }
    if let entry = advice.undecided.first(where: { $0.pathway == name }), let rule = entry.rules.first {
      return "{undecided: [{\(shown), rule: \(ProfileYAML.scalar(rule))}]}"
    }
    if let entry = advice.notSuggested.first(where: { $0.pathway == name }), let rule = entry.rules.first {
      return "{not-suggested: [{\(shown), rule: \(ProfileYAML.scalar(rule)), reason: \(entry.reason.rawValue)}]}"
    }
    return "{never: {suggests: [{\(shown)}], not-suggested: [{\(shown)}], undecided: [{\(shown)}]}}"
  }

  // MARK: - Offers

  private var offer: String {
    let offer = ruleSet.offers[decided.index]
    let support = ProfileYAML.scalar(ruleSet.supports[offer.support].manifest.id)
    let shown = advice.suggestions.flatMap { $0.offers + $0.package.flatMap(\.offers) }.filter { $0.fits != .no }
    let entry = "{support: \(support), offer: \(id)}"
    guard shown.contains(where: { $0.id == offer.id }) else { return "{never: {suggests: [{offer: \(id)}]}}" }
    guard
      let fact = missing.map({ ruleSet.vocabulary.facts[$0].id }).first(where: { fact in advice.questions.contains { $0.fact == fact } })
    else { return "{suggests: [\(entry)]}" }
    return "{suggests: [\(entry)], asks: [\(ProfileYAML.scalar(fact))]}"
  }

  // MARK: - Routing

  /// Whether what it takes goes through the hub.
  private var routing: String {
    let hub = ProfileYAML.scalar(ruleSet.supports[ruleSet.routing[decided.index].hub].manifest.id)
    let taken = advice.suggestions.first { suggestion in
      suggestion.rules.contains { id in ruleSet.rules.firstIndex { $0.id == id }.map(isTaken) ?? false }
    }
    guard let taken, let rule = taken.rules.first else { return "{never: {suggests: [{support: \(hub)}]}}" }
    return "{suggests: [{support: \(ProfileYAML.scalar(taken.support)), rule: \(ProfileYAML.scalar(rule))}]}"
  }

  private func isTaken(_ rule: Int) -> Bool { ruleSet.isTaken(rule, by: ruleSet.routing[decided.index]) }

  // MARK: - Derived facts

  /// What became of a rule that reads it, else the first thing that came out at all.
  private var derived: String {
    let readers = ruleSet.rules.filter { rule in
      rule.conditions.own.flatMap(\.comparisons).contains { if case .derived = $0.test { $0.fact == decided.index } else { false } }
    }
    if let expectation = readers.lazy.compactMap({ rule($0.id) }).first { return expectation }
    let all = advice.suggestions.flatMap(\.rules) + advice.flags.map(\.rule) + advice.undecided.flatMap(\.rules)
    return (all + advice.notSuggested.flatMap(\.rules)).lazy.compactMap { rule($0) }.first ?? "{nothing: yes}"
  }
}
