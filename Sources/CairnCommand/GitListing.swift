import Cairn
import Foundation

/// Every path of a revision, and what is there.
struct GitListing {
  typealias Path = [UInt8]

  enum Node: Equatable {
    case folder
    case file(object: String)
    case link(object: String)
    /// Another repository, of which a revision holds no more than the name of its own.
    case repository
  }

  private(set) var nodes: [Path: Node] = [[]: .folder]
  private(set) var names: [Path: [Path]] = [:]

  /// From `git ls-tree -r -t -z`. Trees that git makes itself are always sound; of others, no two readers see the same.
  init(_ output: Data) throws(Git.Failure) {
    for line in output.split(separator: 0) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { throw Self.unreadable }
      let fields = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      guard fields.count == 3 else { throw Self.unreadable }
      try add(Path(line[line.index(after: tab)...]), Self.node(mode: fields[0], object: String(fields[2])))
    }
  }

  private static func node(mode: Substring, object: String) -> Node {
    switch mode {
    case "040000": .folder
    case "120000": .link(object: object)
    case "160000": .repository
    default: .file(object: object)
    }
  }

  private mutating func add(_ path: Path, _ node: Node) throws(Git.Failure) {
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let name = parts.last, !parts.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) else {
      throw refusal("a path that leads out of its folder", path)
    }
    let folder = Path(path.dropLast(name.count + 1))
    guard nodes[folder] == .folder else { throw refusal("a file in what is no folder", path) }
    guard nodes.updateValue(node, forKey: path) == nil else { throw refusal("one name twice", path) }
    names[folder, default: []].append(Path(name))
  }

  private func refusal(_ what: String, _ path: Path) -> Git.Failure {
    let text = String(decoding: path, as: UTF8.self)
    return Git.Failure(
      message: "the revision has \(what), `\(text)`", help: "git makes no such revision itself, so nothing of it is read", code: .unreadable
    )
  }

  private static let unreadable = Git.Failure(message: "git cannot list the files of a revision", code: .unreadable)
}
