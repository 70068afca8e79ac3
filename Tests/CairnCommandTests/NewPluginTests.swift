import CairnPlugins
import CairnTesting
import Foundation
import Testing

@testable import Cairn
@testable import CairnCommand

@Suite("A new plugin")
struct NewPluginTests {
  @Test("is whole: it loads, comes out as its cases say, and keeps the contract", arguments: [false, true])
  func isWhole(withSwift: Bool) throws {
    let workspace = try Self.workspace()
    defer { try? FileManager.default.removeItem(at: workspace) }
    let ran = try Command.run(["new", "plugin", "WalkingGroup"] + (withSwift ? ["--swift"] : []), in: workspace)
    #expect(ran.status == 0)
    let folder = workspace.path + "/Plugins/WalkingGroup"
    let loaded = PluginFolder.load(at: folder, relativeTo: "")
    #expect(DiagnosticText.draw(loaded.diagnostics) == "")
    let type = DeclaredSupportType(try #require(loaded.manifest))
    #expect(type.manifest.id == "walking-group")
    expectSupportType(type)
    #expect(PluginCases.report(of: type, at: folder + "/cases.yaml").count == 6)
    expectCases(of: type, at: folder + "/cases.yaml")
    let page = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    for part in ["For whom", "How it works", "In a crisis", "Evidence and its limits", "Costs", "Risks", "Sources"] {
      #expect(page.contains("\n**\(part)"), "\(part)")
    }
  }

  /// After a change of the template: `RECORD=1 swift test --filter NewPluginTests`, and build a package with what was written.
  @Test("has, where it is asked for, a type in Swift and its test", arguments: ["TeaRound.swift", "TeaRoundTests.swift"])
  func swift(file: String) throws {
    let workspace = try Self.workspace()
    defer { try? FileManager.default.removeItem(at: workspace) }
    _ = try Command.run(["new", "plugin", "tea-round", "--swift"], in: workspace)
    let folder = workspace.appendingPathComponent("Plugins/TeaRound")
    let path = file.hasSuffix("Tests.swift") ? "Tests/\(file)" : file
    let written = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    let golden = TranscriptTests.golden.appendingPathComponent("new/expected/\(file).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try written.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == written)
  }

  @Test("says which lines build it in")
  func lines() throws {
    let workspace = try Self.workspace()
    defer { try? FileManager.default.removeItem(at: workspace) }
    let said = try Command.run(["new", "plugin", "tea-round", "--swift"], in: workspace).output
    #expect(said.contains("In Package.swift add \"TeaRound\" to `plugins`"))
    #expect(said.contains("\n       import TeaRound\n       { try TeaRound() },\n"))
  }

  @Test(
    "may be named in either way",
    arguments: [
      ("WalkingGroup", "walking-group", "WalkingGroup", "Walking group"),
      ("walking-group", "walking-group", "WalkingGroup", "Walking group"),
      ("tea", "tea", "Tea", "Tea"), ("Group2Go", "group2-go", "Group2Go", "Group2 go"),
    ])
  func names(given: String, id: String, type: String, title: String) throws {
    let name = try #require(PluginName(given))
    #expect([name.id, name.type, name.title] == [id, type, title])
  }

  @Test(
    "is refused a name that is none",
    arguments: ["", "2go", "walking group", "walking_group", "Walking-Group", "tea--round", "../tea", "té", "tEa"])
  func noNames(given: String) { #expect(PluginName(given) == nil) }

  private static func workspace() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url.appendingPathComponent("Plugins"), withIntermediateDirectories: true)
    return url
  }
}
