import Testing

@testable import Cairn

@Suite("Offers as people read them")
struct OfferTextTests {
  private func text(_ width: Int) throws -> String {
    let rulebook = try HarbourOffers.rulebook()
    var options = AdviceText.Options()
    options.width = width
    let advice = rulebook.profiles.map { (profile: $0, advice: rulebook.advice(for: $0, asOf: OfferWorld.today)) }
    return AdviceText(rulebook.ruleSet, asOf: OfferWorld.today, options: options).draw(advice)
  }

  @Test func `a page of eighty columns`() throws {
    let drawn = try text(80)
    #expect(
      drawn == """
        Harbour 1, as of 22 November 2026


        P, 44 ──────────────────────────────────────────────────────────────────────────
        Just home

          safety    asked, no concern
          consent   suggestions: yes · passing details on: nobody has asked

          The way home
          ● COMING HOME                                                              now
          ├─▸ self-refer  club
          │               It is open at night.
          │               Nobody offers this nearby, as far as the rulebook knows.
          │               no evidence named · rule club
          ├─▸ self-refer  peer-group
          │               The first weeks are long.
          │               Harbour circle, 720 m, open.
          │               Live well, 2.2 km: full, about 9 weeks to wait.
          │               Own front doors, open, by *signpost*. Not known: home
          │               or tenancy.
          │               2 others do not fit: it asks for age: at least 60; it asks for
          │               age: at most 30.
          │               Mind: Harbour circle: its way in is to refer oneself.
          │               no evidence named · rule company
          │
          ○ Review                                                                 ahead

          Not suggested
          Lessons (course), at Review: what there is nearby does not fit: Young
            learners: it asks for age: at most 25.

        1 person on 1 pathway: 2 suggestions now.
        Why, or why not: cairn explain --profile p --support course

        """)
  }

  @Test func `a page of a hundred and twenty columns`() throws {
    let drawn = try text(120)
    #expect(
      drawn == """
        Harbour 1, as of 22 November 2026


        P, 44 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Just home

          safety    asked, no concern
          consent   suggestions: yes · passing details on: nobody has asked

          The way home
          ● COMING HOME                                 now
          ├─▸ self-refer  club                          It is open at night.
          │                                             Nobody offers this nearby, as far as the rulebook knows.
          │                                             no evidence named · rule club
          ├─▸ self-refer  peer-group                    The first weeks are long.
          │                                             Harbour circle, 720 m, open.
          │                                             Live well, 2.2 km: full, about 9 weeks to wait.
          │                                             Own front doors, open, by *signpost*. Not known: home or tenancy.
          │                                             2 others do not fit: it asks for age: at least 60; it asks for age: at
          │                                             most 30.
          │                                             Mind: Harbour circle: its way in is to refer oneself.
          │                                             no evidence named · rule company
          │
          ○ Review                                      ahead

          Not suggested
          Lessons (course), at Review: what there is nearby does not fit: Young learners: it asks for age: at most 25.

        1 person on 1 pathway: 2 suggestions now.
        Why, or why not: cairn explain --profile p --support course

        """)
  }

  @Test func `the same in Markdown`() throws {
    let rulebook = try HarbourOffers.rulebook()
    let advice = rulebook.profiles.map { (profile: $0, advice: rulebook.advice(for: $0, asOf: OfferWorld.today)) }
    #expect(
      AdviceMarkdown.draw(advice, ruleSet: rulebook.ruleSet, asOf: OfferWorld.today) == """
        # Harbour 1

        As of 22 November 2026.

        ## p

        Just home, aged 44.

        - **Consent:** suggestions: yes · passing details on: nobody has asked

        ### The way home

        - **Coming home** — **now**
          - ▸ self-refer **club**\\
            It is open at night.\\
            Nobody offers this nearby, as far as the rulebook knows.\\
            *no evidence named · rule club*
          - ▸ self-refer **peer-group**\\
            The first weeks are long.\\
            Harbour circle, 720 m, open.\\
            Live well, 2.2 km: full, about 9 weeks to wait.\\
            Own front doors, open, by \\*signpost\\*. Not known: home or tenancy.\\
            2 others do not fit: it asks for age: at least 60; it asks for age: at most 30.\\
            Mind: Harbour circle: its way in is to refer oneself.\\
            *no evidence named · rule company*
        - Review — ahead

        ### Not suggested

        - **Lessons (course), at Review:** what there is nearby does not fit: Young learners: it asks for age: at most 25.

        """)
  }

  @Test func `a contract counts offers, and those that nobody has looked at for long`() throws {
    let rulebook = try OfferWorld.rulebook(
      OfferWorld.offers(
        "a: {support: course, places: {updated: 2026-01-01}}", "b: {support: course, places: {updated: 2026-11-01}}", "c: {support: club}"))
    let text = PluginsText(rulebook.ruleSet, asOf: OfferWorld.today).draw()
    #expect(text.contains("  offers        2, 1 of them not looked at for long\n"))
    #expect(text.contains("  offers        1\n"))
  }
}
