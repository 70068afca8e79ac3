import Cairn

/// Compares rules by id: which are as they were, and what became of the others.
struct RuleComparison {
  private let old, new: DiffSide
  private let conditions: JoinedConditions
  private let comparison: ConditionComparison
  private let oldText, newText: WrittenRulebook
  private let causes: RuleCauses
  private(set) var changes: [RuleChange] = []
  private(set) var texts: [EntryChange] = []
  private(set) var alike = 0
  private(set) var rewritten: [String] = []

  init(_ conditions: JoinedConditions, _ oldText: WrittenRulebook, _ newText: WrittenRulebook, budget: Int) {
    (old, new) = (conditions.old, conditions.new)
    self.conditions = conditions
    comparison = ConditionComparison(conditions: conditions, budget: budget)
    (self.oldText, self.newText) = (oldText, newText)
    causes = RuleCauses(old, new, oldText, newText)
    compare()
  }

  private mutating func compare() {
    let pairing = Pairing(old.ruleSet.rules.map(\.id), new.ruleSet.rules.map(\.id))
    for (before, after) in pairing.kept { compare(before, after, isRenamed: false) }
    var gone = Dictionary(grouping: pairing.removed) { oldText["rules", old.ruleSet.rules[$0].id]?.meaning ?? "" }
    var renamed: Set<Int> = []
    for rule in pairing.added {
      // Written alike but for the id: most likely a new name.
      let meaning = newText["rules", new.ruleSet.rules[rule].id]?.meaning ?? ""
      if let before = gone[meaning]?.first, conditions.areAlike(pair(before, rule)) {
        gone[meaning]?.removeFirst()
        renamed.insert(before)
        compare(before, rule, isRenamed: true)
      } else {
        changes.append(whole(rule, in: new, .added, finding(nil, rule)))
      }
    }
    for rule in pairing.removed where !renamed.contains(rule) { changes.append(whole(rule, in: old, .removed, finding(rule, nil))) }
  }

  private mutating func compare(_ before: Int, _ after: Int, isRenamed: Bool) {
    let finding = finding(before, after)
    let differences = RuleDifferences(old, before, new, after).all
    let isSame = finding.verdict == .alike || finding.verdict == .equal
    if isSame, differences.isEmpty, !isRenamed {
      if finding.verdict == .alike { alike += 1 } else { rewritten.append(new.ruleSet.rules[after].id) }
    }
    if isRenamed || !isSame || !differences.isEmpty {
      var change = change(after, in: new, isRenamed ? .renamed : .changed, finding)
      if isRenamed { change.formerID = old.ruleSet.rules[before].id }
      change.differences = differences
      change.finding?.asksForOther = differences.contains { ["does", "with"].contains($0.label) }
      if !isSame { addConditions(to: &change, after) }
      changes.append(change)
    }
    if !isRenamed { addTexts(before, after) }
  }

  /// How the conditions are written now, and what else they read that changed.
  private func addConditions(to change: inout RuleChange, _ rule: Int) {
    let (before, after) = (oldText["rules", change.id], newText["rules", change.id])
    for key in ["when", "unless"] where before?[key]?.meaning != after?[key]?.meaning {
      change.differences.append(Difference(key, before?[key]?.onOneLine, after?[key]?.onOneLine))
    }
    var support: String?
    if case .suggest(let index, _, _) = new.ruleSet.rules[rule].action { support = new.ruleSet.supports[index].manifest.id }
    change.causes = causes.causes(of: change.id, support: support)
  }

  private static let judged: Set<String> = ["who", "at", "when", "unless", "suggest", "priority", "valid"]

  private mutating func addTexts(_ before: Int, _ after: Int) {
    let rule = new.ruleSet.rules[after]
    var differences = WrittenDifferences(oldText["rules", rule.id], newText["rules", rule.id], leavingOut: Self.judged).all
    let was = old.ruleSet.rules[before]
    // Who answers for it may change by the rulebook's defaults.
    func add(_ key: String, _ before: String?, _ after: String?) {
      if before != after, !differences.contains(where: { $0.label == key }) { differences.append(Difference(key, before, after)) }
    }
    add("owner", was.owner, rule.owner)
    add("review-by", was.reviewBy?.description, rule.reviewBy?.description)
    guard !differences.isEmpty else { return }
    texts.append(
      EntryChange(section: "rules", id: rule.id, title: rule.title.text(in: new.language), kind: .changed, differences: differences))
  }

  private func pair(_ before: Int?, _ after: Int?) -> ConditionPair { ConditionPair(owner: .rule, old: before, new: after) }

  /// Rules of the team read no fact about a person.
  private func finding(_ before: Int?, _ after: Int?) -> ConditionFinding {
    let isForTeam = [before.map { old.ruleSet.rules[$0].who }, after.map { new.ruleSet.rules[$0].who }].contains(.team)
    if isForTeam { return ConditionFinding(verdict: .alike) }
    if conditions.areAlike(pair(before, after)) { return ConditionFinding(verdict: .alike) }
    return RuleScope(conditions: conditions, before: before, after: after).limited(
      comparison.finding(pair(before, after), at: places(before, after)))
  }

  /// Where the rule speaks now; of one that is gone, where it spoke.
  private func places(_ before: Int?, _ after: Int?) -> [WitnessPlace] {
    guard let (rule, side) = after.map({ ($0, new) }) ?? before.map({ ($0, old) }), side.ruleSet.rules[rule].who == .person else {
      return []
    }
    return side.ruleSet.places(of: rule, asOf: conditions.asOf).compactMap { place in
      guard let position = place.position, let index = side.ruleSet.pathways.firstIndex(where: { $0.id == position.pathway }) else {
        return nil
      }
      let isNew = after != nil
      let (rows, old, new) = conditions.sides(
        of: ConditionPair(owner: .pathway, old: isNew ? nil : index, new: isNew ? index : nil))
      return (old ?? new).map { WitnessPlace(position: position, goals: [rows.rows.goal($0, is: .yes)]) }
    }
  }

  /// A rule that only one of the two has, with what it does.
  private func whole(_ rule: Int, in side: DiffSide, _ kind: ChangeKind, _ finding: ConditionFinding) -> RuleChange {
    var change = change(rule, in: side, kind, finding)
    let written = (kind == .added ? newText : oldText)["rules", change.id]
    for key in ["who", "at", "when", "unless", "suggest", "flag", "priority"] {
      guard let value = written?[key]?.onOneLine else { continue }
      change.differences.append(Difference(key, kind == .added ? nil : value, kind == .added ? value : nil))
    }
    return change
  }

  private func change(_ rule: Int, in side: DiffSide, _ kind: ChangeKind, _ finding: ConditionFinding) -> RuleChange {
    let declared = side.ruleSet.rules[rule]
    return RuleChange(
      id: declared.id, formerID: nil, title: declared.title.text(in: side.language), kind: kind, differences: [], finding: finding)
  }
}
