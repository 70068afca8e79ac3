package import Cairn

/// The tests of a rulebook as JUnit XML, which build servers read: one `testsuite`, a `testcase` each.
package enum JUnitXML {
  package static func draw(_ report: TestReport, of rulebook: Rulebook, showsSensitive: Bool = false) -> String {
    let names = SensitiveNames([rulebook.ruleSet], showsSensitive: showsSensitive)
    let name = rulebook.ruleSet.id
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuites tests="\#(report.outcomes.count)" failures="\#(report.failed.count)">"#,
      #"  <testsuite name="\#(escape(name))" tests="\#(report.outcomes.count)" failures="\#(report.failed.count)" errors="0" skipped="0">"#,
    ]
    for outcome in report.outcomes { lines += testCase(outcome, suite: name, names) }
    lines += ["  </testsuite>", "</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func testCase(_ outcome: TestOutcome, suite: String, _ names: SensitiveNames) -> [String] {
    let place = Diagnostic.Location(outcome.test.name.range)
    let head =
      #"    <testcase classname="\#(escape(suite))" name="\#(escape(outcome.test.name.value))" file="\#(escape(place.path))" line="\#(place.line)""#
    if outcome.hasPassed { return [head + "/>"] }
    let failures = outcome.failures.map { (message: "expected \(names.shown($0.expected))", text: "got \(names.shown($0.got))") }
    let problems = outcome.problems.map { (message: $0.message, text: $0.location.map { "\($0.path):\($0.line):\($0.column)" } ?? "") }
    return [head + ">"]
      + (problems + failures).map { #"      <failure message="\#(escape($0.message))">\#(escape($0.text))</failure>"# } + [
        "    </testcase>"
      ]
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
