import Foundation
import Testing

/// A repository with two revisions, `v1` and `main`: the pain rulebook with its kind of support, and one in which two rules say otherwise.
/// Beside it is a folder that belongs to somebody else.
struct Repository {
  private let base: Workspace
  let url: URL
  var outside: URL { base.url.appendingPathComponent("outside") }

  static let git: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
    URL(fileURLWithPath: String($0)).appendingPathComponent("git")
  }.first { FileManager.default.isExecutableFile(atPath: $0.path) }

  init() throws {
    base = try Workspace(copying: TranscriptTests.golden.appendingPathComponent("pain"))
    url = base.url.appendingPathComponent("repository")
    let names = try FileManager.default.contentsOfDirectory(atPath: base.url.path)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    for name in names { try FileManager.default.moveItem(at: base.url.appendingPathComponent(name), to: url.appendingPathComponent(name)) }
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: false)
    try git("init", "--quiet", "--initial-branch=main")
    try commit("first")
    try git("tag", "v1")
    try edit("rules/rules.yaml") { $0.replacing("at-least: 7", with: "at-least: 5") }
    try edit("WalkingGroup/support.yaml") { $0 + "# Nothing but a comment.\n" }
    try commit("second")
  }

  func remove() { base.remove() }

  /// What git answers, less the line break at its end.
  @discardableResult
  func git(_ arguments: String..., input: Data = Data()) throws -> String {
    let process = Process()
    process.executableURL = Self.git
    process.arguments = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"] + arguments
    process.currentDirectoryURL = url
    let given = base.url.appendingPathComponent("input")
    try input.write(to: given)
    process.standardInput = try FileHandle(forReadingFrom: given)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  func commit(_ message: String) throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--message", message)
  }

  func diff(_ old: String, _ new: String, in folder: String = "", environment: [String: String] = [:]) throws -> Command.Result {
    try Command.run(["diff", old, new, "--as-of", "2026-11-22"], in: url.appendingPathComponent(folder), environment: environment)
  }

  // MARK: - Changing files

  func edit(_ path: String, _ change: (String) -> String) throws {
    let file = url.appendingPathComponent(path)
    try change(try String(contentsOf: file, encoding: .utf8)).write(to: file, atomically: true, encoding: .utf8)
  }

  func write(_ path: String, _ text: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  func move(_ path: String, to other: String) throws {
    let file = url.appendingPathComponent(other)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: url.appendingPathComponent(path), to: file)
  }

  func link(_ path: String, to target: String) throws {
    let file = url.appendingPathComponent(path)
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: file.path)) != nil { try FileManager.default.removeItem(at: file) }
    try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: target)
  }

  /// Commits a change to a branch of its own, and goes back to `main`.
  func onBranch(_ branch: String, _ change: () throws -> Void) throws {
    try git("checkout", "--quiet", "-B", branch, "main")
    try change()
    try commit(branch)
    try git("checkout", "--quiet", "main")
  }

  // MARK: - What git would not make

  /// A revision of one folder that holds these names as they are, all with the contents of the rulebook's first file.
  func forge(_ branch: String, in folder: String, _ entries: [(mode: String, name: String)]) throws {
    let file = try git("rev-parse", "main:rules/rulebook.yaml")
    let tree = try git("rev-parse", "main:WalkingGroup")
    let commit = try git("rev-parse", "main")
    let objects = ["40000": tree, "160000": commit]
    let inner = try hash(entries.map { ($0.mode, $0.name, objects[$0.mode] ?? file) })
    let outer = try hash([("40000", folder, inner)])
    try git("update-ref", "refs/heads/\(branch)", try git("commit-tree", outer, "-m", branch))
  }

  private func hash(_ entries: [(mode: String, name: String, object: String)]) throws -> String {
    var bytes = Data()
    for entry in entries {
      bytes += Data("\(entry.mode) \(entry.name)\0".utf8)
      var digits = Substring(entry.object)
      while !digits.isEmpty {
        bytes.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
        digits = digits.dropFirst(2)
      }
    }
    return try git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", input: bytes)
  }

  func names(of tree: String) throws -> [String] { try git("ls-tree", "--name-only", tree).split(separator: "\n").map(String.init) }

  /// The file that holds an object.
  func object(_ name: String) throws -> URL {
    let id = try git("rev-parse", name)
    return url.appendingPathComponent(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
  }

  func lose(_ name: String) throws { try FileManager.default.removeItem(at: try object(name)) }
}
