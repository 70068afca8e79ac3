import ArgumentParser
import Cairn
import CairnPlugins

/// Runs the cases of a plugin's folder, and the contract of support types: what `cairn test` does where the path is such a folder.
struct TestPlugin {
  private let folder: String

  /// Nil where the path is no plugin's folder.
  init?(_ path: String) {
    guard PluginFolder.isThere(path) else { return nil }
    folder = path
  }

  func run() throws {
    let loaded = PluginFolder.load(at: folder, relativeTo: "")
    Console.complain(of: loaded.diagnostics)
    guard let manifest = loaded.manifest else { throw ExitCode(1) }
    let installed = InstalledPlugins.all.first { $0.manifest.contentHash == manifest.contentHash }
    let type = installed ?? DeclaredSupportType(manifest)
    let report = PluginCases.report(of: type, at: "\(folder)/cases.yaml")
    let breaches = SupportTypeContract.breaches(of: type)
    for failure in report.failures { Console.print(Self.lines("✗ \(failure)")) }
    for breach in breaches { Console.print(Self.lines("✗ the support type \(breach)")) }
    let ran = PlainWords.plainCount(report.count, "case")
    let failed = report.failedCases == 0 ? "" : ", \(report.failedCases) of which \(report.failedCases == 1 ? "fails" : "fail")"
    let contract = breaches.isEmpty ? "kept" : "broken"
    Console.print("\(Escaping.terminalLine(manifest.id)): \(ran)\(failed); the contract of support types is \(contract).\n")
    if !report.failures.isEmpty || !breaches.isEmpty { throw ExitCode(1) }
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Escaping.terminalLine(String($0)) }.joined(separator: "\n")
      .droppingTrailingSpace + "\n"
  }
}
