import Cairn

/// Tries changes on the people of the tests.
struct Trial {
  let rulebook: Rulebook
  let ruleSet: RuleSet
  private let readers: DerivedReaders
  private let people: [TestPerson]
  /// The rules bound to each day for which somebody is judged.
  let matchers: [CalendarDate: Matcher]
  /// Per person, what each rule comes to.
  private let verdicts: [[Truth]]
  /// Per rule by id, the people for whom it stands somewhere.
  private let peopleOfRule: [String: [Int]]
  /// Per person, the ids that their test names.
  private let named: [Set<String>]
  let finder: TestFinder

  /// Only tests that pass can notice anything.
  init(_ rulebook: Rulebook, _ report: TestReport, asOf: CalendarDate, work: WorkBudget = WorkBudget(Mutants.usualWork)) {
    self.rulebook = rulebook
    ruleSet = rulebook.ruleSet
    readers = DerivedReaders(ruleSet)
    finder = TestFinder(rulebook: rulebook, asOf: asOf, work: work)
    people = report.outcomes.filter(\.hasPassed).compactMap { TestPerson($0, in: rulebook.ruleSet) }
    let days = Set(people.map(\.test.asOf) + [asOf])
    let matchers = Dictionary(uniqueKeysWithValues: days.map { [ruleSet] in ($0, Matcher(ruleSet.ruleRows, asOf: $0)) })
    verdicts = people.map { matchers[$0.test.asOf]?.verdicts($0.facts) ?? [] }
    self.matchers = matchers
    var ofRule: [String: [Int]] = [:]
    for (number, person) in people.enumerated() { for rule in person.rules { ofRule[rule, default: []].append(number) } }
    peopleOfRule = ofRule
    named = people.map(\.test.idsNamed)
  }

  func mutant(_ change: Change) -> Mutant {
    Mutant(
      decided: change.decided, id: ruleSet.id(of: change.decided), words: ruleSet.words(for: change), at: change.at, fate: fate(of: change),
      tells: tells(change))
  }

  private func fate(of change: Change) -> Mutant.Fate {
    guard !finder.work.isSpent else { return .undecided }
    finder.work.spend(10)
    let altered = AlteredRuleSet(ruleSet, change, readers: readers)
    let court = Court(rulebook, altered)
    if let test = killer(of: change, altered, court) { return .killed(test: test) }
    return altered.movesRule ? fateOfMove(change, altered, court) : fateOfVerdicts(change, altered, court)
  }

  /// A test that passes and fails under the change. First those are tried who will most likely tell: of whom a verdict is another, and whose
  /// test names what was changed.
  private func killer(of change: Change, _ altered: AlteredRuleSet, _ court: Court) -> String? {
    let telling = altered.movesRule ? ruleSet.stepsLost(by: change) : []
    let id = ruleSet.id(of: change.decided)
    func rank(_ person: Int) -> Int { (named[person].contains(id) ? 0 : 2) + (named[person].isDisjoint(with: telling) ? 1 : 0) }
    let inOrder = candidates(change, altered).map { (rank($0), $0) }.sorted { $0 < $1 }.map(\.1)
    for number in inOrder where altered.movesRule || altered.altersVerdict(of: people[number]) {
      finder.work.spend(ruleSet.rules.count)
      if court.fails(people[number], verdicts[number]) { return people[number].test.name.value }
    }
    // What an undecided rule waits for shows in what is asked, and nowhere else that a test could look.
    for number in inOrder where people[number].test.looksAtQuestions && altered.altersQuestions(to: people[number]) {
      finder.work.spend(ruleSet.rules.count)
      if court.fails(people[number], verdicts[number]) { return people[number].test.name.value }
    }
    return nil
  }

  /// The people whose advice reads anything of what is touched.
  private func candidates(_ change: Change, _ altered: AlteredRuleSet) -> [Int] {
    let touched = altered.movesRule ? [change.decided] : altered.touched.map(\.decided)
    guard touched.allSatisfy({ $0.kind == .rule }) else {
      return people.indices.filter { person in touched.contains { people[person].mayRead($0, in: ruleSet) } }
    }
    return touched.flatMap { peopleOfRule[ruleSet.id(of: $0)] ?? [] }.uniqued()
  }
}

extension TestPerson {
  /// Whether the person's advice may read how something is decided. Beside what `judges` tells, an offer is read where nothing fitted, since
  /// it may have been a part of that, and of a kind that serves people in a crisis wherever one builds.
  fileprivate func mayRead(_ decided: Decided, in ruleSet: RuleSet) -> Bool {
    if judges(decided, in: ruleSet) { return true }
    guard decided.kind == .offer else { return false }
    return ruleSet.supports[ruleSet.offers[decided.index].support].manifest.crisis == .serves
      || advice.notSuggested.contains { $0.reason == .noOfferFits }
  }
}

extension TestDeclaration {
  fileprivate var looksAtQuestions: Bool { expect.asks != nil || never?.asks != nil }

  /// The rules, pathways, steps, offers and safeguards that its expectations name.
  fileprivate var idsNamed: Set<String> {
    let both = [expect, never].compactMap { $0 }
    let entries = both.flatMap { [$0.suggests, $0.notSuggested, $0.undecided].compactMap { $0 }.joined() }
    return Set(
      entries.flatMap { [$0.rule, $0.pathway, $0.step, $0.offer].compactMap { $0?.value } }
        + both.flatMap { $0.escalates ?? [] }.map(\.value))
  }
}
