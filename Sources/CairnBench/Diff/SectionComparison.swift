import Cairn

/// Compares every section but the rules: what was added, removed and written otherwise, and whom a condition takes in or leaves out.
struct SectionComparison {
  private let old, new: DiffSide
  private let conditions: JoinedConditions
  private let comparison: ConditionComparison
  private let oldText, newText: WrittenRulebook

  init(_ conditions: JoinedConditions, _ oldText: WrittenRulebook, _ newText: WrittenRulebook, budget: Int) {
    (old, new) = (conditions.old, conditions.new)
    self.conditions = conditions
    comparison = ConditionComparison(conditions: conditions, budget: budget)
    (self.oldText, self.newText) = (oldText, newText)
  }

  func safeguards() -> [EntryChange] {
    changes(in: "safeguards", condition: "when", .safeguard, old.ruleSet.safeguards.map(\.id), new.ruleSet.safeguards.map(\.id))
  }

  /// In the order of the language, the rulebook's own lines first.
  func others() -> [EntryChange] {
    var changes = changes(in: "rulebook")
    changes += facts() + self.changes(in: "concepts") + self.changes(in: "value-sets") + self.changes(in: "derived")
    changes += self.changes(
      in: "pathways", condition: "for", .pathway, old.ruleSet.pathways.map(\.id), new.ruleSet.pathways.map(\.id))
    changes += SupportComparison(old, new).changes
    changes += self.changes(in: "offers", condition: "accepts", .offer, old.ruleSet.offers.map(\.id), new.ruleSet.offers.map(\.id))
    changes += self.changes(in: "routing", condition: "when", .routing, old.ruleSet.routing.map(\.id), new.ruleSet.routing.map(\.id))
    return changes + self.changes(in: "profiles") + self.changes(in: "tests")
  }

  // MARK: - One section

  private func changes(in section: String, _ find: (String) -> ConditionFinding? = { _ in nil }) -> [EntryChange] {
    let (before, after) = (oldText.ids(in: section), newText.ids(in: section))
    let pairing = Pairing(before, after)
    return pairing.kept.compactMap { changed(section, after[$0.new], find(after[$0.new])) }
      + pairing.added.map { entry(section, after[$0], new, newText, .added, find(after[$0])) }
      + pairing.removed.map { entry(section, before[$0], old, oldText, .removed, find(before[$0])) }
  }

  /// The same of a section whose entries have a condition, which is then judged by what it does and not by how it is written.
  private func changes(
    in section: String, condition key: String, _ owner: ConditionOwner, _ before: [String], _ after: [String]
  ) -> [EntryChange] {
    let was = Dictionary(before.enumerated().map { ($1, $0) }) { first, _ in first }
    let now = Dictionary(after.enumerated().map { ($1, $0) }) { first, _ in first }
    return changes(in: section) { id in
      // Whom a whole offer or pathway was for stands with it; of a safeguard, somebody is always shown.
      guard owner == .safeguard || was[id] != nil && now[id] != nil else { return nil }
      let finding = comparison.finding(ConditionPair(owner: owner, old: was[id], new: now[id]))
      return finding.verdict == .alike ? nil : finding
    }.compactMap { change in
      var change = change
      // Written otherwise, and of the same form: nobody need look at it.
      if change.kind == .changed, change.finding == nil { change.differences.removeAll { $0.label == key } }
      return change.kind == .changed && change.differences.isEmpty && change.finding == nil ? nil : change
    }
  }

  private func changed(_ section: String, _ id: String, _ finding: ConditionFinding?) -> EntryChange? {
    let differences = WrittenDifferences(oldText[section, id], newText[section, id]).all
    guard !differences.isEmpty || finding != nil else { return nil }
    return EntryChange(
      section: section, id: id, title: title(section, id, newText, new), kind: .changed, differences: differences, finding: finding)
  }

  private func entry(
    _ section: String, _ id: String, _ side: DiffSide, _ text: WrittenRulebook, _ kind: ChangeKind, _ finding: ConditionFinding?
  ) -> EntryChange {
    var differences: [Difference] = []
    for key in Self.toldOfWhole[section] ?? [] {
      guard let value = text[section, id]?[key]?.onOneLine else { continue }
      differences.append(Difference(key, kind == .added ? nil : value, kind == .added ? value : nil))
    }
    return EntryChange(
      section: section, id: id, title: title(section, id, text, side), kind: kind, differences: differences, finding: finding)
  }

  /// What is told of an entry that only one of the two has.
  private static let toldOfWhole = [
    "safeguards": ["when", "stop", "escalate"], "offers": ["support", "accepts"], "facts": ["type"], "derived": ["when"],
    "pathways": ["for"], "routing": ["when", "through"],
  ]

  private func title(_ section: String, _ id: String, _ text: WrittenRulebook, _ side: DiffSide) -> String {
    guard !["tests", "rulebook"].contains(section), let title = text[section, id]?["title"] else { return id }
    return title.isScalar ? title.text : title[side.language]?.text ?? title.entries.first { _ in true }?.value.text ?? id
  }

  /// Facts, each with the rules that read it: what it may be is part of what they mean.
  private func facts() -> [EntryChange] {
    let changed = changes(in: "facts")
    guard !changed.isEmpty else { return [] }
    var readers: [String: [String]] = [:]
    for rule in new.ruleSet.rules.indices {
      for fact in conditions.factsRead(by: ConditionPair(owner: .rule, old: nil, new: rule)) {
        readers[conditions.names.vocabulary.facts[fact].id, default: []].append(new.ruleSet.rules[rule].id)
      }
    }
    return changed.map { change in
      var change = change
      if change.kind == .changed { change.readBy = readers[change.id] ?? [] }
      return change
    }
  }
}
