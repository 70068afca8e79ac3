import Cairn
import CairnTesting
import HomelessHealthPeerAdvocacy
import Testing

@Suite("Homeless health peer advocacy")
struct HomelessHealthPeerAdvocacyTests {
  @Test("keeps the contract of a support type")
  func contract() throws { expectSupportType(try HomelessHealthPeerAdvocacy()) }

  @Test("comes out as its cases say")
  func cases() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    expectCases(of: try HomelessHealthPeerAdvocacy(), at: folder + "/cases.yaml")
  }

  private func said(_ facts: [String: String] = [:], verb: Verb = .accompany, language: String = "en") throws -> SuggestionContent {
    let request = SuggestionRequest(verb: verb, parameters: Parameters(), language: language, stepKind: nil, facts: facts)
    return try HomelessHealthPeerAdvocacy().content(for: request)
  }

  @Test(
    "says how often somebody went along, and when it tapers",
    arguments: [("0", "the first time"), ("1", "once so far"), ("3", "3 times so far")])
  func beforeTheTaper(times: String, words: String) throws {
    let content = try said(["advocacy-engagements": times])
    #expect(content.person.contains(words))
    #expect(content.person.contains("the whole way with you"))
    #expect(content.practitioner.contains("after 4"))
  }

  @Test("tapers from the fifth time on", arguments: ["4", "11"])
  func taper(times: String) throws {
    let content = try said(["advocacy-engagements": times])
    #expect(content.person.contains("An advocate has gone along \(times) times. From now on they do a little less each time"))
    #expect(content.practitioner.contains("the taper has begun"))
  }

  @Test("where nobody counted the manifest's words are all; in a language that has no text yet, as much is said as in the one that has")
  func plain() throws {
    let plain = try said()
    #expect(try said(["advocacy-engagements": "many"]) == plain)
    #expect(try said(["advocacy-engagements": "4"], language: "cy") == said(["advocacy-engagements": "4"]))
    #expect(try said(["advocacy-engagements": "4"], verb: .signpost) == said(verb: .signpost))
  }

  @Test("of the reminder and the fares alone, nobody is promised")
  func reminderAndTravel() throws {
    let only = Parameters([Parameters.Argument(name: "only", value: .text("reminder-and-travel"))])
    let request = SuggestionRequest(verb: .accompany, parameters: only, language: "en", stepKind: nil)
    let content = try HomelessHealthPeerAdvocacy().content(for: request)
    #expect(content.person.hasSuffix("your fares are paid. Nobody comes along this time."))
    #expect(content.practitioner == "Arrange the reminder and the fares there and back, and nothing more.")
    let alone = try HomelessHealthPeerAdvocacy().content(
      for: SuggestionRequest(verb: .selfRefer, parameters: only, language: "en", stepKind: nil))
    #expect(alone.person == "You can ask for a reminder of the day and for your fares. Nobody comes along this time.")
  }
}
