import ArgumentParser
import Cairn
import CairnBench
import CairnPlugins

/// Runs the cases of a plugin's folder, and the contract of support types: what `cairn test` does where the path is such a folder.
struct TestPlugin {
  private let folder: String

  /// Nil where the path is no plugin's folder.
  init?(_ path: String) {
    guard PluginFolder.isThere(path) else { return nil }
    folder = path
  }

  /// - Parameter junit: A file that the results are also written to.
  func run(junit: String?) throws {
    let loaded = PluginFolder.load(at: folder, relativeTo: "")
    Console.complain(of: loaded.diagnostics)
    guard let manifest = loaded.manifest else {
      if let junit { try Console.save(JUnitXML(unopened: folder, loaded.diagnostics).draw(), to: junit) }
      throw ExitCode(1)
    }
    let installed = InstalledPlugins.all.first { $0.manifest.contentHash == manifest.contentHash }
    let type = installed ?? DeclaredSupportType(manifest)
    let report = PluginCases.report(of: type, at: "\(folder)/cases.yaml")
    let breaches = SupportTypeContract.breaches(of: type)
    if let junit { try Console.save(Self.results(of: manifest, report, breaches).draw(), to: junit) }
    for failure in report.failures { Console.print(Self.lines("✗ \(failure)")) }
    for breach in breaches { Console.print(Self.lines("✗ the support type \(breach)")) }
    let ran = PlainWords.plainCount(report.count, "case")
    let failed = report.failedCases == 0 ? "" : ", \(report.failedCases) of which \(report.failedCases == 1 ? "fails" : "fail")"
    let contract = breaches.isEmpty ? "kept" : "broken"
    Console.print("\(Escaping.terminalLine(manifest.id)): \(ran)\(failed); the contract of support types is \(contract).\n")
    if !report.failures.isEmpty || !breaches.isEmpty { throw ExitCode(1) }
  }

  /// A test for each case and one for the contract; what is wrong with the file of cases is a test that fails.
  private static func results(of manifest: SupportManifest, _ report: PluginCases.Report, _ breaches: [String]) -> JUnitXML {
    var cases = report.cases.map { one in JUnitXML.Case(one.name, failures: one.failures.map { ($0, "") }) }
    if cases.isEmpty { cases.append(JUnitXML.Case("cases.yaml", failures: report.failures.map { ("the cases cannot be run", $0) })) }
    cases.append(JUnitXML.Case("the contract of support types", failures: breaches.map { ($0, "") }))
    return JUnitXML(suite: manifest.id, cases)
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Escaping.terminalLine(String($0)) }.joined(separator: "\n")
      .droppingTrailingSpace + "\n"
  }
}
