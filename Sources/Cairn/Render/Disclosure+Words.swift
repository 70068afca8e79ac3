/// What of advice and its explanation may be said.
extension Disclosure {
  /// A problem as it may be said: of what is sensitive no name, no value and no date, and where to look.
  func told(_ problem: Advice.Problem) -> Advice.Problem {
    guard problem.isSensitive, !showsSensitive else { return problem }
    return Advice.Problem(fact: Self.fact, detail: "it cannot be used as given, and is withheld", source: problem.source, isSensitive: true)
  }
}

extension AdviceContext {
  /// Whether a condition rests on something sensitive, in whole or in part: whether it holds would then tell.
  func withholds(_ part: Explanation.Part) -> Bool { leaves(part).contains(where: isWithheld) }

  /// Whether it rests on nothing else.
  func withholdsAll(_ part: Explanation.Part) -> Bool { leaves(part).allSatisfy(isWithheld) }

  func title(ofDerived derived: Int) -> String { PlainWords.inSentence(disclosure.title(ofDerived: derived, in: language)) }

  private func isWithheld(_ leaf: RowSet.Slot) -> Bool { disclosure.withholds(leaf) }

  private func leaves(_ part: Explanation.Part) -> [RowSet.Slot] {
    switch part.content {
    case .fact(let fact, let aspect, _, _): [RowSet.Slot(fact: fact, aspect: aspect)]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(leaves)
    case .derived(_, _, let inner): leaves(inner)
    }
  }
}
