import Cairn

/// A made-up person in words: what is known of them, fact by fact, and where they stand.
struct PersonWords {
  private(set) var parts: [String] = []
  /// Whether something of them is sensitive; it is then named as such, and no more is said.
  private(set) var isSensitive = false

  /// The newer rulebook's words; the older one's for what only that has.
  init(_ profile: Profile, old: DiffSide, new: DiffSide, asOf: CalendarDate) {
    isSensitive = [old, new].contains { $0.ruleSet.disclosure(showsSensitive: false).withholds(profile) }
    var told: Set<String> = []
    for side in [new, old] {
      let vocabulary = side.ruleSet.vocabulary
      let facts = FactsBuilder(vocabulary: vocabulary).facts(of: profile, asOf: asOf).facts
      for (index, fact) in vocabulary.facts.enumerated() where profile.tells(fact.id) {
        let state = facts[index]
        guard state.status == .known, told.insert(fact.id).inserted else { continue }
        add(state, fact, index, side)
      }
    }
    for position in profile.positions { parts.append(place(position, new.ruleSet) ?? place(position, old.ruleSet) ?? position.pathway) }
  }

  var text: String { parts.isEmpty ? "somebody of whom nothing is known" : "somebody: " + parts.joined(separator: "; ") }

  private mutating func add(_ state: Facts.State, _ fact: Vocabulary.Fact, _ index: Int, _ side: DiffSide) {
    guard !side.ruleSet.disclosure(showsSensitive: false).withholds(fact: index) else { return parts.append(Disclosure.fact) }
    let title = PlainWords.inSentence(fact.title.text(in: side.language))
    let value = PlainWords.withLongDates(side.ruleSet.words(for: state, of: index))
    if case .number = fact.type { parts.append("\(title) \(value)") } else { parts.append("\(title): \(value)") }
  }

  private func place(_ position: Profile.Position, _ ruleSet: RuleSet) -> String? {
    guard let pathway = ruleSet.pathways.first(where: { $0.id == position.pathway }) else { return nil }
    let title = pathway.title.text(in: ruleSet.language)
    guard let id = position.step, let step = pathway.steps.first(where: { $0.id == id }) else { return "on the pathway \(title)" }
    return "at \(step.title.text(in: ruleSet.language)) (\(title))"
  }
}

extension Profile {
  /// Whether it says anything of a fact, under `facts` or by a key of its own.
  fileprivate func tells(_ fact: String) -> Bool {
    switch fact {
    case "supports", "completed": facts[fact] != nil || !history.isEmpty
    case "strengths": facts[fact] != nil || strengths != nil
    case "area", "no-fixed-abode": facts[fact] != nil || home != nil
    case "consent-to-suggest": consent.suggest != nil
    case "consent-to-share": consent.share != nil
    default: facts[fact] != nil
    }
  }
}
