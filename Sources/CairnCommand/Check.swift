import ArgumentParser
import Cairn
import CairnBench
import CairnDirectory
import CairnPlugins

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show every error and warning in a rulebook: the line, the reason, the mend.",
    discussion: """
      A rulebook that can be opened is also looked at as a whole: rules that nobody satisfies, that say nothing new or that contradict each \
      other, parts that nothing reaches, dates that have passed, and the most that one person may get at one step.
      Where the path is the folder of a kind of support, its manifest, texts and cases are looked at.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github }

  @OptionGroup var rulebook: RulebookArgument
  @OptionGroup var day: DayOption

  @Flag(help: "Apply the mends that need no decision, and check again.")
  var fix = false

  @Flag(help: "Take warnings for errors in the exit code.")
  var strict = false

  @Flag(help: "Also show the person found who gets the most suggestions at one step.")
  var all = false

  @Flag(help: "Also show made-up people of whom something sensitive is told.")
  var showSensitive = false

  @Option(help: "How findings are written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  func run() throws {
    var findings = Findings(path: checkedPath, asOf: day.date, showsSensitive: showSensitive)
    if fix { findings = try mended(findings) }
    write(findings)
    let counts = findings.diagnostics.counts
    if counts.errors > 0 { throw ExitCode.forProblems(findings.diagnostics) }
    if strict, counts.warnings > 0 { throw ExitCode(1) }
  }

  /// A mend may bring to light what it hid, so mending goes on until nothing changes.
  private func mended(_ first: Findings) throws -> Findings {
    var findings = first
    for _ in 0..<10 {
      // Whoever names one file wants no other written.
      let changes = try Mending.apply(findings.diagnostics, in: rulebook.path)
      if changes.isEmpty { break }
      for change in changes {
        let places = PlainWords.plainCount(change.count, "place")
        Console.complain("Mended \(Escaping.terminalLine(change.path)) in \(places).\n")
      }
      findings = Findings(path: findings.path, asOf: day.date, showsSensitive: showSensitive)
    }
    for path in Mending.outside(findings.diagnostics, of: findings.path) {
      Console.complain("\(Escaping.terminalLine(path)) is outside of the rulebook, so nothing is written there.\n")
    }
    return findings
  }

  /// The folder of the rulebook, where one file of it was named.
  private var checkedPath: String {
    guard let around = RulebookAround(rulebook.path) else { return rulebook.path }
    let names = (Escaping.terminalLine(rulebook.path), Escaping.terminalLine(around.folder))
    Console.complain("`\(names.0)` belongs to the rulebook in `\(names.1)`, which is checked as a whole.\n")
    return around.folder
  }

  private func write(_ findings: Findings) {
    switch format {
    case .text:
      let drawn = DiagnosticText.draw(findings.diagnostics, color: Console.colorsOutput)
      let summary = CheckSummary(findings, asOf: day.date, all: all).text
      Console.print(drawn + (drawn.isEmpty || summary.isEmpty ? "" : "\n") + summary)
    case .json: Console.print(DiagnosticFormats.json(findings.diagnostics) { findings.write(to: &$0) })
    case .sarif: Console.print(DiagnosticFormats.sarif(findings.diagnostics))
    case .github: Console.print(DiagnosticFormats.github(findings.diagnostics))
    }
  }
}

/// What checking a rulebook, or the folder of a plugin, brings to light.
struct Findings {
  let path: String
  private(set) var diagnostics: [Diagnostic]
  var rulebook: Rulebook?
  let isPlugin: Bool
  /// Warnings that their author has answered in place.
  private(set) var accepted: [Acceptances.Accepted] = []
  /// Nil where the rulebook cannot be opened.
  var deep: DeepChecks?
  var files: Int

  /// Whether the rulebook's path could be opened at all.
  var isOpen: Bool { !diagnostics.contains { $0.code == .missingPath || $0.code == .unreadable } }

  init(path: String, asOf: CalendarDate, showsSensitive: Bool) {
    self.path = path
    isPlugin = PluginFolder.isThere(path)
    if isPlugin {
      let folder = PluginFolder.load(at: path, relativeTo: "")
      let cases = PluginCases.mistakes(at: "\(path)/cases.yaml", of: folder.manifest.map { DeclaredSupportType($0) })
      diagnostics = (folder.diagnostics + cases).inOrder()
      files = 0
      accept()
      return
    }
    do throws(RulebookError) {
      let rulebook = try Rulebook(at: path, supportTypes: InstalledPlugins.all, readDirectory: Directory.services(at:named:))
      self.rulebook = rulebook
      let deep = DeepChecks(rulebook, asOf: asOf, showsSensitive: showsSensitive)
      self.deep = deep
      diagnostics = rulebook.warnings + deep.diagnostics
      files = rulebook.fileCount
    } catch {
      diagnostics = error.diagnostics
      files = error.fileCount
    }
    accept()
  }

  /// What belongs beside the diagnostics in JSON.
  func write(to json: inout JSONWriter) {
    json.array("accepted", of: accepted) { json, accepted in
      json.object { json in
        json.field("code", accepted.warning.code.rawValue)
        json.field("message", accepted.warning.message)
        json.field("path", accepted.warning.location?.path)
        json.field("line", accepted.warning.location?.line)
        json.field("reason", accepted.reason)
      }
    }
    DeepChecks.write(deep, to: &json)
  }

  /// Takes out the warnings that are accepted, and adds what is wrong with the remarks that do.
  private mutating func accept() {
    let isComplete = !diagnostics.contains { $0.severity == .error }
    let acceptances = Acceptances(diagnostics, in: RulebookFiles(at: path).sources, isComplete: isComplete)
    diagnostics = acceptances.open
    accepted = acceptances.accepted
  }
}
