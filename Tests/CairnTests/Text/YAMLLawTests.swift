import Testing

@testable import Cairn

/// What holds of every tree and every message, whatever the file.
@Suite("Laws of reading YAML")
struct YAMLLawTests {
  static let sample = Mistake.all.filter { $0.name != "tabs throughout are mended together" }.map(\.yaml).joined() + YAMLReaderTests.sample

  /// What turns a good file into a bad one.
  private static let pieces = [
    " ", "  ", "\n", "\t", ":", ": ", "- ", "#", " #", ",", "{", "}", "[", "]", "'", "\"", "\\", "&a ", "*a", "!t ", "|", ">", "?", "? ",
    "%", "@",
    "`", "---\n", "...\n", "<<: ", "é", "日", "\u{FEFF}", "\r\n", "\r", "\u{202E}", "a: b\n", "\n\n    ",
  ]

  private func mutate(_ text: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var text = text
    for _ in 0..<chance.within(1...3) {
      let at = chance.below(text.count + 1)
      switch chance.below(5) {
      case 0: text.removeSubrange(at..<min(text.count, at + chance.within(1...12)))
      case 1: text.insert(contentsOf: text[at..<min(text.count, at + chance.within(1...30))], at: chance.below(text.count + 1))
      case 2: if at < text.count { text[at] = UInt8(chance.below(256)) }
      case 3: text.removeSubrange(at...)
      default: text.insert(contentsOf: chance.pick(Self.pieces).utf8, at: at)
      }
    }
    return text
  }

  @Test("a good file, changed anywhere, is read without harm", arguments: LawSettings.seeds(8))
  func changedGoodFile(_ seed: UInt64) {
    var chance = Chance(seed: seed)
    for _ in 0..<200 { check(mutate(Array((YAMLReaderTests.sample + "\n").utf8), &chance)) }
  }

  @Test("a bad file, changed anywhere, is read without harm", arguments: LawSettings.seeds(8))
  func changedBadFile(_ seed: UInt64) {
    var chance = Chance(seed: seed)
    for _ in 0..<300 { check(mutate(Array(chance.pick(Mistake.all).yaml.utf8), &chance)) }
  }

  @Test("every mistake of the collection, one after the other in one file, is read without harm")
  func collection() { check(Array(Self.sample.utf8)) }

  private func check(_ bytes: [UInt8]) {
    let source = SourceText(path: "x.yaml", bytes: bytes)
    let reading = YAMLReader.read(source)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(reading.tree != nil || reading.diagnostics.contains { $0.severity == .error }, "\(text)")
    #expect(reading.diagnostics.allSatisfy { isSound($0, in: source) }, "\(text)")
    #expect(DiagnosticText.draw(reading.diagnostics).isEmpty == reading.diagnostics.isEmpty, "\(text)")
    if let tree = reading.tree { check(tree, text) }
  }

  /// A message stands in the file, ends in no full stop, and knows no word of libyaml's.
  private func isSound(_ diagnostic: Diagnostic, in source: SourceText) -> Bool {
    let places = [diagnostic.location].compactMap { $0 } + diagnostic.related.map(\.location)
    let ranges = places.map(\.offsets) + diagnostic.fixes.map(\.range)
    let words = ["token", "scalar", "simple key", "collection", "expected", "indicator", "block mapping", "node"]
    let sentence = diagnostic.message.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    return !places.isEmpty && ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= source.bytes.count + 1 }
      && !sentence.hasSuffix(".") && !words.contains { sentence.contains($0) }
  }

  private func check(_ tree: NodeTree, _ text: String) {
    #expect(tree.records.first.map { Int($0.next) } == tree.records.count, "\(text)")
    for index in tree.records.indices {
      let node = Node(tree: tree, index: Int32(index))
      let record = node.record
      #expect(record.start <= record.end && record.end <= tree.source.bytes.count, "\(text)")
      #expect(Int(record.next) > index && Int(record.next) <= tree.records.count, "\(text)")
      #expect(record.kind != .scalar || Int(record.next) == index + 1, "\(text)")
      checkChildren(of: node, text)
    }
    checkValues(of: tree, text)
  }

  private func checkChildren(of node: Node, _ text: String) {
    var at = node.index + 1
    var end = node.record.start
    while at < node.record.next {
      let child = tree(node, at)
      #expect(child.start >= end && child.end <= node.record.end, "\(text)")
      #expect(child.next <= node.record.next, "\(text)")
      (at, end) = (child.next, child.end)
    }
  }

  private func tree(_ node: Node, _ index: Int32) -> NodeTree.Record { node.tree.records[Int(index)] }

  /// A text's range holds all of it: read alone, it is the same text.
  private func checkValues(of tree: NodeTree, _ text: String) {
    var flowEnd: Int32 = 0
    let nodes = tree.records.indices.map { Node(tree: tree, index: Int32($0)) }
    let keys = Set(nodes.flatMap { $0.entries.map(\.key.index) })
    for node in nodes.dropFirst() {
      if node.record.style == .flow { flowEnd = max(flowEnd, node.record.end) }
      guard node.isScalar, node.range.text.utf8.count < 250,
        let alone = keys.contains(node.index) ? aloneAsKey(node) : alone(node, inFlow: node.record.start < flowEnd)
      else { continue }
      #expect(trimmed(alone, node) == trimmed(node.text, node), "\(node.range.text)\n\(text)")
    }
  }

  private func alone(_ node: Node, inFlow: Bool) -> String? {
    let text = node.range.text
    // Its header counts from an indentation that is not there when it stands alone.
    if node.record.style == .block, text.prefix(3).contains(where: \.isNumber) { return nil }
    let reading = YAMLReader.read(SourceText(path: "alone.yaml", text: inFlow ? "k: [\(text)]\n" : "k: \(text)\n"))
    guard let value = reading.tree?.root?["k"] else { return "not read: \(reading.diagnostics.map(\.message))" }
    return inFlow ? value.items.first { _ in true }?.text ?? "" : value.text
  }

  private func aloneAsKey(_ node: Node) -> String? {
    let reading = YAMLReader.read(SourceText(path: "alone.yaml", text: "\(node.range.text): 1\n"))
    return reading.tree?.root?.entries.first { _ in true }?.key.text
  }

  /// What stands at the end of a block text depends on what follows it.
  private func trimmed(_ value: String, _ node: Node) -> String {
    node.record.style == .block ? String(value.reversed().drop(while: \.isWhitespace).reversed()) : value
  }
}
