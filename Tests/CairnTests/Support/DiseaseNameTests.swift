import Testing

@testable import Cairn

@Suite("Support types that name a disease")
struct DiseaseNameTests {
  @Test("are warned of, at the word, and can be used; evidence may name what it was about")
  func warned() throws {
    let support = """
      support: walking-group
      title: Walks for people with Diabetes
      summary: We walk.
      shape: open-group
      verbs: [signpost]
      parameters:
        focus: {type: choice, values: [walks, stroke-recovery]}
      evidence: [{grade: low, source: A trial with people who had cancer}]
      """
    let folder = try TemporaryFolder()
    try folder.write("Walks/support.yaml", support)
    let said = ["signpost", "inform", "flag"].map { "\($0): {person: A, practitioner: \"Parkinson’s, too\"}\n" }.joined()
    try folder.write("Walks/texts/en.yaml", said)
    let reading = PluginFolder.load(at: "Walks", relativeTo: folder.path)
    #expect(reading.manifest?.id == "walking-group")
    let drawn = DiagnosticText.draw(reading.diagnostics).replacing(folder.path, with: "…")
    let lines = drawn.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines.prefix(5) == [
        "…/Walks/support.yaml:2:30: warning: a support type serves every condition, and this one names `Diabetes` [plugin-names-disease]",
        "  |", "2 | title: Walks for people with Diabetes", "  |                              ^~~~~~~~",
        "  = help: speak of needs and circumstances; for which condition it is suggested is for rules to say",
      ])
    #expect(
      lines.filter { $0.hasPrefix("…") }.dropFirst() == [
        "…/Walks/support.yaml:7:41: warning: a support type serves every condition, and this one names `stroke` [plugin-names-disease]",
        "…/Walks/texts/en.yaml:1:38: warning: a support type serves every condition, and this one names `Parkinson’s` [plugin-names-disease]",
        "…/Walks/texts/en.yaml:2:36: warning: a support type serves every condition, and this one names `Parkinson’s` [plugin-names-disease]",
        "…/Walks/texts/en.yaml:3:34: warning: a support type serves every condition, and this one names `Parkinson’s` [plugin-names-disease]",
      ])
    #expect(!reading.diagnostics.contains { $0.severity == .error })
  }
}
