extension Advice.Suggestion {
  /// Whether one of its offers, or something that would be put together, waits for a fact.
  fileprivate func asks(for fact: String) -> Bool {
    offers.contains { $0.needs.contains(fact) } || package.contains { $0.fits == .ask }
  }
}

/// One person's advice together with the words that the rulebook has for its ids.
struct AdviceContext {
  let profile: Profile
  let advice: Advice
  let ruleSet: RuleSet
  let disclosure: Disclosure
  private let rules: Words
  private let numbers: [String: Int]
  private let relations: [Spot: Advice.Relation]

  /// A step of a pathway.
  struct Spot: Hashable {
    var pathway: String
    var step: String
  }

  static let shareFact = "consent-to-share"
  static let suggestFact = "consent-to-suggest"

  /// - Parameter rules: the ids of the rule set's rules, from whoever draws many people.
  init(profile: Profile, advice: Advice, ruleSet: RuleSet, rules: Words? = nil, showsSensitive: Bool = false) {
    self.profile = profile
    self.advice = advice
    self.ruleSet = ruleSet
    disclosure = ruleSet.disclosure(showsSensitive: showsSensitive)
    self.rules = rules ?? ruleSet.ruleNames
    numbers = Dictionary(advice.questions.enumerated().map { ($1.fact, $0 + 1) }) { first, _ in first }
    var relations: [Spot: Advice.Relation] = [:]
    for pathway in advice.pathways {
      for step in pathway.steps { relations[Spot(pathway: pathway.pathway, step: step.step)] = step.relation }
    }
    self.relations = relations
  }

  var language: String { ruleSet.language }
  var asOf: CalendarDate { advice.asOf }

  /// The number under *Ask next* of the question about a fact.
  func number(of fact: String) -> Int? { numbers[fact] }

  /// `ask 1`, `ask 1, 3`; nil where nothing is asked about any of the facts.
  func ask(_ facts: [String]) -> String? {
    let numbers = Set(facts.compactMap(number(of:))).sorted()
    return numbers.isEmpty ? nil : "ask\u{A0}" + numbers.map(String.init).joined(separator: ", ")
  }

  func title(ofFact id: String) -> String {
    guard let index = ruleSet.vocabulary.factIndex[id], ruleSet.vocabulary.facts.indices.contains(index) else {
      return StepQuestion(id: id, in: ruleSet)?.title(in: ruleSet, language: language) ?? id
    }
    return disclosure.title(ofFact: index, in: language)
  }

  /// Years of age as far as they are known and may be said.
  var age: String? {
    if let fact = ruleSet.vocabulary.factIndex[BuiltInFact.age.id], disclosure.withholds(fact: fact) { return nil }
    return profile.born.flatMap { PlainWords.age(born: $0, asOf: asOf) }
  }

  /// A safeguard by its id, or that it is about something sensitive.
  func name(ofSafeguard id: String) -> String { ruleSet.name(ofSafeguard: id, disclosure) }

  func title(ofSupport id: String) -> String {
    ruleSet.supports.first { $0.manifest.id == id }?.manifest.title.text(in: language) ?? id
  }

  func rule(_ id: String) -> RuleSet.Rule? { rules[id].map { ruleSet.rules[$0] } }

  func title(ofRule id: String) -> String { rule(id)?.title.text(in: language) ?? id }

  func title(ofPathway id: String) -> String {
    ruleSet.pathways.first { $0.id == id }?.title.text(in: language) ?? id
  }

  func title(ofStep step: String, on pathway: String) -> String {
    let steps = ruleSet.pathways.first { $0.id == pathway }?.steps
    return steps?.first { $0.id == step }?.title.text(in: language) ?? step
  }

  func isAnyTime(_ step: String, on pathway: String) -> Bool {
    ruleSet.pathways.first { $0.id == pathway }?.steps.first { $0.id == step }?.isAnyTime ?? false
  }

  func relation(of step: String?, on pathway: String?) -> Advice.Relation? {
    guard let step, let pathway else { return nil }
    return relations[Spot(pathway: pathway, step: step)]
  }

  /// `at Annual review`; empty where it applies anywhere.
  func place(_ pathway: String?, _ step: String?) -> String {
    guard let pathway, let step else { return "" }
    return "at " + name(ofStep: step, on: pathway)
  }

  /// A step's title, with its pathway where the person is on another that has a step of that name.
  func name(ofStep step: String, on pathway: String) -> String {
    let title = title(ofStep: step, on: pathway)
    let isShared = advice.pathways.contains { other in other.pathway != pathway && other.steps.contains { $0.title == title } }
    return isShared ? "\(title) (\(self.title(ofPathway: pathway)))" : title
  }

  /// Facts by their titles for the middle of a sentence, each once.
  func titles(ofFacts facts: [String]) -> [String] {
    var seen: Set<String> = []
    return facts.map { PlainWords.inSentence(title(ofFact: $0)) }.filter { seen.insert($0).inserted }
  }

  /// `settles 2, now`.
  func effect(of question: Advice.Question) -> String {
    if question.safety { return "safety, first" }
    let waiting = advice.undecided.filter { $0.live && $0.needs.contains(question.fact) }
    let isNow = waiting.contains { $0.timing != .ahead }
    let when = waiting.isEmpty ? "" : isNow ? ", now" : ", ahead"
    if question.settles > 0 { return "settles\u{A0}\(question.settles)\(when)" }
    if let place = StepQuestion(id: question.fact, in: ruleSet) { return place.effect }
    if question.unlocks > 0 { return "changes\u{A0}\(question.unlocks)" }
    if waiting.isEmpty, advice.suggestions.contains(where: { $0.asks(for: question.fact) }) { return "tells what fits" }
    return "helps with\u{A0}\(waiting.count)\(when)"
  }

  /// What a safeguard would have to know and nobody said: for *check first*.
  var uncheckedSafety: [String] { titles(ofFacts: advice.checkFirst?.facts ?? []) }
}
