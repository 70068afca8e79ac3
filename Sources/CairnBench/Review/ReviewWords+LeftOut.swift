import Cairn

/// Who is left out, in words.
extension ReviewWords {
  func leftOut(_ kind: LeftOutKind) -> String {
    let who = PlainWords.capitalized(kind.who)
    guard let last = kind.phrases.last else { return kind.who == "people" ? "Everybody on this pathway." : who + "." }
    if kind.phrases.count == 1 { return "\(who) of whom this is so: \(last)." }
    return "\(who) of whom all this is so: \(kind.phrases.joined(separator: "; "))."
  }

  func verdict(_ leftOut: LeftOutReview) -> String {
    switch leftOut.finding {
    case .nobody: "Nobody is left out: whoever is on this pathway is offered something, or would be by an answer. Proved."
    case .everybody: "No rule offers support to a person on this pathway."
    case .notAnalysed: "Who is left out was not analysed: the conditions are too many to try in full."
    case .some where leftOut.kinds.count == 1 && !leftOut.isAtLeast: "One kind of person is offered nothing at any step:"
    case .some where leftOut.kinds.count == 1: "A kind of person who is offered nothing at any step; there may be others:"
    case .some: "Kinds of person who are offered nothing at any step, the largest that were found:"
    }
  }

  /// What the pathway comes to for those on whom it was weighed; nil where nobody is on it.
  func reach(_ reach: LeftOutReview.Reach) -> String? {
    guard reach.people > 0 else { return "No \(noun(reach, 1)) is on this pathway." }
    let parts = [
      (reach.offered, "is offered something", "are offered something"), (reach.waiting, "waits for answers", "wait for answers"),
      (reach.nothing, "is offered nothing", "are offered nothing"),
    ].filter { $0.0 > 0 }.map { "\(count($0.0, reach)) \(isOne($0.0, reach) ? $0.1 : $0.2)" }
    return "Of \(all(reach)) on this pathway, \(PlainWords.list(parts))."
  }

  func weight(_ kind: LeftOutKind, _ reach: LeftOutReview.Reach) -> String {
    if kind.possible == 0 { return "None of the \(reach.isPopulation ? "people" : "sample profiles") on this pathway is like this." }
    let are = "\(count(kind.matching, reach)) of \(all(reach)) \(isOne(kind.matching, reach) ? "is" : "are") like this"
    let others = count(kind.possible - kind.matching, reach)
    if kind.matching == kind.possible { return PlainWords.capitalized("\(are).") }
    return PlainWords.capitalized(
      "\(kind.matching == 0 ? "\(others) of \(all(reach))" : "\(are), and \(others)") may be, as far as is known.")
  }

  func anywhere(_ kind: LeftOutKind) -> String {
    guard let first = kind.anywhere.first else { return "No rule that applies anywhere reaches them either." }
    let more = kind.anywhere.count - 1
    return "Only rules that apply anywhere may reach some of them: *\(first)*"
      + (more > 0 ? " and \(PlainWords.count(more, "other"))." : ".")
  }

  /// `4 sample profiles`; of a population no number from which a hidden count could be told.
  private func all(_ reach: LeftOutReview.Reach) -> String {
    let isHidden = [reach.offered, reach.waiting, reach.nothing, reach.people].contains(where: reach.hides)
    return isHidden ? "the people" : "\(count(reach.people, reach)) \(noun(reach, reach.people))"
  }

  private func count(_ number: Int, _ reach: LeftOutReview.Reach) -> String {
    switch reach.shown(number) {
    case .hidden: "fewer than 5"
    case .number(let shown): reach.isPopulation && shown > 0 ? "\(shown) or more" : "\(shown)"
    }
  }

  /// Whether a verb of it is singular.
  private func isOne(_ number: Int, _ reach: LeftOutReview.Reach) -> Bool { number == 1 && !reach.isPopulation }

  private func noun(_ reach: LeftOutReview.Reach, _ number: Int) -> String {
    reach.isPopulation ? (number == 1 ? "person" : "people") : number == 1 ? "sample profile" : "sample profiles"
  }

  /// The column of a table that says who is left out.
  func leftOutShort(_ pathway: PathwayReview) -> String {
    switch pathway.leftOut.finding {
    case .nobody: "nobody"
    case .everybody: "everybody"
    case .notAnalysed: "not analysed"
    case .some:
      PlainWords.plainCount(pathway.leftOut.kinds.count + pathway.leftOut.others, "kind") + (pathway.leftOut.isAtLeast ? " or more" : "")
    }
  }
}
