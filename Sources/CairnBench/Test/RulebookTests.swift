package import Cairn

/// The tests of a rulebook, run.
package struct TestReport: Sendable {
  package var outcomes: [TestOutcome]
  /// How many tests the rulebook has, those that a filter leaves out among them.
  package var declared: Int

  package var failed: [TestOutcome] { outcomes.filter { !$0.hasPassed } }
}

/// One test and what came of it.
package struct TestOutcome: Sendable {
  package var test: TestDeclaration
  /// What it looked at; nil where its profile cannot be read.
  package var subject: TestSubject?
  package var failures: [TestFailure]
  /// Why its profile cannot be read.
  package var problems: [Diagnostic]

  package var hasPassed: Bool { failures.isEmpty && problems.isEmpty }
}

extension Rulebook {
  /// Runs the tests whose name holds a text, all where none is given. Upper and lower case are one.
  package func runTests(filter: String? = nil) -> TestReport {
    let wanted = filter?.lowercased()
    let tests = declaration.tests.filter { test in wanted.map { test.name.value.lowercased().contains($0) } ?? true }
    return TestReport(outcomes: tests.map(run), declared: declaration.tests.count)
  }

  func run(_ test: TestDeclaration) -> TestOutcome {
    let (subject, problems) = subject(of: test)
    return TestOutcome(test: test, subject: subject, failures: subject.map { test.failures(of: $0) } ?? [], problems: problems)
  }

  private func subject(of test: TestDeclaration) -> (TestSubject?, [Diagnostic]) {
    switch test.profile {
    case .team: return (.team(Advisor(ruleSet).teamView(asOf: test.asOf)), [])
    case .named(let name): return (profiles.first { $0.id == name.value }.map { subject($0, test.asOf) }, [])
    case .inline(let node):
      let (profile, problems) = readProfile(node, id: "this person")
      let errors = problems.filter { $0.severity == .error }
      return (errors.isEmpty ? profile.map { subject($0, test.asOf) } : nil, errors)
    }
  }

  private func subject(_ profile: Profile, _ asOf: CalendarDate) -> TestSubject {
    .person(profile, advice(for: profile, asOf: asOf))
  }
}
