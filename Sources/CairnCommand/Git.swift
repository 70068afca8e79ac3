import Cairn
import Foundation

/// Runs git, to read and nothing else. The repository may be anybody's, so nothing that it says is run: no transport, no hook, no helper.
///
/// No argument passes through a shell.
enum Git {
  /// Why something cannot be read, in words.
  struct Failure: Error {
    var message: String
    var help: String?
    var code = DiagnosticCode.missingPath
  }

  struct Answer {
    var output: Data
    var status: Int32
    var said: String

    var lines: [String] { String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init) }
    /// What git itself says, for a help line.
    var reason: String? { said.split(separator: "\n").first.map { "git says: \($0)" } }
  }

  /// Runs git until it ends, or until it has said more than `limit` bytes or kept silent too long.
  static func run(_ arguments: [String], input: String = "", limit: Int = 1 << 20) throws(Failure) -> Answer {
    let answer = try start(GitSafety.configuration + arguments, GitSafety.environment(), input, limit)
    guard answer.status != 0, case let trusted = trustedFolders, !trusted.isEmpty else { return answer }
    // Somebody else's repository, which the reader may have said to trust.
    return try start(GitSafety.configuration + trusted + arguments, GitSafety.environment(), input, limit)
  }

  /// What the reader's own settings, which are otherwise left unread, say of whose repositories may be opened.
  private static let trustedFolders: [String] = ["--system", "--global"].flatMap { scope -> [String] in
    let arguments = ["config", scope, "--type=path", "-z", "--get-all", "safe.directory"]
    guard let answer = try? start(arguments, GitSafety.ownEnvironment(), "", 1 << 16, in: "/"), answer.status == 0 else { return [] }
    let values = answer.output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    return values.flatMap { ["-c", "safe.directory=" + String(decoding: $0, as: UTF8.self)] }
  }

  private static func start(
    _ arguments: [String], _ environment: [String: String], _ input: String, _ limit: Int, in folder: String? = nil
  ) throws(Failure) -> Answer {
    guard let program = executable else {
      throw Failure(message: "git is not installed, and a revision is read with it", help: "compare two folders, or install git")
    }
    do {
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.environment = environment
      if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
      return try GitRun(process, input: input).answer(limit: limit)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(message: "git cannot be run", help: "it is at `\(program.path)`", code: .unreadable)
    }
  }

  /// Where the shell would find it.
  private static var executable: URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: String($0)).appendingPathComponent("git") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }
}

/// One run of git.
private struct GitRun {
  private let process: Process
  private let pipe = Pipe()
  private let errors: NamelessFile

  /// Input and errors go through files that have no name, so that neither side waits for the other and nothing stays behind.
  init(_ process: Process, input: String) throws {
    self.process = process
    errors = try NamelessFile()
    process.standardInput = try NamelessFile(holding: input).handle
    process.standardError = errors.handle
    process.standardOutput = pipe
    try process.run()
  }

  func answer(limit: Int) throws -> Git.Answer {
    do {
      let output = try read(limit)
      process.waitUntilExit()
      return Git.Answer(output: output, status: process.terminationStatus, said: errors.contents(limit: 1 << 16))
    } catch {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      throw error
    }
  }

  private func read(_ limit: Int) throws -> Data {
    var output = Data()
    let file = pipe.fileHandleForReading
    while true {
      try waitForOutput(of: file.fileDescriptor)
      guard let more = try file.read(upToCount: 1 << 16), !more.isEmpty else { return output }
      output += more
      if output.count > limit {
        throw Git.Failure(
          message: "the revision holds more than a rulebook can", help: "name the revision of a smaller repository, or compare two folders",
          code: .tooLarge)
      }
    }
  }

  /// Git answers in moments, unless the repository makes it wait for something that never comes.
  private func waitForOutput(of file: Int32) throws {
    var wanted = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    var ready: Int32
    repeat { ready = poll(&wanted, 1, 60_000) } while ready < 0 && errno == EINTR
    if ready == 0 { throw Git.Failure(message: "git does not answer", help: "try it in another copy of the repository", code: .unreadable) }
  }
}

/// A file that has no name any more, and is gone when nobody has it open.
private struct NamelessFile {
  let handle: FileHandle

  init(holding text: String = "") throws {
    guard let file = tmpfile() else { throw CocoaError(.fileWriteUnknown) }
    defer { fclose(file) }
    handle = FileHandle(fileDescriptor: dup(fileno(file)), closeOnDealloc: true)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.seek(toOffset: 0)
  }

  func contents(limit: Int) -> String {
    try? handle.seek(toOffset: 0)
    return ((try? handle.read(upToCount: limit)) ?? nil).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
