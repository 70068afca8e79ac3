internal import Cairn

/// One record of a directory: an object of JSON or a row of a table, read alike.
final class Record {
  enum Content {
    case object(Node)
    case row(columns: [String: Int], values: [String])
  }

  let kind: RecordKind
  let content: Content
  /// The path as people see it.
  let file: String
  /// The line on which the record, or the record around it, begins.
  private let baseLine: Int
  let parent: Record?

  init(_ kind: RecordKind, _ content: Content, file: String, line: Int, parent: Record? = nil) {
    self.kind = kind
    self.content = content
    self.file = file
    baseLine = line
    self.parent = parent
  }

  /// Of an object with very many keys the value of each; others are faster looked through.
  private lazy var values: [String: Node]? = {
    guard case .object(let node) = content, node.entries.dropFirst(Self.many).contains(where: { _ in true }) else { return nil }
    return Dictionary(node.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
  }()
  private static let many = 100

  private func node(_ key: String, in node: Node) -> Node? {
    if let values { return values[key] }
    return node.value(key)
  }

  /// What stands under a key.
  enum Value {
    case absent
    case text(String)
    /// A list or a mapping, where one value is due.
    case several
  }

  func value(_ key: String) -> Value {
    switch content {
    case .object(let node):
      guard let value = self.node(key, in: node), !value.isNull else { return .absent }
      return value.isScalar ? .text(value.text) : .several
    case .row(let columns, let values):
      guard let index = columns[key], values.indices.contains(index) else { return .absent }
      return .text(values[index])
    }
  }

  /// One value, without the spaces around it; nil where it is blank.
  func text(_ key: String) -> String? {
    guard case .text(let text) = value(key) else { return nil }
    let trimmed = text.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  var id: String? { text("id") }

  /// The records inside this one under its keys for their kind: a list of them, or one alone.
  func children(_ kind: RecordKind) -> [Record] {
    guard case .object(let node) = content else { return [] }
    var found: [Record] = []
    for key in kind.keys {
      guard let value = self.node(key, in: node) else { continue }
      if value.isMapping { found.append(child(kind, value)) }
      for item in value.items where item.isMapping { found.append(child(kind, item)) }
    }
    return found
  }

  /// The one record inside this one under a key.
  func child(_ kind: RecordKind, under key: String) -> Record? {
    guard case .object(let node) = content, let value = self.node(key, in: node), value.isMapping else { return nil }
    return child(kind, value)
  }

  private func child(_ kind: RecordKind, _ node: Node) -> Record {
    Record(kind, .object(node), file: file, line: baseLine, parent: self)
  }

  /// The line on which the record itself begins, or one of its values.
  func line(of key: String = "") -> Int {
    guard case .object(let node) = content else { return baseLine }
    let place = (self.node(key, in: node) ?? node).range
    return baseLine + place.source.line(of: place.start).number - 1
  }

  /// The record in words: `service abc`; where it has no id, after the one around it.
  var name: String {
    if let id { return "\(kind.word) \(id)" }
    guard let parent else { return kind.word }
    return "\(parent.name), \(kind.word)"
  }
}

extension Node {
  /// What stands under a key, found by its bytes; of two that are the same, the first.
  func value(_ key: String) -> Node? {
    let records = tree.records
    let end = records[Int(index)].next
    guard records[Int(index)].kind == .mapping else { return nil }
    var at = index + 1
    while at < end {
      Steps.count()
      let name = records[Int(at)]
      let value = name.next
      if isNamed(key, name) { return Node(tree: tree, index: value) }
      at = records[Int(value)].next
    }
    return nil
  }

  private func isNamed(_ key: String, _ name: NodeTree.Record) -> Bool {
    if name.text >= 0 { return tree.texts[Int(name.text)] == key }
    let (start, end) = (Int(name.start) + 1, Int(name.end) - 1)
    guard end - start == key.utf8.count else { return false }
    return tree.source.bytes[start..<end].elementsEqual(key.utf8)
  }
}

extension String {
  /// Without spaces of any alphabet, line breaks and quotes around the whole.
  var trimmed: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return self }
    if !first.properties.isWhitespace && !last.properties.isWhitespace && first != "\"" { return self }
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    // Exporters quote what was quoted already.
    if text.count >= 2, text.first == "\"", text.last == "\"", !text.dropFirst().dropLast().contains("\"") {
      return String(text.dropFirst().dropLast()).trimmed
    }
    return String(text)
  }
}
