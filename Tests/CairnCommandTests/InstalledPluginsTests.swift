import Cairn
import PeerGroup
import Testing

@testable import CairnPlugins

@Suite("Installed support types")
struct InstalledPluginsTests {
  @Test("every manifest that was built in can be read")
  func manifests() {
    #expect(InstalledPlugins.all.count == InstalledPlugins.makers.count)
    #expect(InstalledPlugins.all.map(\.manifest.id).contains("peer-group"))
  }

  private func said(_ focus: String?, _ verb: Verb, language: String = "en") throws -> SuggestionContent {
    let parameters = Parameters(focus.map { [Parameters.Argument(name: "focus", value: .text($0))] } ?? [])
    return try PeerGroup().content(
      for: SuggestionRequest(verb: verb, parameters: parameters, language: language, stepKind: nil))
  }

  @Test("a peer group says with whom before it says how", arguments: ["condition", "experience", "interest"])
  func focus(word: String) throws {
    let plain = try said(nil, .selfRefer)
    let content = try said(word, .selfRefer)
    #expect(content.person.hasPrefix("The people there "))
    #expect(content.person.hasSuffix(" " + plain.person))
    #expect(content.practitioner.hasPrefix("A group for "))
    #expect(content.practitioner.hasSuffix(" " + plain.practitioner))
  }

  @Test("where there is nothing to add, the manifest's words are all, and no language loses what is added")
  func plain() throws {
    #expect(try said("condition", .flag) == said(nil, .flag))
    #expect(try said("condition", .introduce, language: "cy") == said("condition", .introduce))
  }
}
