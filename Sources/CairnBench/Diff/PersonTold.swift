import Cairn

/// What one person is told under one rulebook, as far as a comparison counts it.
struct PersonTold {
  /// Verbs by support type.
  private(set) var verbs: [String: Set<String>] = [:]
  /// Support types by step.
  private(set) var steps: [SpokenStep: Set<String>] = [:]
  private(set) var flags: Set<String> = []
  private(set) var escalations: Set<String> = []
  /// Rules that wait for an answer.
  private(set) var waiting: Set<String> = []
  /// Every text that is read.
  private let words: WordsRead

  init(_ advice: Advice) {
    words = WordsRead(advice)
    for suggestion in advice.suggestions {
      verbs[suggestion.support, default: []].insert(suggestion.verb.rawValue)
      for standing in suggestion.standings {
        guard let pathway = standing.pathway, let step = standing.step else { continue }
        steps[SpokenStep(pathway: pathway, step: step), default: []].insert(suggestion.support)
      }
    }
    flags = Set(advice.flags.map(\.rule))
    escalations = Set(advice.escalate.map(\.safeguard))
    waiting = Set(advice.undecided.filter(\.live).flatMap(\.rules))
  }

  var supports: Set<String> { Set(verbs.keys) }

  /// What is read otherwise than before, of all that is told before and after.
  func otherWords(than before: PersonTold) -> [String] { words.differences(from: before.words) }
}

/// The groups that a person belongs to, each under the title of the way in which people are told apart.
///
/// Few ways, and none by what is sensitive: the finer people are told apart, the more each cell says of somebody.
struct PersonGroups {
  static let titles = ["Age", "Sex", "Pathway", "Area"]
  private(set) var values: [String: [(id: String, title: String)]] = [:]

  init(_ profile: Profile, _ advice: Advice, _ side: DiffSide, _ builder: FactsBuilder) {
    let facts = builder.facts(of: profile, asOf: advice.asOf).facts
    let disclosure = side.ruleSet.disclosure(showsSensitive: false)
    func mayTell(_ fact: BuiltInFact) -> Bool { !(disclosure.index(ofFact: fact.id).map(disclosure.isSensitive(fact:)) ?? false) }
    if mayTell(.age) { values["Age"] = [Self.ageBand(facts, side.ruleSet.vocabulary)] }
    if let sex = Self.sex(facts, side.ruleSet.vocabulary) { values["Sex"] = [sex] }
    values["Pathway"] = advice.pathways.isEmpty ? [("", "on none")] : advice.pathways.map { ($0.pathway, $0.title) }
    guard mayTell(.area) else { return }
    if case .place(_, _, let area?)? = profile.home { values["Area"] = [(area, area)] } else { values["Area"] = [("", "not known")] }
  }

  private static func ageBand(_ facts: Facts, _ vocabulary: Vocabulary) -> (String, String) {
    guard let index = vocabulary.factIndex[BuiltInFact.age.id], case .number(let low, let high) = facts[index].value else {
      return ("", "not known")
    }
    let bands = [(0, 17), (18, 34), (35, 49), (50, 64), (65, 79)]
    guard let band = bands.first(where: { low >= $0.0 && high <= $0.1 }) else {
      return low >= 80 ? ("80", "80 and over") : ("", "not known")
    }
    return band.0 == 0 ? ("0", "under 18") : ("\(band.0)", "\(band.0) to \(band.1)")
  }

  /// Where the rulebook has a choice of that name that is not sensitive.
  private static func sex(_ facts: Facts, _ vocabulary: Vocabulary) -> (String, String)? {
    let named = ["sex", "gender"].lazy.compactMap { vocabulary.factIndex[$0] }.first
    guard let index = named, !vocabulary.facts[index].isSensitive, case .choice(let values) = vocabulary.facts[index].type else {
      return nil
    }
    guard case .choice(let value) = facts[index].value else { return ("", "not known") }
    return (values[value], PlainWords.spaced(values[value]))
  }
}
