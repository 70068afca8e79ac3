import Cairn
import Foundation

/// What a git revision holds of a rulebook: `main:rules`, `HEAD~1:rules`, `v1:`. Paths are as git takes them: from the top of the
/// repository, or with `./` from where the reader is.
///
/// The revision's files are read from git as the rulebook asks for them, so that support types and directories, which a rulebook names by
/// their path, are those of the same revision. Nothing in the repository is touched, and nothing is written elsewhere.
struct GitRevision {
  typealias Failure = Git.Failure

  /// As on the command line.
  let name: String
  private let revision: String
  private let path: String

  /// Nil where the text names none: what is there on disk is meant as it is.
  init?(_ text: String) {
    guard !FileSystem.exists(text), let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text.hasPrefix("-") else { return nil }
    name = text
    revision = String(text[..<colon])
    path = String(text[text.index(after: colon)...])
  }

  /// The files of the revision, and the path of the rulebook among them.
  func open() throws(Failure) -> (tree: GitTree, path: String) {
    let id = try self.id()
    let wanted = try wantedPath()
    let listed = try Git.run(["ls-tree", "-r", "-t", "-z", "--full-tree", id], limit: Self.mostListed)
    guard listed.status == 0 else {
      throw Failure(message: "git cannot list the files of the revision `\(revision)`", help: listed.reason, code: .unreadable)
    }
    let tree = GitTree(listing: try GitListing(listed.output), id: id)
    let rulebook = wanted.isEmpty ? tree.root : "\(tree.root)/\(wanted)"
    guard tree.exists(rulebook) else {
      throw tree.failure
        ?? Failure(message: "the revision `\(revision)` has no `\(wanted)`", help: "paths after the `:` begin at the top of the repository")
    }
    return (tree, rulebook)
  }

  /// Names and numbers of a few hundred thousand files.
  private static let mostListed = 64 << 20

  /// The revision's own name for a path in its tree: `main:rules/rules.yaml`.
  func shown(_ text: String, root: String) -> String {
    text.replacing(root + "/", with: "\(revision):").replacing(root, with: "\(revision):")
  }

  private func id() throws(Failure) -> String {
    let inside = try Git.run(["rev-parse", "--is-inside-work-tree"])
    guard inside.status == 0, inside.lines == ["true"] || GitSafety.isNamed else {
      throw Failure(
        message: "`\(name)` is no file or folder, and there is no git repository here to look for a revision in", help: inside.reason)
    }
    let found = try Git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{tree}"])
    guard found.status == 0, let id = found.lines.first else {
      throw Failure(
        message: "there is no file or folder `\(name)`, and git has no revision `\(revision)`",
        help: found.reason ?? "`git branch`, `git tag` and `git log` list them")
    }
    return id
  }

  /// The path from the top of the repository, without detours.
  private func wantedPath() throws(Failure) -> String {
    let isFromHere = path == "." || path.hasPrefix("./") || path.hasPrefix("../")
    let prefix = isFromHere ? try Git.run(["rev-parse", "--show-prefix"]).lines.first ?? "" : ""
    let wanted = FileSystem.tidied(prefix + path)
    guard !wanted.hasPrefix(".."), !wanted.hasPrefix("/") else {
      throw Failure(message: "`\(path)` leads out of the repository", help: "paths after the `:` begin at the top of the repository")
    }
    return wanted
  }
}
