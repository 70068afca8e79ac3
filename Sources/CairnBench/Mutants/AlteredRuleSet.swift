import Cairn

/// A rule set in which one thing is decided otherwise. Only the rows of what that touches are made anew.
struct AlteredRuleSet {
  private(set) var ruleSet: RuleSet
  /// What comes to other rows, each before and after; empty where only a place is another.
  private(set) var touched: [Touched] = []
  /// Whether a rule may stand elsewhere.
  private(set) var movesRule = false

  struct Touched {
    var decided: Decided
    var before: RuleSide
    var after: RuleSide
  }

  init(_ original: RuleSet, _ change: Change, readers: DerivedReaders) {
    ruleSet = original
    switch change.content {
    case .placement(let placement):
      ruleSet.rules[change.decided.index].at = placement
      movesRule = true
    case .conditions(let conditions):
      guard change.decided.kind == .derived, let when = conditions.when else {
        touch([change.decided], original) { _ in conditions }
        return
      }
      ruleSet.vocabulary.setCondition(when, ofDerived: change.decided.index)
      touch(readers.of(change.decided.index), original) { original.conditions(of: $0) }
    }
  }

  private mutating func touch(_ decided: [Decided], _ original: RuleSet, conditions: (Decided) -> RuleConditions) {
    var builder = RowSetBuilder(ruleSet.vocabulary)
    let targets = decided.map { builder.add(conditions($0)) }
    let rows = builder.finish()
    for (one, target) in zip(decided, targets) {
      touched.append(
        Touched(decided: one, before: RuleSide(original.rows(of: one.kind), one.index), after: RuleSide(rows, target)))
    }
  }

  /// The rule set with its new rows, for advice.
  func finished() -> RuleSet {
    var finished = ruleSet
    for one in touched {
      let rows = finished.rows(of: one.decided.kind).replacing(one.decided.index, by: one.after.rows, one.after.target)
      switch one.decided.kind {
      case .rule: finished.ruleRows = rows
      case .safeguard: finished.safeguardRows = rows
      case .pathway: finished.pathwayRows = rows
      case .offer: finished.offerRows = rows
      case .routing: finished.routingRows = rows
      case .derived: break
      }
    }
    return finished
  }

  /// Whether something comes to another verdict for a person.
  func altersVerdict(of person: TestPerson) -> Bool {
    differs(for: person) { $0.rows.verdict(of: $0.target, $1) }
  }

  /// Whether an undecided target waits for something else, or something speaks for it that did not: then other questions may be asked.
  func altersQuestions(to person: TestPerson) -> Bool {
    differs(for: person) { side, facts in
      [side.rows.missing(of: side.target, facts), side.rows.isSpokenFor(side.target, facts) ? [1] : []]
    }
  }

  private func differs<Look: Equatable>(for person: TestPerson, _ look: (RuleSide, Facts) -> Look) -> Bool {
    touched.contains { one in
      look(one.before, person.facts) != look(one.after, person.facts)
        || one.decided.kind == .safeguard && look(one.before, person.lasting) != look(one.after, person.lasting)
    }
  }

  var touchesOffers: Bool { touched.contains { $0.decided.kind == .offer } }
}

/// Who reads each derived fact, through others too.
struct DerivedReaders {
  private let readers: [[Decided]]

  init(_ ruleSet: RuleSet) {
    var readers: [[Decided]] = Array(repeating: [], count: ruleSet.vocabulary.derived.count)
    var reads: [Set<Int>] = []
    for derived in ruleSet.vocabulary.derived { reads.append(Self.read(by: [derived.condition], reads)) }
    for decided in ruleSet.decided() where decided.kind != .derived {
      let conditions = ruleSet.conditions(of: decided)
      let all = conditions.own + [conditions.supportSuits, conditions.supportUnless].compactMap { $0 }
      for derived in Self.read(by: all, reads) { readers[derived].append(decided) }
    }
    self.readers = readers
  }

  func of(_ derived: Int) -> [Decided] { readers[derived] }

  /// Derived facts that conditions read, and what those read.
  private static func read(by conditions: [Condition], _ reads: [Set<Int>]) -> Set<Int> {
    conditions.flatMap(\.comparisons).reduce(into: []) { read, comparison in
      guard case .derived = comparison.test else { return }
      read.insert(comparison.fact)
      if comparison.fact < reads.count { read.formUnion(reads[comparison.fact]) }
    }
  }
}
