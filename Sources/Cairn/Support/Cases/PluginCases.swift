/// A plugin's `cases.yaml`: people and what must come out for them if a rule suggests this kind of support, and groups that must form.
package enum PluginCases {
  /// What came of the cases of a file.
  package struct Report: Sendable {
    /// How many ran.
    package var count = 0
    /// Each difference as a sentence that begins with the name of its case, and the mistakes in the file, drawn.
    package var failures: [String] = []
    package var failedCases = 0
  }

  /// Runs the cases of a file. A file without cases is a mistake.
  ///
  /// `folder` is the plugin's own, from which `supports:` of a case is seen.
  package static func report(of type: any SupportType, in source: SourceText, folder: String) -> Report {
    let reading = YAMLReader.read(source)
    guard let root = reading.tree?.root, reading.diagnostics.isEmpty else {
      return Report(failures: drawn(reading.diagnostics, or: "the file is empty"))
    }
    let findings = Findings()
    guard let file = CaseFile(root, findings), findings.diagnostics.isEmpty else {
      return Report(failures: drawn(findings.diagnostics, or: "the file cannot be read"))
    }
    var report = Report(count: file.cases.count)
    for one in file.cases {
      let failures = CaseRun(one, in: file, of: type, folder: folder).failures()
      report.failures += failures.map { "\(one.name): \($0)" }
      if !failures.isEmpty { report.failedCases += 1 }
    }
    return report
  }

  /// The same for a file.
  package static func report(of type: any SupportType, at path: String) -> Report {
    do {
      return report(of: type, in: SourceText(path: path, bytes: try FileSystem.read(path)), folder: FileSystem.folder(of: path))
    } catch {
      return Report(failures: ["the file cannot be read: \(path)"])
    }
  }

  /// What does not come out of the cases of a file.
  package static func failures(of type: any SupportType, at path: String) -> [String] { report(of: type, at: path).failures }

  private static func drawn(_ diagnostics: [Diagnostic], or otherwise: String) -> [String] {
    [diagnostics.isEmpty ? otherwise : DiagnosticText.draw(diagnostics.inOrder())]
  }
}
