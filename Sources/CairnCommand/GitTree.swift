import Cairn
import Foundation
import Synchronization

/// The files of a git revision, read as they are asked for, and only those. Nothing is written anywhere, and links are followed within the
/// revision alone.
final class GitTree: FileTree, Sendable {
  /// What all paths in it begin with. It stands in no text by chance.
  let root: String
  private let listing: GitListing
  private let objects = Mutex(GitObjects())

  /// As far as links are followed, which is as far as the disk follows them.
  private static let mostLinks = 40

  init(listing: GitListing, id: String) {
    self.listing = listing
    root = "/" + id
  }

  /// Why something could not be read that is there; what came of the rest is then not to be used.
  var failure: Git.Failure? { objects.withLock { $0.failure } }

  func kind(of path: String) throws(FileSystem.Problem) -> FileKind {
    let found = try find(path)
    return found.node == .folder ? .folder(id: found.path) : .file
  }

  func names(in folder: String) throws(FileSystem.Problem) -> [String] {
    let found = try find(folder)
    guard found.node == .folder else { throw .notFolder }
    return (listing.names[found.path] ?? []).map { String(decoding: $0, as: UTF8.self) }
  }

  func read(_ path: String, limit: Int) throws(FileSystem.Problem) -> [UInt8] {
    let found = try find(path)
    guard case .file(let object) = found.node else { throw .isFolder }
    return try contents(of: object, at: found.path, limit: limit)
  }

  /// A directory of services in a revision is held whole, so it has a limit.
  func pieces(of path: String) throws(FileSystem.Problem) -> FileChunks {
    FileChunks(try read(path, limit: GitObjects.Limit.bytes))
  }

  func prepare(_ paths: [String]) {
    let found = paths.compactMap { try? find($0) }
    let wanted = found.compactMap { found -> GitObjects.Wanted? in
      guard case .file(let object) = found.node else { return nil }
      return GitObjects.Wanted(object: object, path: found.path)
    }
    objects.withLock { $0.fetch(wanted) }
  }

  private func contents(of object: String, at path: GitListing.Path, limit: Int) throws(FileSystem.Problem) -> [UInt8] {
    let bytes = objects.withLock { objects -> [UInt8]? in
      objects.fetch([GitObjects.Wanted(object: object, path: path)])
      return objects.contents[object]
    }
    guard let bytes else { throw .unreadable }
    guard bytes.count <= limit else { throw .tooLarge }
    return bytes
  }

  // MARK: - Links

  private typealias Found = (path: GitListing.Path, node: GitListing.Node)

  private func find(_ path: String) throws(FileSystem.Problem) -> Found {
    guard path == root || path.hasPrefix(root + "/") else { throw .missing }
    var links = 0
    var here: [GitListing.Path] = []
    var node = GitListing.Node.folder
    var ahead = Array(Self.parts(Array(path.utf8.dropFirst(root.utf8.count))).reversed())
    while let part = ahead.popLast() {
      let lost: FileSystem.Problem = links > 0 ? .deadLink : .missing
      guard node == .folder else { throw lost }
      if part.elementsEqual("..".utf8) {
        // Out of the revision there is nothing.
        guard here.popLast() != nil else { throw lost }
        continue
      }
      let path = Self.joined(here + [part])
      guard let next = listing.nodes[path] else { throw lost }
      switch next {
      case .link(let object):
        links += 1
        guard links <= Self.mostLinks else { throw .deadLink }
        let target = try contents(of: object, at: path, limit: 4096)
        guard target.first != UInt8(ascii: "/"), !target.isEmpty else { throw .deadLink }
        ahead += Self.parts(target).reversed()
      case .repository: throw .unreadable
      case .folder, .file:
        here.append(part)
        node = next
      }
    }
    return (Self.joined(here), node)
  }

  private static func parts(_ path: GitListing.Path) -> [GitListing.Path] {
    path.split(separator: UInt8(ascii: "/")).map(Array.init).filter { !$0.elementsEqual(".".utf8) }
  }

  private static func joined(_ parts: [GitListing.Path]) -> GitListing.Path { Array(parts.joined(separator: [UInt8(ascii: "/")])) }
}
