import Testing

@testable import Cairn

@Suite("Offers as people read them")
struct OfferTextTests {
  private static let pathway = """
    pathways:
      way: {title: The way home, steps: {now: {title: Coming home, kind: coming-home}, later: {title: Review, kind: annual-review}}}
    rules:
      company: {title: Company, at: {kind: coming-home}, because: The first weeks are long., suggest: {support: peer-group, verb: refer}}
      lessons: {title: Lessons, at: {kind: annual-review}, because: It may help., suggest: {support: course, verb: self-refer}}
      club: {title: Club, at: {kind: coming-home}, because: It is open at night., suggest: {support: club, verb: self-refer}}
    """

  private static let offers = OfferWorld.offers(
    "circle: {title: Harbour circle, support: peer-group, verb: self-refer, site: {title: Hall, lat: 51.505, lon: 0, address: 2 Quay Street, times: Tuesdays}, places: {free: 3, of: 12}}",
    "well: {title: Live well, support: peer-group, site: {lat: 51.515, lon: 0}, places: {free: 0, wait: 9 weeks}}",
    "own: {title: Own front doors, support: peer-group, accepts: {tenancy: own}, verb: refer}",
    "old: {title: Old friends, support: peer-group, accepts: {age: {at-least: 60}}}",
    "steps: {title: Upstairs, support: peer-group, access: [], accepts: {age: {at-most: 30}}}",
    "young: {title: Young learners, support: course, accepts: {age: {at-most: 25}}}")

  private static let person =
    "p: {about: Just home, born: 1982-03-01, facts: {immediate-danger: no, crisis-level: steady}, home: {lat: 51.5, lon: 0, area: east}, consent: {suggest: yes}, at: {pathway: way, step: now}}"

  private static func rulebook() throws -> Rulebook { try OfferWorld.rulebook(pathway, offers, profiles: [person]) }

  private func text(_ width: Int) throws -> String {
    let rulebook = try Self.rulebook()
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
          │               Own front doors, open, by *signpost*. Not known: home
          │               or tenancy.
          │               Live well, 2.2 km: full, about 9 weeks to wait.
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
          │                                             Own front doors, open, by *signpost*. Not known: home or tenancy.
          │                                             Live well, 2.2 km: full, about 9 weeks to wait.
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
    let rulebook = try Self.rulebook()
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
            Own front doors, open, by \\*signpost\\*. Not known: home or tenancy.\\
            Live well, 2.2 km: full, about 9 weeks to wait.\\
            2 others do not fit: it asks for age: at least 60; it asks for age: at most 30.\\
            Mind: Harbour circle: its way in is to refer oneself.\\
            *no evidence named · rule company*
        - Review — ahead

        ### Not suggested

        - **Lessons (course), at Review:** what there is nearby does not fit: Young learners: it asks for age: at most 25.

        """)
  }

  @Test func `an offer as JSON has every key`() throws {
    let rulebook = try OfferWorld.rulebook(
      OfferWorld.rules("peer-group, verb: self-refer"),
      OfferWorld.offers(
        "a: {title: Hall, support: peer-group, site: {lat: 51.505, lon: 0, address: 2 Quay Street, times: Tuesdays}, accepts: {tenancy: own}}"
      ),
      profiles: ["p: {home: {lat: 51.5, lon: 0}}"])
    let advice = rulebook.advice(for: rulebook.profiles[0], asOf: OfferWorld.today)
    let json = AdviceJSON.draw([advice], ruleSet: rulebook.ruleSet, asOf: OfferWorld.today)
    let start = try #require(json.firstRange(of: "\"offers\""))
    let end = try #require(json.firstRange(of: "\"flags\""))
    #expect(
      json[start.lowerBound..<end.lowerBound].split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.joined(separator: "\n") == """
        "offers": [
        {
        "id": "a",
        "title": "Hall",
        "fits": "ask",
        "status": "open",
        "verb": "self-refer",
        "distanceMetres": 720,
        "for": [],
        "against": [],
        "ask": [
        "Do you have a home of your own?"
        ],
        "needs": [
        "tenancy"
        ],
        "address": [
        "2 Quay Street"
        ],
        "times": [
        "Tuesdays"
        ],
        "contacts": []
        }
        ],
        "offersLeftOut": 0,
        "package": []
        }
        ],

        """)
  }

  @Test func `an explanation shows what there is, for and against`() throws {
    let rulebook = try Self.rulebook()
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
          ? Own front doors, open (own)                                         signpost
            ask      Do you have a home of your own?
          ✓ Live well, 2.2 km, full, about 9 weeks to wait (well)             self-refer
            against  it is full, about 9 weeks to wait
          ✗ Old friends, open (old)                                           self-refer
            against  it asks for age: at least 60
          ✗ Upstairs, open (steps)                                            self-refer
            against  it asks for age: at most 30

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

  @Test func `directory texts steer nothing and become no markup`() throws {
    let hostile = "<script>x</script> ](javascript:a) \u{1B}[31m\u{202E} =cmd | *b*"
    var service = LocalService(id: "s", name: hostile)
    service.contacts = [.init(.web, hostile)]
    service.times = [hostile]
    service.locations = [.init(id: "l", name: hostile)]
    service.locations[0].address = [hostile]
    service.locations[0].access = [hostile]
    let files = [
      ("base.yaml", OfferWorld.base.replacing("cool-down", with: "directory: d, cool-down")),
      ("r.yaml", OfferWorld.rules("peer-group, verb: self-refer")),
      ("o.yaml", OfferWorld.offers("a: {support: peer-group, service: hsds:s}")),
      ("p.yaml", "profiles:\n  p: {}\n"),
    ]
    let rulebook = try OfferWorld.open(files, OfferWorld.supports, [service])
    let profile = rulebook.profiles[0]
    let advice = rulebook.advice(for: profile, asOf: OfferWorld.today)
    let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    var options = AdviceText.Options()
    options.all = true
    let text = AdviceText(rulebook.ruleSet, asOf: OfferWorld.today, options: options).draw([(profile, advice)])
    let markdown = AdviceMarkdown.draw([(profile, advice)], ruleSet: rulebook.ruleSet, asOf: OfferWorld.today, all: true)
    let json = AdviceJSON.draw([advice], ruleSet: rulebook.ruleSet, asOf: OfferWorld.today)
    let explained = ExplanationText(
      .support(0), profile: profile, advice: advice, facts: facts, ruleSet: rulebook.ruleSet, options: options,
      offers: advice.suggestions.flatMap(\.offers)
    ).draw()
    for output in [text, markdown, json, explained] {
      #expect(!output.unicodeScalars.contains { $0 != "\n" && Escaping.steers($0) })
    }
    #expect(text.contains("<U+001B>[31m") && explained.contains("<U+001B>[31m") && json.contains("\\u001B[31m"))
    #expect(!markdown.contains("<script>") && !markdown.contains(" ](javascript"))
  }
}
