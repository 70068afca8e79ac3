import Testing

@testable import Cairn

/// A program brings kinds of support for every rulebook. One that a rulebook does without must not stand in its way.
@Suite("Installed support types")
struct InstalledTypesTests {
  private static func walking() throws -> any SupportType {
    let manifest = """
      support: walking-group
      title: Walking group
      summary: Neighbours who walk together.
      shape: open-group
      verbs: [self-refer]
      suits: {pace: [slow, brisk]}
      facts:
        pace: {title: Pace, type: choice, values: [slow, brisk], ask: How fast do you walk?}
      """
    return DeclaredSupportType(try SupportManifest(support: Array(manifest.utf8), texts: [:], folder: "walking"))
  }

  private static func open(_ text: String) throws -> Rulebook {
    let header = "rulebook: {id: one, title: One, version: \"1\", language: en}\n"
    return try Rulebook(files: [SourceText(path: "one.yaml", text: header + text)], supportTypes: [walking()])
  }

  @Test(
    "is left out where the rulebook means something else by its facts and never speaks of it",
    arguments: ["facts: {pace: {title: Pace, type: number}}\n", "derived: {pace: {title: Pace, when: {age: {at-least: 18}}}}\n"])
  func leftOut(text: String) throws { #expect(try Self.open(text).ruleSet.supports.isEmpty) }

  @Test("stands where its facts mean the same, or the rulebook has none of that name")
  func stands() throws {
    for text in ["facts: {pace: {title: My pace, type: choice, values: [brisk, slow]}}\n", "facts: {other: {title: Other, type: date}}\n"] {
      #expect(try Self.open(text).ruleSet.supports.map(\.manifest.id) == ["walking-group"])
    }
  }

  @Test("is a mistake where the rulebook speaks of it and means something else")
  func contradicts() {
    let text = """
      facts: {pace: {title: Pace, type: number}}
      rules:
        walk:
          title: Walk
          because: A walk is easier in company.
          suggest: {support: walking-group, verb: self-refer}
      """
    let error = #expect(throws: RulebookError.self) { try Self.open(text) }
    #expect(error?.diagnostics.contains { $0.code == .factType } ?? false)
  }
}
