import Cairn
import CairnPlugins
import CairnTesting
import Foundation
import Testing

/// Runs what the pages show. The words behind a fence:
///
/// | fence | the block is |
/// | --- | --- |
/// | `yaml fixture` | a rulebook in itself |
/// | `yaml fragment` | a file beside the page's fixture |
/// | `yaml PATH` | a file that the reader writes, or a part of one that the repository has; with `wrong`, one that cannot be opened |
/// | `csv PATH`, `ndjson PATH` | a table, or people, that the reader writes |
/// | `console` | commands, and what they say |
///
/// After a change of words: `RECORD=1 swift test --filter DocPageTests`, and read what changed.
@Suite("Pages of the documentation")
struct DocPageTests {
  static let catalog = "Sources/Cairn/Cairn.docc"

  @Test(
    "show what happens",
    arguments: [
      "README.md", "\(catalog)/TheLanguage.md", "\(catalog)/WritingRules.md", "\(catalog)/AddingASupportType.md",
      "\(catalog)/LocalDirectories.md", "\(catalog)/ReviewingPathways.md", "\(catalog)/ComparingRulebooks.md",
    ])
  func replay(path: String) throws {
    let page = try DocPage(path)
    let workspace = try DocWorkspace()
    defer { workspace.remove() }
    var recorded: [(DocPage.Block, String)] = []
    var ran = 0
    for block in page.blocks {
      guard let kind = block.words.first else { continue }
      if kind == "console" {
        recorded.append((block, try console(block, in: workspace)))
      } else if kind == "yaml" {
        try yaml(block, of: page, in: workspace)
      } else if ["csv", "ndjson"].contains(kind), let path = block.words.dropFirst().first {
        try workspace.write(path, block.text)
      } else {
        #expect(["swift", "sh"].contains(kind), "\(path):\(block.lines.lowerBound)")
        continue
      }
      ran += 1
    }
    #expect(ran > 0)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { return try page.rewrite(recorded) }
    for (block, said) in recorded { #expect(said == block.text, "\(path):\(block.lines.lowerBound)") }
  }

  private func console(_ block: DocPage.Block, in workspace: DocWorkspace) throws -> String {
    var said = ""
    for line in block.text.split(separator: "\n") where line.hasPrefix("$ cairn ") {
      let arguments = line.dropFirst("$ cairn ".count).split(separator: " ").map(String.init)
      said += "\(line)\n" + (try Command.run(arguments, in: workspace.url)).output
    }
    return said
  }

  private func yaml(_ block: DocPage.Block, of page: DocPage, in workspace: DocWorkspace) throws {
    let place = "\(page.url.lastPathComponent):\(block.lines.lowerBound)"
    switch block.words.dropFirst().first {
    case "fixture": #expect(said(of: [("fixture.yaml", block.text)], in: workspace) == "", "\(place)")
    case "fragment":
      let fixture = try #require(page.blocks.first { $0.words == ["yaml", "fixture"] })
      #expect(said(of: [("fixture.yaml", fixture.text), ("fragment.yaml", block.text)], in: workspace) == "", "\(place)")
    case let path?:
      let shipped = DocPage.root.appendingPathComponent(path)
      if FileManager.default.fileExists(atPath: shipped.path) {
        #expect(try String(contentsOf: shipped, encoding: .utf8).contains(block.text), "\(place)")
      } else {
        try workspace.write(path, block.text)
        #expect(isSound(path, in: workspace) != block.words.contains("wrong"), "\(place)")
      }
    case nil: Issue.record("\(place): a block of YAML says what it is")
    }
  }

  /// Everything that is said of a rulebook of a few files, beside the plugins.
  private func said(of files: [(name: String, text: String)], in workspace: DocWorkspace) -> String {
    let sources = files.map { SourceText(path: "\(workspace.url.path)/some-rules/\($0.name)", text: $0.text) }
    do throws(RulebookError) {
      return DiagnosticText.draw(try Rulebook(files: sources, supportTypes: InstalledPlugins.all).warnings)
    } catch { return error.description }
  }

  /// Whether the rulebook or the plugin can be opened that a file of the reader's belongs to.
  private func isSound(_ path: String, in workspace: DocWorkspace) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    if parts[0] == "Plugins" {
      let loaded = PluginFolder.load(at: parts[1], relativeTo: "\(workspace.url.path)/Plugins")
      guard let manifest = loaded.manifest, loaded.diagnostics.isEmpty else { return false }
      if parts.last == "cases.yaml" { expectCases(of: DeclaredSupportType(manifest), at: "\(workspace.url.path)/\(path)") }
      return true
    }
    return (try? Rulebook(at: "\(workspace.url.path)/\(parts[0])", supportTypes: InstalledPlugins.all)) != nil
  }
}
