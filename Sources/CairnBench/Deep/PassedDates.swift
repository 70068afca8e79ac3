import Cairn

extension Survey {
  /// Rules and evidence that somebody should have looked at again, and rules whose time is over.
  func passedDates() -> [Diagnostic] {
    let usual = declaration.header.flatMap { header in
      passed(header.reviewBy, "the rules of this rulebook were to be looked at again by", at: header.id.range)
    }
    return [usual].compactMap { $0 } + declaration.rules.flatMap { passedDates(of: $0) }
  }

  private func passedDates(of rule: RuleDeclaration) -> [Diagnostic] {
    let name = "the rule `\(rule.id.value)`"
    let evidence = rule.evidence.compactMap { passed($0.reviewBy, "evidence of \(name) was to be looked at again by", at: rule.id.range) }
    return [passed(rule.reviewBy, "\(name) was to be looked at again by", at: rule.id.range)].compactMap { $0 } + evidence + over(rule)
  }

  private func passed(_ date: PartialDate?, _ what: String, at range: SourceRange) -> Diagnostic? {
    guard let date, date.last < asOf else { return nil }
    return .warning(
      .reviewPassed, "\(what) \(date), and that has passed", at: range, help: "look at it again, and set a new `review-by`")
  }

  private func over(_ rule: RuleDeclaration) -> [Diagnostic] {
    guard let until = rule.validUntil, until.last < asOf else { return [] }
    return [
      .warning(
        .reviewPassed, "the rule `\(rule.id.value)` was in force until \(until), and that has passed", at: rule.id.range,
        help: "take the rule away, or set a new `until`")
    ]
  }
}
