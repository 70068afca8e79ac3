import Cairn
import Foundation

/// What a git revision holds of a rulebook: `main:rules`, `HEAD~1:rules`, `v1:`. Paths are as git takes them: from the top of the
/// repository, or with `./` from where the reader stands.
///
/// The revision's files are written into a folder of their own and read there, so that support types and directories, which a rulebook names
/// by their path, are those of the same revision. Nothing in the repository is touched, and no argument passes through a shell.
struct GitRevision {
  typealias Failure = Git.Failure

  /// As on the command line.
  let name: String
  private let revision: String
  private let path: String

  /// Nil where the text names none: what is there on disk is meant as it stands.
  init?(_ text: String) {
    guard !FileSystem.exists(text), let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text.hasPrefix("-") else { return nil }
    name = text
    revision = String(text[..<colon])
    path = String(text[text.index(after: colon)...])
  }

  /// Writes the files of the revision into a folder, and gives the path of the rulebook in it.
  func extract(into folder: URL) throws(Failure) -> String {
    let tree = try self.tree()
    let wanted = try wantedPath()
    let entries = try Self.entries(of: tree)
    let isThere = wanted.isEmpty || entries.contains { $0.path == wanted || $0.path.hasPrefix(wanted + "/") }
    guard isThere else {
      throw Failure(
        message: "the revision `\(revision)` has no `\(wanted)`", help: "paths after the `:` begin at the top of the repository")
    }
    try Self.write(entries.filter(\.isWanted), into: folder)
    return wanted.isEmpty ? folder.path : folder.appendingPathComponent(wanted).path
  }

  /// The revision's own name for a path in that folder: `main:rules/rules.yaml`.
  func shown(_ text: String, folder: URL) -> String {
    text.replacing(folder.path + "/", with: "\(revision):").replacing(folder.path, with: "\(revision):")
  }

  // MARK: - What git says

  private func tree() throws(Failure) -> String {
    let inside = try Git.run(["rev-parse", "--is-inside-work-tree"])
    guard inside.status == 0 else {
      throw Failure(
        message: "`\(name)` is no file or folder, and there is no git repository here to look for a revision in", help: inside.reason)
    }
    let found = try Git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{tree}"])
    guard found.status == 0, let tree = found.lines.first else {
      throw Failure(
        message: "there is no file or folder `\(name)`, and git has no revision `\(revision)`",
        help: "`git branch`, `git tag` and `git log` list them")
    }
    return tree
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

  private struct Entry {
    var path: String
    var object: String
    var isLink: Bool
    var size: Int

    /// What a rulebook, a support type or a directory may be made of.
    var isWanted: Bool { isLink || [".yaml", ".yml", ".json", ".ndjson", ".csv"].contains { path.hasSuffix($0) } }
  }

  /// Every file of a tree; other repositories within it are left out.
  private static func entries(of tree: String) throws(Failure) -> [Entry] {
    let listed = try Git.run(["ls-tree", "-r", "-z", "-l", "--full-tree", tree])
    guard listed.status == 0 else { throw Failure(message: "git cannot list the files of a revision", help: listed.reason) }
    return listed.output.split(separator: 0).compactMap { line in
      let parts = String(decoding: line, as: UTF8.self).split(separator: "\t", maxSplits: 1)
      let fields = parts.first?.split(separator: " ") ?? []
      guard parts.count == 2, fields.count == 4, fields[1] == "blob" else { return nil }
      // No tree that git makes itself leads out of its folder.
      let path = String(parts[1])
      guard FileSystem.tidied(path) == path, !path.hasPrefix("/"), !path.hasPrefix("..") else { return nil }
      return Entry(path: path, object: String(fields[2]), isLink: fields[0] == "120000", size: Int(fields[3]) ?? 0)
    }
  }

  // MARK: - Writing

  /// All files by one run of git, which gives each after a line with its size.
  private static func write(_ entries: [Entry], into folder: URL) throws(Failure) {
    let contents = try Git.run(["cat-file", "--batch"], input: entries.map { $0.object + "\n" }.joined())
    guard contents.status == 0 else { throw Failure(message: "git cannot read the files of a revision", help: contents.reason) }
    var rest = contents.output[...]
    for entry in entries {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")), rest.distance(from: end, to: rest.endIndex) > entry.size else {
        throw Failure(message: "git gives less of `\(entry.path)` than it says it has", help: nil)
      }
      let start = rest.index(after: end)
      let bytes = rest[start..<rest.index(start, offsetBy: entry.size)]
      rest = rest[rest.index(bytes.endIndex, offsetBy: 1)...]
      do {
        try write(entry, bytes, into: folder)
      } catch {
        throw Failure(message: "the files of the revision cannot be written to `\(folder.path)`", help: nil)
      }
    }
  }

  /// A link goes along where it leads to a place within; no other file is worth a look.
  private static func write(_ entry: Entry, _ bytes: Data, into folder: URL) throws {
    let file = folder.appendingPathComponent(entry.path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    guard entry.isLink else { return try bytes.write(to: file) }
    let target = String(decoding: bytes, as: UTF8.self)
    let aim = FileSystem.tidied(FileSystem.join(FileSystem.folder(of: entry.path), target))
    guard !target.hasPrefix("/"), !aim.hasPrefix("..") else { return }
    try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: target)
  }
}
