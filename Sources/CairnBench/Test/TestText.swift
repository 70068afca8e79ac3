package import Cairn

/// What the tests of a rulebook came to, for a terminal: each failure with what was expected, what came, and why.
package struct TestText {
  private let report: TestReport
  private let rulebook: Rulebook
  private let options: AdviceText.Options

  package init(_ report: TestReport, _ rulebook: Rulebook, options: AdviceText.Options) {
    self.report = report
    self.rulebook = rulebook
    self.options = options
  }

  package func draw() -> String {
    var page = Page(width: options.width)
    for outcome in report.outcomes where options.all || !outcome.hasPassed { draw(outcome, on: &page) }
    page.gap()
    page.add(summary, first: "")
    return page.drawn(color: options.color)
  }

  private var summary: StyledText {
    let ran = report.outcomes.count
    let failed = report.failed.count
    let left = report.declared - ran
    let rest = left == 0 ? "" : " \(PlainWords.count(left, "test")) left out."
    if ran == 0 { return StyledText(report.declared == 0 ? "The rulebook has no tests." : "No test has such a name.\(rest)", .warning) }
    if failed == 0 { return StyledText("\(PlainWords.count(ran, "test")) passed.\(rest)", .good) }
    return StyledText("\(ran - failed)\u{A0}passed, \(failed)\u{A0}failed.\(rest)", .warning)
  }

  private func draw(_ outcome: TestOutcome, on page: inout Page) {
    let place = Diagnostic.Location(outcome.test.name.range)
    let mark = outcome.hasPassed ? StyledText("✓ ", .good) : StyledText("✗ ", .warning)
    page.add(StyledText(outcome.test.name.value), note: .faint("\(place.path):\(place.line)"), first: mark)
    guard !outcome.hasPassed else { return }
    page.add(.faint("\(whom(outcome)), as of \(PlainWords.date(outcome.test.asOf))"), first: "    ")
    for problem in outcome.problems { page.add(StyledText(problem.message), first: "    ") }
    var explained: Set<String> = []
    for failure in outcome.failures {
      page.add(StyledText(names.shown(failure.expected)), first: .faint("    expected  "))
      page.add(StyledText(names.shown(failure.got)), first: .faint("    got       "))
      guard options.all, let rule = failure.rule, explained.insert(rule).inserted else { continue }
      explain(rule, outcome, on: &page)
    }
    page.gap()
  }

  private var names: SensitiveNames { SensitiveNames([rulebook.ruleSet], showsSensitive: options.showsSensitive) }

  private func whom(_ outcome: TestOutcome) -> String {
    switch outcome.subject {
    case .person(let profile, _): profile.id
    case .team: "the team"
    case nil: "a person who cannot be read"
    }
  }

  /// The rule concerned as `cairn explain` draws it, moved to the right.
  private func explain(_ rule: String, _ outcome: TestOutcome, on page: inout Page) {
    guard case .person(let profile, let advice)? = outcome.subject,
      let index = rulebook.ruleSet.rules.firstIndex(where: { $0.id == rule })
    else { return }
    let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: outcome.test.asOf).facts
    var narrow = options
    narrow.width = options.width - 6
    narrow.color = false
    let search = ChangeSearch(rulebook, profile, asOf: outcome.test.asOf, showsSensitive: options.showsSensitive)
    let text = ExplanationText(
      .rule(index), profile: profile, caringFor: rulebook.personCaredFor(by: profile), advice: advice, facts: facts,
      ruleSet: rulebook.ruleSet, options: narrow, change: search.change)
    for line in text.draw().split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      page.add(StyledText("      ") + StyledText(String(line), .faint))
    }
  }
}
