import Cairn

extension Survey {
  /// Rules that keep to one side of a line at which a safeguard escalates, and reach people on the other side by another branch.
  ///
  /// That a rule *keeps to one side* is read from what it asks: of a fact that the safeguard reads, some comparison of it allows nothing that
  /// the safeguard's does. A rule that takes no side is meant for both, and a safeguard may escalate without stopping anything.
  func bypassedEscalations(_ purse: inout Purse) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for safeguard in ruleSet.safeguards.indices where ruleSet.safeguards[safeguard].escalates {
      let lines = ruleSet.safeguardRows.leaves(of: safeguard)
      for rule in ruleSet.rules.indices where isShown(rule, beside: safeguard) && keepsToOneSide(rule, of: lines) {
        guard purse.pay(for: comparisons[rule]) else { continue }
        let goals = nothingElseStops(rule) + [ruleSet.safeguardRows.goal(safeguard, is: .yes)]
        switch Solver.solve(goals + [ruleSet.ruleRows.goal(rule, is: .yes)], in: ruleSet.vocabulary, asOf: asOf, budget: Self.demands) {
        case .impossible: continue
        case .notAnalysed: purse.forgo()
        case .found:
          let somebody = self.somebody(for: [rule], at: spots[rule], among: goals)
          if let somebody, ruleSet.safeguardRows.verdict(of: safeguard, facts(of: somebody)) == .yes {
            diagnostics.append(bypassed(safeguard, by: rule, somebody))
          }
        }
      }
    }
    return diagnostics
  }

  /// Whether a rule asks people to do something that the safeguard does not stop.
  private func isShown(_ rule: Int, beside safeguard: Int) -> Bool {
    guard case .suggest(_, let verb, _) = ruleSet.rules[rule].action, ruleSet.rules[rule].who != .team else { return false }
    return verb != .inform && verb != .flag && !ruleSet.safeguards[safeguard].stop.holdsBack(ruleSet.rules[rule].action)
  }

  private func keepsToOneSide(_ rule: Int, of lines: [RowSet.Leaf]) -> Bool {
    ruleSet.ruleRows.leaves(of: rule).contains { leaf in
      lines.contains { $0.slot == leaf.slot && !AllowedSet.atLeast(2, of: [$0.set, leaf.set]).hasValue(on: asOf) }
    }
  }

  private func nothingElseStops(_ rule: Int) -> [Goal] {
    ruleSet.safeguards.indices.filter { ruleSet.safeguards[$0].stop.holdsBack(ruleSet.rules[rule].action) }.map {
      ruleSet.safeguardRows.goal($0, is: .notYes)
    }
  }

  private func bypassed(_ safeguard: Int, by rule: Int, _ somebody: Cast) -> Diagnostic {
    let (declared, line) = (ruleSet.rules[rule], ruleSet.safeguards[safeguard])
    return Diagnostic.warning(
      .escalationBypassed,
      "the rule `\(declared.id)` keeps to one side of where `\(line.id)` escalates, and still speaks to somebody on the other",
      at: declared.declaredAt, help: "ask for that side in every branch of its conditions, or let the safeguard stop it"
    ).relating("`\(line.id)` is here", line.declaredAt).showing("somebody like this", somebody)
  }
}

extension RuleSet.Safeguard {
  /// Whether it calls somebody and lets suggestions pass.
  fileprivate var escalates: Bool {
    guard escalatePerson != nil || escalatePractitioner != nil else { return false }
    if case .everything = stop { return false }
    return true
  }
}

extension RowSet {
  /// A comparison as it must come out: of a slot, the set that it must lie in.
  struct Leaf {
    var slot: Slot
    var set: AllowedSet
  }

  /// Every comparison from which a target may become true.
  func leaves(of target: Int) -> [Leaf] {
    targets[target].flatMap { row in
      constraints[rows[row].constraints].map { Leaf(slot: slots[$0.slot], set: sets[$0.set]) }
        + residuals[rows[row].residuals].flatMap { leaves(of: $0.node, holds: true) }
    }
  }

  private func leaves(of node: Int, holds: Bool) -> [Leaf] {
    switch nodes[node] {
    case .leaf(let slot, let set): [Leaf(slot: slots[slot], set: holds ? sets[set] : sets[set].complement)]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap { leaves(of: $0, holds: holds) }
    case .derived(_, let inner, let isSo): leaves(of: inner, holds: holds == isSo)
    }
  }
}
