import Cairn

/// A step of a pathway where a rule speaks.
struct SpokenStep: Hashable {
  var pathway, step: String
}

extension DiffSide {
  /// The steps at which a rule speaks, in the order declared; nil for a rule that speaks anywhere.
  func steps(of rule: Int) -> [SpokenStep]? {
    guard let placement = ruleSet.rules[rule].at else { return nil }
    let isForTeam = ruleSet.rules[rule].who == .team
    return ruleSet.pathways.indices.flatMap { pathway in
      ruleSet.pathways[pathway].steps.filter { ($0.who == .team) == isForTeam && placement.speaks(at: $0, of: pathway) }.map {
        SpokenStep(pathway: ruleSet.pathways[pathway].id, step: $0.id)
      }
    }
  }

  /// `Annual review (Type 2 diabetes)`.
  func title(of step: SpokenStep) -> String {
    guard let pathway = ruleSet.pathways.first(where: { $0.id == step.pathway }) else { return "\(step.pathway)/\(step.step)" }
    let title = pathway.steps.first { $0.id == step.step }?.title.text(in: language) ?? step.step
    return "\(title) (\(pathway.title.text(in: language)))"
  }
}

/// Where a rule speaks now and did not, and where it did and does no longer.
struct PlaceChange {
  private(set) var differences: [Difference] = []

  init(_ old: DiffSide, _ oldRule: Int, _ new: DiffSide, _ newRule: Int) {
    switch (old.steps(of: oldRule), new.steps(of: newRule)) {
    case (nil, nil): break
    case (nil, let now?): differences.append(Difference("speaks", "anywhere", "at " + Self.listed(now, new)))
    case (let before?, nil): differences.append(Difference("speaks", "at " + Self.listed(before, old), "anywhere"))
    case (let before?, let now?):
      let added = now.filter { !before.contains($0) }
      let removed = before.filter { !now.contains($0) }
      if !added.isEmpty { differences.append(Difference("at", nil, Self.listed(added, new))) }
      if !removed.isEmpty { differences.append(Difference("at", Self.listed(removed, old), nil)) }
    }
    let (before, after) = (old.ruleSet.rules[oldRule].at, new.ruleSet.rules[newRule].at)
    add("from", before?.after, after?.after)
    add("until", before?.within, after?.within)
  }

  private mutating func add(_ label: String, _ before: CalendarDuration?, _ after: CalendarDuration?) {
    guard before != after else { return }
    differences.append(Difference(label, before.map { "\($0) after it was reached" }, after.map { "\($0) after it was reached" }))
  }

  /// A long list by its first few.
  private static func listed(_ steps: [SpokenStep], _ side: DiffSide) -> String {
    if steps.isEmpty { return "no step" }
    let titles = steps.map { side.title(of: $0) }
    return titles.count <= 4 ? PlainWords.list(titles) : titles.prefix(3).joined(separator: ", ") + " and \(titles.count - 3) more"
  }
}
