internal import Cairn

/// Keys that stand twice in one mapping: JSON leaves open which one counts, so neither does.
enum JSONDuplicates {
  private static let shown = 50

  static func find(in tree: NodeTree) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var keys: [String: Node] = [:]
    for index in tree.records.indices where tree.records[index].kind == .mapping {
      keys.removeAll(keepingCapacity: true)
      for entry in Node(tree: tree, index: Int32(index)).entries {
        let name = entry.key.text
        if let first = keys[name] { found.append(duplicate(name, entry.key, of: first)) } else { keys[name] = entry.key }
        if found.count == shown { return found }
      }
    }
    return found
  }

  private static func duplicate(_ name: String, _ key: Node, of first: Node) -> Diagnostic {
    let name = name.count > 60 ? "\(name.prefix(59))…" : name
    return .error(.duplicateKey, "the key `\(name)` stands twice in one mapping", at: key.range, help: "rename one, or join the two")
      .relating("the first `\(name)`", first.range)
  }
}
