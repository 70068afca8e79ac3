import Cairn
import Foundation
import Testing

/// A safeguard may be in what cannot be read, so nothing in a rulebook's folder is passed over.
@Suite("What cannot be read in a rulebook")
struct UnreadableFilesTests {
  private func errors(_ make: (TemporaryFolder) throws -> Void) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("rulebook.yaml", "rulebook: {id: small, title: Small, version: \"1\", language: en}\n")
    try make(folder)
    do throws(RulebookError) {
      _ = try Rulebook(at: folder.path)
      return ""
    } catch {
      return DiagnosticText.draw(
        error.diagnostics.filter { $0.severity == .error }.map { $0.renamingPaths { $0.replacing(folder.path, with: "rules") } })
    }
  }

  @Test("a link that leads nowhere is an error, with or without an ending")
  func deadLinks() throws {
    let said = try errors { folder in
      try folder.link("safeguards", to: "../elsewhere")
      try folder.link("safeguards.yaml", to: "safeguards.yaml")
    }
    #expect(
      said == """
        rules/safeguards:1:1: error: this link leads nowhere [unreadable]
          = help: take it away, or let it lead to what is meant

        rules/safeguards.yaml:1:1: error: this link leads nowhere [unreadable]
          = help: take it away, or let it lead to what is meant

        """)
  }

  @Test("a pipe is an error, and nobody waits for what comes out of it")
  func pipes() throws {
    let said = try errors { folder in #expect(mkfifo("\(folder.path)/safeguards.yaml", 0o600) == 0) }
    #expect(
      said == """
        rules/safeguards.yaml:1:1: error: this is a pipe, a socket or a device, and no file [unreadable]
          = help: take it away, or put a file in its place

        """)
  }

  @Test(
    "a kind of support is whole or not at all",
    arguments: [
      ("texts", "its folder `texts` is or holds a link that leads nowhere"),
      ("texts/en.yaml", "its folder `texts` is or holds a link that leads nowhere"),
      ("support.yaml", "its `support.yaml` is a link that leads nowhere"),
    ])
  func plugins(link: String, said: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Hub/README.md")
    if link != "support.yaml" { try folder.write("Hub/support.yaml", "id: hub\n") }
    if link.contains("/") { try folder.write("Hub/texts/de.yaml", "title: Treff\n") }
    try folder.link("Hub/\(link)", to: "nowhere")
    let messages = PluginFolder.load(at: "Hub", relativeTo: folder.path).diagnostics.map(\.message)
    #expect(messages == ["the plugin `Hub` cannot be used: \(said)"])
  }

  @Test("nobody waits for a pipe among the files of a kind of support", arguments: ["support.yaml", "texts/en.yaml"])
  func pluginPipes(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Hub/texts/README.md")
    if name != "support.yaml" { try folder.write("Hub/support.yaml", "id: hub\n") }
    #expect(mkfifo("\(folder.path)/Hub/\(name)", 0o600) == 0)
    let messages = PluginFolder.load(at: "Hub", relativeTo: folder.path).diagnostics.map(\.message)
    #expect(messages == ["the plugin `Hub` cannot be used: its `\(name)` is a pipe, a socket or a device, and no file"])
  }
}
