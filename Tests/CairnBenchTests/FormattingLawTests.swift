import Cairn
import CairnBench
import CairnPlugins
import Foundation
import Testing

/// What holds of every file's layout: it is idempotent, and changes neither a comment nor a meaning.
@Suite("Laws of the layout")
struct FormattingLawTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every YAML file of the project.
  static let files: [SourceText] = ["rules", "Plugins", "Examples", "Tests"].flatMap { folder -> [SourceText] in
    let path = root.appendingPathComponent(folder).path
    let listing = try? FileSystem.yamlFiles(in: path)
    return (listing?.files ?? []).compactMap { file in (try? FileSystem.read(file)).map { SourceText(path: file, bytes: $0) } }
  }

  private func formatted(_ source: SourceText) -> [UInt8]? {
    switch Formatting.of(source) {
    case .canonical: source.bytes
    case .changed(let bytes): bytes
    case .refused: nil
    }
  }

  @Test("what ships has it already")
  func shipped() {
    let changed = Self.files.filter { $0.path.contains("/rules/") || $0.path.contains("/Plugins/") }.filter { source in
      if case .changed = Formatting.of(source), !source.path.contains("/Tests/") { true } else { false }
    }
    #expect(changed.map(\.path) == [])
  }

  @Test("every file that can be read has one, and that one is final")
  func everyFile() throws {
    #expect(Self.files.count > 80)
    for source in Self.files { check(source) }
  }

  private func check(_ source: SourceText) {
    let reading = YAMLReader.read(source)
    guard let tree = reading.tree, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
      #expect(formatted(source) == nil, "\(source.path)")
      return
    }
    guard let bytes = formatted(source) else {
      Issue.record("\(source.path) was refused:\n\(source.text(0..<source.bytes.count))")
      return
    }
    let again = SourceText(path: source.path, bytes: bytes)
    #expect(YAMLReader.read(again).tree.map(tree.says(theSameAs:)) == true, "\(source.path)")
    #expect(formatted(again) == bytes, "\(source.path)\n\(String(decoding: bytes, as: UTF8.self))")
    #expect(!bytes.contains(0x0D))
    #expect(bytes.last == 0x0A)
  }

  @Test("blanks, line ends and indents make no difference to it", arguments: 0..<6)
  func blanks(seed: Int) throws {
    var chance = Dice(seed: UInt64(seed) + 1)
    var count = 0
    for source in Self.files {
      guard let expected = formatted(source), let tree = YAMLReader.read(SourceText(path: source.path, bytes: expected)).tree else {
        continue
      }
      let messy = SourceText(path: source.path, text: Mess.blanks(tree, &chance))
      guard let other = YAMLReader.read(messy).tree, tree.says(theSameAs: other) else { continue }
      count += 1
      // Comments that happen to share a column are kept in one, so that here only their texts count.
      #expect(squeezed(formatted(messy)) == squeezed(expected), "\(messy.text(0..<messy.bytes.count))")
    }
    #expect(count > 60)
  }

  private func squeezed(_ bytes: [UInt8]?) -> String {
    var text = String(decoding: bytes ?? [], as: UTF8.self)
    while text.contains("   #") { text = text.replacing("   #", with: "  #") }
    return text
  }

  @Test("comments and blank lines anywhere are kept", arguments: 0..<12)
  func comments(seed: Int) throws {
    var chance = Dice(seed: UInt64(seed) + 100)
    var count = 0
    for source in Self.files {
      guard let tree = YAMLReader.read(source).tree else { continue }
      let (text, added) = Mess.comments(tree, &chance)
      let messy = SourceText(path: source.path, text: text)
      let reading = YAMLReader.read(messy)
      guard let other = reading.tree, tree.says(theSameAs: other), !reading.diagnostics.contains(where: { $0.severity == .error }) else {
        continue
      }
      count += 1
      check(messy)
      let after = formatted(messy).map { String(decoding: $0, as: UTF8.self) } ?? ""
      for comment in added { #expect(after.contains(comment), "\(source.path): \(comment)") }
    }
    #expect(count > 60)
  }

  @Test("a rulebook advises the same after it")
  func advice() throws {
    let path = Self.root.appendingPathComponent("rules").path
    var chance = Dice(seed: 7)
    let before = Self.files.filter { $0.path.hasPrefix(path) }
    let after = before.map { source -> SourceText in
      guard let tree = YAMLReader.read(source).tree else { return source }
      let messy = SourceText(path: source.path, text: Mess.comments(tree, &chance).text)
      guard let other = YAMLReader.read(messy).tree, tree.says(theSameAs: other) else { return source }
      return SourceText(path: source.path, bytes: formatted(messy) ?? [])
    }
    #expect(zip(before, after).contains { $0.bytes != $1.bytes })
    #expect(try advice(of: before) == advice(of: after))
  }

  private func advice(of files: [SourceText]) throws -> String {
    let rulebook = try Rulebook(files: files, supportTypes: InstalledPlugins.all)
    var ruleSet = rulebook.ruleSet
    ruleSet.hash = RulebookHash(RulebookFiles([]), supports: [])
    let day = CalendarDate(2026, 11, 22)
    let json = AdviceJSON.draw(rulebook.profiles.map { rulebook.advice(for: $0, asOf: day) }, ruleSet: ruleSet, asOf: day)
    // Problems name lines, which move.
    return json.split(separator: "\n").filter { !$0.contains("\"source\": \"") || !$0.contains(".yaml:") }.joined(separator: "\n")
  }
}

/// Numbers that are the same on every machine (SplitMix64).
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
  }
}

/// Files made untidy without another meaning. Whoever uses one checks that it still says the same.
enum Mess {
  /// Wider indents, blanks between values, line ends of another system.
  static func blanks(_ tree: NodeTree, _ chance: inout Dice) -> String {
    let texts = Set(tree.records.filter { $0.kind == .scalar }.flatMap { Int($0.start)..<Int($0.end) })
    let factor = 1 + chance.below(3)
    let end = chance.below(3) == 0 ? "\r\n" : "\n"
    var result = ""
    for line in lines(of: tree) {
      let bytes = tree.source.bytes[line]
      let indent = bytes.prefix { $0 == 0x20 }.count
      result += String(repeating: " ", count: indent * factor)
      var isComment = false
      var word: [UInt8] = []
      for index in line.dropFirst(indent) {
        let byte = tree.source.bytes[index]
        if byte == 0x23, !texts.contains(index) { isComment = true }
        word.append(byte)
        guard !isComment, !texts.contains(index), !texts.contains(index + 1), [0x20, 0x2C, 0x7B, 0x5B].contains(byte) else { continue }
        if index + 1 < line.upperBound, tree.source.bytes[index + 1] != 0x23 { word += [UInt8](repeating: 0x20, count: chance.below(3)) }
      }
      result += String(decoding: word, as: UTF8.self)
      let isText = line.last.map(texts.contains) ?? true
      if !isText { result += String(repeating: " ", count: chance.below(3)) }
      result += end
    }
    return result
  }

  /// Comments behind lines and between them, at any indent, and blank lines.
  static func comments(_ tree: NodeTree, _ chance: inout Dice) -> (text: String, added: [String]) {
    let several = tree.records.filter { record in
      record.kind == .scalar && tree.source.bytes[Int(record.start)..<Int(record.end)].contains(0x0A)
    }
    var result = ""
    var added: [String] = []
    for line in lines(of: tree) {
      let text = tree.source.text(line)
      let isInside = several.contains { $0.start < line.upperBound && line.upperBound < $0.end }
      result += text
      if !isInside, !text.isEmpty, !text.contains("#"), chance.below(4) == 0 {
        added.append("# behind \(added.count)é")
        result += "   \(added[added.count - 1])"
      }
      result += "\n"
      if isInside || chance.below(4) > 0 { continue }
      for _ in 0..<chance.below(3) { result += "\n" }
      added.append("#between \(added.count)")
      result += String(repeating: " ", count: chance.below(9)) + "\(added[added.count - 1])\n"
    }
    return (result, added)
  }

  private static func lines(of tree: NodeTree) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in tree.source.bytes.enumerated() where byte == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    return start < tree.source.bytes.count ? lines + [start..<tree.source.bytes.count] : lines
  }
}
