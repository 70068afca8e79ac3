import Cairn

extension Survey {
  /// Rules whose own conditions keep nobody away: whatever is known, or once it is known.
  func rulesThatAlwaysFire(_ purse: inout Purse) -> [Diagnostic] {
    let rows = rowsOfOwnConditions
    return ruleSet.rules.indices.compactMap { rule in
      let declared = ruleSet.rules[rule]
      guard declared.who != .team, declared.conditions.when != nil || declared.conditions.unless != nil else { return nil }
      return constancy(of: rule, in: rows, &purse).flatMap { constancy in
        let what = "the conditions of the rule `\(declared.id)`"
        switch constancy {
        case .never: return nil
        case .always(let day):
          let diagnostic = Diagnostic.warning(
            .alwaysFires, "\(what) keep nobody away\(day)", at: declared.declaredAt, help: "take `when` and `unless` away, or ask for less")
          return diagnostic.showing("it holds for somebody of whom nothing is known", cast([:]))
        case .onceKnown(let somebody, let day):
          let diagnostic = Diagnostic.warning(
            .alwaysFires, "\(what) keep nobody away\(day) once everything is known", at: declared.declaredAt,
            help: "take `when` and `unless` away, or ask for less")
          return somebody.map { diagnostic.showing("all they do is wait, as for somebody like this", $0) }
        }
      }
    }
  }

  /// Derived facts that are the same for everybody.
  func constantFacts(_ purse: inout Purse) -> [Diagnostic] {
    var builder = RowSetBuilder(ruleSet.vocabulary)
    for derived in ruleSet.vocabulary.derived { builder.add(RuleConditions(when: derived.condition)) }
    let rows = builder.finish()
    return ruleSet.vocabulary.derived.indices.compactMap { index in
      let derived = ruleSet.vocabulary.derived[index]
      guard let constancy = constancy(of: index, in: rows, &purse) else { return nil }
      let name = "the derived fact `\(derived.id)`"
      let help = "look at what its conditions ask of the same fact"
      switch constancy {
      case .never(let day): return .warning(.constantFact, "\(name) is true of nobody\(day)", at: derived.declaredAt, help: help)
      case .always(let day):
        let diagnostic = Diagnostic.warning(.constantFact, "\(name) is true of everybody\(day)", at: derived.declaredAt, help: help)
        return diagnostic.showing("it holds for somebody of whom nothing is known", cast([:]))
      case .onceKnown(let somebody, let day):
        let diagnostic = Diagnostic.warning(
          .constantFact, "\(name) is true of everybody\(day) once everything is known", at: derived.declaredAt, help: help)
        return somebody.map { diagnostic.showing("all it does is wait, as for somebody like this", $0) }
      }
    }
  }

  private enum Constancy {
    /// With the day, where the proof holds for that day only.
    case never(String)
    case always(String)
    /// With somebody for whom it is undecided.
    case onceKnown(Cast?, String)
  }

  private func constancy(of target: Int, in rows: RowSet, _ purse: inout Purse) -> Constancy? {
    let day = rows.goal(target, is: .yes).dependsOnDay ? " on \(asOf)" : ""
    if isImpossible([rows.goal(target, is: .yes)], &purse) { return .never(day) }
    guard isImpossible([rows.goal(target, is: .no)], &purse) else { return nil }
    switch Solver.solve([rows.goal(target, is: .notYes)], in: ruleSet.vocabulary, asOf: asOf, budget: Self.demands) {
    case .impossible: return rows.verdict(of: target, facts(of: cast([:]))) == .yes ? .always(day) : nil
    case .notAnalysed: return .onceKnown(nil, day)
    case .found(let values):
      let somebody = cast(values)
      return .onceKnown(rows.verdict(of: target, facts(of: somebody)) == .unknown ? somebody : nil, day)
    }
  }

  /// What rules ask by themselves, without what their support types ask.
  private var rowsOfOwnConditions: RowSet {
    var builder = RowSetBuilder(ruleSet.vocabulary)
    for rule in ruleSet.rules {
      builder.add(RuleConditions(when: rule.conditions.when, whenIsAny: rule.conditions.whenIsAny, unless: rule.conditions.unless))
    }
    return builder.finish()
  }
}
