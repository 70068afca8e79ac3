import Cairn

extension Survey {
  /// Rules that nobody satisfies, where only the solver sees it; and rules that nobody satisfies where they stand.
  func rulesThatSpeakToNobody(_ purse: inout Purse) -> [Diagnostic] {
    ruleSet.rules.indices.compactMap { rule in
      guard ruleSet.rules[rule].who != .team else { return spots[rule].isEmpty ? standsNowhere(rule) : nil }
      return neverFires(rule, &purse) ?? (spots[rule].isEmpty ? standsNowhere(rule) : nil) ?? standsForNobody(rule, &purse)
    }
  }

  private func neverFires(_ rule: Int, _ purse: inout Purse) -> Diagnostic? {
    let goal = ruleSet.ruleRows.goal(rule, is: .yes)
    guard isImpossible([goal], &purse) else { return nil }
    let declared = ruleSet.rules[rule]
    guard goal.dependsOnDay else {
      return .error(
        .neverFires, "the rule `\(declared.id)` can never fire", at: declared.declaredAt, help: "its conditions exclude each other")
    }
    return .warning(
      .neverFires, "nobody can satisfy the rule `\(declared.id)` on \(asOf)", at: declared.declaredAt,
      help: "what it asks of dates excludes each other on this day")
  }

  private func standsNowhere(_ rule: Int) -> Diagnostic {
    .warning(
      .neverStands, "the rule `\(ruleSet.rules[rule].id)` stands nowhere: no pathway has such a step", at: ruleSet.rules[rule].declaredAt,
      help: "look at its `at`, or add the step to a pathway")
  }

  /// Where it stands, the pathway's `for` keeps away everybody whom it is for.
  private func standsForNobody(_ rule: Int, _ purse: inout Purse) -> Diagnostic? {
    let declared = ruleSet.rules[rule]
    let goal = ruleSet.ruleRows.goal(rule, is: .yes)
    var pathways: [Int] = []
    for case .step(let step, let pathway) in spots[rule] where !pathways.contains(pathway) {
      pathways.append(pathway)
      guard isImpossible([self.goal(at: .step(step, pathway: pathway), for: declared.who), goal], &purse) else { return nil }
    }
    guard !pathways.isEmpty else { return nil }
    let names = pathways.map { "`\(ruleSet.pathways[$0].id)`" }
    let them = names.count == 1 ? "the pathway \(names[0]) is" : "the pathways \(PlainWords.list(names)) are"
    return .warning(
      .neverStands, "nobody for whom \(them) can satisfy the rule `\(declared.id)`", at: declared.declaredAt,
      help: "look at what its conditions and `for` ask of the same fact")
  }

  /// Pathways on which nobody can be by their `for`.
  func pathwaysForNobody(_ purse: inout Purse) -> [Diagnostic] {
    ruleSet.pathways.indices.compactMap { pathway in
      let goal = ruleSet.pathwayRows.goal(pathway, is: .yes)
      guard isImpossible([goal], &purse) else { return nil }
      let day = goal.dependsOnDay ? " on \(asOf)" : ""
      return .warning(
        .unreachedPathway, "the pathway `\(ruleSet.pathways[pathway].id)` is for nobody: its `for` cannot be true\(day)",
        at: declaration.pathways[pathway].id.range, help: "look at what `for` asks of the same fact")
    }
  }

  /// Whether it is proved that nobody meets these goals. Not answered is no proof.
  func isImpossible(_ goals: [Goal], _ purse: inout Purse) -> Bool {
    guard purse.pay() else { return false }
    switch Solver.solve(goals, in: ruleSet.vocabulary, asOf: asOf, budget: Self.demands) {
    case .impossible: return true
    case .found: return false
    case .notAnalysed:
      purse.forgo()
      return false
    }
  }

  /// How many demands one question may try.
  static let demands = 2_000
}
