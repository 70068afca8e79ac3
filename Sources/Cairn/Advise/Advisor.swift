/// Turns a rule set into advice for one person on one day. Total: it throws nothing, reads no clock and opens no file.
///
/// verdicts → safeguards → place and time → history → routing → merge → offers and consent → rank → limit → texts. Immutable, shared by all threads.
package struct Advisor: Sendable {
  package let ruleSet: RuleSet
  let index: PlacementIndex
  /// Nil where the rulebook has no offers.
  private let offers: (index: OfferIndex, matchers: DayMatchers)?

  package init(_ ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    index = PlacementIndex(ruleSet)
    offers = ruleSet.offers.isEmpty ? nil : (OfferIndex(ruleSet), DayMatchers(ruleSet.offerRows))
  }

  /// The advisor of a rule set that differs from another's in conditions alone, or in where a rule stands: the rest is known.
  package init(_ ruleSet: RuleSet, besides other: Advisor, offersDiffer: Bool, rulesMove: Bool) {
    self.ruleSet = ruleSet
    index = rulesMove ? PlacementIndex(ruleSet) : other.index
    offers = offersDiffer ? other.offers.map { ($0.index, DayMatchers(ruleSet.offerRows)) } : other.offers
  }

  /// What the rulebook says for a person.
  ///
  /// A carer stands where the person they care for stands, with facts, consent and history of their own, and gets rules for carers. Rules
  /// for persons reach a carer on pathways that their own profile names, and nowhere else.
  ///
  /// - Parameters:
  ///   - profile: the person.
  ///   - caringFor: of a carer, the person they care for; only where that person stands is read.
  ///   - asOf: the day to judge for.
  ///   - matcher: the rules bound to that day, where somebody keeps it; made if it is not given or is bound to another day.
  ///   - verdicts: what the matcher would say of each rule, where somebody knows.
  ///   - showsSensitive: whether reasons may name sensitive facts. Texts for the person never do.
  ///   - changes: facts that are taken to be otherwise than the profile tells, for *what if it were so?*
  package func advice(
    for profile: Profile, caringFor: Profile? = nil, asOf: CalendarDate, matcher: Matcher? = nil, verdicts: [Truth]? = nil,
    showsSensitive: Bool = false, supposing changes: [Int: Facts.State] = [:]
  ) -> Advice {
    let (person, problems) = person(profile, caringFor, asOf, matcher, verdicts, showsSensitive, supposing: changes)
    var advice = person.advice(order: index)
    advice.problems = (problems + advice.problems).map(person.disclosure.told)
    return advice
  }

  /// The offers of a support type as one person sees them, whether or not it is suggested.
  package func offers(for action: RuleSet.Action, to profile: Profile, asOf: CalendarDate, showsSensitive: Bool = false) -> [Advice.Offer] {
    guard case .suggest(let support, let verb, let parameters) = action else { return [] }
    let (person, _) = person(profile, nil, asOf, nil, nil, showsSensitive)
    let standing = person.whereabouts.standings.firstIndex { !$0.current.isEmpty }
    var place = RulePlace.anywhere
    place.step = standing.flatMap { person.whereabouts.standings[$0].current.first }
    return person.listing(support, parameters, person.door(support, verb), at: place)?.seen.map(\.offer) ?? []
  }

  private func person(
    _ profile: Profile, _ caringFor: Profile?, _ asOf: CalendarDate, _ matcher: Matcher?, _ verdicts: [Truth]?, _ showsSensitive: Bool,
    supposing changes: [Int: Facts.State] = [:]
  ) -> (PersonDay, [Advice.Problem]) {
    let builder = FactsBuilder(vocabulary: ruleSet.vocabulary)
    let (told, problems) = builder.facts(of: profile, asOf: asOf, staleCounts: false)
    let facts = told.supposing(changes)
    func judged() -> [Truth] { (matcher.flatMap { $0.asOf == asOf ? $0 : nil } ?? Matcher(ruleSet.ruleRows, asOf: asOf)).verdicts(facts) }
    let safeguards = safeguards(profile, facts, builder, changes)
    let person = PersonDay(
      ruleSet: ruleSet, profile: profile, facts: facts, verdicts: verdicts ?? judged(),
      whereabouts: Whereabouts(of: profile, caringFor: caringFor, facts: facts, in: ruleSet, index: index),
      safeguards: safeguards, consent: ConsentState(profile, facts, ruleSet.vocabulary), history: HistoryState(profile, facts, ruleSet),
      offers: search(profile, facts, safeguards), language: ruleSet.language, disclosure: ruleSet.disclosure(showsSensitive: showsSensitive)
    )
    return (person, problems)
  }

  /// What the safeguards say. Most people's answers are dated neither long ago nor after today, and then are read once.
  private func safeguards(
    _ profile: Profile, _ facts: Facts, _ builder: FactsBuilder, _ changes: [Int: Facts.State]
  ) -> SafeguardState {
    let near = facts.isSomethingAhead ? builder.facts(of: profile, asOf: facts.asOf, earlyCounts: true).facts.supposing(changes) : facts
    let isSomethingStale = facts.states.contains { $0.status == .stale }
    let lasting = isSomethingStale ? builder.facts(of: profile, asOf: facts.asOf, staleCounts: true).facts.supposing(changes) : near
    return SafeguardState(ruleSet, facts: facts, near: near, lasting: lasting)
  }

  /// The person beside every offer of the rulebook.
  func search(_ profile: Profile, _ facts: Facts, _ safeguards: SafeguardState) -> OfferSearch? {
    offers.map { offers in
      OfferSearch(
        ruleSet, offers.index, offers.matchers.matcher(on: facts.asOf), profile: profile, facts: facts,
        isCrisis: safeguards.isCrisis(ruleSet))
    }
  }
}

extension PersonDay {
  func advice(order index: PlacementIndex) -> Advice {
    var advice = Advice(profile: profile.id, asOf: asOf)
    advice.pathways = whereabouts.drawn(in: ruleSet, language: language)
    advice.problems = whereabouts.problems + safeguards.problems(ruleSet, facts)
    advice.escalate = safeguards.escalations(ruleSet, language: language)

    let sorted = Sorted(self, index)
    var offered: [Merged] = []
    for merged in Merged.merge(sorted.insertions.routed(ruleSet, order: index.fixedOrder), order: index.fixedOrder) {
      switch self.offered(merged) {
      case .stands(let merged): offered.append(merged)
      case .isHeldBack(let reason, let detail): advice.notSuggested.append(notSuggested(merged, reason, detail))
      }
    }
    let (ranked, cut) = ruleSet.limits.apply(to: offered)
    advice.notSuggested = sorted.heldBack + advice.notSuggested + cut.map { notSuggested($0.0, $0.1, $0.2) }
    let days = FactsByDay(self)
    var standing: [Merged] = []
    for merged in ranked {
      guard let words = words(for: merged) else {
        advice.notSuggested.append(notSuggested(merged, .pluginFailed, Wording.pluginFailed))
        continue
      }
      standing.append(merged)
      advice.suggestions.append(suggestion(merged, words, days))
      if let problem = words.problem, !advice.problems.contains(where: { $0.fact == problem.fact && $0.detail == problem.detail }) {
        advice.problems.append(problem)
      }
    }
    advice.notSuggested = advice.notSuggested.merged()
    let flags = sorted.due.map { flag($0.rule, at: $0.place) }
    advice.flags = flags.filter { $0.dueAfter == nil }
    advice.flagsNotDue = flags.filter { $0.dueAfter != nil }
    advice.undecided = sorted.open.map(undecided)
    let safety = safetyQuestions(sorted.supports)
    advice.checkFirst = checkFirst(safety.safeguards, safety.facts.map(\.fact))
    advice.questions = QuestionList(self, open: sorted.open, standing: standing, placed: sorted.placed).questions(safety: safety.facts)
    return advice
  }

  fileprivate func supports(of rules: [Int]) -> Set<Int> {
    Set(rules.compactMap { if case .suggest(let support, _, _) = ruleSet.rules[$0].action { support } else { nil } })
  }

  /// Stops that cannot be judged and could touch something here, and the facts that would tell.
  private func safetyQuestions(_ supports: Set<Int>) -> (safeguards: [Int], facts: [(fact: Int, safeguards: [Int])]) {
    let concerned = safeguards.undecided.filter { ruleSet.safeguards[$0.safeguard].stop.concerns(supports) }
    let facts = concerned.flatMap(\.missing).uniqued()
    return (
      concerned.map(\.safeguard),
      facts.map { fact in (fact, concerned.filter { $0.missing.contains(fact) }.map(\.safeguard)) }
    )
  }
}

extension PersonDay {
  /// Said once for the person.
  fileprivate func checkFirst(_ safeguards: [Int], _ facts: [Int]) -> Advice.CheckFirst? {
    guard !safeguards.isEmpty else { return nil }
    return Advice.CheckFirst(
      safeguards: safeguards.map { ruleSet.safeguards[$0].id }, facts: facts.map { ruleSet.vocabulary.facts[$0].id })
  }
}

/// Every rule that stands somewhere for a person, sorted by what became of it.
struct Sorted {
  var insertions: [PlacedSuggestion] = []
  /// Rules that flag, and where.
  var due: [(rule: Int, place: RulePlace)] = []
  var open: [OpenRule] = []
  var heldBack: [Advice.NotSuggested] = []
  /// Supports that are suggested, or may be if something more is known.
  var supports: Set<Int> = []
  /// Rules that stand and whose step, or the day it was reached, is not known.
  var placed: [(rule: Int, question: StepQuestion)] = []

  init(_ person: PersonDay, _ index: PlacementIndex) {
    let ruleSet = person.ruleSet
    for (rule, places) in person.whereabouts.places(in: ruleSet, index: index, asOf: person.asOf) {
      switch person.judge(rule, at: places) {
      case .suggests(let here):
        insertions += here
        note(rule, here.map(\.place), person)
      case .flags(let place):
        due.append((rule, place))
        note(rule, [place], person)
      case .waits(let waiting):
        open.append(waiting)
        if waiting.isLive { noteStep(rule, waiting.places, person) }
      case .isHeldBack(let reason, let detail, let place): heldBack.append(person.notSuggested(rule, reason, detail, at: place))
      case nil: continue
      }
    }
    sort(by: index.fixedOrder)
    supports = person.supports(of: insertions.map(\.rule) + open.filter(\.isLive).map(\.rule))
  }

  private mutating func sort(by order: [Int]) {
    due.sort { (Rank.of($0.place.timing), order[$0.rule], $0.place.order) < (Rank.of($1.place.timing), order[$1.rule], $1.place.order) }
    open.sort { ($0.isLive ? 0 : 1, $0.place.order, order[$0.rule]) < ($1.isLive ? 0 : 1, $1.place.order, order[$1.rule]) }
  }

  private mutating func note(_ rule: Int, _ places: [RulePlace], _ person: PersonDay) {
    for place in places {
      if let question = place.missing { placed.append((rule, question)) }
    }
    noteStep(rule, places, person)
  }

  private mutating func noteStep(_ rule: Int, _ places: [RulePlace], _ person: PersonDay) {
    for place in places where place.isOn == .yes {
      guard let number = place.standing, person.whereabouts.standings[number].current.isEmpty else { continue }
      placed.append((rule, .step(pathway: person.whereabouts.standings[number].pathway)))
    }
  }
}
