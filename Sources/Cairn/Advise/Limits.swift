extension RuleSet.Limits {
  /// What remains of ranked suggestions, and what is cut with its reason. Limits count merged suggestions; what applies anywhere counts
  /// as one step.
  func apply(to ranked: [Merged]) -> (kept: [Merged], cut: [(Merged, Advice.Reason, String)]) {
    var kept: [Merged] = []
    var cut: [(Merged, Advice.Reason, String)] = []
    var perStepSoFar: [Step: Int] = [:]
    for merged in ranked {
      let step = Step(pathway: merged.lead.place.pathway, step: merged.lead.place.step)
      if perStepSoFar[step, default: 0] >= perStep {
        cut.append((merged, .limitPerStep, Wording.limitPerStep(perStep, isAnywhere: step.step == nil)))
      } else if kept.count >= inAll {
        cut.append((merged, .limitInAll, Wording.limitInAll(inAll)))
      } else {
        perStepSoFar[step, default: 0] += 1
        kept.append(merged)
      }
    }
    return (kept, cut)
  }

  private struct Step: Hashable {
    let pathway, step: Int?
  }
}
