import ArgumentParser
import Cairn
import CairnBench
import CairnDirectory
import CairnPlugins

/// The two rulebooks of a comparison: each a folder, a file, or a revision of the git repository around the reader.
struct DiffSides {
  private(set) var old, new: DiffSide

  /// Both are opened before anything is said, so that the mistakes of both are told in one run.
  init(old: String, new: String) throws {
    let opened = [("old", Self.open(old)), ("new", Self.open(new))]
    var worst: Int32 = 0
    var sides: [DiffSide] = []
    for (word, result) in opened {
      switch result {
      case .success(let side): sides.append(side)
      case .failure(let failure):
        if worst > 0 { Console.complain("\n") }
        Console.complain("The \(word) rulebook, \(Escaping.terminalLine(failure.name)), cannot be used.\n\n")
        Console.complain(of: failure.diagnostics)
        worst = max(worst, ExitCode.forProblems(failure.diagnostics).rawValue)
      }
    }
    guard worst == 0, sides.count == 2 else { throw ExitCode(worst) }
    (self.old, self.new) = (sides[0], sides[1])
  }

  private struct Failure: Error {
    var name: String
    var diagnostics: [Diagnostic]
  }

  private static func open(_ name: String) -> Result<DiffSide, Failure> {
    guard let revision = GitRevision(name) else { return rulebook(at: name, in: DiskFiles(), named: name) { $0 } }
    do throws(GitRevision.Failure) {
      let (tree, path) = try revision.open()
      let side = rulebook(at: path, in: tree, named: name) { revision.shown($0, root: tree.root) }
      // What git could not read is more than the mistakes that come of it.
      if let failure = tree.failure { throw failure }
      return side
    } catch {
      return .failure(Failure(name: name, diagnostics: [Diagnostic(.error, error.code, error.message, help: error.help)]))
    }
  }

  private static func rulebook<Tree: FileTree & Sendable>(
    at path: String, in tree: Tree, named name: String, shown: (String) -> String
  ) -> Result<DiffSide, Failure> {
    do throws(RulebookError) {
      let rulebook = try Rulebook(at: path, in: tree, supportTypes: InstalledPlugins.all) {
        try Directory.services(at: $0, named: $1, in: tree)
      }
      return .success(DiffSide(name: name, rulebook: rulebook))
    } catch {
      return .failure(Failure(name: name, diagnostics: error.diagnostics.map { $0.renamingPaths(shown) }))
    }
  }
}
