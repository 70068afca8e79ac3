import Foundation
import Testing

@Suite("Files of people that the command line names")
struct PeopleFileTests {
  private func workspace(_ check: (Workspace) throws -> Void) throws {
    let workspace = try Workspace(copying: TranscriptTests.golden.appendingPathComponent("pain"))
    defer { workspace.remove() }
    try check(workspace)
  }

  @Test("a file in JSON may have 16 MiB in every command, and one in YAML 1 MiB")
  func limits() throws {
    try workspace { workspace in
      let padding = String(repeating: " ", count: 2 << 20)
      try "{\"id\": \"somebody\", \"born\": 1960}\(padding)".write(
        to: workspace.url.appendingPathComponent("a.json"), atomically: true, encoding: .utf8)
      try "id: somebody\n#\(padding)\n".write(to: workspace.url.appendingPathComponent("a.yaml"), atomically: true, encoding: .utf8)
      let read = try Command.run(["dry-run", "--profile", "a.json", "--as-of", "2026-11-22"], in: workspace.url)
      #expect(read.status == 0 && read.output.contains("SOMEBODY"))
      for arguments in [["dry-run", "--profile", "a.yaml"], ["review", "--profiles", "a.yaml"]] {
        let refused = try Command.run(arguments, in: workspace.url)
        #expect(
          refused.transcript == """
            --- standard error
            error: `a.yaml` is larger than a file of profiles may be, 1 MiB [too-large]
            --- exit code 1

            """)
      }
    }
  }

  @Test("a line that is longer than a person can be spoils itself and no other, and is never held")
  func longLine() throws {
    try workspace { workspace in
      let file = workspace.url.appendingPathComponent("people.ndjson")
      try Data("{\"id\": \"a\", \"born\": 1960}\n".utf8).write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: 64 << 20)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("\n{\"id\": \"b\", \"born\": 1970}\n".utf8))
      let read = try Command.run(["review", "--profiles", "people.ndjson", "--as-of", "2026-11-22"], in: workspace.url)
      #expect(read.status == 0)
      #expect(
        read.errors == """
          people.ndjson:2: a line may have 1 MiB, and this one has more [too-large]
          1 of 3 lines in people.ndjson could not be read.

          """)
    }
  }

  @Test("a pipe or a device is no file of people", arguments: ["pipe.yaml", "pipe.json", "pipe.ndjson", "/dev/zero"])
  func pipes(name: String) throws {
    try workspace { workspace in
      if name.hasPrefix("pipe") { #expect(mkfifo(workspace.url.appendingPathComponent(name).path, 0o600) == 0) }
      for arguments in [["dry-run", "--profile", name], ["review", "--profiles", name], ["diff", "rules", "rules", "--profiles", name]]
      where !(arguments[0] == "dry-run" && name.hasSuffix("ndjson")) {
        let refused = try Command.run(arguments, in: workspace.url)
        #expect(
          refused.transcript == """
            --- standard error
            error: `\(name)` is a pipe, a socket or a device, and a file is wanted [unreadable]
              = help: save it to a file first
            --- exit code 2

            """)
      }
    }
  }
}
