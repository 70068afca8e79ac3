import Foundation
import Testing

@Suite("Watching a rulebook")
struct WatchCommandTests {
  @Test("shows what an edit changed, and ends after as many changes as it was told")
  func watch() throws {
    let workspace = try Workspace(copying: TranscriptTests.golden.appendingPathComponent("layout"))
    defer { workspace.remove() }
    let output = workspace.url.appendingPathComponent("output.txt")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = ["watch", "--changes", "1", "--as-of", "2026-11-22"]
    process.currentDirectoryURL = workspace.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    while try String(contentsOf: output, encoding: .utf8).isEmpty, process.isRunning { usleep(10_000) }
    // Written beside and put in its place, as editors do, so that it is seen whole.
    let file = workspace.url.appendingPathComponent("rules/tidy.yaml")
    try String(contentsOf: file, encoding: .utf8).replacing("{alone: yes}", with: "{alone: maybe}").write(
      to: file, atomically: true, encoding: .utf8)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(
      try String(contentsOf: output, encoding: .utf8) == """
        Watching rules: 0 people; 0 tests passed.

        rules/tidy.yaml:5:19: error: `alone` takes `yes` or `no`, not `maybe` [wrong-type]
          |
        5 |     when: {alone: maybe}
          |                   ^~~~~
        1 error.

        """)
  }
}
