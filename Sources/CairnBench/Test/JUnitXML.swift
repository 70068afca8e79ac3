package import Cairn

/// Tests as JUnit XML, which build servers read: one `testsuite`, a `testcase` each.
package struct JUnitXML {
  /// One test and what is wrong with it.
  package struct Case {
    package var name: String
    /// The file and the line that it is written in.
    package var place: (path: String, line: Int)?
    package var failures: [(message: String, text: String)] = []
    /// Why it could not be run at all.
    package var error: (message: String, text: String)?

    package init(_ name: String, failures: [(message: String, text: String)] = []) {
      self.name = name
      self.failures = failures
    }
  }

  private let suite: String
  private let cases: [Case]

  package init(suite: String, _ cases: [Case]) {
    self.suite = suite
    self.cases = cases
  }

  /// The tests of a rulebook.
  package init(_ report: TestReport, of rulebook: Rulebook, showsSensitive: Bool = false) {
    let names = SensitiveNames([rulebook.ruleSet], showsSensitive: showsSensitive)
    self.init(suite: rulebook.ruleSet.id, report.outcomes.map { Case($0, names) })
  }

  /// What cannot be opened has no tests that could be told of. It is an error, lest the results of another day stay in their place.
  package init(unopened path: String, _ diagnostics: [Diagnostic]) {
    var opening = Case("the files can be opened")
    let first = diagnostics.first { $0.severity == .error }?.message ?? "it cannot be opened"
    opening.error = (first, DiagnosticText.draw(diagnostics))
    self.init(suite: path, [opening])
  }

  package func draw() -> String {
    let failed = cases.count { !$0.failures.isEmpty }
    let errors = cases.count { $0.error != nil }
    let all = errors == 0 ? "" : #" errors="\#(errors)""#
    let lines =
      [
        #"<?xml version="1.0" encoding="UTF-8"?>"#,
        #"<testsuites tests="\#(cases.count)" failures="\#(failed)"\#(all)>"#,
        #"  <testsuite name="\#(Self.escape(suite))" tests="\#(cases.count)" failures="\#(failed)" errors="\#(errors)" skipped="0">"#,
      ] + cases.flatMap(lines) + ["  </testsuite>", "</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ one: Case) -> [String] {
    let place = one.place.map { #" file="\#(Self.escape($0.path))" line="\#($0.line)""# } ?? ""
    let head = #"    <testcase classname="\#(Self.escape(suite))" name="\#(Self.escape(one.name))"\#(place)"#
    let problems = one.failures.map { Self.line("failure", $0) } + [one.error].compactMap { $0 }.map { Self.line("error", $0) }
    return problems.isEmpty ? [head + "/>"] : [head + ">"] + problems + ["    </testcase>"]
  }

  private static func line(_ kind: String, _ problem: (message: String, text: String)) -> String {
    #"      <\#(kind) message="\#(escape(problem.message))">\#(escape(problem.text))</\#(kind)>"#
  }

  /// Characters that steer a terminal are named; others that XML has no way to say are left out.
  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in Escaping.terminal(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      default:
        let isAllowed = scalar.value >= 0x20 && !(0xFFFE...0xFFFF).contains(scalar.value) && scalar.value != 0x7F
        if isAllowed { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}

extension JUnitXML.Case {
  fileprivate init(_ outcome: TestOutcome, _ names: SensitiveNames) {
    self.init(outcome.test.name.value)
    let place = Diagnostic.Location(outcome.test.name.range)
    self.place = (place.path, place.line)
    let problems = outcome.problems.map { (message: $0.message, text: $0.location.map { "\($0.path):\($0.line):\($0.column)" } ?? "") }
    failures = problems + outcome.failures.map { (message: "expected \(names.shown($0.expected))", text: "got \(names.shown($0.got))") }
  }
}
