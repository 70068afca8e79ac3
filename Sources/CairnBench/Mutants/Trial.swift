import Cairn

/// Tries changes on the people of the tests.
struct Trial {
  private let rulebook: Rulebook
  private let ruleSet: RuleSet
  private let readers: DerivedReaders
  private let people: [TestPerson]
  /// The rules bound to each day for which somebody is judged.
  private let matchers: [CalendarDate: Matcher]
  /// Per person, what each rule comes to.
  private let verdicts: [[Truth]]
  /// Per rule by id, the people for whom it stands somewhere; first those whose test names it, since they will tell.
  private let peopleOfRule: [String: [Int]]
  private let finder: TestFinder

  /// Only tests that pass can notice anything.
  init(_ rulebook: Rulebook, _ report: TestReport, asOf: CalendarDate) {
    self.rulebook = rulebook
    ruleSet = rulebook.ruleSet
    readers = DerivedReaders(ruleSet)
    finder = TestFinder(rulebook: rulebook, asOf: asOf)
    people = report.outcomes.filter(\.hasPassed).compactMap { TestPerson($0, in: rulebook.ruleSet) }
    let days = Set(people.map(\.test.asOf) + [asOf])
    let matchers = Dictionary(uniqueKeysWithValues: days.map { [ruleSet] in ($0, Matcher(ruleSet.ruleRows, asOf: $0)) })
    verdicts = people.map { matchers[$0.test.asOf]?.verdicts($0.facts) ?? [] }
    self.matchers = matchers
    var ofRule: [String: (naming: [Int], others: [Int])] = [:]
    for (number, person) in people.enumerated() {
      let named = person.test.rulesNamed
      for rule in person.rules {
        if named.contains(rule) {
          ofRule[rule, default: ([], [])].naming.append(number)
        } else {
          ofRule[rule, default: ([], [])].others.append(number)
        }
      }
    }
    peopleOfRule = ofRule.mapValues { $0.naming + $0.others }
  }

  func mutant(_ change: Change) -> Mutant {
    Mutant(
      decided: change.decided, id: ruleSet.id(of: change.decided), words: ruleSet.words(for: change), at: change.at, fate: fate(of: change))
  }

  private func fate(of change: Change) -> Mutant.Fate {
    let altered = AlteredRuleSet(ruleSet, change, readers: readers)
    let court = Court(rulebook, altered)
    for number in concerned(by: change, altered) where altered.movesRule || differs(people[number], altered) {
      if court.fails(people[number], verdicts[number]) { return .killed(test: people[number].test.name.value) }
    }
    if altered.movesRule { return fateOfMove(change, altered, court) }
    return fateOfVerdicts(change, altered, court)
  }

  /// The people whom a change may concern.
  private func concerned(by change: Change, _ altered: AlteredRuleSet) -> [Int] {
    guard altered.movesRule || altered.touched.allSatisfy({ $0.decided.kind == .rule }) else { return Array(people.indices) }
    let rules = altered.movesRule ? [change.decided] : altered.touched.map(\.decided)
    return rules.flatMap { peopleOfRule[ruleSet.id(of: $0)] ?? [] }.uniqued()
  }

  /// Whether anything that advice is made of differs for a person: a verdict, what it waits for, or whether anything speaks for it.
  private func differs(_ person: TestPerson, _ altered: AlteredRuleSet) -> Bool {
    altered.touched.contains { one in
      one.before.look(person.facts) != one.after.look(person.facts)
        || one.decided.kind == .safeguard && one.before.look(person.lasting) != one.after.look(person.lasting)
    }
  }

  // MARK: - What no test notices

  private func fateOfVerdicts(_ change: Change, _ altered: AlteredRuleSet, _ court: Court) -> Mutant.Fate {
    let open = altered.touched.filter { one in
      !Relation(ruleSet.vocabulary, asOf: finder.day(for: one.decided)).areEqual(
        one.before, one.after, among: finder.whereLookedAt(one.decided)
      ).isProved
    }
    if open.isEmpty { return .equivalent }
    for one in open {
      for (before, after) in Self.differences {
        let wish = Goal.all([
          one.before.rows.goal(one.before.target, comingTo: before), one.after.rows.goal(one.after.target, comingTo: after),
        ])
        let finding = finder.find([wish], of: one.decided, named: name(of: change)) { _, person in
          court.fails(person, matchers[person.test.asOf]?.verdicts(person.facts))
        }
        if case .found(let test, _) = finding { return .survives(test, .verdict(before: before, after: after)) }
      }
    }
    return .undecided
  }

  /// Plain differences first: they make the clearer tests.
  private static let differences: [(Truth, Truth)] = [
    (.yes, .no), (.no, .yes), (.yes, .unknown), (.no, .unknown), (.unknown, .yes), (.unknown, .no),
  ]

  private func fateOfMove(_ change: Change, _ altered: AlteredRuleSet, _ court: Court) -> Mutant.Fate {
    let rule = change.decided.index
    guard let before = ruleSet.rules[rule].at, let after = altered.ruleSet.rules[rule].at else { return .undecided }
    let isElsewhere = ruleSet.stepsCovered(by: before, of: rule) != ruleSet.stepsCovered(by: after, of: rule)
    if before.after == after.after, !isElsewhere { return .equivalent }
    let stands = finder.stands(for: change.decided).filter { stand in
      guard isElsewhere else { return true }
      let position = stand.position ?? rulebook.profiles.first { $0.id == stand.carerOf }?.positions.first
      return position.map { !ruleSet.covers($0, after) } ?? false
    }
    let wish = ruleSet.ruleRows.goal(rule, is: .yes)
    let day = finder.day(for: change.decided)
    for since in [before.after, after.after].compactMap({ $0 }).map({ day.subtracting($0) }) {
      let finding = finder.find([wish], of: change.decided, named: name(of: change), at: stands.map { $0.reached(since) }) {
        court.fails($1, matchers[$1.test.asOf]?.verdicts($1.facts))
      }
      if case .found(let test, _) = finding { return .survives(test, .place) }
    }
    let finding = finder.find([wish], of: change.decided, named: name(of: change), at: stands) {
      court.fails($1, matchers[$1.test.asOf]?.verdicts($1.facts))
    }
    if case .found(let test, _) = finding { return .survives(test, .place) }
    return .undecided
  }

  private func name(of change: Change) -> String { "\(ruleSet.id(of: change.decided)), \(ruleSet.words(for: change))" }
}

/// The rulebook with a change in it, judging people by their tests.
private struct Court {
  private let rulebook: Rulebook
  private let altered: AlteredRuleSet
  private let advisor: Lazy

  /// Made when the first person comes before it: for most changes nobody does.
  private final class Lazy {
    var advisor: Advisor?
  }

  init(_ rulebook: Rulebook, _ altered: AlteredRuleSet) {
    self.rulebook = rulebook
    self.altered = altered
    advisor = Lazy()
  }

  /// Whether a person's test, which passes, fails under the change.
  ///
  /// - Parameter verdicts: what each rule comes to for the person without the change, where somebody knows.
  func fails(_ person: TestPerson, _ verdicts: [Truth]?) -> Bool {
    var verdicts = verdicts
    for one in altered.touched where one.decided.kind == .rule {
      verdicts?[one.decided.index] = one.after.rows.verdict(of: one.after.target, person.facts)
    }
    let advice = made().advice(
      for: person.profile, caringFor: rulebook.personCaredFor(by: person.profile), asOf: person.test.asOf, verdicts: verdicts)
    return !person.test.failures(of: .person(person.profile, advice)).isEmpty
  }

  private func made() -> Advisor {
    if let made = advisor.advisor { return made }
    let ruleSet = altered.finished()
    let made =
      altered.movesRule ? Advisor(ruleSet) : Advisor(ruleSet, besides: rulebook.advisor, offersDiffer: altered.touchesOffers)
    advisor.advisor = made
    return made
  }
}

extension RuleSide {
  struct Look: Hashable {
    var verdict: Truth
    var missing: [Int] = []
    var isSpokenFor = false
  }

  /// What advice reads of a target: what an undecided one waits for, too.
  fileprivate func look(_ facts: Facts) -> Look {
    let verdict = rows.verdict(of: target, facts)
    guard verdict == .unknown else { return Look(verdict: verdict) }
    return Look(verdict: verdict, missing: rows.missing(of: target, facts), isSpokenFor: rows.isSpokenFor(target, facts))
  }
}

extension RuleSet {
  /// Pathways and steps at which a placement lets a rule stand.
  fileprivate func stepsCovered(by placement: Placement, of rule: Int) -> [[Bool]] {
    pathways.indices.map { pathway in
      pathways[pathway].steps.map { rules[rule].who.speaks(at: $0.who) && placement.covers($0, of: pathway) }
    }
  }
}

extension TestDeclaration {
  /// The rules that its expectations name.
  fileprivate var rulesNamed: Set<String> {
    let entries = [expect, never].compactMap { $0 }.flatMap { [$0.suggests, $0.notSuggested, $0.undecided].compactMap { $0 }.joined() }
    return Set(entries.compactMap(\.rule?.value))
  }
}
