import Foundation
import Testing

/// `fmt` and `check --fix` write into the rulebook that they are given, and nowhere else.
@Suite("Files that are written to")
struct WrittenFilesTests {
  private static let untidy = "rules:\n    odd: {title: Odd,   because: It is,\n      flag: Look.}\n"

  /// A rulebook in `rules`, beside a folder of somebody else.
  private func workspace(_ check: (Workspace, _ elsewhere: URL) throws -> Void) throws {
    let workspace = try Workspace(copying: TranscriptTests.golden.appendingPathComponent("broken"))
    defer { workspace.remove() }
    let elsewhere = workspace.url.appendingPathComponent("elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    try check(workspace, elsewhere)
  }

  @Test("are none that a link leads to outside of the rulebook", arguments: ["file", "folder"])
  func links(way: String) throws {
    try workspace { workspace, elsewhere in
      let file = elsewhere.appendingPathComponent("odd.yaml")
      try Self.untidy.write(to: file, atomically: true, encoding: .utf8)
      let (link, target) = way == "file" ? ("odd.yaml", "../elsewhere/odd.yaml") : ("more", "../elsewhere")
      try FileManager.default.createSymbolicLink(
        atPath: workspace.url.appendingPathComponent("rules/\(link)").path, withDestinationPath: target)
      let path = way == "file" ? "rules/odd.yaml" : "rules/more/odd.yaml"
      let ran = try Command.run(["fmt"], in: workspace.url)
      #expect(
        ran.errors.contains(
          "\(path):1:1: error: this is a link to a file outside of the rulebook, and nothing is written there [unreadable]\n"))
      #expect(ran.status == 2)
      #expect(try String(contentsOf: file, encoding: .utf8) == Self.untidy)
    }
  }

  @Test("are none of those with a fix that a link leads to outside of the rulebook")
  func fixes() throws {
    try workspace { workspace, elsewhere in
      let file = elsewhere.appendingPathComponent("rulebook.yaml")
      let link = workspace.url.appendingPathComponent("rules/rulebook.yaml")
      try FileManager.default.moveItem(at: link, to: file)
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "../elsewhere/rulebook.yaml")
      let before = try Data(contentsOf: file)
      let ran = try Command.run(["check", "--fix"], in: workspace.url)
      #expect(ran.errors.hasSuffix("rules/rulebook.yaml is outside of the rulebook, so nothing is written there.\n"))
      #expect(try Data(contentsOf: file) == before)
      // Whoever names the file itself means it.
      #expect(try Command.run(["check", "--fix", "rules/rulebook.yaml"], in: workspace.url).errors.contains("rules/rulebook.yaml"))
      #expect(try Data(contentsOf: file) != before)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "../elsewhere/rulebook.yaml")
    }
  }

  @Test("may be reached by a link that stays within the rulebook")
  func within() throws {
    try workspace { workspace, _ in
      let file = workspace.url.appendingPathComponent("rules/.odd")
      try Self.untidy.write(to: file, atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: workspace.url.appendingPathComponent("rules/odd.yaml").path, withDestinationPath: ".odd")
      #expect(try Command.run(["fmt"], in: workspace.url).output.contains("Laid out rules/odd.yaml.\n"))
      #expect(try String(contentsOf: file, encoding: .utf8) != Self.untidy)
    }
  }
}
