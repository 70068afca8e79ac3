import Cairn

extension Survey {
  /// Steps to which no way leads, and pathways of which no rule reaches a step.
  func unreachedPlaces() -> [Diagnostic] {
    ruleSet.pathways.indices.flatMap { unreachedSteps(of: $0) } + pathwaysWithoutRules()
  }

  private func unreachedSteps(of pathway: Int) -> [Diagnostic] {
    let steps = ruleSet.pathways[pathway].steps
    let reached = stepsReached(on: steps)
    return steps.indices.filter { !reached.contains($0) && steps[$0].who != .team }.map { step in
      .warning(
        .unreachedStep, "no way leads to the step `\(steps[step].id)` of the pathway `\(ruleSet.pathways[pathway].id)`",
        at: declaration.pathways[pathway].steps[step].id.range,
        help: "name it under `then` of a step before it, or write `any-time: yes`")
    }
  }

  /// From the first step of the line, and from those that are entered at any time.
  private func stepsReached(on steps: [RuleSet.Step]) -> Set<Int> {
    let first = steps.indices.first { !steps[$0].isAnyTime && steps[$0].who != .team }
    var front = steps.indices.filter { $0 == first || steps[$0].isAnyTime }
    var reached = Set(front)
    while let step = front.popLast() {
      for next in steps[step].then where steps.indices.contains(next) && reached.insert(next).inserted { front.append(next) }
    }
    return reached
  }

  /// In a rulebook of which no rule has a place yet, there is nothing to say.
  private func pathwaysWithoutRules() -> [Diagnostic] {
    let places = Set(spots.joined())
    guard places.contains(where: { $0 != .anywhere }) else { return [] }
    return ruleSet.pathways.indices.filter { pathway in
      !ruleSet.pathways[pathway].steps.indices.contains { places.contains(.step($0, pathway: pathway)) }
    }.map { pathway in
      let kinds = Set(ruleSet.pathways[pathway].steps.map(\.kind)).sorted().map { "`\($0)`" }
      return .warning(
        .unreachedPathway, "no rule reaches a step of the pathway `\(ruleSet.pathways[pathway].id)`",
        at: declaration.pathways[pathway].id.range, help: "write a rule for one of its kinds of step: \(PlainWords.list(kinds, "or"))")
    }
  }
}
