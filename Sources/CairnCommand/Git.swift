import Foundation

/// Runs git. No argument passes through a shell.
enum Git {
  /// Why something cannot be read, in words.
  struct Failure: Error {
    var message: String
    var help: String?
  }

  struct Answer {
    var output: Data
    var status: Int32
    var said: String

    var lines: [String] { String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init) }
    /// What git itself says, for a help line.
    var reason: String? { said.split(separator: "\n").first.map { "git says: \($0)" } }
  }

  static func run(_ arguments: [String], input: String = "") throws(Failure) -> Answer {
    guard let program = executable else {
      throw Failure(message: "git is not installed, and a revision is read with it", help: "compare two folders, or install git")
    }
    do {
      return try start(program, arguments, input)
    } catch {
      throw Failure(message: "git cannot be run", help: "it is at `\(program.path)`")
    }
  }

  /// Input and errors go through files, so that neither side waits for the other.
  private static func start(_ program: URL, _ arguments: [String], _ input: String) throws -> Answer {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let (inputs, errors) = (scratch.url.appendingPathComponent("in"), scratch.url.appendingPathComponent("err"))
    try Data(input.utf8).write(to: inputs)
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: inputs)
    process.standardError = try FileHandle(forWritingTo: errors)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(output: output, status: process.terminationStatus, said: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
  }

  /// Where the shell would find it.
  private static var executable: URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: String($0)).appendingPathComponent("git") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }
}

/// A folder for the length of one command.
struct TemporaryFolder {
  let url: URL

  init() throws {
    let all = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    url = all.appendingPathComponent("cairn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
