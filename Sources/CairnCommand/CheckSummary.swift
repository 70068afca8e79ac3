import Cairn
import CairnBench

/// The last lines of `check`: how much there is, what mends itself, and what was not looked at yet.
struct CheckSummary {
  private let findings: Findings
  private let asOf: CalendarDate
  private let all: Bool

  /// - Parameter all: Whether the person with the most suggestions is shown.
  init(_ findings: Findings, asOf: CalendarDate, all: Bool) {
    self.findings = findings
    self.asOf = asOf
    self.all = all
  }

  var text: String { counts + accepted + (findings.deep.map { DeepText($0, asOf: asOf).summary(all: all) } ?? "") }

  private var accepted: String {
    let count = findings.accepted.count
    guard count > 0 else { return "" }
    let said = "\(PlainWords.plainCount(count, "warning")) \(count == 1 ? "is" : "are") accepted in place"
    guard all else { return "\(said); `--all` shows \(count == 1 ? "it" : "them").\n" }
    return "\(said):\n" + findings.accepted.map { "  " + Escaping.terminalLine(Self.line($0)) + "\n" }.joined()
  }

  private static func line(_ accepted: Acceptances.Accepted) -> String {
    let place = accepted.warning.location.map { "\($0.path):\($0.line)" } ?? ""
    return "\(place): \(accepted.warning.message) [\(accepted.warning.code.rawValue)], since: \(accepted.reason)"
  }

  private var counts: String {
    let (errors, warnings) = findings.diagnostics.counts
    if errors == 0, warnings == 0 { return clean }
    if !findings.isOpen { return "" }
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { PlainWords.plainCount($0.0, $0.1) }
    let files = findings.files == 0 ? "" : " in \(PlainWords.plainCount(findings.files, "file"))"
    var text = "\(PlainWords.list(parts))\(files).\(mends(of: errors + warnings))\n"
    if isCutShort, !findings.isPlugin {
      let them = errors == 1 ? "it is" : "they are"
      text += "Still to come once \(them) mended: rules that can never fire, and what only a whole rulebook shows.\n"
    }
    return text
  }

  /// Whether a mistake kept the last checks from being made; those that only they find, and paths that lead nowhere, do not.
  private var isCutShort: Bool {
    let others: Set<DiagnosticCode> = [
      .neverFires, .missingPath, .unreadable, .noRulebook, .idleAcceptance, .unclearAcceptance,
    ]
    return findings.diagnostics.contains { $0.severity == .error && !others.contains($0.code) }
  }

  private var clean: String {
    let path = Escaping.terminalLine(findings.path)
    if findings.isPlugin { return "\(path): a kind of support: nothing to mend. `cairn test \(path)` runs its cases.\n" }
    guard let ruleSet = findings.rulebook?.ruleSet else { return "Nothing to mend.\n" }
    let counts = [
      PlainWords.plainCount(findings.files, "file"), PlainWords.plainCount(ruleSet.rules.count, "rule"),
      PlainWords.plainCount(ruleSet.pathways.count, "pathway"),
      PlainWords.plainCount(findings.rulebook?.declaration.facts.count ?? 0, "fact"),
      PlainWords.plainCount(findings.rulebook?.profiles.count ?? 0, "profile"),
    ]
    return "\(path): \(counts.joined(separator: ", ")): nothing to mend.\n"
  }

  private func mends(of all: Int) -> String {
    let mendable = findings.diagnostics.inOrder().count { !$0.fixes.isEmpty }
    guard mendable > 0 else { return "" }
    let path = RulebookArgument.shown(findings.path).map { " " + Escaping.terminalLine($0) } ?? ""
    let command = "`cairn check --fix\(path)`"
    if mendable >= all { return " \(command) mends \(all == 1 ? "it" : "them all")." }
    let rest = all - mendable
    return " \(command) mends \(mendable) of them; the other\(rest == 1 ? " one needs" : " \(rest) need") you."
  }
}
