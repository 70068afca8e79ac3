import Cairn
import Foundation
import Testing

@Suite("How an offer stands")
struct OfferStateTests {
  private static let mistakes = ManifestTests.mistakes.deletingLastPathComponent().appendingPathComponent("state.txt")

  @Test("is read as the shape of its support type allows, and every slip is named")
  func mistakes() throws {
    try MistakeFile(Self.mistakes).check { Self.drawn($0) }
  }

  private static func drawn(_ text: String) -> String {
    let parts = text.split(separator: "\n", maxSplits: 1).map(String.init)
    do {
      let (state, diagnostics) = try #require(declaration(parts[1])).read(for: try manifest(parts[0]))
      return diagnostics.isEmpty ? said(state) : DiagnosticText.draw(diagnostics)
    } catch { return "\(error)\n" }
  }

  private static func declaration(_ yaml: String) -> StateDeclaration? {
    let tree = YAMLReader.read(SourceText(path: "offers.yaml", text: yaml)).tree
    return tree?.root?.entries.first { _ in true }.map { StateDeclaration(key: $0.key, node: $0.value) }
  }

  private static func manifest(_ shape: String) throws -> SupportManifest {
    let cohort = """
      shape-parameters: {team: [parent-partner, school-partner, community-partner], sessions: 8}
      leadership: {starts: staff, moves-to: members}

      """
    let text = "support: a\ntitle: A\nsummary: B\nverbs: [signpost]\nshape: \(shape)\n\(shape == "closed-cohort" ? cohort : "")"
    return try SupportManifest(support: Array(text.utf8), texts: [:])
  }

  private static func said(_ state: OfferState) -> String {
    var parts: [String] = []
    if let stage = state.stage { parts.append("stage \(stage)") }
    parts += state.roles.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    if !state.teamLanguages.isEmpty { parts.append("speaks \(state.teamLanguages)") }
    if let load = state.caseload { parts.append("light \(load.light.map(String.init) ?? "-"), long \(load.long.map(String.init) ?? "-")") }
    if let hand = state.handOver {
      let answers = [hand.lead, hand.room, hand.budget].map { $0.map { $0 ? "yes" : "no" } ?? "-" }
      parts.append("attended \(hand.attended), lead, room, budget: \(answers.joined(separator: " "))")
    }
    return parts.joined(separator: "\n") + "\n"
  }
}
