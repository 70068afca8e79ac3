/// A plugin's `cases.yaml`: people and what must come out for them if a rule suggests this kind of support, and groups that must form.
package enum PluginCases {
  /// What came of the cases of a file.
  package struct Report: Sendable {
    /// How many ran.
    package var count = 0
    /// Each difference as a sentence that begins with the name of its case, and the mistakes in the file, drawn.
    package var failures: [String] = []
    package var failedCases = 0
    /// Every case that ran, with what did not come out.
    package var cases: [(name: String, failures: [String])] = []
  }

  /// Runs the cases of a file. A file without cases is a mistake.
  ///
  /// `folder` is the plugin's own, from which `supports:` of a case is seen.
  package static func report(of type: any SupportType, in source: SourceText, folder: String) -> Report {
    let (read, mistakes) = read(source)
    guard let file = read, mistakes.isEmpty else { return Report(failures: [DiagnosticText.draw(mistakes.inOrder())]) }
    var report = Report(count: file.cases.count)
    for one in file.cases {
      let failures = CaseRun(one, in: file, of: type, folder: folder).failures()
      report.cases.append((one.name, failures))
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

  /// What is wrong with a file of cases, none of which is run: each is put together and checked as a rulebook's tests are.
  package static func mistakes(at path: String, of type: (any SupportType)?) -> [Diagnostic] {
    do {
      let (file, mistakes) = read(SourceText(path: path, bytes: try FileSystem.read(path)))
      guard let file, let type, mistakes.isEmpty else { return mistakes }
      let folder = FileSystem.folder(of: path)
      // What cases share is wrong in each of them, and said once.
      return file.cases.flatMap { CaseRun($0, in: file, of: type, folder: folder).mistakes() }.uniqued()
    } catch {
      return [.error(.pluginInvalid, "the cases cannot be read: there is no file `\(path)`, or it may not be read", at: nil)]
    }
  }

  /// The cases of a file; nil only beside mistakes.
  private static func read(_ source: SourceText) -> (file: CaseFile?, mistakes: [Diagnostic]) {
    let reading = YAMLReader.read(source)
    guard let root = reading.tree?.root, reading.diagnostics.isEmpty else { return (nil, reading.diagnostics) }
    let findings = Findings()
    return (CaseFile(root, findings), findings.diagnostics)
  }
}
