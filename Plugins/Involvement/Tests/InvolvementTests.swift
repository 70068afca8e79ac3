import Cairn
import CairnTesting
import Involvement
import Testing

@Suite("Involvement")
struct InvolvementTests {
  @Test("keeps the contract of a support type")
  func contract() throws { expectSupportType(try Involvement()) }

  @Test("comes out as its cases say")
  func cases() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    expectCases(of: try Involvement(), at: folder + "/cases.yaml")
  }

  private func said(_ word: String?, _ verb: Verb = .invite, language: String = "en") throws -> SuggestionContent {
    let parameters = Parameters(word.map { [Parameters.Argument(name: "as", value: .text($0))] } ?? [])
    return try Involvement().content(for: SuggestionRequest(verb: verb, parameters: parameters, language: language, stepKind: nil))
  }

  @Test(
    "an invitation keeps the manifest's text, and as what stands before it",
    arguments: ["lay-tutor", "advocate", "facilitator", "neighbour", "partner-at-school", "trainer", "time-bank"])
  func invitation(word: String) throws {
    let plain = try said(nil)
    let content = try said(word)
    #expect(content.person.hasSuffix(plain.person) && content.person != plain.person)
    #expect(content.practitioner.hasSuffix(plain.practitioner) && content.practitioner != plain.practitioner)
  }

  @Test("of other verbs the manifest's words are all; in a language that has no text yet, as much is said as in the one that has")
  func plain() throws {
    #expect(try said("lay-tutor", .signpost) == said(nil, .signpost))
    #expect(try said("lay-tutor", language: "cy") == said("lay-tutor"))
  }
}
