import Cairn

/// Pairs of rules that suggest the same support: one that says nothing new beside another, and two that ask for it with different verbs.
///
/// Never all pairs: where one rule is always true with another, it is true of one made-up person of that other, which the matcher tells for
/// all rules at once; and rules whose sets of one fact leave no value in common are told apart by bitmaps.
struct RulePairs {
  private let survey: Survey
  private let ruleSet: RuleSet
  private let relation: Relation
  private let matcher: Matcher
  private var neighbours: Neighbours
  private let order: [Int]
  /// Per rule, the rules that suggest the same support in the same words of `with`, itself among them; nil of one that flags.
  private let groups: [[Int]?]
  /// Per rule, what it asks for; nil of one that flags.
  private let verbs: [Verb?]
  private let times: [RuleTimes]
  private(set) var purse: Purse
  private(set) var diagnostics: [Diagnostic] = []

  init(_ survey: Survey, questions: Int) {
    self.survey = survey
    ruleSet = survey.ruleSet
    relation = Relation(ruleSet.vocabulary, asOf: survey.asOf, budget: Survey.demands)
    matcher = Matcher(ruleSet.ruleRows, asOf: survey.asOf)
    neighbours = Neighbours(ruleSet.ruleRows, asOf: survey.asOf)
    order = ruleSet.fixedOrder
    groups = ruleSet.groupsOfRules
    verbs = ruleSet.verbs
    times = ruleSet.rules.map { RuleTimes($0) }
    purse = Purse(questions)
    look()
  }

  private mutating func look() {
    var verdicts = matcher.makeVerdicts()
    for rule in ruleSet.rules.indices {
      guard let group = groups[rule], group.count > 1, ruleSet.rules[rule].isInForce(on: survey.asOf) else { continue }
      guard case .found(let values) = relation.somebody(side(rule), .yes, side(rule), .yes) else { continue }
      matcher.evaluate(Facts(values, in: ruleSet.vocabulary, asOf: survey.asOf), into: &verdicts)
      let together = verdicts.firing.elements.filter { $0 != rule && groups[$0]?.first == group[0] }.sorted { order[$0] < order[$1] }
      if let diagnostic = redundancy(of: rule, among: together) { diagnostics.append(diagnostic) }
      if let diagnostic = overlap(of: rule, in: group) { diagnostics.append(diagnostic) }
    }
  }

  private func side(_ rule: Int) -> RuleSide { RuleSide(ruleSet.ruleRows, rule) }

  // MARK: - Rules that add nothing

  /// Another rule that comes first wherever this one is true; nil where none is found.
  private mutating func redundancy(of rule: Int, among others: [Int]) -> Diagnostic? {
    for other in others where order[other] < order[rule] && stands(other, whereverDoes: rule) {
      guard purse.pay(for: survey.comparisons[rule] + survey.comparisons[other]) else { continue }
      switch relation.implies(side(rule), side(other)) {
      case .refuted: continue
      case .notAnalysed: purse.forgo()
      case .proved:
        if ruleSet.rules[rule].who == .team { return redundancy(of: rule, beside: other, nil) }
        if let somebody = survey.somebody(for: [rule, other], at: survey.spots[rule]) {
          return redundancy(of: rule, beside: other, somebody)
        }
        purse.forgo()
      }
    }
    return nil
  }

  private func redundancy(of rule: Int, beside other: Int, _ somebody: Cast?) -> Diagnostic {
    let (declared, first) = (ruleSet.rules[rule], ruleSet.rules[other])
    let diagnostic =
      isDuplicate(rule, of: other)
      ? Diagnostic.warning(
        .duplicateRule, "the rules `\(declared.id)` and `\(first.id)` suggest the same, in the same place, to the same people",
        at: declared.declaredAt, help: "keep one of them")
      : .warning(
        .shadowedRule, "wherever the rule `\(declared.id)` is true, `\(first.id)` suggests the same and comes first",
        at: declared.declaredAt,
        help: "take it away, give it a higher `priority`, or let `\(first.id)` leave these people to it")
    let related = diagnostic.relating("`\(first.id)` is here", first.declaredAt)
    return somebody.map { related.showing("both hold for somebody like this", $0) } ?? related
  }

  private func isDuplicate(_ rule: Int, of other: Int) -> Bool {
    survey.spots[rule] == survey.spots[other] && times[rule] == times[other] && relation.areEqual(side(rule), side(other)).isProved
  }

  /// Whether a rule stands, with the same verb, wherever and whenever another does.
  private func stands(_ wide: Int, whereverDoes narrow: Int) -> Bool {
    guard verbs[wide] == verbs[narrow], times[wide].admits(times[narrow]), !survey.spots[narrow].isEmpty else { return false }
    return survey.spots[narrow] == survey.spots[wide] || Set(survey.spots[wide]).isSuperset(of: survey.spots[narrow])
  }

  // MARK: - Rules that ask for different things

  /// A rule that another comes before only by its id, with another verb, for somebody at one step. Where priority or evidence decides,
  /// somebody has decided.
  private mutating func overlap(of rule: Int, in group: [Int]) -> Diagnostic? {
    guard ruleSet.rules[rule].who != .team else { return nil }
    let near = neighbours.neighbours(of: rule)
    for other in group where order[other] < order[rule] && near.contains(other) && verbs[other] != verbs[rule] {
      guard ruleSet.isOrderedByID(rule, other), ruleSet.rules[other].isInForce(on: survey.asOf), let spot = sharedSpot(rule, other),
        purse.pay(for: survey.comparisons[rule] + survey.comparisons[other])
      else { continue }
      switch relation.meet(side(rule), side(other), among: [survey.goal(at: spot, for: ruleSet.rules[rule].who)]) {
      case .impossible: continue
      case .notAnalysed: purse.forgo()
      case .found(let values):
        let somebody = survey.cast(values, at: spot, for: [rule, other])
        if survey.areTrue([rule, other], for: somebody) { return overlap(of: rule, with: other, at: spot, somebody) }
        purse.forgo()
      }
    }
    return nil
  }

  private func overlap(of rule: Int, with other: Int, at spot: Spot, _ somebody: Cast) -> Diagnostic {
    let (lost, won) = (ruleSet.rules[rule].id, ruleSet.rules[other].id)
    let (verbLost, verbWon) = (verbs[rule]?.rawValue ?? "", verbs[other]?.rawValue ?? "")
    return Diagnostic.warning(
      .verbsDiffer,
      "somebody \(spot.name(in: ruleSet)) gets `\(verbWon)` from the rule `\(won)`, and not `\(verbLost)` from `\(lost)`",
      at: ruleSet.rules[rule].declaredAt,
      help: "only the alphabet decides: give one of them another `priority` or `with`, or keep them apart by a condition"
    ).relating("`\(won)` is here", ruleSet.rules[other].declaredAt).showing("somebody like this", somebody)
  }

  private func sharedSpot(_ rule: Int, _ other: Int) -> Spot? {
    let (spots, others) = (survey.spots[rule], survey.spots[other])
    return spots == others ? spots.first : spots.first { others.contains($0) }
  }
}

extension RuleSet {
  /// Per rule, those with the same support and the same `with`, for the same people.
  fileprivate var groupsOfRules: [[Int]?] {
    let keys = rules.map { rule in Suggested(rule) }
    let groups = Dictionary(grouping: rules.indices.filter { keys[$0] != nil }) { keys[$0] }
    return keys.map { key in key.flatMap { groups[$0] } }
  }
}

/// What suggestions of one person become one by.
struct Suggested: Hashable {
  var support: Int
  var with: Parameters
  var who: Who

  init?(_ rule: RuleSet.Rule) {
    guard case .suggest(let support, _, let with) = rule.action else { return nil }
    self.support = support
    self.with = with
    who = rule.who
  }
}

extension RuleSet {
  /// Per rule, the verb that it asks for; nil of one that flags.
  var verbs: [Verb?] {
    rules.map { rule in
      guard case .suggest(_, let verb, _) = rule.action else { return nil }
      return verb
    }
  }
}

/// When a rule speaks: in force from a day to a day, and at a step from some time after it was reached.
private struct RuleTimes: Hashable {
  var from, until: CalendarDate?
  var after, within: CalendarDuration?

  init(_ rule: RuleSet.Rule) {
    from = rule.validFrom
    until = rule.validUntil
    after = rule.at?.after
    within = rule.at?.within
  }

  /// Whether it is one's time whenever it is another's, and marked alike.
  func admits(_ other: RuleTimes) -> Bool {
    let begins = from == nil || other.from.map { $0 >= from ?? .first } ?? false
    let ends = until == nil || other.until.map { $0 <= until ?? .last } ?? false
    return begins && ends && (after == nil || after == other.after) && within == other.within
  }
}

extension Facts {
  /// Known where a value is given.
  init(_ values: [Int: Facts.Value], in vocabulary: Vocabulary, asOf: CalendarDate) {
    let states = vocabulary.facts.indices.map { fact in
      values[fact].map { $0 == .unknown ? Facts.State.unknown : Facts.State($0, .known) } ?? .unknown
    }
    self.init(asOf: asOf, states: states)
  }
}
