import Cairn

/// Finds people who show something of a rulebook, and writes each as a test that passes.
///
/// Who is found is run through the engine, as the test that would be pasted, before anybody hears of them.
struct TestFinder {
  let rulebook: Rulebook
  /// The day for which people are made up.
  let asOf: CalendarDate
  let work: WorkBudget
  private let readers: DerivedReaders
  private let constant = Constant()

  init(rulebook: Rulebook, asOf: CalendarDate, work: WorkBudget) {
    self.rulebook = rulebook
    self.asOf = asOf
    self.work = work
    readers = DerivedReaders(rulebook.ruleSet)
  }

  enum Finding {
    case found(ReadyTest, TestPerson)
    /// There is no such person: proved.
    case impossible
    /// The budget ran out, or who was found does not stand where it would show.
    case notAnalysed
  }

  /// Where a person stands so that something is judged for them.
  struct Stand {
    var position: Profile.Position?
    var carerOf: String?
    /// Whom a carer looks after, where the rulebook has nobody for it.
    var caredFor: Profile?
    var goal = Goal.all([])
    var wantsSharing = false

    /// The same, but that they reached their step on a day.
    func reached(_ day: CalendarDate) -> Stand {
      var stand = self
      stand.position?.since = PartialDate(day)
      return stand
    }
  }

  private static let mostStands = 12

  private var ruleSet: RuleSet { rulebook.ruleSet }

  /// Somebody who meets the first of several wishes that can be met. The last is the weakest: each of the others implies it.
  ///
  /// - Parameter stands: where they may stand; wherever it would show, where it is not given.
  func find(
    _ wishes: [Goal], of decided: Decided, named name: String, at given: [Stand]? = nil,
    accepting: (TestDeclaration, TestPerson) -> Bool
  ) -> Finding {
    guard !work.isSpent else { return .notAnalysed }
    let asOf = day(for: decided)
    let stands = given ?? stands(for: decided)
    work.spend(ruleSet.rules.count / 16 + 1)
    guard let weakest = wishes.last, !stands.isEmpty else { return .impossible }
    for wish in wishes {
      for stand in stands.prefix(Self.mostStands) {
        guard case .found(let values) = solve([wish, stand.goal], asOf) else { continue }
        if let (test, person) = confirmed(values, at: stand, of: decided, name, asOf, accepting) { return .found(test, person) }
      }
    }
    let values: [Int: Facts.Value]
    switch solve([weakest] + whereLookedAt(decided), asOf) {
    case .impossible: return .impossible
    case .notAnalysed: return .notAnalysed
    case .found(let found): values = found
    }
    for stand in stands.prefix(Self.mostStands) {
      if let (test, person) = confirmed(values, at: stand, of: decided, name, asOf, accepting) { return .found(test, person) }
    }
    return .notAnalysed
  }

  private func solve(_ goals: [Goal], _ asOf: CalendarDate) -> Solver.Answer {
    Solver.solve(goals, in: ruleSet.vocabulary, asOf: asOf, sharing: work)
  }

  /// The person as a test, if it passes and shows what it is to show.
  private func confirmed(
    _ values: [Int: Facts.Value], at stand: Stand, of decided: Decided, _ name: String, _ asOf: CalendarDate,
    _ accepting: (TestDeclaration, TestPerson) -> Bool
  ) -> (ReadyTest, TestPerson)? {
    guard !work.isSpent else { return nil }
    // Everybody is judged by every rule: twice, and once or twice more with a change.
    work.spend(3 * ruleSet.rules.count + 10)
    var profile = Persona(values, in: ruleSet).profile(id: "somebody", at: stand.position.map { [$0] } ?? [])
    profile.carerOf = stand.carerOf
    if stand.wantsSharing, profile.consent.share == nil { profile.consent.share = .all(true) }
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: asOf).facts
    let rulebook = self.rulebook(for: stand)
    let outcome = Outcome(
      decided: decided, advice: rulebook.advice(for: profile, asOf: asOf), ruleSet: ruleSet,
      missing: ruleSet.missing(of: decided, facts))
    var ready = ReadyTest(name: name, profile: ProfileYAML.flow(profile), asOf: asOf, expect: outcome.expectation)
    ready.caredFor = stand.caredFor.map { "\(ProfileYAML.scalar($0.id)): \(ProfileYAML.flow($0))" }
    let disclosure = ruleSet.disclosure(showsSensitive: false)
    ready.isSensitive = disclosure.withholds(profile) || disclosure.withholds(naming: ready.yaml) || ruleSet.isSensitive(decided)
    guard let test = ready.read(), let person = TestPerson(rulebook.run(test), in: ruleSet), person.hasPassed,
      person.judges(decided, in: ruleSet), accepting(test, person)
    else { return nil }
    ready.tells = tells(person, of: decided, stand)
    return (ready, person)
  }

  private func rulebook(for stand: Stand) -> Rulebook { stand.caredFor.map { rulebook.adding($0) } ?? rulebook }

  /// Whether a person's test fails once what it is about holds for everybody, or for nobody.
  private func tells(_ person: TestPerson, of decided: Decided, _ stand: Stand) -> Bool {
    let courts =
      stand.caredFor == nil ? constant.courts(of: decided) { self.courts(of: $0, rulebook) } : courts(of: decided, rulebook(for: stand))
    return courts.contains { $0.fails(person, nil) }
  }

  private func courts(of decided: Decided, _ rulebook: Rulebook) -> [Court] {
    [Condition.any([]), .all([])].map { condition in
      var constant = ruleSet.conditions(of: decided)
      (constant.when, constant.whenIsAny, constant.unless) = (condition, false, nil)
      let change = Change(decided: decided, content: .conditions(constant), words: .other(""))
      return Court(rulebook, AlteredRuleSet(ruleSet, change, readers: readers))
    }
  }

  /// What was last looked at, held for nobody and for everybody: several tests are about it.
  private final class Constant {
    private var last: (decided: Decided, courts: [Court])?

    func courts(of decided: Decided, make: (Decided) -> [Court]) -> [Court] {
      if let last, last.decided == decided { return last.courts }
      let made = make(decided)
      last = (decided, made)
      return made
    }
  }

  /// A day on which a rule is in force.
  func day(for decided: Decided) -> CalendarDate {
    guard decided.kind == .rule else { return asOf }
    let rule = ruleSet.rules[decided.index]
    return min(max(asOf, rule.validFrom ?? asOf), rule.validUntil ?? .last)
  }

  // MARK: - Standing

  /// Where something shows that is decided.
  func stands(for decided: Decided) -> [Stand] {
    let asOf = day(for: decided)
    return switch decided.kind {
    case .safeguard, .pathway, .derived: [Stand()]
    case .rule: stands(forRule: decided.index, asOf)
    case .offer: stands(besideRules: { ruleSet.looksAt(ruleSet.offers[decided.index], for: $0) }, asOf)
    case .routing: stands(besideRules: { ruleSet.isTaken($0, by: ruleSet.routing[decided.index]) }, asOf)
    }
  }

  private func stands(forRule rule: Int, _ asOf: CalendarDate) -> [Stand] {
    if ruleSet.rules[rule].who == .carer {
      let others = rulebook.profiles.filter { $0.carerOf == nil && (ruleSet.rules[rule].at == nil || !$0.positions.isEmpty) }
      let known = others.filter { ruleSet.stands(rule, beside: $0) }.map { Stand(carerOf: $0.id) }
      return known.isEmpty ? madeUp(rule, asOf) : known
    }
    return ruleSet.places(of: rule, asOf: asOf).map { Stand(position: $0.position, goal: $0.goal) }
  }

  /// Carers of somebody made up, where the rulebook has nobody at such a step.
  private func madeUp(_ rule: Int, _ asOf: CalendarDate) -> [Stand] {
    let taken = Set(rulebook.profiles.map(\.id))
    let id = ["somebody-cared-for", "somebody-else-cared-for"].first { !taken.contains($0) } ?? "cared-for-\(taken.count)"
    return ruleSet.places(of: rule, asOf: asOf).map { place in
      let person = Profile(id: id, positions: place.position.map { [$0] } ?? [])
      return Stand(carerOf: person.id, caredFor: person)
    }
  }

  /// Where rules suggest something. Details may be shared, or an offer's way in would not show.
  private func stands(besideRules concerns: (Int) -> Bool, _ asOf: CalendarDate) -> [Stand] {
    ruleSet.rules.indices.filter(concerns).flatMap { rule in
      stands(forRule: rule, asOf).prefix(2).map { stand in
        var stand = stand
        stand.goal = .all([stand.goal, ruleSet.ruleRows.goal(rule, is: .yes)])
        stand.wantsSharing = true
        return stand
      }
    }
  }

  /// What holds of everybody for whom something is looked at. Offers are, where their kind of support is suggested, by itself or as a part
  /// of something put together; policies, where what they take is suggested.
  func whereLookedAt(_ decided: Decided) -> [Goal] {
    switch decided.kind {
    case .rule, .safeguard, .pathway, .derived: return []
    case .routing: return [.any(goals { ruleSet.isTaken($0, by: ruleSet.routing[decided.index]) })]
    case .offer:
      let offer = ruleSet.offers[decided.index]
      let suits = ruleSet.supportRows.goal(offer.support, is: .notNo)
      // While a crisis builds, whether anybody is there for it is looked at before a rule is decided.
      let claim = ruleSet.supports[offer.support].manifest.crisis == .serves ? Claim.notNo : .yes
      let alone = goals(claim) { ruleSet.suggests($0, offer) }
      let together = goals { ruleSet.packages($0, offer) }
      return [.any(alone + together.map { goal in .all([goal, suits]) })]
    }
  }

  private func goals(_ claim: Claim = .yes, _ concerns: (Int) -> Bool) -> [Goal] {
    ruleSet.rules.indices.filter(concerns).map { ruleSet.ruleRows.goal($0, is: claim) }
  }
}

extension RuleSet {
  /// Whether a rule for carers stands for somebody who cares for this person.
  fileprivate func stands(_ rule: Int, beside person: Profile) -> Bool {
    rules[rule].at.map { placement in person.positions.contains { covers($0, placement) } } ?? true
  }

  /// Whether a placement lets a rule stand where somebody stands.
  func covers(_ position: Profile.Position, _ placement: Placement) -> Bool {
    guard let pathway = pathways.firstIndex(where: { $0.id == position.pathway }) else { return false }
    return pathways[pathway].steps.contains { $0.id == position.step && placement.covers($0, of: pathway) }
  }

  fileprivate func suggests(_ rule: Int, _ offer: Offer) -> Bool {
    guard rules[rule].who != .team, case .suggest(let support, _, let parameters) = rules[rule].action else { return false }
    return support == offer.support && offer.admits(parameters)
  }

  fileprivate func looksAt(_ offer: Offer, for rule: Int) -> Bool { suggests(rule, offer) || packages(rule, offer) }

  /// Whether a rule suggests something that is put together, of which the offer's kind of support may be a part. A hub may also come by
  /// way of a routing policy, and then whatever that takes is a part of it.
  fileprivate func packages(_ rule: Int, _ offer: Offer) -> Bool {
    guard rules[rule].who != .team, case .suggest(let support, _, let parameters) = rules[rule].action else { return false }
    if routing.contains(where: { isTaken(rule, by: $0) && [$0.hub, support].contains(offer.support) }) { return true }
    return parameters.packaged(by: supports[support].manifest)?.contains(supports[offer.support].manifest.id) ?? false
  }

  /// Whether a policy takes what a rule suggests.
  func isTaken(_ rule: Int, by policy: RuleSet.Routing) -> Bool {
    guard rules[rule].who != .team, case .suggest(let support, let verb, _) = rules[rule].action else { return false }
    return policy.takes(support, verb)
  }

  /// The facts that something waits for.
  func missing(of decided: Decided, _ facts: Facts) -> [Int] {
    switch decided.kind {
    case .rule: ruleRows.missing(of: decided.index, facts)
    case .safeguard: safeguardRows.missing(of: decided.index, facts)
    case .pathway: pathwayRows.missing(of: decided.index, facts)
    case .offer: offerRows.missing(of: decided.index, facts)
    case .routing: routingRows.missing(of: decided.index, facts)
    case .derived: []
    }
  }
}
