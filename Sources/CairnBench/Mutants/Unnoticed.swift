import Cairn

/// What becomes of a change that no test notices.
extension Trial {
  func fateOfVerdicts(_ change: Change, _ altered: AlteredRuleSet, _ court: Court) -> Mutant.Fate {
    let open = altered.touched.filter { one in
      !Relation(ruleSet.vocabulary, asOf: finder.day(for: one.decided), sharing: finder.work).areEqual(
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

  func fateOfMove(_ change: Change, _ altered: AlteredRuleSet, _ court: Court) -> Mutant.Fate {
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

extension RuleSet {
  /// Pathways and steps at which a placement lets a rule stand.
  fileprivate func stepsCovered(by placement: Placement, of rule: Int) -> [[Bool]] {
    pathways.indices.map { pathway in
      pathways[pathway].steps.map { rules[rule].who.speaks(at: $0.who) && placement.covers($0, of: pathway) }
    }
  }

  /// The ids of steps at which a rule stands no more.
  func stepsLost(by change: Change) -> Set<String> {
    guard case .placement(let after) = change.content, let before = rules[change.decided.index].at else { return [] }
    return pathways.indices.reduce(into: []) { lost, pathway in
      for step in pathways[pathway].steps where before.covers(step, of: pathway) && !after.covers(step, of: pathway) {
        lost.insert(step.id)
      }
    }
  }
}
