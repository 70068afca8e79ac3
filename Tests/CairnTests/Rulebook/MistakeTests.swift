import Cairn
import Foundation
import Testing

/// `Mistakes/` has a file for each section: YAML with something wrong in it, and all that is said of it, whole.
/// After a change of words: `RECORD=1 swift test --filter MistakeTests`, and read what changed.
@Suite("What is said of mistakes")
struct MistakeTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Mistakes")

  @Test(
    "is said in full, once, with a mend",
    arguments: [
      "file", "header", "facts", "concepts", "derived", "conditions", "pathways", "rules", "times", "safeguards", "offers", "routing",
      "profiles", "tests",
    ])
  func mistakes(section: String) throws {
    try MistakeFile(Self.folder.appendingPathComponent("\(section).txt")).check { Self.drawn($0) }
  }

  /// What is said of a rulebook of several files; a file after the first begins with `### ` and its name.
  static func drawn(_ text: String) -> String {
    var diagnostics: [Diagnostic] = []
    var trees: [NodeTree] = []
    for (name, text) in MistakeFile.parts(of: text, first: "a.yaml") {
      let reading = YAMLReader.read(SourceText(path: name, text: text))
      diagnostics += reading.diagnostics
      if let tree = reading.tree { trees.append(tree) }
    }
    return DiagnosticText.draw(diagnostics + RulebookReader.read(trees).diagnostics)
  }
}

/// A file of cases: `=== name`, what was written, `---`, what is said of it.
struct MistakeFile {
  struct Case {
    var name: String
    var written: String
    var said: String
  }

  let url: URL
  let cases: [Case]

  init(_ url: URL) throws {
    self.url = url
    let blocks = "\n\(try String(contentsOf: url, encoding: .utf8))".components(separatedBy: "\n=== ").dropFirst()
    cases = try blocks.map { block in
      let sides = block.components(separatedBy: "\n---\n")
      try #require(sides.count == 2, "a case has one line of three dashes: \(block.prefix(40))")
      let (name, written) = Self.firstLine(of: sides[0] + "\n")
      return Case(name: name, written: written, said: sides[1])
    }
  }

  func check(_ draw: (String) -> String) throws {
    #expect(!cases.isEmpty)
    if ProcessInfo.processInfo.environment["RECORD"] == nil {
      for one in cases { #expect(draw(one.written) == one.said.trimmingSuffix("\n") + "\n", "\(url.lastPathComponent), \(one.name)") }
    } else {
      let blocks = cases.map { "=== \($0.name)\n\($0.written)---\n\(draw($0.written))" }
      try blocks.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
    }
  }

  /// The files that one text stands for.
  static func parts(of text: String, first: String) -> [(name: String, text: String)] {
    let parts = text.components(separatedBy: "\n### ")
    return parts.enumerated().map { index, part in
      let whole = index == parts.count - 1 ? part : part + "\n"
      return index == 0 ? (first, whole) : firstLine(of: whole)
    }
  }

  private static func firstLine(of text: String) -> (name: String, text: String) {
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    return (String(text[..<end]), String(text[end...].dropFirst()))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var copy = self
    while copy.last == character { copy.removeLast() }
    return copy
  }
}
