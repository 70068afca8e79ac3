import Foundation

/// The command as it was built beside these tests.
enum Command {
  struct Result {
    var output: String
    var errors: String
    var status: Int32

    /// Output, then what was said on standard error, then the exit code unless all was well.
    var transcript: String {
      var text = output
      if !errors.isEmpty { text += "--- standard error\n" + errors }
      if status != 0 { text += "--- exit code \(status)\n" }
      return text
    }
  }

  static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)")
    let files = (out: scratch.appendingPathExtension("out"), err: scratch.appendingPathExtension("err"))
    defer { for file in [files.out, files.err] { try? FileManager.default.removeItem(at: file) } }
    for file in [files.out, files.err] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files.out)
    process.standardError = try FileHandle(forWritingTo: files.err)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try String(contentsOf: files.out, encoding: .utf8), errors: try String(contentsOf: files.err, encoding: .utf8),
      status: process.terminationStatus)
  }

  /// In the folder of the test bundle, which is that of the products.
  static let executable: URL = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments.first ?? ""
    var folder = URL(fileURLWithPath: bundle)
    while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("cairn").path) {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("cairn")
  }()
}
