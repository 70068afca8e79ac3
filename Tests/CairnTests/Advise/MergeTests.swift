import Testing

@testable import Cairn

@Suite("What is suggested together, and in which order")
struct MergeTests {
  let person = "{at: [{pathway: pain, step: first, since: 2026-11-01}, {pathway: diabetes, step: start}], consent: {share: yes}}"

  @Test func `rules for one support at one step are one suggestion, led by the first in the fixed order`() throws {
    let rules = [
      peerRule("z", verb: "refer", "at: {step: first}", "priority: high", "say: {person: From z.}"),
      peerRule("a", verb: "self-refer", "at: {step: first}", "evidence: [{grade: high, source: Of a}]"),
      peerRule("b", verb: "inform", "at: {step: first}", "evidence: [{grade: low, source: Of b}]"),
      peerRule("c", verb: "inform", "at: {step: first}", "evidence: [{grade: low, source: Of b}]"),
    ]
    let advice = try AdviseWorld.advice(rules, for: person)
    let suggestion = try #require(advice.suggestions.first)
    #expect(advice.suggestions.count == 1)
    #expect(suggestion.rules == ["z", "a", "b", "c"])
    #expect(suggestion.verb == .refer)
    #expect(suggestion.because == "Because of z.")
    #expect(suggestion.priority == .high)
    #expect(suggestion.say.person.hasPrefix("From z."))
    #expect(suggestion.evidence.map(\.source) == ["Of a", "Of b", "A study of peer-group"])
  }

  @Test func `the fixed order is priority, then grade of evidence, then id`() throws {
    let rules = [
      rule("d", "suggest: {support: course, verb: inform}", "priority: low", "evidence: [{grade: high, source: S}]"),
      rule("c", "suggest: {support: advocate, verb: inform}"),
      rule("b", "suggest: {support: night-line, verb: inform}"),
      rule("a", "suggest: {support: peer-group, verb: inform}", "evidence: [{grade: very-low, source: S}]"),
    ]
    let more = "rulebook: {id: x, title: X, version: '1', language: en, limits: {per-step: 9, in-all: 9}, cool-down: 6 months}"
    let base = AdviseWorld.base.split(separator: "\n", maxSplits: 1)[1]
    let text = "rules:\n" + rules.joined() + "profiles:\n  p: {about: Somebody}\n"
    let rulebook = try Rulebook(
      files: [
        SourceText(path: "a.yaml", text: String(base)), SourceText(path: "b.yaml", text: text), SourceText(path: "c.yaml", text: more),
      ], supportTypes: AdviseWorld.supports)
    #expect(try AdviseWorld.advice(for: "p", from: rulebook).suggestions.map(\.rules) == [["a"], ["b"], ["c"], ["d"]])
  }

  @Test func `with other parameters it is another suggestion`() throws {
    let rules = [
      rule("a", "at: {step: first}", "suggest: {support: peer-group, verb: inform, with: {focus: condition}}"),
      rule("b", "at: {step: first}", "suggest: {support: peer-group, verb: inform, with: {focus: experience}}"),
    ]
    #expect(try AdviseWorld.advice(rules, for: person).suggestions.map(\.rules) == [["a"], ["b"]])
  }

  @Test func `a support stands once, at the earliest, and tells where else it would`() throws {
    let rules = [
      peerRule("a", "at: {step: review}"), peerRule("b", "at: {step: programme}"), peerRule("c", "at: {pathway: diabetes, step: start}"),
    ]
    let suggestion = try #require(try AdviseWorld.advice(rules, for: person).suggestions.first)
    #expect(suggestion.pathway == "diabetes")
    #expect(suggestion.timing == .now)
    #expect(suggestion.rules == ["c", "b", "a"])
    #expect(
      suggestion.alsoAt == [
        Advice.Place(pathway: "pain", step: "programme", timing: .ahead), Advice.Place(pathway: "pain", step: "review", timing: .ahead),
      ])
  }

  @Test func `now comes before ahead, whatever the priority`() throws {
    let rules = [
      rule("a", "at: {step: review}", "suggest: {support: course, verb: inform}", "priority: high"),
      rule("b", "at: {step: first}", "suggest: {support: advocate, verb: inform}", "priority: low"),
    ]
    #expect(try AdviseWorld.advice(rules, for: person).suggestions.map(\.timing) == [.now, .ahead])
  }

  @Test func `what is there now does not wait for a rule of the same step that is not due yet`() throws {
    let rules = [
      peerRule("late", "at: {step: first, after: 12 weeks}", "priority: high"), peerRule("now", "at: {step: first}"),
    ]
    let suggestion = try #require(try AdviseWorld.advice(rules, for: person).suggestions.first)
    #expect(suggestion.rules == ["now", "late"])
    #expect(suggestion.timing == .now)
    #expect(suggestion.because == "Because of now.")
  }

  @Test func `the rule at the earliest place gives verb and words, be it the weaker one`() throws {
    let rules = [
      peerRule("high", verb: "refer", "at: {step: review}", "priority: high"),
      peerRule("low", verb: "self-refer", "at: {step: first}", "priority: low"),
    ]
    let suggestion = try #require(try AdviseWorld.advice(rules, for: person).suggestions.first)
    #expect(suggestion.rules == ["low", "high"])
    #expect(suggestion.verb == .selfRefer && suggestion.because == "Because of low.")
  }

  @Test func `limits count merged suggestions, and what is cut says why`() throws {
    let supports: [any SupportType] = (0..<12).map { DeclaredSupportType(.sample("s\($0)", [.signpost])) }
    let steps = [
      "first", "first", "first", "first", "first", "programme", "programme", "programme", "review", "review", "review", "leaving",
    ]
    let rules = steps.enumerated().flatMap { number, step in
      (0..<2).map { rule("r\(number + 10)-\($0)", "at: {step: \(step)}", "suggest: {support: s\(number), verb: signpost}") }
    }
    let advice = try AdviseWorld.advice(rules, for: person, supports: supports)
    #expect(advice.suggestions.count == 8)
    #expect(Dictionary(grouping: advice.suggestions, by: \.step).mapValues(\.count) == ["first": 3, "programme": 3, "review": 2])
    #expect(advice.notSuggested.map(\.reason) == [.limitPerStep, .limitPerStep, .limitInAll, .limitInAll])
    #expect(advice.notSuggested.first?.detail == "others at this step come first, and at most 3 suggestions may stand at one step")
    #expect(advice.notSuggested.last?.detail == "others come first, and at most 8 suggestions may stand in all")
    #expect(advice.notSuggested.allSatisfy { $0.rules.count == 2 })
  }
}
