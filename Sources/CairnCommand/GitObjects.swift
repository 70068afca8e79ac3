import Cairn
import Foundation

/// The contents of files of a repository, fetched from git many at a time.
struct GitObjects {
  struct Wanted {
    var object: String
    /// Where it is, for messages.
    var path: GitListing.Path
  }

  enum Limit {
    /// All that is read of a revision.
    static let bytes = 256 << 20
  }

  private(set) var contents: [String: [UInt8]] = [:]
  /// The first thing that went wrong. Nothing is read after it.
  private(set) var failure: Git.Failure?
  private var held = 0

  /// Reads what is not here yet. First how large each is, so that nothing is read that there is no room for.
  mutating func fetch(_ wanted: [Wanted]) {
    var seen: Set<String> = []
    let missing = wanted.filter { contents[$0.object] == nil && seen.insert($0.object).inserted }
    guard failure == nil, !missing.isEmpty else { return }
    do throws(Git.Failure) {
      let sizes = try Self.sizes(of: missing)
      held = sizes.reduce(held) { $0 + min($1, Limit.bytes) }
      guard held <= Limit.bytes else {
        throw Git.Failure(
          message: "the revision's files have more than \(Limit.bytes >> 20) MiB", help: "compare two folders in place of revisions",
          code: .tooLarge)
      }
      try read(missing, sizes)
    } catch {
      failure = error
    }
  }

  private static func sizes(of wanted: [Wanted]) throws(Git.Failure) -> [Int] {
    let answer = try ask("--batch-check", wanted, limit: wanted.count * 256 + 1024)
    let lines = answer.lines
    var sizes: [Int] = []
    for (index, one) in wanted.enumerated() {
      let fields = lines.indices.contains(index) ? lines[index].split(separator: " ") : []
      guard fields.count == 3, fields[0] == one.object, fields[1] == "blob", let size = Int(fields[2]), size >= 0 else {
        throw unreadable(one, answer)
      }
      sizes.append(size)
    }
    return sizes
  }

  /// Git gives each after a line with its size.
  private mutating func read(_ wanted: [Wanted], _ sizes: [Int]) throws(Git.Failure) {
    let answer = try Self.ask("--batch", wanted, limit: sizes.reduce(0, +) + wanted.count * 256 + 1024)
    var rest = answer.output[...]
    for (one, size) in zip(wanted, sizes) {
      let head = Data("\(one.object) blob \(size)\n".utf8)
      guard rest.starts(with: head), rest.count > head.count + size else { throw Self.unreadable(one, answer) }
      let bytes = rest.dropFirst(head.count).prefix(size)
      contents[one.object] = Array(bytes)
      rest = rest[(bytes.endIndex + 1)...]
    }
  }

  private static func ask(_ option: String, _ wanted: [Wanted], limit: Int) throws(Git.Failure) -> Git.Answer {
    try Git.run(["cat-file", option], input: wanted.map { $0.object + "\n" }.joined(), limit: limit)
  }

  private static func unreadable(_ wanted: Wanted, _ answer: Git.Answer) -> Git.Failure {
    Git.Failure(
      message: "git cannot read the revision's `\(String(decoding: wanted.path, as: UTF8.self))`",
      help: answer.reason ?? "it is damaged, or is not in this copy of the repository", code: .unreadable)
  }
}
