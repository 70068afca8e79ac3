/// The text of a case's rulebook, put together from what the case's author wrote; what is wrong in it is said at the author's own place.
struct CaseText {
  private var bytes: [UInt8] = []
  /// Stretches of the author's text: where they stand here, and there.
  private var pieces: [(here: Range<Int>, there: Int)] = []
  /// What is said of words that the author did not write.
  private let place: SourceRange

  init(_ place: SourceRange) {
    self.place = place
    add("rulebook: {id: case, title: One case, version: \"1\", language: en}\n")
  }

  mutating func add(_ text: String) { bytes += Array(text.utf8) }

  /// A node as it was written, on lines of its own, moved as a whole; what it holds may stand in front of it.
  mutating func add(_ node: Node?, indented indent: Int, holding first: String = "") {
    guard let node, !node.isNull else { return add(first.isEmpty ? "\n" : "\n\(String(repeating: " ", count: indent))\(first)\n") }
    let (source, range) = (node.tree.source, node.range)
    let column = range.start - source.lineStart(of: range.start)
    var start = range.start
    add("\n" + String(repeating: " ", count: indent))
    if !first.isEmpty {
      if node.record.style == .flow {
        add("{\(first)\(node.entries.contains { _ in true } ? ", " : "")")
        start += 1
      } else {
        add("\(first)\n\(String(repeating: " ", count: indent))")
      }
    }
    addLines(of: source, start..<range.end, moved: indent - column)
  }

  /// Lines after the first lose the column that the block had, or as much of it as they have.
  private mutating func addLines(of source: SourceText, _ range: Range<Int>, moved shift: Int) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = source.bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      pieces.append((bytes.count..<bytes.count + end - start, start))
      bytes += source.bytes[start..<end]
      bytes.append(0x0A)
      start = end + 1
      guard start < range.upperBound else { return }
      let spaces = source.bytes[start..<range.upperBound].prefix { $0 == 0x20 }.count
      bytes += Array(repeating: 0x20, count: max(0, spaces + shift))
      start += spaces
    }
  }

  mutating func addVocabulary(_ file: CaseFile) {
    for section in file.vocabulary {
      add("\(section.key.text):")
      add(section.node, indented: 2)
    }
  }

  /// Offers, of the support type of the plugin unless they say otherwise.
  mutating func add(offers: Field?, of support: String) {
    guard let offers else { return }
    guard offers.node.isMapping, offers.node.entries.contains(where: { _ in true }) else {
      add("offers:")
      return add(offers.node, indented: 2)
    }
    add("offers:\n")
    for (key, value) in offers.node.entries {
      add("  ")
      pieces.append((bytes.count..<bytes.count + (key.range.end - key.range.start), key.range.start))
      add("\(key.range.text):")
      let isSaid = !(value.isMapping || value.isNull) || value["support"] != nil
      add(value, indented: 4, holding: isSaid ? "" : "support: \(support)")
    }
  }

  var source: SourceText { SourceText(path: place.source.path, bytes: bytes) }

  /// The same mistakes, in the author's file.
  func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      diagnostic.moved { location in
        location.path == place.source.path ? there(location.offsets) : nil
      }
    }
  }

  private func there(_ offsets: Range<Int>) -> SourceRange {
    guard let piece = pieces.first(where: { $0.here.contains(offsets.lowerBound) || $0.here.upperBound == offsets.lowerBound }) else {
      return place
    }
    let start = piece.there + offsets.lowerBound - piece.here.lowerBound
    let length = min(offsets.count, piece.here.upperBound - offsets.lowerBound)
    return SourceRange(place.source, start, start + length)
  }
}
