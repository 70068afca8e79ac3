import Foundation
import Testing

/// Results that cannot be written. `/dev/full` is a disk that is always full.
@Suite("Results that are lost", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
struct LostResultTests {
  private func workspace(_ check: (Workspace) throws -> Void) throws {
    let workspace = try Workspace(copying: TranscriptTests.golden.appendingPathComponent("pain"))
    defer { workspace.remove() }
    try check(workspace)
  }

  /// What is said and how it ends where standard output goes to a full disk.
  private func runIntoFullDisk(_ arguments: [String], in folder: URL) throws -> (errors: String, status: Int32) {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (said, process.terminationStatus)
  }

  @Test(
    "on a full disk are said to be lost, once, and end every command with 74",
    arguments: [
      "check", "check --format json", "check WalkingGroup", "schema", "schema -o schema.json", "dry-run", "dry-run --format json",
      "dry-run --team",
      "review", "review --format markdown", "review --html page.html", "explain --profile hanna --support peer-group", "test WalkingGroup",
      "test",
      "plugins", "diff rules rules", "fmt", "fmt --check", "directory offers people.json", "directory check people.json",
      "watch --changes 0",
      "new rule odd-one", "--help", "check --help", "--generate-completion-script bash",
    ])
  func fullDisk(command: String) throws {
    try workspace { workspace in
      let ran = try runIntoFullDisk(command.split(separator: " ").map(String.init), in: workspace.url)
      #expect(ran.errors == "error: the result cannot be written: no space left on device\n")
      #expect(ran.status == 74)
    }
  }

  @Test(
    "in a file that the command line names are lost as well",
    arguments: [
      ["review", "--html", "/dev/full"], ["schema", "-o", "/dev/full"], ["test", "--junit", "/dev/full"],
      ["test", "WalkingGroup", "--junit", "/dev/full"],
    ])
  func files(arguments: [String]) throws {
    try workspace { workspace in
      let ran = try Command.run(arguments, in: workspace.url)
      #expect(ran.errors == "error: `/dev/full` cannot be written: no space left on device [unreadable]\n")
      #expect(ran.status == 74)
    }
  }

  @Test("a file that cannot be opened for writing ends with 2, as every path does")
  func noPlace() throws {
    try workspace { workspace in
      let ran = try Command.run(["review", "--html", "nowhere/page.html"], in: workspace.url)
      #expect(ran.errors == "error: `nowhere/page.html` cannot be written: no such file or directory [unreadable]\n")
      #expect(ran.status == 2)
    }
  }
}

@Suite("Results for build servers")
struct JUnitFileTests {
  private func junit(_ arguments: [String], in golden: String = "pain", _ change: (Workspace) throws -> Void = { _ in }) throws -> (
    file: String, status: Int32
  ) {
    let workspace = try Workspace(copying: TranscriptTests.golden.appendingPathComponent(golden))
    defer { workspace.remove() }
    let file = workspace.url.appendingPathComponent("results.xml")
    try "the results of another day".write(to: file, atomically: true, encoding: .utf8)
    try change(workspace)
    let ran = try Command.run(["test"] + arguments + ["--junit", "results.xml"], in: workspace.url)
    return (try String(contentsOf: file, encoding: .utf8), ran.status)
  }

  @Test("of a kind of support are written, a test for each case and one for the contract")
  func plugin() throws {
    let ran = try junit(["DogWalk"]) { workspace in _ = try Command.run(["new", "plugin", "DogWalk"], in: workspace.url) }
    #expect(ran.status == 0)
    #expect(ran.file.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests="))
    #expect(ran.file.contains(" failures=\"0\">\n  <testsuite name=\"dog-walk\" tests="))
    #expect(ran.file.contains("    <testcase classname=\"dog-walk\" name=\"the contract of support types\"/>\n"))
    let failing = try junit(["WalkingGroup"]) { workspace in
      try "as-of: 2026-11-22\n".write(
        to: workspace.url.appendingPathComponent("WalkingGroup/cases.yaml"), atomically: true, encoding: .utf8)
    }
    #expect(
      failing.status == 1 && failing.file.contains("<testcase classname=\"walking-group\" name=\"cases.yaml\">\n      <failure message="))
  }

  @Test("of what cannot be opened are an error, and not those of another day", arguments: ["rules", "WalkingGroup"])
  func unopened(path: String) throws {
    let ran = try junit([path]) { workspace in
      let file = path == "rules" ? "rules/rules.yaml" : "WalkingGroup/support.yaml"
      try "a: [\n".write(to: workspace.url.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
    #expect(ran.status == 1)
    #expect(
      ran.file.hasPrefix(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="1" failures="0" errors="1">
          <testsuite name="\(path)" tests="1" failures="0" errors="1" skipped="0">
            <testcase classname="\(path)" name="the files can be opened">
              <error message="
        """))
  }
}
