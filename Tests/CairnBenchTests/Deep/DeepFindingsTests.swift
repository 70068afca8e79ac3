import Cairn
import CairnBench
import CairnPlugins
import Testing

/// What is found where somebody might be told too much, or too little. One finding of each kind, in words, is a transcript of the command.
@Suite("Findings of the deep checks")
struct DeepFindingsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var yaml: String
    var codes: [String]
  }

  static let rulebook = """
    rulebook: {id: d, title: D, version: "1", language: en}
    facts:
      conditions: {title: Conditions, type: codes}
      recovery: {title: Recovery, type: boolean, sensitive: yes}
      low: {title: Low, type: number, min: 0, max: 27}
      alone: {title: Alone, type: boolean}
    concepts:
      stroke: {title: Stroke}
      copd: {title: COPD}
    pathways:
      stroke: {title: After a stroke, for: {conditions: stroke}, steps: {one: {title: One, kind: diagnosis}, two: {title: Two, kind: waiting}}}
      recovery: {title: Recovery, for: {recovery: yes}, steps: {first: {title: First, kind: diagnosis}}}
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {practitioner: Act.}}
      crisis: {when: {crisis-level: in-crisis}, stop: everything, escalate: {practitioner: Act.}}
      low: {when: {low: {at-least: 16}}, escalate: {practitioner: Look.}}
    rules:
      usual: {title: U, at: {kind: diagnosis}, when: {alone: yes}, suggest: {support: peer-group, verb: introduce}, because: It helps.}

    """

  static func rule(_ id: String, _ words: String, because: String = "It helps.") -> String {
    "  \(id): {title: A rule, \(words), because: \"\(because)\"}\n"
  }

  static let group = "suggest: {support: peer-group, verb: self-refer}"
  static let cases: [Case] = [
    Case(testDescription: "nothing in the rulebook itself", yaml: "", codes: []),
    Case(
      testDescription: "the alphabet decides between two verbs",
      yaml: rule("z-other", "at: {kind: diagnosis}, when: {low: 3}, \(group)"), codes: ["verbs-differ"]),
    Case(
      testDescription: "a priority has decided between two verbs",
      yaml: rule("z-other", "at: {kind: diagnosis}, when: {low: 3}, \(group), priority: low"), codes: []),
    Case(
      testDescription: "the grade of evidence has decided between two verbs",
      yaml: rule("z-other", "at: {kind: diagnosis}, when: {low: 3}, \(group), evidence: [{grade: low, source: A study}]"), codes: []),
    Case(
      testDescription: "nobody stands where both verbs are asked for",
      yaml: rule("z-other", "at: {kind: waiting}, when: {low: 3}, \(group)"), codes: []),
    Case(
      testDescription: "another `with` is another suggestion",
      yaml: rule(
        "z-other", "at: {kind: diagnosis}, when: {low: 3}, suggest: {support: peer-group, verb: self-refer, with: {focus: interest}}"),
      codes: []),
    Case(
      testDescription: "a carer is no person of the same step",
      yaml: rule("z-other", "who: carer, at: {kind: diagnosis}, when: {low: 3}, \(group)"), codes: []),
    Case(
      testDescription: "two rules for carers ask for two verbs",
      yaml: rule("y-other", "who: carer, when: {alone: yes}, suggest: {support: peer-group, verb: refer}")
        + rule("z-other", "who: carer, when: {low: 3}, \(group)"), codes: ["verbs-differ"]),
    Case(
      testDescription: "a narrower rule comes first by its priority",
      yaml: rule(
        "z-other", "at: {kind: diagnosis}, when: {alone: yes, low: 3}, suggest: {support: peer-group, verb: introduce}, priority: high"),
      codes: []),
    Case(
      testDescription: "a narrower rule speaks at more steps",
      yaml: rule(
        "z-other", "at: {kind: [diagnosis, waiting]}, when: {alone: yes, low: 3}, suggest: {support: peer-group, verb: introduce}"),
      codes: []),
    Case(
      testDescription: "a rule that is in force longer than the other",
      yaml: rule(
        "a-other", "at: {kind: diagnosis}, when: {alone: yes}, suggest: {support: peer-group, verb: introduce}, valid: {from: 2026-01-01}"),
      codes: []),
    Case(
      testDescription: "the same conditions from some time on",
      yaml: rule("z-other", "at: {kind: diagnosis, after: 4 weeks}, when: {alone: yes}, suggest: {support: peer-group, verb: introduce}"),
      codes: ["shadowed-rule"]),
    Case(
      testDescription: "a rule for one pathway whose text names it",
      yaml: rule("z-other", "at: {pathway: stroke, kind: waiting}, \(group)", because: "Strokes come without warning."), codes: []),
    Case(
      testDescription: "a rule for one pathway whose text does not",
      yaml: rule("z-other", "at: {pathway: stroke, kind: waiting}, \(group)"), codes: ["rule-in-silo"]),
    Case(
      testDescription: "a rule for a pathway that rests on something sensitive names it in no text",
      yaml: rule("z-other", "at: {pathway: recovery}, when: {low: 3}, suggest: {support: peer-group, verb: introduce}"), codes: []),
    Case(
      testDescription: "a rule keeps to one side of a line in every branch",
      yaml: rule("z-other", "when: {low: {at-most: 15}, any: [{alone: yes}, {low: {at-least: 5}}]}, \(group)"), codes: []),
    Case(
      testDescription: "a rule keeps to one side of a line in one branch",
      yaml: rule("z-other", "when: {any: [{alone: yes}, {low: {at-most: 15}}]}, \(group)"), codes: ["escalation-bypassed"]),
    Case(
      testDescription: "a rule only informs those beyond a line",
      yaml: rule("z-other", "when: {any: [{alone: yes}, {low: {at-most: 15}}]}, suggest: {support: peer-group, verb: inform}"), codes: []),
    Case(
      testDescription: "a rule takes no side of a line", yaml: rule("z-other", "when: {low: {at-least: 5}}, \(group)"), codes: []),
    Case(
      testDescription: "what a link worker puts together is suggested",
      yaml: rule("z-other", "when: {low: 3}, suggest: {support: link-worker, verb: refer, with: {package: [involvement]}}")
        + "offers:\n  tutors: {support: involvement}\n", codes: []),
    Case(
      testDescription: "offers of what nobody suggests are named once",
      yaml: "offers:\n  tutors: {support: involvement}\n  trainers: {support: involvement}\n", codes: ["unreached-support"]),
    Case(
      testDescription: "a fact that only a text reads is read",
      yaml: rule("z-other", "when: {low: 3}, \(group), say: {person: \"Since {moved|then} you live here.\"}")
        + "facts:\n  moved: {title: Moved, type: date}\n", codes: []),
    Case(
      testDescription: "a rule waits for a step that no pathway has",
      yaml: rule("z-other", "at: {kind: crisis}, when: {low: 3}, \(group)"), codes: ["never-stands"]),
    Case(
      testDescription: "what only dates exclude is proved for the day",
      yaml: "facts:\n  moved: {title: Moved, type: date}\nrules:\n"
        + rule("z-other", "when: {all: [{moved: {before: 2020-01-01}}, {moved: {within-last: 2 years}}]}, \(group)"),
      codes: ["never-fires"]),
  ]

  @Test("are made where they should be, and nowhere else", arguments: cases)
  func findings(_ each: Case) throws {
    let (rules, other) = each.yaml.contains("rules:\n") ? ("", each.yaml) : Self.split(each.yaml)
    let files = [Self.rulebook + rules, other].filter { !$0.isEmpty }.enumerated().map { SourceText(path: "\($0).yaml", text: $1) }
    let rulebook = try Rulebook(files: files, supportTypes: InstalledPlugins.all)
    let checks = DeepChecks(rulebook, asOf: WitnessTests.asOf)
    #expect(checks.diagnostics.map(\.code.rawValue) == each.codes, "\(DiagnosticText.draw(checks.diagnostics))")
    #expect(checks.unanswered == 0)
  }

  /// Rules go on with those of the rulebook; other sections are a file of their own.
  private static func split(_ yaml: String) -> (rules: String, other: String) {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: true)
    let first = lines.firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
    func text(_ part: ArraySlice<Substring>) -> String { part.map { $0 + "\n" }.joined() }
    return (text(lines[..<first]), text(lines[first...]))
  }
}
