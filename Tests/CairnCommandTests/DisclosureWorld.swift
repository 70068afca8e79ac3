import Foundation

/// A rulebook in which every sensitive name, title, value and date bears a mark, and people in whom all of it comes to light.
///
/// Names of rules and steps are nobody's secret: whoever writes them sees to that. What is marked is what `sensitive: yes` covers, and the
/// names of a safeguard and a derived fact that rest on it.
enum DisclosureWorld {
  /// What no output may show without `--show-sensitive`.
  static let marks = [
    "zqname", "zqtitle", "zqvalue", "7319", "2031-08-17", "17 august 2031", "2027-08-17", "17 august", "2026-08-17",
  ]

  static let base = """
    rulebook: {id: marked, title: Marked, version: "1", language: en, cool-down: 6 months}
    facts:
      age: {title: Zqtitle years, type: number, min: 0, max: 120, sensitive: yes}
      conditions: {title: Conditions, type: codes}
      lives-alone: {title: Lives alone, type: boolean, ask: Do you live alone?}
      walks: {title: Walks, type: boolean, ask: Can you walk for ten minutes?}
      zqname-status: {title: Zqtitle status, type: choice, values: [zqvalue, other], sensitive: yes}
      zqname-day: {title: Zqtitle day, type: date, sensitive: yes}
      zqname-score: {title: Zqtitle score, type: number, min: 0, max: 9999, valid-for: 6 months, sensitive: yes}
      zqname-open: {title: Zqtitle open, type: boolean, sensitive: yes}
    concepts:
      pain: {title: Pain}
      zqname-illness: {title: Zqtitle illness, sensitive: yes}
    derived:
      zqname-derived:
        title: Zqtitle derived
        when: {all: [{zqname-status: zqvalue}, {zqname-score: {at-least: 7319}}]}
    pathways:
      pain:
        title: Pain
        for: {conditions: pain}
        steps:
          first: {title: First talk, kind: diagnosis}
          review: {title: Review, kind: annual-review}
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {practitioner: Act now.}}
      crisis: {when: {crisis-level: in-crisis}, stop: everything, escalate: {practitioner: Act now.}}
      zqname-guard: {when: {zqname-status: zqvalue}, stop: [link-worker], escalate: {practitioner: Talk today.}}
      zqname-waits: {when: {zqname-open: yes}, stop: [peer-group]}

    """

  /// One rule for each way to read what is sensitive. `walks` is what a comparison changes.
  static func rules(walks: String = "yes") -> String {
    let conditions = [
      ("by-status", "zqname-status: zqvalue"), ("by-derived", "zqname-derived: yes"), ("by-illness", "conditions: zqname-illness"),
      ("by-day", "zqname-day: {within-last: 12 months}"), ("by-age", "age: {at-least: 95}"), ("by-other", "zqname-status: other"),
      ("by-open", "zqname-open: yes"), ("by-score", "zqname-score: {at-least: 7319}"),
      ("by-either", "any: [{walks: \(walks)}, {zqname-status: zqvalue}]"),
      ("by-both", "all: [{walks: \(walks)}, {zqname-status: zqvalue}, {lives-alone: yes}]"),
    ]
    let supports = ["peer-group", "link-worker"]
    return "rules:\n"
      + conditions.enumerated().map { index, rule in
        """
          \(rule.0):
            title: Rule number \(index)
            because: People say so.
            suggest: {support: \(supports[index % 2]), verb: inform}
            when:
              \(rule.1)

        """
      }.joined()
  }

  static let people = """
    profiles:
      sam:
        about: Somebody
        born: 1931-08-17
        facts:
          immediate-danger: no
          crisis-level: steady
          conditions: [pain, {is: zqname-illness, since: 2031-08-17}]
          walks: no
          zqname-status: zqvalue
          zqname-day: 2026-08-17
          zqname-score: {value: 7319, date: 2031-08-17}
        at: {pathway: pain, step: first}
        consent: {suggest: yes, share: yes}
      kim:
        about: Somebody else
        facts:
          conditions: [pain, zqname-illness]
          zqname-status: zqvalue
          zqname-day: 2026-08-17
          zqname-score: {value: 7319, date: 2026-08-17}
          zqname-open: yes
        at: {pathway: pain, step: first}

    """

  static let tests = """
    tests:
      - test: one that fails
        profile: kim
        as-of: 2026-11-22
        expect: {suggests: [{rule: by-other}], only: yes}
      - test: one about a safeguard
        profile: sam
        as-of: 2026-11-22
        expect: {escalates: [danger]}

    """

  /// Each mistake is a sensitive value; the last two spoil the document.
  static let population = """
    {"id": "a", "facts": {"zqname-status": "zqvalue", "walks": true}}
    {"id": "b", "facts": {"zqname-score": "zqvalue"}}
    {"id": "c", "facts": {"zqname-day": {"value": "2031-08-177"}}}
    {"id": "d", "facts": {"zqname-statuz": 7319}}
    {"id": "e", "facts": {"zqname-status": "zqvalue"
    zqvalue

    """

  static func write(into folder: URL) throws {
    let files = [
      ("rules/base.yaml", base), ("rules/rules.yaml", rules()), ("rules/people.yaml", people), ("rules/tests.yaml", tests),
      ("newer/base.yaml", base), ("newer/rules.yaml", rules(walks: "no")), ("newer/people.yaml", people),
      ("people.ndjson", population), ("whole.json", "[{\"facts\": {\"zqname-status\": zqvalue}}]"),
      ("person.yaml", "profiles:\n  pat:\n    facts:\n      zqname-status:\n        zqvalue-misspelt\n      zqname-score: 73190\n"),
      ("cut.yaml", "profiles:\n  pat: {facts: {zqname-status: [zqvalue}\n"),
    ]
    for (path, text) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }
}
