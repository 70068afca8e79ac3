import Cairn
import Foundation
import Testing

/// What a transcript cannot show: who else is at the other end.
@Suite("Output of the command")
struct OutputTests {
  private func workspace() throws -> Workspace {
    try Workspace(copying: TranscriptTests.golden.appendingPathComponent("pain"))
  }

  @Test("a reader that leaves early is no error of ours")
  func brokenPipe() throws {
    let folder = try workspace()
    defer { folder.remove() }
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = ["dry-run", "--as-of", "2026-11-22"]
    process.currentDirectoryURL = folder.url
    let pipe = Pipe()
    process.standardOutput = pipe
    let errors = Pipe()
    process.standardError = errors
    try pipe.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    let traps: Set<Int32> = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV]
    #expect(process.terminationReason == .exit || !traps.contains(process.terminationStatus))
    #expect(errors.fileHandleForReading.availableData.isEmpty)
  }

  @Test("nothing is coloured where it does not go to a terminal")
  func colour() throws {
    let folder = try workspace()
    defer { folder.remove() }
    for arguments in [["dry-run", "--as-of", "2026-11-22"], ["check"], ["plugins"]] {
      #expect(try !Command.run(arguments, in: folder.url).output.contains("\u{1B}"))
    }
  }

  @Test("no line is wider than asked for", arguments: [40, 57, 80, 110, 120])
  func widths(width: Int) throws {
    let folder = try workspace()
    defer { folder.remove() }
    let explain = ["explain", "--profile", "hanna", "--support", "peer-group", "--all"]
    for arguments in [["dry-run", "--all"], ["dry-run", "--team"], explain, ["review"], ["plugins"]] {
      let day = arguments == ["plugins"] ? [] : ["--as-of", "2026-11-22"]
      let output = try Command.run(arguments + day + ["--width", "\(width)"], in: folder.url).output
      #expect(!output.isEmpty)
      for line in output.split(separator: "\n") { #expect(String(line).displayWidth <= width, "\(arguments): \(line)") }
    }
  }

  @Test("no line of a comparison is wider than asked for", arguments: [40, 63, 64, 80, 120])
  func widthsOfDiff(width: Int) throws {
    let folder = try Workspace(copying: TranscriptTests.golden.appendingPathComponent("diff"))
    defer { folder.remove() }
    for people in [[], ["--profiles", "people.ndjson"]] {
      let arguments = ["diff", "old", "new", "--as-of", "2026-11-22", "--width", "\(width)"] + people
      let output = try Command.run(arguments, in: folder.url).output
      #expect(output.contains("PEOPLE"))
      for line in output.split(separator: "\n") { #expect(String(line).displayWidth <= width, "\(line)") }
    }
  }

  @Test("the command that it ends with answers, as a shell reads it", arguments: ["one's own rules", "rules-ä", "a;b $c"])
  func nextCommand(name: String) throws {
    let folder = try workspace()
    defer { folder.remove() }
    try FileManager.default.copyItem(at: folder.url.appendingPathComponent("rules"), to: folder.url.appendingPathComponent(name))
    try FileManager.default.copyItem(
      at: folder.url.appendingPathComponent("people.json"), to: folder.url.appendingPathComponent("\(name).json"))
    for people in [[], ["--profile", "\(name).json"]] {
      let output = try Command.run(["dry-run", name, "--as-of", "2026-11-22", "--width", "120"] + people, in: folder.url).output
      let command = try #require(output.components(separatedBy: "Why, or why not:").last?.trimmingCharacters(in: .whitespacesAndNewlines))
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = ["-c", "cairn() { \"$CAIRN\" \"$@\"; }\n\(command) --as-of 2026-11-22"]
      shell.environment = ["CAIRN": Command.executable.path]
      shell.currentDirectoryURL = folder.url
      let pipe = Pipe()
      shell.standardOutput = pipe
      try shell.run()
      let answer = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 0 && !answer.isEmpty, "\(command)")
    }
  }

  @Test("the same command gives the same bytes again")
  func stable() throws {
    let folder = try workspace()
    defer { folder.remove() }
    let arguments = ["dry-run", "--as-of", "2026-11-22", "--format", "json"]
    let first = try Command.run(arguments, in: folder.url).output
    #expect(first.contains("\"asOf\": \"2026-11-22\""))
    #expect(try Command.run(arguments, in: folder.url).output == first)
  }

  @Test("mending keeps a file's permissions, and writes it whole")
  func mending() throws {
    let folder = try Workspace(copying: TranscriptTests.golden.appendingPathComponent("broken"))
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("rules/rulebook.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    // A name that its author chose is left to them.
    #expect(try Command.run(["check", "--fix"], in: folder.url).status == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("ask: \"Is your home warm enough, most days?\""))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path).sorted() == [
        "rulebook.yaml", "rules.yaml",
      ])
  }
}
