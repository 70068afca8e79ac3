import Cairn

/// What a review says in words, the same for text, Markdown and HTML. Nothing here is escaped.
struct ReviewWords {
  let review: RulebookReview

  // MARK: - Insertions

  /// `If age: at least 18; lives alone: yes.`; of several ways, `If either …, or ….`
  func whom(_ insertion: InsertionReview, isOnPathway: Bool) -> String {
    let conditions = Self.words(insertion.audience)
    switch insertion.who {
    case .team: return "For the team."
    case .carer: return conditions.map { "For carers, if \($0)." } ?? "For every carer."
    case .person: return conditions.map { "If \($0)." } ?? (isOnPathway ? "For everybody on this pathway." : "For everybody.")
    }
  }

  /// Whom a pathway is for.
  func whom(_ pathway: PathwayReview) -> String { Self.words(pathway.audience).map { "For people with \($0)." } ?? "For everybody." }

  /// Nil where everybody is meant.
  private static func words(_ audience: Audience) -> String? {
    guard !audience.ways.contains(where: \.isEmpty), !audience.ways.isEmpty else { return nil }
    let ways = audience.ways.map { $0.joined(separator: "; ") }
    return ways.count == 1 ? ways[0] : "either " + ways.joined(separator: ", or ")
  }

  /// What the support type asks besides; nil where that is nothing.
  func supportAsks(_ insertion: InsertionReview) -> String? {
    insertion.audience.supportAsks.isEmpty ? nil : "The support type asks: \(insertion.audience.supportAsks.joined(separator: "; "))."
  }

  /// `after 12 weeks`; nil where no time is meant.
  func when(_ insertion: InsertionReview) -> String? {
    let parts = [insertion.after, insertion.within].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `2 open, 1 full`; nil where the rulebook says nothing of what is local, and of what needs none.
  func local(_ backing: LocalBacking?) -> String? {
    guard let backing else { return nil }
    if backing.isGap {
      if backing.forOthers > 0 { return "nothing local for them, \(backing.forOthers) for others" }
      return backing.offers.isEmpty ? "nothing local" : "nothing local any more"
    }
    let states: [(Advice.Offer.Status, String)] = [(.open, "open"), (.full, "full"), (.stale, "out of date"), (.expired, "over")]
    return states.compactMap { status, word in
      let count = backing.count(status)
      return count == 0 ? nil : "\(count)\u{A0}\(word)"
    }.joined(separator: ", ")
  }

  /// `evidence low`, the rule and where it stands.
  func details(_ insertion: InsertionReview) -> [String] {
    [
      insertion.local.flatMap { $0.isGap ? nil : local($0).map { "local: \($0)" } },
      grade(insertion),
      insertion.priority == .usual ? nil : "priority \(insertion.priority.rawValue)", "\(insertion.rule), \(insertion.place)",
    ].compactMap { $0 }
  }

  /// `evidence low`; where the rule gives none, that of its support type, and that it is. Nil of a flag.
  func grade(_ insertion: InsertionReview) -> String? {
    if insertion.support == nil { return nil }
    if let grade = insertion.grade { return "evidence \(grade)" }
    return insertion.supportGrade.map { "evidence of the support type: \($0)" } ?? "no evidence named"
  }

  /// What can be inserted, in the midst of a line: without the full stop that ends a flag.
  func what(_ insertion: InsertionReview) -> String {
    guard when(insertion) != nil, insertion.what.hasSuffix("."), !insertion.what.hasSuffix("..") else { return insertion.what }
    return String(insertion.what.dropLast())
  }

  func title(ofSupport id: String) -> String { review.supports.first { $0.id == id }?.title ?? id }

  // MARK: - Steps

  /// `waiting`, `at any time`, `every 12 months`, `then Annual review`.
  func notes(_ step: StepReview, of pathway: PathwayReview) -> [String] {
    [
      PlainWords.spaced(step.kind), step.who == .person ? nil : "for \(step.who.plural)", step.isAnyTime ? "at any time" : nil,
      step.repeats,
      following(step, of: pathway),
    ].compactMap { $0 }
  }

  /// Which steps follow, where it is not simply the next.
  func following(_ step: StepReview, of pathway: PathwayReview) -> String? {
    guard let place = pathway.steps.firstIndex(where: { $0.id == step.id }) else { return nil }
    let usual = pathway.next(after: place).map { [$0] } ?? []
    if step.then == usual { return nil }
    guard !step.then.isEmpty else { return "the line ends here" }
    return "then " + PlainWords.list(step.then.map { pathway.steps[$0].title }, "or")
  }

  /// Why a step carries nothing.
  func gap(_ step: StepReview) -> String {
    guard !step.idle.isEmpty else { return "no rule speaks at a step of the kind *\(step.kind)*" }
    let shown = step.idle.prefix(4).map { "*\($0.rule)* \(PlainWords.withLongDates($0.detail))" }
    let more = step.idle.count - shown.count
    return shown.joined(separator: "; ") + (more > 0 ? "; \(PlainWords.count(more, "more rule")) likewise" : "")
  }

  /// Rules that would stand at a step that carries something, were it not for their conditions or their dates.
  func withheld(_ step: StepReview) -> String? {
    let idle = step.idle.filter { $0.reason == .contradicts || $0.reason == .notInForce }
    guard !step.carriesNothing, !idle.isEmpty else { return nil }
    return "Not here: " + idle.map { "*\($0.rule)* \(PlainWords.withLongDates($0.detail))" }.joined(separator: "; ") + "."
  }

  // MARK: - Formal and informal

  /// Which sorts of support a pathway leads to, one sentence each.
  func formality(_ pathway: PathwayReview) -> [String] {
    let named = [("Formal", pathway.formality.formal), ("Informal", pathway.formality.informal)]
    let sorts = named.map { name, titles in
      titles.isEmpty ? "\(name): none." : "\(name): \(PlainWords.list(titles.map(PlainWords.inSentence)))."
    }
    return sorts + [OfferDeclaration.Formality.formal, .informal].compactMap { only($0, pathway) }
  }

  private func only(_ formality: OfferDeclaration.Formality, _ pathway: PathwayReview) -> String? {
    let steps = pathway.steps.filter { $0.onlyFormality == formality }
    guard !steps.isEmpty else { return nil }
    return "Only \(formality.rawValue) support at \(PlainWords.list(steps.map { "“\($0.title)”" }))."
  }

  // MARK: - The whole

  /// `11 pathways, 98 steps: 92 carry something, 6 nothing.`
  var totals: [String] {
    let gaps = review.gaps
    return [
      "\(PlainWords.count(review.pathways.count, "pathway")), \(PlainWords.count(gaps.steps, "step")): "
        + (gaps.empty == 0 ? "all carry something." : "\(gaps.steps - gaps.empty)\u{A0}carry something, \(gaps.empty)\u{A0}nothing."),
      local(gaps),
      gaps.teamSteps == 0
        ? "No step is for the team."
        : "\(PlainWords.count(gaps.teamSteps, "step")) for the team, "
          + (gaps.emptyTeamSteps == 0 ? "all with content." : "\(gaps.emptyTeamSteps)\u{A0}without content."),
    ]
  }

  private func local(_ gaps: RulebookReview.Gaps) -> String {
    guard review.saysWhatIsLocal else { return "The rulebook has no offers, so what is local is not said." }
    let insertions = PlainWords.count(gaps.insertions, "insertion")
    if gaps.withoutLocal == 0 { return "\(insertions), each with something local behind it." }
    return "\(insertions), \(gaps.withoutLocal)\u{A0}with nothing local behind \(gaps.withoutLocal == 1 ? "it" : "them")."
  }

  /// The columns of a table of pathways that are about gaps: steps that are empty, insertions with nothing local.
  func gapCounts(_ pathway: PathwayReview) -> [Int?] {
    [pathway.gaps.empty, review.saysWhatIsLocal ? pathway.gaps.withoutLocal : nil]
  }
}

extension PathwayReview {
  /// The steps on the person's line, those that can come at any time, and the team's: by their places.
  var line: [Int] { steps.indices.filter { !steps[$0].isAnyTime && steps[$0].who != .team } }
  var anyTime: [Int] { steps.indices.filter { steps[$0].isAnyTime && steps[$0].who != .team } }
  var ofTeam: [Int] { steps.indices.filter { steps[$0].who == .team } }

  /// The step that follows unless the pathway says otherwise.
  func next(after place: Int) -> Int? {
    guard !steps[place].isAnyTime, steps[place].who != .team else { return nil }
    return line.first { $0 > place }
  }
}
