import Foundation
import Testing

@testable import Cairn

/// The first line of a case is the shape of the support type; then its `cases.yaml`, as far as it goes.
@Suite("Cases of plugins")
struct PluginCasesTests {
  private static let mistakes = ManifestTests.mistakes.deletingLastPathComponent().appendingPathComponent("cases.txt")

  @Test("say of each case that comes out otherwise what was expected and what came, and of each slip where it is")
  func mistakes() throws {
    try MistakeFile(Self.mistakes).check { text in
      let parts = text.split(separator: "\n", maxSplits: 1).map(String.init)
      do {
        let source = SourceText(path: "cases.yaml", text: parts.count > 1 ? parts[1] : "")
        let failures = PluginCases.report(of: try Self.type(parts[0]), in: source, folder: "Plugins/Sample").failures
        return failures.isEmpty ? "every case comes out\n" : failures.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
      } catch { return "\(error)\n" }
    }
  }

  private static func type(_ shape: String) throws -> DeclaredSupportType {
    let text = """
      support: sample
      title: Sample
      summary: Come along.
      shape: \(shape)
      verbs: [signpost, self-refer, introduce]
      suits: {age: {at-least: 18}}
      parameters: {focus: {type: choice, values: [walks, talks]}}
      costs: [{category: staff-time, per: session, quantity: 2.5, unit: hours}]
      """
    return DeclaredSupportType(try SupportManifest(support: Array(text.utf8), texts: [:]))
  }
}
