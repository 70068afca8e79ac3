import Testing

@testable import Cairn

/// A small rulebook for the tests of advice: two pathways, a few facts, five kinds of support. Each test adds rules and a person.
enum AdviseWorld {
  static let base = """
    rulebook: {id: trial, title: Trial, version: "1", language: en, limits: {per-step: 3, in-all: 8}, cool-down: 6 months}
    facts:
      conditions: {title: Conditions, type: codes}
      loneliness: {title: Loneliness, type: number, min: 3, max: 9, valid-for: 12 months, burden: 2, ask: Three questions about company}
      lives-alone: {title: Lives alone, type: boolean, ask: Do you live alone?}
      walks: {title: Walks, type: boolean, ask: Can you walk for ten minutes?}
      hiv: {title: HIV, type: boolean, sensitive: yes}
      unasked: {title: Unasked, type: boolean}
      crisis-level: {title: How close to a crisis, type: choice, values: [steady, building, in-crisis], valid-for: 2 weeks, ask: How are things?}
    concepts:
      pain-condition: {title: Chronic pain}
      sugar: {title: Diabetes}
      private: {title: Something private, sensitive: yes}
    pathways:
      pain:
        title: Pain
        for: {conditions: pain-condition}
        steps:
          first: {title: First talk, kind: diagnosis}
          waiting: {title: Waiting, kind: waiting}
          programme: {title: Programme, kind: rehabilitation}
          review: {title: Review, kind: annual-review, repeats: 12 months}
          leaving: {title: Leaving, kind: leaving-service, then: []}
          flare-up: {title: Flare-up, kind: flare-up, any-time: yes}
          team-day: {title: Team day, kind: training, who: team}
      diabetes:
        title: Diabetes
        for: {conditions: sugar}
        steps:
          start: {title: Start, kind: diagnosis}
          check: {title: Check, kind: annual-review, repeats: 12 months, then: []}
    """

  static let today = CalendarDate(2026, 11, 22)

  static func rulebook(
    rules: [String], profiles: String = "", more: String = "", supports: [any SupportType] = AdviseWorld.supports
  ) throws -> Rulebook {
    var text = rules.isEmpty ? "" : "rules:\n" + rules.joined()
    if !profiles.isEmpty { text += "profiles:\n" + profiles.indented + "\n" }
    return try Rulebook(
      files: [("base.yaml", base), ("case.yaml", text), ("more.yaml", more)].filter { !$0.1.isEmpty }.map {
        SourceText(path: $0.0, text: $0.1)
      }, supportTypes: supports)
  }

  /// The advice for the one person of a case, `p` unless named.
  static func advice(
    _ rules: [String] = [], for profile: String, more: String = "", on day: CalendarDate = today,
    supports: [any SupportType] = AdviseWorld.supports
  ) throws -> Advice {
    let rulebook = try rulebook(rules: rules, profiles: "p: \(profile)", more: more, supports: supports)
    return try advice(for: "p", from: rulebook, on: day)
  }

  static func advice(for id: String, from rulebook: Rulebook, on day: CalendarDate = today) throws -> Advice {
    let profile = try #require(rulebook.profiles.first { $0.id == id })
    return rulebook.advice(for: profile, asOf: day)
  }

  static let supports: [any SupportType] = [
    DeclaredSupportType(.sample("peer-group", [.introduce, .refer, .selfRefer])),
    DeclaredSupportType(.sample("walking-group", [.refer, .signpost])),
    DeclaredSupportType(.sample("advocate", [.accompany])),
    DeclaredSupportType(.sample("course", [.selfRefer, .refer])),
    DeclaredSupportType(.sample("night-line", [.signpost], crisis: .serves)),
  ]
}

/// A rule of a test: its id, and what else it says as YAML, one key a line.
func rule(_ id: String, _ lines: String...) -> String {
  "  \(id):\n    title: \(id)\n    because: Because of \(id).\n" + lines.map { "    \($0)\n" }.joined()
}

/// A rule that suggests the peer group.
func peerRule(_ id: String, verb: String = "self-refer", _ lines: String...) -> String {
  "  \(id):\n    title: \(id)\n    because: Because of \(id).\n    suggest: {support: peer-group, verb: \(verb)}\n"
    + lines.map { "    \($0)\n" }.joined()
}

extension String {
  var indented: String { split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n") }
}

extension SupportManifest {
  /// A manifest with one plain text for each verb.
  static func sample(
    _ id: String, _ verbs: [Verb], crisis: CrisisStance = .continues, publicName: LocalizedText? = nil, summary: LocalizedText = "Support."
  ) -> SupportManifest {
    let all = verbs + [.inform, .flag]
    return SupportManifest(
      id: id, title: LocalizedText(id), publicName: publicName, summary: summary, benefits: ["Company."], risks: ["It may not suit."],
      formality: .either, shape: .openGroup, shapeParameters: [:], unit: .person, verbs: all, crisis: crisis, crisisNeeds: [],
      parameters: [.init(name: "focus", type: .choice(["condition", "experience"]), isRequired: false, title: nil)], produces: [],
      leadership: nil, costs: [], evidence: [Evidence(grade: "low", source: "A study of \(id)")], facilitatorsNeed: [], checksNeed: [],
      texts: all.map { verb in
        SupportText(
          language: "en", verb: verb, person: "\(id), to \(verb.rawValue).",
          practitioner: "\(id), to \(verb.rawValue), for the practitioner.")
      },
      suits: nil, unless: nil, facts: [], declaredAt: nil, contentHash: id)
  }
}
