import Testing

@testable import Cairn

@Suite("Offers while a crisis is building")
struct CrisisTests {
  private static let supports: [any SupportType] = [
    DeclaredSupportType(
      .written(
        "support: club\ntitle: Club\nsummary: S.\nshape: membership-club\nverbs: [refer, self-refer]\ncrisis: serves\n"
          + "crisis-needs: [co-facilitated, crisis-plan]")),
    DeclaredSupportType(.offered("line", [.signpost], crisis: .serves)),
    DeclaredSupportType(.offered("course", [.selfRefer])),
  ]

  private func advice(_ offers: String..., support: String = "club, verb: self-refer", profile: String = "") throws -> Advice {
    try OfferWorld.advice(
      for: "{facts: {crisis-level: building, immediate-danger: no}, born: 1990\(profile)}", OfferWorld.rules(support),
      "offers:\n" + offers.map { "  \($0)\n" }.joined(), supports: Self.supports)
  }

  private func listed(_ advice: Advice) -> [String] {
    advice.suggestions.flatMap { $0.offers.map { "\($0.id) \($0.fits.rawValue)" } }
      + advice.notSuggested.map { "\($0.reason.rawValue): \($0.detail)" }
  }

  private static let held =
    "stopped: held back by the safeguard `building`, and nobody near is known to be there for people whose crisis is building"

  @Test func `it goes through an offer that is there for it, and the others are barred for now`() throws {
    let advice = try advice(
      "a: {support: club, serves-crisis: [crisis-plan, co-facilitated, night-line]}", "b: {support: club, serves-crisis: [crisis-plan]}",
      "c: {support: club}")
    #expect(listed(advice) == ["a yes", "b no", "c no"])
    #expect(advice.suggestions.first?.offers.last?.against == ["it is not there for people whose crisis is building"])
  }

  @Test func `without such an offer it stays stopped, and so where that offer is for others`() throws {
    #expect(listed(try advice("b: {support: club, serves-crisis: [crisis-plan]}")) == [Self.held])
    #expect(
      listed(try advice("a: {support: club, serves-crisis: [crisis-plan, co-facilitated], accepts: {age: {at-most: 20}}}")) == [Self.held])
    #expect(listed(try advice("a: {support: line}")) == [Self.held])
  }

  @Test func `a type that names no needs goes through any offer that has something for a crisis`() throws {
    #expect(
      listed(try advice("a: {support: line, serves-crisis: [nights]}", "b: {support: line}", support: "line, verb: signpost")) == [
        "a yes", "b no",
      ])
    #expect(listed(try advice("a: {support: line}", support: "line, verb: signpost")) == [Self.held])
  }

  @Test func `a type that does not serve people in a crisis waits, whatever its offers say`() throws {
    #expect(
      listed(try advice("a: {support: course, serves-crisis: [crisis-plan]}", support: "course, verb: self-refer"))
        == ["stopped: held back by the safeguard `building`"])
  }

  @Test func `what stops everything stops that too`() throws {
    let advice = try OfferWorld.advice(
      for: "{facts: {crisis-level: building, immediate-danger: yes}}", OfferWorld.rules("club, verb: self-refer"),
      OfferWorld.offers("a: {support: club, serves-crisis: [crisis-plan, co-facilitated]}"), supports: Self.supports)
    #expect(advice.suggestions.isEmpty)
    #expect(advice.notSuggested.map(\.detail) == ["held back by the safeguard `danger`"])
  }

  @Test func `to be told of something is no visit, and no offer is barred for it`() throws {
    #expect(listed(try advice("a: {support: course}", support: "course, verb: inform")) == ["a yes"])
  }

  @Test func `once the crisis is over every offer counts again`() throws {
    let advice = try OfferWorld.advice(
      for: "{facts: {crisis-level: steady}}", OfferWorld.rules("club, verb: self-refer"), OfferWorld.offers("a: {support: club}"),
      supports: Self.supports)
    #expect(listed(advice) == ["a yes"])
  }
}
