import Cairn

/// The words of a comparison, for text and Markdown alike.
enum DiffWords {
  static let sections: [(id: String, title: String)] = [
    ("rulebook", "The rulebook as a whole"), ("facts", "Facts"), ("concepts", "Concepts"), ("value-sets", "Value sets"),
    ("derived", "Derived facts"), ("pathways", "Pathways"), ("support-types", "Kinds of support"), ("offers", "Offers"),
    ("routing", "Routing"), ("profiles", "Sample profiles"), ("tests", "Tests"),
  ]

  static func mark(_ kind: ChangeKind) -> String {
    switch kind {
    case .added: "+"
    case .removed: "−"
    case .changed: "~"
    case .renamed: "="
    }
  }

  /// What a transition is for somebody, said of the entries of a section.
  static func effect(_ effect: Transition.Effect, in section: String) -> String {
    switch (effect, section) {
    case (.gains, "safeguards"): "applies to"
    case (.loses, "safeguards"): "spares"
    case (.gains, "rules"): "gains"
    case (.loses, "rules"): "loses"
    case (.gains, _): "takes in"
    case (.loses, _): "leaves out"
    case (.becomesUndecided, _): "undecided"
    case (.isDecided, _): "decided"
    }
  }

  static func truth(_ truth: Truth) -> String {
    switch truth {
    case .yes: "yes"
    case .no: "no"
    case .unknown: "undecided"
    }
  }

  static func transition(_ transition: Transition) -> String { "\(truth(transition.before)) → \(truth(transition.after))" }

  /// `nobody loses, nobody becomes undecided`: what was proved; nil where there is nothing.
  static func proved(_ finding: ConditionFinding, in section: String) -> String? {
    let section = finding.limit == nil ? section : "conditions"
    let effects = effects(finding) { if case .nobody = $0 { true } else { false } }
    let known = effects.filter { [.gains, .loses].contains($0) }.map { "nobody \(verb($0, in: section))" }
    let open = effects.filter { ![.gains, .loses].contains($0) }.map { "nobody \(verb($0, in: section))" }
    // Whoever is known in part, or whose place is not known, may wait where others do not.
    let whole = section == "rules" ? "where the place is known and nothing is known in part" : "where nothing is known in part"
    let parts = [PlainWords.list(known), open.isEmpty ? "" : "\(whole), \(PlainWords.list(open))"].filter { !$0.isEmpty }
    guard !parts.isEmpty else { return nil }
    return (finding.isOfSharedOnly ? "of those whom both rulebooks can read, " : "")
      + (finding.asksForOther ? "whatever it asks for, " : "") + parts.joined(separator: "; ")
  }

  /// What a rule does to somebody; of whom its conditions alone say it, they take in or leave out.
  static func effect(_ witness: Witness, in section: String) -> String {
    effect(witness.transition.effect, in: witness.isOfConditionsOnly ? "conditions" : section)
  }

  /// The same of what the budget did not reach.
  static func open(_ finding: ConditionFinding) -> String? {
    let transitions = finding.transitions { if case .notAnalysed = $0 { true } else { false } }
    return transitions.isEmpty ? nil : PlainWords.list(transitions.map { "from \(truth($0.before)) to \(truth($0.after))" })
  }

  /// The effects of which every transition has such an outcome.
  private static func effects(_ finding: ConditionFinding, _ isSo: (ConditionFinding.Outcome) -> Bool) -> [Transition.Effect] {
    Transition.Effect.allCases.filter { effect in
      let outcomes = finding.outcomes.filter { $0.transition.effect == effect }
      return !outcomes.isEmpty && outcomes.allSatisfy { isSo($0.outcome) }
    }
  }

  private static func verb(_ effect: Transition.Effect, in section: String) -> String {
    switch (effect, section) {
    case (.gains, "safeguards"): "else comes under it"
    case (.loses, "safeguards"): "is spared"
    case (.gains, "rules"): "gains"
    case (.loses, "rules"): "loses"
    case (.gains, _): "is taken in"
    case (.loses, _): "is left out"
    case (.becomesUndecided, _): "becomes undecided"
    case (.isDecided, _): "is decided now"
    }
  }

  /// Why nothing is said of people; nil where something is.
  static func verdict(_ finding: ConditionFinding) -> String? {
    switch finding.verdict {
    case .alike: nil
    case .equal:
      "conditions written otherwise, and proved the same on this day for everybody"
        + (finding.isOfSharedOnly ? " whom both rulebooks can read and" : "") + " of whom nothing is known in part"
    case .different: nil
    case .notAnalysed(let why): "not analysed: \(why)"
    }
  }

  /// A person's words without their beginning, for a cell of a table.
  static func short(_ witness: Witness) -> String {
    let start = "somebody: "
    return witness.words.hasPrefix(start) ? String(witness.words.dropFirst(start.count)) : witness.words
  }

  /// `Community support 2026.11`.
  static func name(_ side: DiffSide) -> String {
    [side.ruleSet.title.text(in: side.language), side.ruleSet.version].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `153 rules: 150 as they were, 2 changed, 1 added.`
  static func counts(_ diff: RulebookDiff) -> String {
    func count(_ kind: ChangeKind) -> Int { diff.rules.count { $0.kind == kind } }
    let parts = [
      (diff.counts.alike, "as \(diff.counts.alike == 1 ? "it was" : "they were")"),
      (diff.rewritten.count, "written otherwise and the same for everybody"), (count(.changed), "changed"), (count(.renamed), "renamed"),
      (count(.added), "added"),
    ].filter { $0.0 > 0 }.map { "\(PlainWords.grouped($0.0)) \($0.1)" }
    let rules = "\(PlainWords.grouped(diff.counts.rules)) \(diff.counts.rules == 1 ? "rule" : "rules")"
    let removed = count(.removed) == 0 ? "" : "; \(count(.removed)) removed"
    return rules + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")) + removed + "."
  }

  /// Which rules were written otherwise and did not change; nil where none was.
  static func rewritten(_ diff: RulebookDiff) -> String? {
    guard !diff.rewritten.isEmpty else { return nil }
    return
      "Their conditions are proved the same on this day for everybody whom both rulebooks can read and of whom nothing is known in part:"
      + " \(PlainWords.list(diff.rewritten))."
  }

  /// Who was compared, and how their numbers are shown.
  static func people(_ population: PopulationDiff) -> String {
    let count = "\(population.shown(population.people)) \(population.isFictional && population.people == 1 ? "person" : "people")"
    if population.people == 0 { return "There are no sample profiles. --profiles FILE counts people." }
    guard !population.isFictional else { return "\(count) from the sample profiles, who are made up." }
    let part =
      population.readInPart == 0
      ? ""
      : " Of them, \(population.shown(population.readInPart)) say something that only one of the two rulebooks knows;"
        + " to the other it is not known."
    return "\(count).\(part) Numbers of people are rounded down to fives; under five is <5, and such rows are withheld."
  }

  /// Who is told the same in other words, or that nobody is told anything else; nil where the tables say it.
  static func otherWords(_ population: PopulationDiff) -> String? {
    guard population.otherWords > 0 else {
      return population.people > 0 && population.tables.isEmpty ? "Nobody is told anything else." : nil
    }
    let count = population.shown(population.otherWords)
    let isOne = population.isFictional && population.otherWords == 1
    let gains = population.tables.isEmpty ? "Nobody gains or loses anything. " : ""
    return "\(gains)\(count) \(isOne ? "person reads" : "people read") something in other words than before."
  }
}
