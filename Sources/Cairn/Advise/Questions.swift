/// What is worth asking one person, and what each answer would do.
struct QuestionList {
  let person: PersonDay
  /// Live rules that wait for an answer.
  let open: [OpenRule]
  /// The suggestions that stand.
  let standing: [Merged]
  /// Rules whose place or time a question about the person's steps would tell, though they do not wait for it.
  let placed: [(rule: Int, question: StepQuestion)]
  private let everythingStops: Bool

  init(_ person: PersonDay, open: [OpenRule], standing: [Merged], placed: [(rule: Int, question: StepQuestion)]) {
    self.person = person
    self.open = open.filter(\.isLive)
    self.standing = standing
    self.placed = placed
    everythingStops = person.safeguards.stopsEverything(person.ruleSet)
  }

  /// Safety first, then by score; ties in the order in which facts are declared.
  func questions(safety: [(fact: Int, safeguards: [Int])]) -> [Advice.Question] {
    let urgent = safety.compactMap { question(about: $0.fact, safeguards: $0.safeguards) }
    if everythingStops { return urgent }
    let asked = Set(safety.map(\.fact))
    let facts = Set(open.flatMap(\.missing)).union(standing.flatMap(\.asks))
      .union(waitingForConsent.isEmpty ? [] : person.consent.shareFact.map { [$0] } ?? [])
    let usual = facts.subtracting(asked).sorted().compactMap { question(about: $0, safeguards: []) } + stepQuestions
    return urgent
      + usual.enumerated().sorted { ($1.element.scoreHundredths, $0.offset) < ($0.element.scoreHundredths, $1.offset) }.map(\.element)
  }

  /// Suggestions whose verb was softened because nobody asked.
  private var waitingForConsent: [Merged] {
    standing.filter { merged in
      merged.withConsent != nil
        && person.consent.sharing(with: person.ruleSet.supports[merged.lead.support].manifest.id) == .unasked
    }
  }

  private func question(about fact: Int, safeguards: [Int]) -> Advice.Question? {
    let declared = person.ruleSet.vocabulary.facts[fact]
    let waiting = fact == person.consent.shareFact ? waitingForConsent : []
    let asking = declared.ask?.text(in: person.language) ?? (waiting.isEmpty ? nil : Wording.askToShare)
    guard let asking, person.facts[fact].status != .declined else { return nil }
    let needing = open.filter { $0.missing.contains(fact) }
    let telling = standing.filter { $0.asks.contains(fact) }
    let rules = (needing.map(\.rule) + waiting.map(\.lead.rule) + telling.flatMap(\.rules)).uniqued()
    return Advice.Question(
      fact: declared.id, ask: asking, settles: needing.count { person.isSettled($0, byAnswering: fact) }, unlocks: waiting.count,
      scoreHundredths: score(rules, burden: declared.burden), safety: !safeguards.isEmpty,
      because: safeguards.isEmpty ? rules.map { person.ruleSet.rules[$0].id } : safeguards.map { person.ruleSet.safeguards[$0].id })
  }

  private var stepQuestions: [Advice.Question] {
    let asked = (open.flatMap(\.steps) + placed.map(\.question)).uniqued()
    return asked.map { step in
      let needing = open.filter { $0.steps.contains(step) }
      let rules = (needing.map(\.rule) + placed.filter { $0.question == step }.map(\.rule)).uniqued()
      return Advice.Question(
        fact: step.id(in: person.ruleSet), ask: step.ask(in: person.ruleSet, language: person.language),
        settles: needing.count { person.isSettled($0, byAnswering: step) }, unlocks: 0, scoreHundredths: score(rules, burden: 1),
        safety: false, because: rules.map { person.ruleSet.rules[$0].id })
    }
  }

  /// Hundredths of the sum of the rules' weights divided by the burden, rounded.
  private func score(_ rules: [Int], burden: Int) -> Int {
    let burden = max(1, burden)
    return (rules.reduce(0) { $0 + person.ruleSet.rules[$1].priority.weight } * 100 + burden / 2) / burden
  }
}
