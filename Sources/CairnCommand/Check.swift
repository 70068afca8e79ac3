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

  @Option(help: "How findings are written: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  func run() throws {
    var findings = Findings(path: rulebook.path, asOf: day.date)
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
      let changes = try Mending.apply(findings.diagnostics)
      if changes.isEmpty { break }
      for change in changes {
        let places = PlainWords.plainCount(change.count, "place")
        Console.complain("Mended \(Escaping.terminalLine(change.path)) in \(places).\n")
      }
      findings = Findings(path: rulebook.path, asOf: day.date)
    }
    return findings
  }

  private func write(_ findings: Findings) {
    switch format {
    case .text:
      let drawn = DiagnosticText.draw(findings.diagnostics, color: Console.colorsOutput)
      let summary = CheckSummary(findings, rulebook: rulebook, asOf: day.date, all: all).text
      Console.print(drawn + (drawn.isEmpty || summary.isEmpty ? "" : "\n") + summary)
    case .json: Console.print(DiagnosticFormats.json(findings.diagnostics) { DeepChecks.write(findings.deep, to: &$0) })
    case .sarif: Console.print(DiagnosticFormats.sarif(findings.diagnostics))
    case .github: Console.print(DiagnosticFormats.github(findings.diagnostics))
    }
  }
}

/// What checking a rulebook, or the folder of a plugin, brings to light.
struct Findings {
  var diagnostics: [Diagnostic]
  var rulebook: Rulebook?
  let isPlugin: Bool
  /// Nil where the rulebook cannot be opened.
  var deep: DeepChecks?
  var files: Int

  /// Whether the rulebook's path could be opened at all.
  var isOpen: Bool { !diagnostics.contains { $0.code == .missingPath || $0.code == .unreadable } }

  init(path: String, asOf: CalendarDate) {
    isPlugin = PluginFolder.isThere(path)
    if isPlugin {
      diagnostics = PluginFolder.load(at: path, relativeTo: "").diagnostics + PluginCases.mistakes(at: "\(path)/cases.yaml")
      files = 0
      return
    }
    do throws(RulebookError) {
      let rulebook = try Rulebook(at: path, supportTypes: InstalledPlugins.all, readDirectory: Directory.services(at:named:))
      self.rulebook = rulebook
      let deep = DeepChecks(rulebook, asOf: asOf)
      self.deep = deep
      diagnostics = rulebook.warnings + deep.diagnostics
      files = rulebook.fileCount
    } catch {
      diagnostics = error.diagnostics
      files = error.fileCount
    }
  }
}
