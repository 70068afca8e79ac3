import Cairn
import CairnTesting
import PeerGroup
import Testing

@Suite("Peer group")
struct PeerGroupTests {
  @Test("keeps the contract of a support type")
  func contract() throws { expectSupportType(try PeerGroup()) }

  @Test("what to ask before a group for one condition is said in every language", arguments: ["en", "en-GB", "es", "cy"])
  func caution(language: String) throws {
    let condition = Parameters([.init(name: "focus", value: .text("condition"))])
    for verb in [Verb.selfRefer, .introduce, .refer, .inform] {
      let request = SuggestionRequest(verb: verb, parameters: condition, language: language, stepKind: nil)
      let said = try PeerGroup().content(for: request)
      #expect(said.practitioner.hasPrefix("A group for one condition: ask first whether the person minds being known for it."))
    }
  }

  @Test("comes out as its cases say")
  func cases() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    expectCases(of: try PeerGroup(), at: folder + "/cases.yaml")
  }
}
