package import Cairn

/// What a rulebook does at one moment: what everybody is told, and which tests pass. Two of them tell what an edit changed.
package struct WatchState: Sendable {
  /// A rulebook that can be used; nil while it has errors.
  private let rulebook: Rulebook?
  private let people: [(profile: Profile, advice: Advice)]
  private let tests: TestReport?
  private let problems: [Diagnostic]
  private let options: AdviceText.Options
  private let asOf: CalendarDate

  package init(_ rulebook: Rulebook, asOf: CalendarDate, options: AdviceText.Options) {
    self.rulebook = rulebook
    people = rulebook.profiles.map { ($0, rulebook.advice(for: $0, asOf: asOf)) }
    tests = rulebook.runTests()
    problems = []
    self.options = options
    self.asOf = asOf
  }

  package init(errors: [Diagnostic], asOf: CalendarDate, options: AdviceText.Options) {
    rulebook = nil
    people = []
    tests = nil
    problems = errors.filter { $0.severity == .error }
    self.options = options
    self.asOf = asOf
  }

  /// `40 people; 72 tests passed, 1 failed.`
  package var summary: String {
    guard let tests else { return "\(PlainWords.plainCount(problems.count, "error")).\n" }
    let passed = tests.outcomes.count - tests.failed.count
    let failed = tests.failed.isEmpty ? "" : ", \(tests.failed.count) failed"
    let told = people.count == 1 ? "1 person" : "\(people.count) people"
    return "\(told); \(PlainWords.plainCount(passed, "test")) passed\(failed).\n"
  }

  /// What is not as it was: the errors, or the people who are told something else and the tests that changed sides.
  package func changes(since old: WatchState?) -> String {
    guard let rulebook, let tests else {
      return problems == old?.problems ? "" : DiagnosticText.draw(problems, color: options.color)
    }
    // What was there before the errors is compared with what is there after them.
    guard let old, old.rulebook != nil else { return "" }
    let others = people.filter { old.told($0.profile.id) != told($0.profile.id) }
    var text = others.isEmpty ? "" : AdviceText(rulebook.ruleSet, asOf: asOf, options: options).draw(others)
    for profile in old.people.map(\.profile.id) where !people.contains(where: { $0.profile.id == profile }) {
      text += "\(Escaping.terminalLine(profile)) is gone.\n"
    }
    let turned = tests.outcomes.filter { old.hasPassed($0.test.name.value) != $0.hasPassed }
    if !turned.isEmpty {
      var all = options
      all.all = true
      let report = TestReport(outcomes: turned, declared: tests.declared)
      text += (text.isEmpty ? "" : "\n") + TestText(report, rulebook, options: all).draw()
    }
    return text
  }

  /// Whether it can be compared with what comes next.
  package var isSound: Bool { rulebook != nil }

  /// What somebody is told, whatever it rests on; nil for nobody.
  private func told(_ id: String) -> String? {
    guard let rulebook, let person = people.first(where: { $0.profile.id == id }) else { return nil }
    return AdviceText(rulebook.ruleSet, asOf: asOf, options: options).draw([person])
  }

  private func hasPassed(_ test: String) -> Bool? { tests?.outcomes.first { $0.test.name.value == test }?.hasPassed }
}
