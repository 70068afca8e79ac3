/// Makes facts of a profile on a day. Never throws: what does not fit the vocabulary is unknown, and said in a problem.
///
/// `supports` and `completed` are closed: the history is the record of what this rulebook suggested, so what it does not name is not
/// there. Whoever knows of gaps in it gives the two as facts, `partial` or `unknown`.
package struct FactsBuilder: Sendable {
  let vocabulary: Vocabulary
  /// Index into the vocabulary's facts by built-in fact; nil where a vocabulary was made without it.
  private let builtIn: [Int?]

  /// How many days ahead a date may lie and still count as today's for safety: clocks differ, and a day begins in one place before it does
  /// in another.
  static let daysAhead: Int32 = 2

  package init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    builtIn = BuiltInFact.allCases.map { vocabulary.factIndex[$0.id] }
  }

  /// - Parameters:
  ///   - staleCounts: for safeguards: a stale value then counts as current until a newer one clears it.
  ///   - earlyCounts: for safeguards: what is dated a day or two after `asOf` counts as of that day; so it does where `staleCounts`.
  package func facts(
    of profile: Profile, asOf: CalendarDate, staleCounts: Bool = false, earlyCounts: Bool = false
  ) -> (facts: Facts, problems: [Advice.Problem]) {
    let latest = staleCounts || earlyCounts ? CalendarDate(day: asOf.day + Self.daysAhead) : asOf
    var work = FactsInProgress(vocabulary, builtIn, asOf: asOf, staleCounts: staleCounts, latest: latest)
    for (id, fact) in profile.facts { work.give(id, fact) }
    work.addBirth(of: profile)
    work.addHistory(of: profile)
    work.addStrengths(of: profile)
    work.addHome(of: profile)
    work.addConsent(of: profile)
    work.addCaring(of: profile)
    return (Facts(asOf: asOf, states: work.states), work.sortedProblems)
  }
}

/// The states of one person's facts, while they are gathered.
struct FactsInProgress {
  let vocabulary: Vocabulary
  let builtIn: [Int?]
  let asOf: CalendarDate
  let staleCounts: Bool
  /// The last day that still counts as `asOf`.
  let latest: CalendarDate
  var states: [Facts.State]
  private(set) var problems: [Advice.Problem] = []

  init(_ vocabulary: Vocabulary, _ builtIn: [Int?], asOf: CalendarDate, staleCounts: Bool, latest: CalendarDate) {
    self.vocabulary = vocabulary
    self.builtIn = builtIn
    self.asOf = asOf
    self.staleCounts = staleCounts
    self.latest = latest
    states = Array(repeating: .unknown, count: vocabulary.facts.count)
  }

  /// One of the profile's own facts.
  mutating func give(_ id: String, _ given: Profile.Fact) {
    guard let index = vocabulary.factIndex[id] else { return report(id, "there is no such fact in this rulebook", given.source) }
    if index == self.index(.consentToSuggest) || index == self.index(.consentToShare) {
      return report(id, "it is given as consent, not among the facts", given.source)
    }
    states[index] = state(of: given, index)
  }

  private mutating func state(of given: Profile.Fact, _ index: Int) -> Facts.State {
    if given.value == .unknown { return Facts.State(.unknown, .unknown, source: given.source) }
    let isDeclined = given.value == .declined
    let value = isDeclined ? Facts.Value.unknown : self.value(given, index)
    guard let value else { return Facts.State(.unknown, .unknown, source: given.source) }
    let recorded = isDeclined ? nil : value
    if let date = given.date, date.first > latest {
      report(vocabulary.facts[index].id, "it is dated \(date), after \(asOf), and not used yet", given.source)
      return Facts.State(.unknown, .notYet, date: date, recorded: recorded, source: given.source)
    }
    if isStale(given.date, index) {
      // A refusal that has run its time is no answer any more, and nothing was ever known.
      if isDeclined { return Facts.State(.unknown, .unknown, date: given.date, source: given.source) }
      if !staleCounts { return Facts.State(.unknown, .stale, date: given.date, recorded: recorded, source: given.source) }
    }
    return Facts.State(value, isDeclined ? .declined : .known, date: given.date, source: given.source)
  }

  /// A partial date that may be stale is.
  private func isStale(_ date: PartialDate?, _ index: Int) -> Bool {
    guard let date, let validFor = vocabulary.facts[index].validFor else { return false }
    return date.first < asOf.subtracting(validFor)
  }

  // MARK: - Shared by the parts of a profile

  func index(_ fact: BuiltInFact) -> Int? { builtIn[fact.rawValue] }

  /// A built-in fact that a part of the profile says by itself. Facts of the same name lose, and that is said.
  mutating func set(_ fact: BuiltInFact, _ state: Facts.State) {
    guard let index = index(fact) else { return }
    if states[index].status != .unknown, states[index].value != state.value {
      report(fact.id, "the profile says it twice, and the fact of this name is not used", states[index].source)
    }
    states[index] = state
  }

  /// `telling` is a concept that the sentence names.
  mutating func report(_ subject: String, _ detail: String, _ source: SourceRange?, telling code: Int? = nil) {
    let isSensitive = vocabulary.factIndex[subject].map { vocabulary.facts[$0].isSensitive } ?? false
    problems.append(
      Advice.Problem(
        fact: subject, detail: detail, source: source?.reference,
        isSensitive: isSensitive || code.map { vocabulary.codes[$0].isSensitive } ?? false))
  }

  /// By what they are about: the order of a dictionary is nobody's.
  var sortedProblems: [Advice.Problem] {
    guard problems.count > 1 else { return problems }
    return problems.enumerated().sorted { ($0.element.fact, $0.offset) < ($1.element.fact, $1.offset) }.map(\.element)
  }
}
