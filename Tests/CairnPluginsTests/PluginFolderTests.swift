import CairnPlugins
import CairnTesting
import Foundation
import Testing

@testable import Cairn

/// The plugins that ship, as folders: each is whole, keeps the contract, and comes out as its cases say.
@Suite("The folders in Plugins")
struct PluginFolderTests {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

  /// Every folder, also one that has nothing in it.
  static var folders: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/Plugins")) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { "\(root)/Plugins/\($0)" }.filter(FileSystem.isFolder)
  }

  static func type(in folder: String) throws -> any SupportType {
    let manifest = try #require(PluginFolder.load(at: folder, relativeTo: "").manifest)
    return InstalledPlugins.all.first { $0.manifest.id == manifest.id } ?? DeclaredSupportType(manifest)
  }

  @Test("there are twelve at least")
  func someStand() { #expect(Self.folders.count >= 12) }

  @Test("each is whole", arguments: folders)
  func isWhole(folder: String) { #expect(PluginCompleteness.missing(in: folder) == []) }

  @Test("each loads by path, keeps the contract, and comes out as its cases say", arguments: folders)
  func keepsItsWord(folder: String) throws {
    let loaded = PluginFolder.load(at: folder, relativeTo: "")
    #expect(DiagnosticText.draw(loaded.diagnostics) == "")
    let type = try Self.type(in: folder)
    expectSupportType(type)
    expectCases(of: type, at: folder + "/cases.yaml")
  }

  @Test("an installed plugin and its folder are one and the same", arguments: InstalledPlugins.all.map(\.manifest.id))
  func areOne(id: String) throws {
    let manifests = Self.folders.compactMap { PluginFolder.load(at: $0, relativeTo: "").manifest }
    let folder = try #require(manifests.first { $0.id == id })
    let installed = try #require(InstalledPlugins.all.first { $0.manifest.id == id })
    #expect(folder.contentHash == installed.manifest.contentHash)
  }

  @Test("the rulebook that ships knows each of them", arguments: folders)
  func isKnown(folder: String) throws {
    let manifest = try Self.type(in: folder).manifest
    #expect(try ShippedRulebookTests.open().ruleSet.supports.contains { $0.manifest.id == manifest.id })
  }
}

/// What a plugin's folder must have beside a manifest that loads.
enum PluginCompleteness {
  static let parts = ["For whom", "How it works", "In a crisis", "Evidence and its limits", "Costs", "Risks", "Sources"]

  static func missing(in folder: String) -> [String] {
    let files = ["support.yaml", "texts/en.yaml", "cases.yaml", "README.md"].filter { !FileSystem.exists("\(folder)/\($0)") }
    return files.map { "no \($0)" } + page(in: folder) + evidence(in: folder)
  }

  private static func page(in folder: String) -> [String] {
    guard let page = try? String(contentsOfFile: folder + "/README.md", encoding: .utf8) else { return [] }
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let gaps = parts.filter { part in !lines.contains { $0.hasPrefix("**\(part)") } }.map { "nothing on “\($0)” in README.md" }
    return gaps + (lines.count > 80 ? ["a README.md of more than a page"] : [])
  }

  private static func evidence(in folder: String) -> [String] {
    guard let manifest = PluginFolder.load(at: folder, relativeTo: "").manifest else { return ["no manifest that loads"] }
    var missing: [String] = []
    if manifest.evidence.isEmpty { missing.append("no evidence") }
    if manifest.evidence.contains(where: { ($0.limits ?? "").isEmpty }) { missing.append("evidence without its limits") }
    if manifest.costs.isEmpty { missing.append("no costs") }
    return missing
  }
}

@Suite("A folder that is not whole")
struct IncompletePluginTests {
  @Test("is refused, and what it lacks is named")
  func lacks() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let manifest = """
      support: tea
      title: Tea
      summary: Tea is drunk together.
      shape: open-group
      verbs: [signpost]
      evidence: [{grade: none, source: Judgement}]
      """
    try manifest.write(to: folder.appendingPathComponent("support.yaml"), atomically: true, encoding: .utf8)
    let page = "# Tea\n\n**For whom.** All.\n\n**Costs.** Leaves.\n"
    try page.write(to: folder.appendingPathComponent("README.md"), atomically: true, encoding: .utf8)
    #expect(
      PluginCompleteness.missing(in: folder.path) == [
        "no texts/en.yaml", "no cases.yaml", "nothing on “How it works” in README.md", "nothing on “In a crisis” in README.md",
        "nothing on “Evidence and its limits” in README.md", "nothing on “Risks” in README.md", "nothing on “Sources” in README.md",
        "evidence without its limits", "no costs",
      ])
  }

  @Test("is refused where it is empty")
  func isEmpty() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cairn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      PluginCompleteness.missing(in: folder.path) == [
        "no support.yaml", "no texts/en.yaml", "no cases.yaml", "no README.md", "no manifest that loads",
      ])
  }
}
