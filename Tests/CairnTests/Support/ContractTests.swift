import Testing

@testable import Cairn

/// A support type that breaks promises on purpose.
private struct Careless: SupportType {
  let manifest: SupportManifest
  let answer: @Sendable (SuggestionRequest) throws(SupportTypeError) -> SuggestionContent

  init(
    _ support: String = Careless.support, answer: @escaping @Sendable (SuggestionRequest) throws(SupportTypeError) -> SuggestionContent
  ) throws {
    manifest = try SupportManifest(support: Array(support.utf8), texts: [:])
    self.answer = answer
  }

  func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent { try answer(request) }

  static let support = """
    support: careless
    title: Careless
    summary: A support type for tests.
    benefits: [One.]
    risks: [One.]
    shape: hub
    verbs: [signpost]
    """
}

@Suite("The contract of support types")
struct ContractTests {
  private func breaches(_ type: Careless) -> Set<String> { Set(SupportTypeContract.breaches(of: type)) }

  @Test("one that keeps it has nothing to answer for")
  func keeps() throws {
    let type = try Careless { request in SuggestionContent(verb: request.verb, person: "Go.", practitioner: "Point.") }
    #expect(breaches(type) == [])
  }

  @Test("another verb, empty words and a failure are named, with the verb that was asked for")
  func answers() throws {
    let other = try Careless { _ in SuggestionContent(verb: .signpost, person: " ", practitioner: "x") }
    #expect(
      breaches(other) == [
        "answers with `signpost` for `inform` in `en`", "answers with `signpost` for `flag` in `en`",
        "has nothing to say to the person for `inform` in `en`", "has nothing to say to the person for `flag` in `en`",
        "has nothing to say to the person for `signpost` in `en`",
      ])
    let failing = try Careless { _ throws(SupportTypeError) in throw SupportTypeError("no paper") }
    #expect(breaches(failing).contains("fails for `signpost` in `en`: no paper"))
  }

  @Test("a disease, a missing benefit and an undeclared fact are named")
  func manifest() throws {
    let support = """
      support: careless
      title: Diabetes circle
      summary: For people with COPD.
      shape: hub
      verbs: [signpost]
      suits: {blood-sugar: yes}
      """
    let type = try Careless(support) { request in SuggestionContent(verb: request.verb, person: "Go.", practitioner: "Point.") }
    let breaches = breaches(type)
    #expect(breaches.contains("names a disease: “diabetes” in its title"))
    #expect(breaches.contains("names a disease: “copd” in its summary"))
    #expect(breaches.contains("tells no benefit"))
    #expect(breaches.contains("tells no risk"))
    #expect(breaches.contains { $0.hasPrefix("asks what it does not declare: ") && $0.contains("`blood-sugar`") })
  }
}
