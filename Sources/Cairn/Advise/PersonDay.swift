/// One person on one day, with everything that their advice is read from.
struct PersonDay: Sendable {
  let ruleSet: RuleSet
  let profile: Profile
  /// What is known today.
  let facts: Facts
  /// Per rule, whether its conditions hold.
  let verdicts: [Truth]
  let whereabouts: Whereabouts
  let safeguards: SafeguardState
  let consent: ConsentState
  let history: HistoryState
  /// What there is locally; nil where the rulebook has no offers.
  let offers: OfferSearch?
  let language: String
  let disclosure: Disclosure

  var asOf: CalendarDate { facts.asOf }

  /// A fact's title for a reason: lower case, and of a sensitive fact nothing but that it is one.
  func title(ofFact fact: Int) -> String {
    disclosure.title(ofFact: fact, in: language).lowercasedFirst
  }

  /// Titles for a reason, each once.
  func titles(ofFacts facts: [Int]) -> [String] {
    var seen: Set<String> = []
    return facts.map(title(ofFact:)).filter { seen.insert($0).inserted }
  }
}
