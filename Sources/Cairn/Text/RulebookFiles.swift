/// The files of a rulebook, in path order.
package struct RulebookFiles: Sendable {
  package private(set) var sources: [SourceText] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// Files found, read or not.
  private(set) var count = 0
  private var root = ""

  package init(_ sources: [SourceText]) {
    self.sources = sources
    count = sources.count
  }

  package init(at path: String) {
    if FileSystem.isFolder(path) {
      root = path
      readFolder(path)
    } else {
      root = FileSystem.folder(of: path)
      readFile(path)
    }
  }

  private mutating func readFolder(_ path: String) {
    do {
      let listing = try FileSystem.yamlFiles(in: path)
      for folder in listing.unreadable { report(.unreadable, "this folder cannot be opened", folder, "look at its permissions") }
      for file in listing.files { readFile(file) }
      if listing.files.isEmpty {
        report(.noRulebook, "there is no YAML file in this folder", path, "one file with a `rulebook:` section begins a rulebook")
      }
    } catch {
      report(.unreadable, "this folder cannot be opened", path, "look at its permissions")
    }
  }

  private mutating func readFile(_ path: String) {
    count += 1
    do {
      sources.append(SourceText(path: path, bytes: try FileSystem.read(path)))
    } catch {
      switch error {
      case .missing: report(.missingPath, "there is no such file or folder", path, "give the path of a rulebook's folder")
      case .unreadable: report(.unreadable, "this file cannot be opened", path, "look at its permissions")
      case .isFolder, .notFolder: report(.unreadable, "this is no file", path, "give the path of a rulebook's folder")
      case .tooLarge: report(.tooLarge, "this file is larger than 1 MiB", path, "divide it: any file may hold any section")
      }
    }
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, _ path: String, _ help: String) {
    diagnostics.append(.error(code, message, at: SourceRange(SourceText(path: path, bytes: []), 0, 0), help: help))
  }

  /// Each file's tree; of a file that is not YAML, none.
  func parse(into findings: inout [Diagnostic]) -> [NodeTree] {
    sources.compactMap { source in
      let reading = YAMLReader.read(source)
      findings += reading.diagnostics
      return reading.tree
    }
  }

  /// A file's path inside the rulebook, which is the same wherever the rulebook lies.
  func shortPath(of source: SourceText) -> String {
    source.path.hasPrefix(root) ? String(source.path.dropFirst(root.count).drop { $0 == "/" }) : source.path
  }
}
