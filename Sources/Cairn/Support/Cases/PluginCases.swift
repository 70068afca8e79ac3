/// A plugin's `cases.yaml`: people and what must come out for them if a rule suggests this kind of support, and groups that must form.
package enum PluginCases {
  /// Each case that comes out otherwise, as a sentence, and the mistakes in the file, drawn. A file without cases is a mistake.
  ///
  /// `folder` is the plugin's own, from which `supports:` of a case is seen.
  package static func failures(of type: any SupportType, in source: SourceText, folder: String) -> [String] {
    let reading = YAMLReader.read(source)
    guard let root = reading.tree?.root, reading.diagnostics.isEmpty else { return drawn(reading.diagnostics, or: "the file is empty") }
    let findings = Findings()
    guard let file = CaseFile(root, findings), findings.diagnostics.isEmpty else {
      return drawn(findings.diagnostics, or: "the file cannot be read")
    }
    return file.cases.flatMap { one in
      CaseRun(one, in: file, of: type, folder: folder).failures().map { "\(one.name): \($0)" }
    }
  }

  /// The same for a file.
  package static func failures(of type: any SupportType, at path: String) -> [String] {
    do {
      return failures(of: type, in: SourceText(path: path, bytes: try FileSystem.read(path)), folder: FileSystem.folder(of: path))
    } catch {
      return ["the file cannot be read: \(path)"]
    }
  }

  private static func drawn(_ diagnostics: [Diagnostic], or otherwise: String) -> [String] {
    [diagnostics.isEmpty ? otherwise : DiagnosticText.draw(diagnostics.inOrder())]
  }
}
