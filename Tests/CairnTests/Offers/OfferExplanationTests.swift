import Testing

@testable import Cairn

@Suite("Offers in an explanation")
struct OfferExplanationTests {
  @Test func `an explanation shows what there is, for and against`() throws {
    let rulebook = try HarbourOffers.rulebook()
    let profile = rulebook.profiles[0]
    let advice = rulebook.advice(for: profile, asOf: OfferWorld.today)
    let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    let action = try #require(ExplanationText.action(of: .support(0), in: rulebook.ruleSet, advice))
    let offers = rulebook.offers(for: action, to: profile, asOf: OfferWorld.today, showsSensitive: false)
    #expect(
      ExplanationText(.support(0), profile: profile, advice: advice, facts: facts, ruleSet: rulebook.ruleSet, offers: offers).draw() == """
        peer-group for p, as of 22 November 2026: suggested.
          ▸ Now, at Coming home: *self-refer* peer-group. Mind: Harbour circle: its
            way in is to refer oneself.
          Lines are those of profiles.yaml.

          ✓ Company (company)                                               part0.yaml:4
          ╰─ at
             ✓ a step of the kind           they stand at Coming home             line 2
               coming-home

          ✓ holds · ✗ stands in the way · ? not known

          What there is
          ✓ Harbour circle, 720 m, open (circle)                              self-refer
            for      3 of 12 places are free
            where    Hall, 2 Quay Street
            when     Tuesdays
          ✓ Live well, 2.2 km, full, about 9 weeks to wait (well)             self-refer
            against  it is full, about 9 weeks to wait
          ? Own front doors, open (own)                                         signpost
            ask      Do you have a home of your own?
          ✗ Old friends, open (old)                                           self-refer
            against  it asks for age: at least 60
          ✗ Upstairs, open (steps)                                            self-refer
            against  it asks for age: at most 30

        """)
  }
}
