import Cairn
import CairnBench
import CairnPlugins
import Foundation
import Testing

@Suite("The page of diagnostics")
struct DiagnosticsPageTests {
  private static let path = "\(DocPageTests.catalog)/Diagnostics.md"

  @Test("has an entry for every code, in the order of the codes, and no other")
  func entries() throws {
    let entries = try DocPage(Self.path).headings.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
    #expect(entries == DiagnosticCode.allCases.map(\.rawValue))
  }

  @Test("shows for most of them what it is about, and every example has that mistake and no other")
  func examples() throws {
    let page = try DocPage(Self.path)
    let fixture = try #require(page.blocks.first { $0.words == ["yaml", "fixture"] }).text
    let workspace = try DocWorkspace()
    defer { workspace.remove() }
    #expect(found(in: [fixture], workspace) == [])
    let examples = page.blocks.filter { $0.words == ["yaml", "wrong"] }
    #expect(examples.count > 50)
    for example in examples {
      let code = String(example.heading.dropFirst(4))
      // A rulebook has one header: an example with one of its own stands alone.
      let files = example.text.hasPrefix("rulebook:") ? [example.text] : [fixture, example.text]
      let found = found(in: files, workspace)
      #expect(found.contains { $0.code.rawValue == code }, "\(code)")
      #expect(found.filter { $0.severity == .error }.allSatisfy { $0.code.rawValue == code }, "\(code)")
    }
  }

  private func found(in files: [String], _ workspace: DocWorkspace) -> [Diagnostic] {
    let sources = files.enumerated().map { SourceText(path: "\(workspace.url.path)/some-rules/\($0).yaml", text: $1) }
    do throws(RulebookError) {
      let rulebook = try Rulebook(files: sources, supportTypes: InstalledPlugins.all)
      return rulebook.warnings + DeepChecks(rulebook, asOf: CalendarDate(2026, 11, 22)).diagnostics
    } catch { return error.diagnostics }
  }
}
