@testable import Cairn

/// A small rulebook and one person's advice, put together by hand: what the renderers are given, and nothing of how it came about.
enum SampleAdvice {
  static let asOf = CalendarDate(2026, 11, 22)

  static var ruleSet: RuleSet {
    var vocabulary = Vocabulary()
    for (id, title, sensitive) in [
      ("walking", "Walking", false), ("wants-to-contribute", "Wish to do something for others", false), ("hiv-status", "HIV", true),
      ("consent-to-share", "Agrees that details are passed on", false), ("phq9-item-9", "PHQ-9, ninth answer", false),
    ] {
      vocabulary.factIndex.append(id)
      vocabulary.facts.append(
        Vocabulary.Fact(
          id: id, title: LocalizedText(title), type: .boolean, ask: nil, validFor: nil, burden: 1, isSensitive: sensitive,
          isBuiltIn: false, declaredAt: nil))
    }
    let steps = [("plan", "Pain care and support plan"), ("waiting", "Waiting for the pain management programme")].map {
      RuleSet.Step(
        id: $0, title: LocalizedText($1), kind: "waiting", then: [], repeats: nil, isAnyTime: false, who: .person)
    }
    return RuleSet(
      id: "trial", title: "South London trial", version: "2026.11", language: "en", hash: RulebookHash(RulebookFiles([]), supports: []),
      limits: RuleSet.Limits(perStep: 3, inAll: 8), coolDown: CalendarDuration(6, .months), vocabulary: vocabulary, supports: [],
      pathways: [RuleSet.Pathway(id: "chronic-pain", title: "Chronic pain", steps: steps, declaredAt: nil)],
      rules: [], safeguards: [], ruleRows: RowSet(), pathwayRows: RowSet(), safeguardRows: RowSet())
  }

  static var profile: Profile {
    var profile = Profile(id: "dev", about: "Lives with chronic pain, on the waiting list, off work", born: PartialDate("1982-06-11"))
    profile.goals = ["stand long enough to cook for the children"]
    profile.consent.suggest = .given(true)
    return profile
  }

  static var advice: Advice {
    Advice(
      profile: "dev", asOf: asOf,
      suggestions: [
        suggestion(
          "link-worker", "Link worker", .selfRefer, from: .refer, because: "Twelve weeks is long enough for things to get worse at home"),
        suggestion("peer-group", "Peer group", .signpost, because: "The wait is long, and people tell us that it is the loneliest part."),
        suggestion("timebank", "Timebank", .invite, timing: .ahead, step: "flare-up", because: "Giving is company too."),
      ],
      flags: [
        Advice.Flag(
          rule: "review-overdue", pathway: "chronic-pain", step: "waiting", timing: .now, say: "Book the yearly review.",
          because: "It was due in June.")
      ],
      undecided: [
        undecided("walking-group", .selfRefer, needs: ["walking"]),
        undecided("walking-group", .selfRefer, needs: ["hiv-status"], declined: ["wants-to-contribute"], rule: "other-walks"),
        undecided("lay-tutor", .invite, needs: ["wants-to-contribute"], live: false),
      ],
      questions: [
        question("phq9-item-9", "Have you had thoughts that you would be better off dead?", safety: true),
        question("consent-to-share", "May we pass your name and number to the people who run it?", unlocks: 3),
        question("walking", "Could you manage a ten-minute walk on the flat, with a stick or a frame if you use one?", settles: 1),
      ],
      notSuggested: [
        notSuggested("lay-tutor", .notAMatch, step: "waiting", "they have not said that they have long experience of pain"),
        notSuggested("keyring", .notAMatch, step: "plan", "own tenancy: no"),
        notSuggested("course", .recentlyDeclined, step: "waiting", "declined on 2026-05-02"),
      ],
      escalate: [], problems: [Advice.Problem(fact: "loneliness", detail: "dated after the day asked about", source: "p.yaml:3:4")],
      pathways: [pathway], checkFirst: Advice.CheckFirst(safeguards: ["low-mood"], facts: []))
  }

  static var pathway: Advice.PathwayPlace {
    Advice.PathwayPlace(
      pathway: "chronic-pain", title: "Chronic pain",
      steps: [
        step("plan", "Pain care and support plan", .behind, since: PartialDate("2025-03")),
        step("waiting", "Waiting for the pain management programme", .now, since: PartialDate("2026-07-20")),
        step("programme", "Pain management programme", .ahead),
        step("review", "Medicines review", .ahead, repeats: "every 6 months"),
        step("surgery", "Surgery", .elsewhere),
        step("flare-up", "A flare-up", .anyTime),
      ])
  }

  static func step(
    _ id: String, _ title: String, _ relation: Advice.Relation, since: PartialDate? = nil, repeats: String? = nil
  ) -> Advice.StepPlace { Advice.StepPlace(step: id, title: title, relation: relation, since: since, repeats: repeats) }

  static func suggestion(
    _ support: String, _ title: String, _ verb: Verb, from: Verb? = nil, timing: Advice.Timing = .now, step: String? = "waiting",
    because: String
  ) -> Advice.Suggestion {
    Advice.Suggestion(
      support: support, title: title, publicName: title, verb: verb, softenedFrom: from, timing: timing, from: nil, by: nil, late: false,
      pathway: step == nil ? nil : "chronic-pain", step: step, alsoAt: [], rules: ["long-wait"], priority: .usual,
      parameters: Parameters(), because: because, benefits: ["Company."], risks: ["None known."],
      evidence: [Evidence(grade: "low", source: "Judgement", limits: "Of a few people")],
      say: Advice.Said(person: "There are people near you.", practitioner: "Twelve weeks on the list."), cautions: [],
      holdsUntil: CalendarDate(2027, 9, 14), gap: false, withConsent: from)
  }

  static func undecided(
    _ support: String, _ verb: Verb, needs: [String], declined: [String] = [], rule: String = "walks", live: Bool = true
  ) -> Advice.Undecided {
    Advice.Undecided(
      support: support, verb: verb, timing: .now, pathway: "chronic-pain", step: "waiting", rules: [rule], needs: needs,
      declined: declined, live: live)
  }

  static func question(_ fact: String, _ ask: String, settles: Int = 0, unlocks: Int = 0, safety: Bool = false) -> Advice.Question {
    Advice.Question(
      fact: fact, ask: ask, settles: settles, unlocks: unlocks, scoreHundredths: 450, safety: safety, because: ["walks"])
  }

  static func notSuggested(_ support: String, _ reason: Advice.Reason, step: String?, _ detail: String) -> Advice.NotSuggested {
    Advice.NotSuggested(
      support: support, verb: .refer, pathway: step == nil ? nil : "chronic-pain", step: step, rules: ["some-rule"], reason: reason,
      detail: detail)
  }
}
