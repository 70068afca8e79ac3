internal import Cairn

/// What is in the files of a rulebook at one moment, to tell whether they have changed.
///
/// Files as large as a rulebook's may be are told apart by their contents, since a change may keep a file's size and its time. Larger ones are
/// a directory's, and are told apart by what the disk says of them.
package struct WatchedFiles: Sendable, Hashable {
  private enum Mark: Sendable, Hashable {
    case contents(Int)
    case disk([Int])
    case problem(FileSystem.Problem)
  }

  private var marks: [String: Mark] = [:]

  /// - Parameter paths: Files, and folders that are looked at with all folders in them.
  package init(at paths: [String]) {
    for path in paths { add(path) }
  }

  private mutating func add(_ path: String) {
    guard FileSystem.isFolder(path) else { return marks[path] = Self.mark(of: path) }
    do throws(FileSystem.Problem) {
      let listing = try FileSystem.files(in: path, endings: [".yaml", ".yml", ".json", ".ndjson", ".jsonl", ".csv"])
      for file in listing.files { marks[file] = Self.mark(of: file) }
      for obstacle in listing.obstacles { marks[obstacle.path] = .problem(obstacle.problem) }
    } catch {
      marks[path] = .problem(error)
    }
  }

  private static func mark(of path: String) -> Mark {
    do throws(FileSystem.Problem) {
      return .contents(try FileSystem.read(path, limit: YAMLReader.Limit.fileBytes).hashValue)
    } catch {
      return error == .tooLarge ? .disk(FileSystem.marks(of: path)) : .problem(error)
    }
  }
}

/// Tells of a change once it is over: whoever is still writing has not said yet what they mean.
package struct SettledChanges {
  private var told: WatchedFiles
  private var last: WatchedFiles
  private var quiet = 0

  /// How often the files have to look alike.
  private static let enough = 2

  package init(_ files: WatchedFiles) { (told, last) = (files, files) }

  /// Whether there is something new to tell, and nobody is writing any more.
  package mutating func take(_ files: WatchedFiles) -> Bool {
    quiet = files == last ? quiet + 1 : 0
    last = files
    guard files != told, quiet >= Self.enough else { return false }
    told = files
    return true
  }
}
