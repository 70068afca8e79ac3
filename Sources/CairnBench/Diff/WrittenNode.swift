import Cairn

extension Node {
  /// On one line, as YAML writes it in brackets: for showing what somebody wrote.
  var onOneLine: String {
    switch kind {
    case .scalar: text
    case .sequence: "[" + items.map(\.onOneLine).joined(separator: ", ") + "]"
    case .mapping: "{" + entries.map { "\($0.key.text): \($0.value.onOneLine)" }.joined(separator: ", ") + "}"
    }
  }

  /// Equal for nodes that say the same: comments, layout, and the order of keys and items are left out.
  var meaning: String {
    switch kind {
    case .scalar: "\(text.utf8.count):\(text)"
    case .sequence: "[" + items.map(\.meaning).sorted().joined(separator: ",") + "]"
    case .mapping: "{" + entries.map { "\($0.key.text):\($0.value.meaning)" }.sorted().joined(separator: ",") + "}"
    }
  }
}

/// The entries of a rulebook as they were written, by section and id.
struct WrittenRulebook {
  private var sections: [String: [String: Node]] = [:]
  private var order: [String: [String]] = [:]

  init(_ declaration: RulebookDeclaration) {
    for source in declaration.sources {
      guard let root = YAMLReader.read(source).tree?.root else { continue }
      for (key, value) in root.entries { add(value, to: key.text) }
    }
  }

  private mutating func add(_ node: Node, to section: String) {
    if section == "rulebook" { return add(node, section, section) }
    for (key, value) in node.entries { add(value, section, key.text) }
    for item in node.items { if let name = item["test"]?.text { add(item, section, name) } }
  }

  private mutating func add(_ node: Node, _ section: String, _ id: String) {
    guard sections[section, default: [:]].updateValue(node, forKey: id) == nil else { return }
    order[section, default: []].append(id)
  }

  subscript(_ section: String, _ id: String) -> Node? { sections[section]?[id] }

  /// The ids of a section, in the order written.
  func ids(in section: String) -> [String] { order[section] ?? [] }
}

extension RulebookDeclaration {
  /// Every file that something was declared in, in the order in which they are met.
  fileprivate var sources: [SourceText] {
    let ranges: [[SourceRange]] = [
      header.map { [$0.id.range] } ?? [], facts.map(\.id.range), concepts.map(\.id.range), valueSets.map(\.id.range),
      derived.map(\.id.range), pathways.map(\.id.range), rules.map(\.id.range), safeguards.map(\.id.range), offers.map(\.id.range),
      routing.map(\.id.range), profiles.map(\.id.range), tests.map(\.name.range),
    ]
    var seen: Set<ObjectIdentifier> = []
    return ranges.joined().map(\.source).filter { seen.insert(ObjectIdentifier($0)).inserted }
  }
}
