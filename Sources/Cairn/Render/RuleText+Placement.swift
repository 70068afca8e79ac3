/// Where a rule speaks, and whether the person stands there.
extension RuleText {
  var placement: [Line]? {
    let (truth, value) = standing
    guard let at = rule.at else {
      return truth == .yes ? nil : [Line(depth: 0, truth: truth, asks: rule.who == .carer ? "a carer" : "the team", value: value)]
    }
    var asks: [String] = []
    if !at.kinds.isEmpty { asks.append("a step of the kind " + PlainWords.list(at.kinds.sorted(), "or")) }
    if !at.pathways.isEmpty {
      let titles = at.pathways.sorted().filter(ruleSet.pathways.indices.contains).map(title(ofPathway:))
      asks.append("on the pathway " + PlainWords.list(titles, "or"))
    }
    if !at.steps.isEmpty { asks.append("the step " + PlainWords.list(at.steps.sorted(), "or")) }
    if let after = at.after { asks.append("\(after) after it was reached") }
    if let within = at.within { asks.append("within \(within) of reaching it") }
    let source = place(context.profile.positions.first?.source)
    return [Line(depth: 0, truth: truth, asks: asks.joined(separator: ", "), value: value, source: source)]
  }

  /// Where the rule meets the person: now, ahead, or nowhere.
  var standing: (Truth, String) {
    guard let first = places.first else { return (.no, nowhere) }
    guard first.pathway != nil else { return (.yes, "") }
    // A place that is sure counts before those of which nobody can tell.
    let sure = places.filter { $0.truth == .yes }
    guard let place = sure.first else { return (.unknown, open(first)) }
    if place.isCurrent { return (.yes, current(place) + due(place)) }
    let steps = sure.compactMap(title(ofStepAt:)).uniqued()
    return (.yes, "ahead: \(PlainWords.list(steps))\(sure.count == 1 ? due(place) : "")")
  }

  private var nowhere: String {
    if rule.who == .team { return "it is for the team, and reads no fact about a person" }
    if rule.who == .carer, whereabouts.who != .carer { return "they are nobody's carer here" }
    if rule.who == .person, rule.at == nil, whereabouts.who == .carer { return "it is for those who are cared for" }
    return whereabouts.standings.isEmpty ? "they are on no pathway" : "no such step is now or ahead"
  }

  /// What is not known of a place.
  private func open(_ place: RulePlace) -> String {
    guard place.isOn != .unknown else {
      return "whether they are on the pathway \(place.pathway.map(title(ofPathway:)) ?? "") is not known"
    }
    return "\(current(place)); since when is not known\(place.step.flatMap { day(of: $0, place) } == nil ? "" : " to the day")"
  }

  private func current(_ place: RulePlace) -> String {
    let isCarers = place.standing.map { whereabouts.standings[$0].who == .carer } ?? false
    let since = place.step.flatMap { day(of: $0, place) }.map { ", since \(PlainWords.date($0, near: context.asOf))" } ?? ""
    let who = isCarers ? "the person they care for is at" : "they stand at"
    return "\(who) \(title(ofStepAt: place) ?? "a step")\(since)"
  }

  private func due(_ place: RulePlace) -> String {
    place.from.map { $0 > context.asOf ? "; not due until \(PlainWords.date($0))" : "" } ?? ""
  }

  private func day(of step: Int, _ place: RulePlace) -> PartialDate? { place.standing.flatMap { whereabouts.standings[$0].dates[step] } }

  private func title(ofStepAt place: RulePlace) -> String? {
    guard let pathway = place.pathway, let step = place.step else { return nil }
    return ruleSet.pathways[pathway].steps[step].title.text(in: context.language)
  }

  private func title(ofPathway pathway: Int) -> String { ruleSet.pathways[pathway].title.text(in: context.language) }

  /// Where something was written: a line of the person's own file, else the file too.
  func place(_ range: SourceRange?) -> String? {
    guard let range else { return nil }
    let line = range.source.line(of: range.start).number
    return range.source.path == context.profile.declaredAt?.source.path ? "line\u{A0}\(line)" : "\(range.source.path):\(line)"
  }
}
