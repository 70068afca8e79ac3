import Cairn
import CairnBench
import CairnPlugins
import Foundation
import Testing

/// Whatever is read counts as told: nobody is said to be told nothing else while one text of theirs is another.
@Suite("Other words")
struct OtherWordsTests {
  private static let rules = """
    rulebook: {id: small, title: Small, version: "1", language: en}
    facts:
      tea: {title: Cups of tea, type: number, min: 0, max: 20}
      sleep: {title: Hours of sleep, type: number, min: 0, max: 20, ask: How long do you sleep?}
    pathways:
      care: {title: Care, steps: {plan: {title: Plan, kind: care-planning}}}
    safeguards:
      danger: {when: {immediate-danger: yes}, stop: everything, escalate: {practitioner: Ring first.}}
      crisis: {when: {crisis-level: in-crisis}, stop: {except: serves-crisis}, escalate: {practitioner: Look together.}}
    offers:
      circle:
        title: Tea circle
        support: peer-group
        verb: self-refer
    rules:
      company:
        title: Company
        when: {tea: {at-least: 3}}
        suggest: {support: peer-group, verb: self-refer}
        because: Tea is better shared.
        evidence: [{grade: low, source: Judgement, limits: One town.}]
        say: {person: Others drink tea too., practitioner: Name the circle.}
      thirst:
        title: Thirst
        at: {step: plan, after: 1 week}
        when: {tea: {at-least: 3}}
        flag: Ask about the tea.
        because: It is a lot of tea.
      rest:
        title: Rest
        at: {step: plan}
        when: {sleep: {at-most: 4}}
        flag: Ask about sleep.
        because: Four hours are few.
      fresh-air:
        title: Fresh air
        valid: {until: 2026-01-01}
        when: {tea: {at-least: 3}}
        flag: Open a window.
        because: It is stuffy.
    profiles:
      ada: {facts: {age: 40, tea: 9, crisis-level: steady}, at: {pathway: care, step: plan, since: 2026-11-01}}
      ben: {facts: {age: 40, tea: 9, crisis-level: steady}, at: {pathway: care, step: plan, since: 2026-11-20}}

    """

  private func told(_ text: String, _ types: [any SupportType] = InstalledPlugins.all) throws -> String {
    let asOf = CalendarDate(2026, 11, 22)
    func side(_ text: String, _ types: [any SupportType]) throws -> DiffSide {
      DiffSide(name: "rules", rulebook: try Rulebook(files: [SourceText(path: "rules.yaml", text: text)], supportTypes: types))
    }
    let (old, new) = (try side(Self.rules, InstalledPlugins.all), try side(text, types))
    var diff = RulebookDiff(old: old, new: new, asOf: asOf)
    diff.population = PopulationTally.samples(old: old, new: new, asOf: asOf)
    return DiffText(diff, options: .init()).draw().components(separatedBy: "made up.\n").last ?? ""
  }

  @Test("nobody is told anything else where the rulebook is the same")
  func same() throws { #expect(try told(Self.rules) == "  Nobody is told anything else.\n") }

  @Test(
    "one text that is worded otherwise is told of, and of whom it is read",
    arguments: [
      ("Tea is better shared.", "Tea is for two.", ["peer-group"]), ("Others drink tea", "Others like tea", ["peer-group"]),
      ("Name the circle", "Say the circle", ["peer-group"]), ("Judgement", "A trial", ["peer-group"]),
      ("One town", "Two towns", ["peer-group"]), ("grade: low", "grade: moderate", ["peer-group"]),
      ("Tea circle", "Coffee circle", ["peer-group"]),
      ("Ask about the tea.", "Ask for tea.", ["flag thirst"]), ("It is a lot", "It is much", ["flag thirst"]),
      ("How long do you sleep?", "How is your sleep?", ["question sleep"]),
      ("until: 2026-01-01", "until: 2026-01-02", ["reason against fresh-air"]), ("title: Plan", "title: The plan", ["pathway care"]),
    ])
  func words(before: String, after: String, what: [String]) throws {
    let text = try told(Self.rules.replacing(before, with: after))
    #expect(text.hasPrefix("  Nobody gains or loses anything. "), "\(before): \(text)")
    #expect(text.contains("other words for \(PlainWords.list(what))"), "\(text)")
  }

  @Test("so are the texts of a kind of support")
  func plugin() throws {
    let types = InstalledPlugins.all.map { $0.manifest.id == "peer-group" ? TalkativeType(manifest: $0.manifest) : $0 }
    #expect(try told(Self.rules, types).contains("other words for peer-group"))
  }

  private struct TalkativeType: SupportType {
    let manifest: SupportManifest

    func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
      SuggestionContent(verb: request.verb, person: "Come for tea.", practitioner: "Ask who pours.")
    }
  }
}
