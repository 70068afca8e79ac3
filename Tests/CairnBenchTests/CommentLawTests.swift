import Cairn
import CairnBench
import Testing

/// Comments wherever YAML allows them: between keys and their values, behind commas and brackets, in the midst of lists.
@Suite("Laws of comments in the layout")
struct CommentLawTests {
  @Test("they stay in order beside what they were beside, no blank line is added, and the layout is final", arguments: 0..<8)
  func anywhere(seed: Int) throws {
    var read = 0
    for number in 0..<150 {
      var scribe = Scribe(seed: UInt64(seed * 1_000 + number + 1))
      let source = SourceText(path: "x.yaml", text: scribe.document())
      let reading = YAMLReader.read(source)
      guard let tree = reading.tree, !reading.diagnostics.contains(where: { $0.severity == .error }) else { continue }
      read += 1
      let text = source.text(0..<source.bytes.count)
      guard let after = formatted(source) else {
        Issue.record("it was refused:\n\(text)")
        continue
      }
      #expect(after.numbers == Array(0..<scribe.comments), "\(text)\n\(after)")
      let again = SourceText(path: "x.yaml", text: after)
      #expect(formatted(again) == after, "\(text)\n\(after)")
      #expect(!after.contains("\n\n\n") && after.blankLines <= text.blankLines, "\(text)\n\(after)")
      let (old, new) = (beside(tree), beside(try #require(YAMLReader.read(again).tree)))
      for (key, remarks) in old { #expect(remarks.isSubset(of: new[key] ?? []), "\(key)\n\(text)\n\(after)") }
    }
    #expect(read > 120)
  }

  private func formatted(_ source: SourceText) -> String? {
    switch Formatting.of(source) {
    case .canonical: source.text(0..<source.bytes.count)
    case .changed(let bytes): String(decoding: bytes, as: UTF8.self)
    case .refused: nil
    }
  }

  /// For each key the comments behind its line, and in the lines of comments right above it.
  private func beside(_ tree: NodeTree) -> [String: Set<Int>] {
    let lines = tree.source.text(0..<tree.source.bytes.count).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var result: [String: Set<Int>] = [:]
    for record in tree.records where record.kind == .scalar {
      let text = tree.source.text(Int(record.start)..<Int(record.end))
      guard text.hasPrefix("k") else { continue }
      let line = tree.source.bytes[..<Int(record.start)].count { $0 == 0x0A }
      let above = lines[..<line].reversed().prefix { $0.drop { $0 == " " }.hasPrefix("#") }
      result[text] = Set(lines[line].numbers + above.flatMap(\.numbers))
    }
    return result
  }
}

extension String {
  /// The numbers of the comments, in order.
  fileprivate var numbers: [Int] {
    split(separator: "#", omittingEmptySubsequences: false).dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
  }

  fileprivate var blankLines: Int { split(separator: "\n", omittingEmptySubsequences: false).dropLast().count { $0.isEmpty } }
}

/// Writes random documents, with comments and line ends wherever YAML allows them.
private struct Scribe {
  private var chance: Dice
  private(set) var comments = 0
  private var names = 0

  init(seed: UInt64) { chance = Dice(seed: seed) }

  mutating func document() -> String {
    let start = chance.below(2) == 0 ? "" : String(lineEnd(0).drop { $0 == "\n" })
    return start + block(0, depth: 0, isCompact: start.isEmpty) + lineEnd(0) + "\n"
  }

  private mutating func name(_ letter: String) -> String {
    names += 1
    return letter + String(names)
  }

  private mutating func comment() -> String {
    comments += 1
    return "#\(comments - 1)"
  }

  /// A line's end, maybe with a comment behind the line and some on lines of their own, then an indent.
  private mutating func lineEnd(_ indent: Int) -> String {
    var text = chance.below(3) == 0 ? "  \(comment())\n" : "\n"
    for _ in 0..<(chance.below(3) == 0 ? chance.below(3) : 0) {
      text += chance.below(2) == 0 ? "\n" : String(repeating: " ", count: chance.below(6)) + comment() + "\n"
    }
    return text + String(repeating: " ", count: indent)
  }

  private mutating func gap(_ indent: Int, _ usual: String) -> String {
    chance.below(4) == 0 ? lineEnd(indent + chance.below(3)) : usual
  }

  /// A mapping or a list on lines of its own; a compact one begins where the line stands.
  private mutating func block(_ indent: Int, depth: Int, isCompact: Bool) -> String {
    let isList = chance.below(3) == 0
    var text = ""
    for number in 0...chance.below(3) {
      if number > 0 || !isCompact { text += lineEnd(indent) }
      text += isList ? "-" : name("k") + ":"
      text += value(indent, depth: depth, isItem: isList)
    }
    return text
  }

  private mutating func value(_ indent: Int, depth: Int, isItem: Bool) -> String {
    switch chance.below(depth < 3 ? 6 : 3) {
    case 0: return gap(indent + 1, " ") + name("s")
    case 1: return gap(indent + 1, " ") + "'\(name("s"))?'"
    case 2, 3: return gap(indent + 1, " ") + flow(indent + 1, depth: 0)
    case 4 where isItem: return " " + block(indent + 2, depth: depth + 1, isCompact: true)
    default: return block(indent + 1 + chance.below(3), depth: depth + 1, isCompact: false)
    }
  }

  private mutating func flow(_ indent: Int, depth: Int) -> String {
    let isList = chance.below(2) == 0
    var text = isList ? "[" : "{"
    for number in 0..<chance.below(5) {
      text += gap(indent, "")
      if number > 0 { text += "," }
      text += gap(indent, " ")
      if !isList { text += name("k") + ":" + gap(indent, " ") }
      text += depth < 2 && chance.below(3) == 0 ? flow(indent, depth: depth + 1) : name("s") + (chance.below(5) == 0 ? " so? yes" : "")
    }
    return text + gap(indent, "") + (isList ? "]" : "}")
  }
}
