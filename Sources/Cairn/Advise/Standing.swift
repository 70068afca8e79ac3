/// Where one person stands on one pathway, and how every step of it lies from there.
struct Standing: Sendable {
  /// Index into the rule set's pathways.
  let pathway: Int
  /// Whose rules speak here: a carer's where the person they care for stands, else a person's.
  let who: Who
  /// Whether the person is on it at all; unknown where its `for` is undecided.
  let truth: Truth
  /// The steps where they stand; empty where nobody said.
  let current: [Int]
  /// When steps were reached, as far as known, cut at the day of the advice.
  let dates: [Int: PartialDate]
  /// Days still to come on which steps are expected.
  let expected: [Int: CalendarDate]
  /// Per step, where it lies.
  let relations: [Advice.Relation]
  /// Per step, how many steps away it is; any-time steps come after the line.
  let distances: [Int]

  init(
    pathway: Int, of ruleSet: RuleSet, who: Who, truth: Truth = .yes, current: [Int] = [], dates: [Int: PartialDate] = [:],
    expected: [Int: CalendarDate] = [:]
  ) {
    self.pathway = pathway
    self.who = who
    self.truth = truth
    self.current = current
    self.dates = dates
    self.expected = expected
    let line = StepLine(ruleSet.pathways[pathway].steps)
    relations = line.relations(from: current, reached: Set(dates.keys))
    distances = line.distances(from: current)
  }
}

/// The steps of one pathway as a graph: which may follow which.
struct StepLine {
  let steps: [RuleSet.Step]

  init(_ steps: [RuleSet.Step]) { self.steps = steps }

  /// How each step lies for somebody who stands at `current` and has reached others before. O(steps²) at worst.
  func relations(from current: [Int], reached: Set<Int>) -> [Advice.Relation] {
    let ahead = distances(along: successors, from: current)
    let standsOffTheLine = !current.isEmpty && current.allSatisfy { steps[$0].isAnyTime && successors($0).isEmpty }
    let passed = distances(along: predecessors, from: current + reached.sorted())
    return steps.indices.map { step in
      if current.contains(step) { return .now }
      if steps[step].isAnyTime { return .anyTime }
      if current.isEmpty || ahead[step] != nil { return .ahead }
      if reached.contains(step) || passed[step] != nil { return .behind }
      // From a step that lies on no line, one goes back to the line wherever one left it.
      return standsOffTheLine ? .ahead : .elsewhere
    }
  }

  /// How many steps away each one is. Where nobody said where the person stands, they count from the first.
  func distances(from current: [Int]) -> [Int] {
    let ahead = distances(along: successors, from: current)
    return steps.indices.map { step in
      if current.contains(step) { return 0 }
      let away = ahead[step] ?? steps.count + step
      return steps[step].isAnyTime ? 2 * steps.count + step : away
    }
  }

  /// The nearest step for the person that may follow; nil at the end of the line.
  func next(after step: Int) -> Int? {
    let away = distances(along: successors, from: [step])
    return steps.indices.filter { $0 != step && away[$0] != nil && steps[$0].who != .team }.min {
      (away[$0] ?? 0, $0) < (away[$1] ?? 0, $1)
    }
  }

  private func successors(_ step: Int) -> [Int] { steps[step].then.filter(steps.indices.contains) }

  private func predecessors(_ step: Int) -> [Int] { steps.indices.filter { steps[$0].then.contains(step) } }

  /// Steps reached along edges and how many it takes, those at the start left out unless a way leads back.
  private func distances(along edges: (Int) -> [Int], from start: [Int]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var front = start
    var away = 0
    while !front.isEmpty {
      away += 1
      let following = front.flatMap(edges)
      front = []
      for step in following where result[step] == nil {
        result[step] = away
        front.append(step)
      }
    }
    return result
  }
}
