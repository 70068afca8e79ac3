import Cairn
import CairnTesting
import ServiceUserNetwork
import Testing

@Suite("Service user network")
struct ServiceUserNetworkTests {
  @Test("keeps the contract of a support type")
  func contract() throws { expectSupportType(try ServiceUserNetwork()) }

  @Test("comes out as its cases say")
  func cases() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    expectCases(of: try ServiceUserNetwork(), at: folder + "/cases.yaml")
  }

  private func said(_ word: String?, _ verb: Verb = .invite, language: String = "en") throws -> SuggestionContent {
    let parameters = Parameters(word.map { [Parameters.Argument(name: "part", value: .text($0))] } ?? [])
    return try ServiceUserNetwork().content(for: SuggestionRequest(verb: verb, parameters: parameters, language: language, stepKind: nil))
  }

  @Test("an invitation keeps the manifest's text, and to which part stands after it", arguments: ["design-review", "crisis-support"])
  func invitation(word: String) throws {
    let plain = try said(nil)
    let content = try said(word)
    #expect(content.person.hasPrefix(plain.person) && content.person != plain.person)
    #expect(content.practitioner.hasPrefix(plain.practitioner) && content.practitioner != plain.practitioner)
  }

  @Test("of other verbs the manifest's words are all; in a language that has no text yet, as much is said as in the one that has")
  func plain() throws {
    #expect(try said("design-review", .signpost) == said(nil, .signpost))
    #expect(try said("design-review", language: "cy") == said("design-review"))
  }
}
