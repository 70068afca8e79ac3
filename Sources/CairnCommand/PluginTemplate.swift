/// The files of a new kind of support. What they say is true of nothing yet: each says so, and says what belongs there.
struct PluginTemplate {
  struct File {
    var path: String
    var what: String
    var text: String
  }

  let name: PluginName

  init(_ name: PluginName) { self.name = name }

  func files(withSwift: Bool) -> [File] {
    let files = [
      File(path: "support.yaml", what: "what it is, whom it suits, what it takes", text: manifest),
      File(path: "texts/en.yaml", what: "what is said, verb by verb", text: texts),
      File(path: "cases.yaml", what: "people, and what must come out for them", text: cases),
      File(path: "README.md", what: "a page for people", text: page),
    ]
    guard withSwift else { return files }
    return files + [
      File(path: "\(name.type).swift", what: "the type, where words depend on more than the verb", text: type),
      File(path: "Tests/\(name.type)Tests.swift", what: "the contract and the cases as tests", text: tests),
    ]
  }

  private var manifest: String {
    """
    # \(name.title). It speaks of needs and circumstances and names no condition, so that it serves every one.

    support: \(name.id)
    title: \(name.title)
    # public-name: A neutral name, for texts that others may see, if the title tells too much.
    summary: Say in a sentence or two what people do there.
    benefits:
      - Say what it may do for the person, in plain words.
    risks:
      - Say what can go wrong, and what guards against it.

    formality: either                       # formal, informal, or either: then each offer says
    shape: open-group                       # one of nine; see the page on adding a support type
    shape-parameters: {places: 12, facilitators: 2}
    unit: person                            # person, household, family, dyad, network

    # What may be asked of it. `inform` and `flag` need no listing.
    verbs: [self-refer, introduce]

    # Whom it suits, and whom it does not: conditions, as in rules. What they read is built in or declared below.
    suits: {age: {at-least: 18}, would-like-to: yes}
    crisis: pauses                          # pauses, serves or continues, while a crisis is building

    facts:
      would-like-to:
        title: Would like to try it
        type: boolean
        valid-for: 12 months
        ask: Would you like to try it?

    # What a rule may say under `with`.
    parameters:
      focus: {type: choice, values: [company, learning], required: false}

    # Quantities, and no prices: an hour costs something else in every place.
    costs:
      - {category: staff-time, per: session, quantity: 4, unit: hours}
      - {category: volunteer-reimbursement, per: session, quantity: 2, unit: journeys}
      - {category: support-costs, per: session, quantity: 1, unit: hours of supervision}
      - {category: room-hire, per: session, quantity: 2, unit: hours}

    evidence:
      - grade: none
        source: Nobody has looked yet
        limits: Say where what is known comes from, and what it does not show.

    # Without these, nobody is sent into the room: the verb is softened.
    facilitators-need: [confidentiality, listening]

    """
  }

  private var texts: String {
    """
    # What is said for each verb, after the rule's own words. It tells how; the rule has told why.

    inform:
      person: It is good to know that it is there. Nothing need be done now.
      practitioner: Mention it, and leave it there.

    flag:
      person: Somebody who works with you has been asked to look at this with you.
      practitioner: Have a look with the person before anything is suggested.

    self-refer:
      person: You get in touch yourself, when it suits you.
      practitioner: Give the details. Nothing about the person is passed on.

    introduce:
      person: If you agree, somebody from there gets in touch with you.
      practitioner: Pass on the name and how to reach the person, and nothing else.

    """
  }

  private var cases: String {
    """
    # People, and what must come out for them if a rule suggests this. Run them with `cairn test` and the path of this folder.

    as-of: 2026-11-22

    cases:
      - case: who would like to, and agrees to share, is introduced
        suggest: {verb: introduce}
        profile: {facts: {age: 44, would-like-to: yes}, consent: {suggest: yes, share: yes}}
        expect: {suggested: yes, verb: introduce}

      - case: without consent to share, they get in touch themselves
        suggest: {verb: introduce, with: {focus: company}}
        profile: {facts: {age: 44, would-like-to: yes}, consent: {suggest: yes, share: no}}
        expect: {suggested: yes, verb: self-refer}

      - case: whether they would like to is asked and not guessed
        suggest: {verb: self-refer}
        at: {kind: annual-review}
        profile: {facts: {age: 44}, consent: {suggest: yes}}
        expect: {suggested: no, asks: [would-like-to]}

      - case: who would rather not is left alone
        suggest: {verb: self-refer}
        profile: {facts: {age: 44, would-like-to: no}, consent: {suggest: yes}}
        expect: {suggested: no, reason: not-a-match}

      - case: a group with a free place, met in person as they like it, comes before one that is full
        suggest: {verb: self-refer}
        profile: {facts: {age: 44, would-like-to: yes}, consent: {suggest: yes}, preferences: {mode: [in-person]}}
        offers:
          hall: {mode: [in-person], facilitators: {trained-in: [confidentiality, listening]}, places: {free: 3, of: 12, updated: 2026-11-01}}
          screen: {mode: [online], facilitators: {trained-in: [confidentiality, listening]}, places: {free: 0, of: 12, updated: 2026-11-01}}
        expect:
          suggested: yes
          first: hall
          offers: {hall: {fits: yes, status: open}, screen: {fits: yes, status: full}}

      - case: fifteen people are two groups
        plan:
          profiles: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}, j: {}, k: {}, l: {}, m: {}, n: {}, o: {}}
        expect:
          groups: [{members: [a, b, c, d, e, f, g, h]}, {members: [i, j, k, l, m, n, o]}]
          unplaced: {}

    """
  }

  private var page: String {
    """
    # \(name.title)

    Say in a few sentences what it is.

    **For whom.** Say whom it suits, whom it does not, and what is no obstacle.

    **How it works.** Say how people come together, who leads, and what each verb means here.

    | verb | what happens | what is shared |
    | --- | --- | --- |
    | `self-refer` | the person gets in touch | nothing |
    | `introduce` | somebody from there gets in touch first | name and how to reach them, with consent |

    **In a crisis** it pauses. Say why, or say otherwise.

    **Evidence and its limits.** Say what is known of how well it works, and what that does not show.

    **Costs.** Say which quantities are measured and which are assumed. Prices are local.

    **Risks.** Say what can go wrong, and what guards against it.

    **Sources.** List them.

    """
  }
}
