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

  package init(at path: String, in tree: any FileTree = DiskFiles()) {
    if tree.isFolder(path) {
      root = path
      readFolder(path, tree)
    } else {
      root = FileSystem.folder(of: path)
      readFile(path, tree)
    }
  }

  private mutating func readFolder(_ path: String, _ tree: any FileTree) {
    do throws(FileSystem.Problem) {
      let listing = try tree.yamlFiles(in: path)
      for obstacle in listing.obstacles {
        // Files may be behind it that nobody has counted.
        count += 1
        report(obstacle.problem, obstacle.path, unreadable: Self.cannotEnter)
      }
      for file in listing.files { readFile(file, tree) }
      if listing.files.isEmpty {
        report(.noRulebook, "there is no YAML file in this folder", path, "one file with a `rulebook:` section begins a rulebook")
      }
    } catch {
      report(error, path, unreadable: Self.cannotEnter)
    }
  }

  private mutating func readFile(_ path: String, _ tree: any FileTree) {
    count += 1
    do throws(FileSystem.Problem) {
      sources.append(SourceText(path: path, bytes: try tree.read(path, limit: 1 << 20)))
    } catch {
      report(error, path, unreadable: "this file cannot be opened")
    }
  }

  private static let cannotEnter = "this folder cannot be opened"

  private mutating func report(_ problem: FileSystem.Problem, _ path: String, unreadable: String) {
    switch problem {
    case .missing: report(.missingPath, "there is no such file or folder", path, "give the path of a rulebook's folder")
    case .unreadable: report(.unreadable, unreadable, path, "look at its permissions")
    case .isFolder, .notFolder: report(.unreadable, "this is no file", path, "give the path of a rulebook's folder")
    case .tooLarge: report(.tooLarge, "this file is larger than 1 MiB", path, "divide it: any file may hold any section")
    case .deadLink: report(.unreadable, "this link leads nowhere", path, "take it away, or let it lead to what is meant")
    case .notRegular:
      report(.unreadable, "this is a pipe, a socket or a device, and no file", path, "take it away, or put a file in its place")
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
