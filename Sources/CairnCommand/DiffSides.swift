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
    guard let revision = GitRevision(name) else { return rulebook(at: name, named: name) { $0 } }
    do {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      let path = try revision.extract(into: folder.url)
      return rulebook(at: path, named: name) { revision.shown($0, folder: folder.url) }
    } catch let failure as GitRevision.Failure {
      return .failure(Failure(name: name, diagnostics: [Diagnostic(.error, .missingPath, failure.message, help: failure.help)]))
    } catch {
      return .failure(Failure(name: name, diagnostics: [Diagnostic(.error, .unreadable, "no temporary folder can be made")]))
    }
  }

  private static func rulebook(at path: String, named name: String, shown: (String) -> String) -> Result<DiffSide, Failure> {
    do throws(RulebookError) {
      let rulebook = try Rulebook(at: path, supportTypes: InstalledPlugins.all, readDirectory: Directory.services(at:named:))
      return .success(DiffSide(name: name, rulebook: rulebook))
    } catch {
      return .failure(Failure(name: name, diagnostics: error.diagnostics.map { $0.renamingPaths(shown) }))
    }
  }
}
