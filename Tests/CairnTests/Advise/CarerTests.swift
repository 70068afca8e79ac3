import Testing

@testable import Cairn

@Suite("Carers stand where the person they care for stands")
struct CarerTests {
  let rules = [
    rule("for-carers", "who: carer", "at: {kind: waiting}", "when: {lives-alone: no}", "suggest: {support: peer-group, verb: refer}"),
    rule("for-persons", "at: {kind: [waiting, diagnosis]}", "suggest: {support: course, verb: self-refer}"),
    rule("carers-anywhere", "who: carer", "suggest: {support: night-line, verb: signpost}"),
    rule("persons-anywhere", "suggest: {support: walking-group, verb: signpost}"),
  ]
  let people = """
    amina: {facts: {lives-alone: yes, conditions: [pain-condition]}, at: {pathway: pain, step: waiting}, consent: {share: no}}
    yusuf: {carer-of: amina, facts: {lives-alone: no}, consent: {share: yes}}
    ill-carer: {carer-of: amina, facts: {lives-alone: no}, at: {pathway: diabetes, step: start}}
    """

  func advice(_ id: String) throws -> Advice {
    let rulebook = try AdviseWorld.rulebook(rules: rules, profiles: people)
    return try AdviseWorld.advice(for: id, from: rulebook)
  }

  @Test func `a carer gets rules for carers, by facts and consent of their own`() throws {
    let yusuf = try advice("yusuf")
    #expect(yusuf.suggestions.map(\.rules) == [["for-carers"], ["carers-anywhere"]])
    #expect(yusuf.suggestions.map(\.verb) == [.refer, .signpost])
    #expect(yusuf.pathways.map(\.pathway) == ["pain"])
    #expect(yusuf.problems.isEmpty)
  }

  @Test func `the person gets none of them`() throws {
    #expect(try advice("amina").suggestions.map(\.rules) == [["for-persons"], ["persons-anywhere"]])
  }

  @Test func `rules for persons reach a carer on a pathway of their own`() throws {
    let carer = try advice("ill-carer")
    #expect(carer.suggestions.map(\.rules) == [["for-carers"], ["for-persons"], ["carers-anywhere"]])
    #expect(carer.suggestions.map(\.pathway) == ["pain", "diabetes", nil])
    #expect(carer.pathways.map(\.pathway) == ["diabetes", "pain"])
  }

  @Test func `where nobody knows whom they care for, that is a problem`() throws {
    let rulebook = try AdviseWorld.rulebook(rules: rules)
    var alone = Profile(id: "alone")
    alone.carerOf = "somebody-unknown"
    let advice = rulebook.advice(for: alone, asOf: AdviseWorld.today)
    #expect(advice.problems.map(\.fact) == ["carer-of"])
    #expect(advice.suggestions.map(\.rules) == [["carers-anywhere"]])
  }
}
