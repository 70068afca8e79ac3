import CairnPlugins
import CairnTesting
import Testing

@testable import Cairn

/// The plugins that ship, as folders: each is whole, keeps the contract, and comes out as its cases say.
@Suite("The folders in Plugins")
struct PluginFolderTests {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

  static var folders: [String] {
    let manifests = (try? FileSystem.yamlFiles(in: root + "/Plugins").files) ?? []
    return manifests.filter { $0.hasSuffix("/support.yaml") }.map { FileSystem.folder(of: $0) }
  }

  @Test("there are some")
  func someStand() { #expect(Self.folders.count >= 2) }

  @Test("each has its manifest, texts, cases and page", arguments: folders)
  func isWhole(folder: String) {
    for file in ["support.yaml", "texts/en.yaml", "cases.yaml", "README.md"] {
      #expect(FileSystem.exists("\(folder)/\(file)"), "\(folder) has no \(file)")
    }
  }

  @Test("each loads by path, keeps the contract, and comes out as its cases say", arguments: folders)
  func keepsItsWord(folder: String) throws {
    let loaded = PluginFolder.load(at: folder, relativeTo: "")
    #expect(DiagnosticText.draw(loaded.diagnostics) == "")
    let manifest = try #require(loaded.manifest)
    let installed = InstalledPlugins.all.first { $0.manifest.id == manifest.id }
    let type = installed ?? DeclaredSupportType(manifest)
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
}
