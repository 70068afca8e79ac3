/// Where a rule speaks, and whether the person stands there.
extension RuleText {
  var placement: [Line]? {
    guard let at = rule.at else { return nil }
    var asks: [String] = []
    if !at.kinds.isEmpty { asks.append("a step of the kind " + PlainWords.list(at.kinds.sorted(), "or")) }
    if !at.pathways.isEmpty {
      let titles = at.pathways.sorted().filter(ruleSet.pathways.indices.contains).map {
        ruleSet.pathways[$0].title.text(in: context.language)
      }
      asks.append("on the pathway " + PlainWords.list(titles, "or"))
    }
    if !at.steps.isEmpty { asks.append("the step " + PlainWords.list(at.steps.sorted(), "or")) }
    if let after = at.after { asks.append("\(after) after it was reached") }
    if let within = at.within { asks.append("within \(within) of reaching it") }
    let (truth, value) = standing(at)
    let source = place(context.profile.positions.first?.source)
    return [Line(depth: 0, truth: truth, asks: asks.joined(separator: ", "), value: value, source: source)]
  }

  /// Where the rule meets the person: now, ahead, or nowhere.
  func standing(_ at: RuleSet.Placement) -> (Truth, String) {
    guard !context.advice.pathways.isEmpty else { return (.no, "they are on no pathway") }
    var ahead: [String] = []
    for place in context.advice.pathways {
      guard let index = ruleSet.pathways.firstIndex(where: { $0.id == place.pathway }) else { continue }
      for step in place.steps {
        guard let declared = ruleSet.pathways[index].steps.first(where: { $0.id == step.step }), at.covers(declared, of: index) else {
          continue
        }
        if step.relation == .now { return now(step, at) }
        if step.relation == .ahead || step.relation == .anyTime { ahead.append(step.title) }
      }
    }
    return ahead.isEmpty ? (.no, "no such step is now or ahead") : (.yes, "ahead: \(PlainWords.list(ahead))")
  }

  private func now(_ step: Advice.StepPlace, _ at: RuleSet.Placement) -> (Truth, String) {
    let since = step.since.map { ", since \(PlainWords.date($0, near: context.asOf))" } ?? ""
    let stand = "they stand at \(step.title)\(since)"
    guard let after = at.after else { return (.yes, stand) }
    guard let reached = step.since else { return (.unknown, "\(stand); since when is not known") }
    let due = reached.last.adding(after)
    return due <= context.asOf ? (.yes, stand) : (.no, "\(stand); its time comes on \(PlainWords.date(due))")
  }

  /// Where something was written: a line of the person's own file, else the file too.
  func place(_ range: SourceRange?) -> String? {
    guard let range else { return nil }
    let line = range.source.position(of: range.start).line
    return range.source.path == context.profile.declaredAt?.source.path ? "line\u{A0}\(line)" : "\(range.source.path):\(line)"
  }
}
