/// A YAML or JSON document as a flat array: each node knows where its subtree ends, so walking one allocates nothing.
package final class NodeTree: Sendable {
  package enum Kind: UInt8, Sendable { case scalar, sequence, mapping }

  /// How a scalar was written. A plain scalar may mean more than its text (`unknown`, `yes`); a quoted one never does.
  package enum Style: UInt8, Sendable { case plain, quoted, block, flow }

  package struct Record: Sendable {
    package var kind: Kind
    package var style: Style
    /// UTF-8 offsets into the source; of a scalar with its quotes.
    package var start: Int32
    package var end: Int32
    /// The index just past this node's subtree.
    package var next: Int32
    /// Index into `texts` where a scalar's value differs from its source (escapes, folding); -1 where the source is the value (less its quotes).
    package var text: Int32

    package init(kind: Kind, style: Style, start: Int32, end: Int32, next: Int32, text: Int32 = -1) {
      self.kind = kind
      self.style = style
      self.start = start
      self.end = end
      self.next = next
      self.text = text
    }

    /// A key or a dash with nothing behind it.
    package var isNull: Bool { kind == .scalar && style == .plain && start == end }
  }

  package let source: SourceText
  /// Those of the source, at hand.
  private let bytes: [UInt8]
  package let records: [Record]
  package let texts: [String]

  package init(source: SourceText, records: [Record], texts: [String]) {
    self.source = source
    bytes = source.bytes
    self.records = records
    self.texts = texts
  }

  /// The document's root; nil where the document is empty.
  package var root: Node? { records.isEmpty ? nil : Node(tree: self, index: 0) }

  /// A scalar's value in UTF-8; for a list or a mapping no bytes.
  package func withUTF8<Value>(of record: Record, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    if record.text >= 0 {
      var text = texts[Int(record.text)]
      return text.withUTF8(body)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      guard record.kind == .scalar else { return body(UnsafeBufferPointer(rebasing: bytes[..<0])) }
      // A quoted text without escapes is what stands between its quotes.
      let quote = record.style == .quoted ? 1 : 0
      let start = Int(record.start) + quote
      let range = start..<max(start, Int(record.end) - quote)
      return body(UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]))
    }
  }
}

/// One node of a `NodeTree`: a scalar, a list or a mapping, and where it stands.
package struct Node: Sendable {
  package let tree: NodeTree
  package let index: Int32

  package init(tree: NodeTree, index: Int32) {
    self.tree = tree
    self.index = index
  }

  package var record: NodeTree.Record { tree.records[Int(index)] }
  package var kind: NodeTree.Kind { record.kind }
  package var isScalar: Bool { record.kind == .scalar }
  package var isSequence: Bool { record.kind == .sequence }
  package var isMapping: Bool { record.kind == .mapping }
  package var isPlain: Bool { record.kind == .scalar && record.style == .plain }

  /// A key or a dash with nothing behind it.
  package var isNull: Bool { record.isNull }

  package var range: SourceRange {
    let record = record
    return SourceRange(tree.source, Int(record.start), Int(record.end))
  }

  /// A scalar's value; for a list or a mapping the empty text.
  package var text: String {
    let text = record.text
    return text >= 0 ? tree.texts[Int(text)] : withUTF8 { String(decoding: $0, as: UTF8.self) }
  }

  /// A scalar's value in UTF-8; for a list or a mapping no bytes.
  package func withUTF8<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value { tree.withUTF8(of: record, body) }

  /// The items of a list; of anything else, none.
  package var items: NodeChildren { NodeChildren(parent: self, of: .sequence) }
  /// The entries of a mapping in the order written; of anything else, none.
  package var entries: NodeEntries { NodeEntries(children: NodeChildren(parent: self, of: .mapping)) }

  package subscript(_ key: String) -> Node? {
    for entry in entries where entry.key.text == key { return entry.value }
    return nil
  }
}

package struct NodeChildren: Sequence, IteratorProtocol {
  private let tree: NodeTree
  private var at: Int32
  private let end: Int32

  init(parent: Node, of kind: NodeTree.Kind) {
    let record = parent.record
    tree = parent.tree
    at = parent.index + 1
    end = record.kind == kind ? record.next : at
  }

  package mutating func next() -> Node? {
    guard at < end else { return nil }
    Steps.count()
    let node = Node(tree: tree, index: at)
    at = node.record.next
    return node
  }
}

package struct NodeEntries: Sequence, IteratorProtocol {
  private var children: NodeChildren

  init(children: NodeChildren) { self.children = children }

  /// Whether there is one entry and no more.
  package var isSingle: Bool {
    var entries = self
    return entries.next() != nil && entries.next() == nil
  }

  package mutating func next() -> (key: Node, value: Node)? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return (key, value)
  }
}
