/// Where the files of a rulebook are: on the disk, or in memory as a revision of a repository has them.
package protocol FileTree {
  /// What a path leads to, links followed.
  func kind(of path: String) throws(FileSystem.Problem) -> FileKind
  /// The names of what is in a folder, in any order.
  func names(in folder: String) throws(FileSystem.Problem) -> [String]
  /// A whole file of at most `limit` bytes.
  func read(_ path: String, limit: Int) throws(FileSystem.Problem) -> [UInt8]
  /// A file of any size, piece by piece.
  func pieces(of path: String) throws(FileSystem.Problem) -> FileChunks
  /// Files that are about to be read, so that a tree for which each is a journey can fetch them together.
  func prepare(_ paths: [String])
}

/// What a path leads to.
package enum FileKind: Hashable, Sendable {
  case file
  /// A folder, the same by whichever link it is come to.
  case folder(id: [UInt8])
}

/// What is in a folder and below it.
package struct FileListing: Sendable, Hashable {
  /// Something in a folder that keeps what is behind it from being read.
  package struct Obstacle: Sendable, Hashable {
    package var path: String
    package var problem: FileSystem.Problem

    package init(path: String, problem: FileSystem.Problem) {
      self.path = path
      self.problem = problem
    }
  }

  /// Files with one of the endings, each with the folder before it, by path.
  package var files: [String] = []
  /// Folders that cannot be entered, and links that lead nowhere.
  package var obstacles: [Obstacle] = []
}

extension FileTree {
  package func prepare(_ paths: [String]) {}

  package func isFolder(_ path: String) -> Bool {
    if case .folder = try? kind(of: path) { true } else { false }
  }

  package func exists(_ path: String) -> Bool { (try? kind(of: path)) != nil }

  /// Every YAML file in a folder and below it. Dot files and dot folders are left out, and a folder that is linked twice is read once.
  package func yamlFiles(in folder: String) throws(FileSystem.Problem) -> FileListing {
    try files(in: folder, endings: [".yaml", ".yml"])
  }

  /// Every file in a folder and below it whose name has one of the endings, in capitals or not.
  package func files(in folder: String, endings: [String]) throws(FileSystem.Problem) -> FileListing {
    guard case .folder = try kind(of: folder) else { throw .notFolder }
    var walk = FolderWalk(tree: self, endings: endings)
    walk.visit(folder)
    if let first = walk.listing.obstacles.first, first.path == folder { throw first.problem }
    walk.listing.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    prepare(walk.listing.files)
    return walk.listing
  }
}

/// Goes through a folder and those below it. Nothing that cannot be looked at is passed over in silence, since a safeguard may be behind it.
private struct FolderWalk<Tree: FileTree> {
  let tree: Tree
  let endings: [String]
  var listing = FileListing()
  private var seen: Set<[UInt8]> = []

  init(tree: Tree, endings: [String]) {
    self.tree = tree
    self.endings = endings
  }

  mutating func visit(_ folder: String) {
    do throws(FileSystem.Problem) {
      guard case .folder(let id) = try tree.kind(of: folder), seen.insert(id).inserted else { return }
      // In the order of their bytes, so that which of two links to a folder is read does not depend on the disk.
      let names = try tree.names(in: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      try canEnter(folder)
      for name in names where !name.hasPrefix(".") { look(at: FileSystem.join(folder, name), name.lowercased()) }
    } catch {
      listing.obstacles.append(FileListing.Obstacle(path: folder, problem: error))
    }
  }

  /// A folder may list its names and still let nobody look at what they are.
  private func canEnter(_ folder: String) throws(FileSystem.Problem) { _ = try tree.kind(of: FileSystem.join(folder, ".")) }

  private mutating func look(at path: String, _ name: String) {
    do throws(FileSystem.Problem) {
      switch try tree.kind(of: path) {
      case .folder: visit(path)
      case .file: if endings.contains(where: name.hasSuffix) { listing.files.append(path) }
      }
    } catch {
      listing.obstacles.append(FileListing.Obstacle(path: path, problem: error))
    }
  }
}
