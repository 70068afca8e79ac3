import Cairn
import CairnBench
import CairnPlugins
import Foundation
import Testing

/// A rulebook that says the same says the same, however it is written down.
@Suite("Comparing a rulebook with itself")
struct UnchangedTests {
  private static let files = FormattingLawTests.files.filter { $0.path.hasPrefix(FormattingLawTests.root.path + "/rules/") }

  private func expectSame(_ files: [SourceText], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let types = InstalledPlugins.all
    let old = DiffSide(name: "old", rulebook: try Rulebook(files: Self.files, supportTypes: types))
    let new = DiffSide(name: "new", rulebook: try Rulebook(files: files, supportTypes: types))
    let diff = RulebookDiff(old: old, new: new, asOf: WitnessTests.asOf)
    #expect(DiffText(diff, options: .init()).draw().hasSuffix("\nNothing changed.\n"), sourceLocation: sourceLocation)
    #expect(!diff.isDifferent, sourceLocation: sourceLocation)
    #expect(diff.counts.alike == new.rulebook.ruleSet.rules.count, sourceLocation: sourceLocation)
  }

  @Test("nothing changed")
  func itself() throws { try expectSame(Self.files) }

  @Test("in another order of files, nothing changed")
  func otherOrder() throws { try expectSame(Self.files.reversed()) }

  @Test("with other comments, blanks and line ends, nothing changed", arguments: [1, 2, 3])
  func otherLayout(seed: UInt64) throws {
    var chance = Dice(seed: seed)
    try expectSame(
      Self.files.map { source in
        guard let tree = YAMLReader.read(source).tree else { return source }
        let text = seed == 1 ? Mess.blanks(tree, &chance) : Mess.comments(tree, &chance).text
        let messy = SourceText(path: source.path, text: text)
        return YAMLReader.read(messy).tree.map { tree.says(theSameAs: $0) } == true ? messy : source
      })
  }

  @Test("laid out by `cairn fmt`, nothing changed")
  func formatted() throws {
    try expectSame(
      Self.files.map { source in
        if case .changed(let bytes) = Formatting.of(source) { SourceText(path: source.path, bytes: bytes) } else { source }
      })
  }

  @Test("with its entries turned round, and one file for each, nothing changed")
  func entries() throws {
    var parts: [SourceText] = []
    for source in Self.files {
      guard let root = YAMLReader.read(source).tree?.root else { continue }
      for (section, value) in root.entries {
        let isWhole = !value.isMapping || section.text == "rulebook" || value.range.text.hasPrefix("{")
        let entries = isWhole ? [] : Array(value.entries)
        let pieces =
          isWhole
          ? [source.text(source.lineStart(of: section.range.start)..<value.range.end)]
          : entries.map { "\(section.text):\n" + source.text(source.lineStart(of: $0.key.range.start)..<$0.value.range.end) }
        for piece in pieces { parts.append(SourceText(path: "\(source.path)-\(parts.count)", text: piece + "\n")) }
      }
    }
    #expect(parts.count > 200)
    // Paths in the header are seen from its file.
    try expectSame(parts.reversed())
  }
}
