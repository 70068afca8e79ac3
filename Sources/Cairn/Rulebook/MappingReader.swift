/// The keys that a mapping may have, in the order in which messages list them.
package final class Keys: Sendable {
  let words: Words
  /// Keys that belong one level further in: `kind` under `at`.
  private let homes: [String: String]

  package convenience init(_ names: String..., inside homes: [String: [String]] = [:]) { self.init(names, inside: homes) }

  package init(_ names: [String], inside homes: [String: [String]] = [:]) {
    words = Words(names)
    var flat: [String: String] = [:]
    for (home, keys) in homes { for key in keys { flat[key] = home } }
    self.homes = flat
  }

  package var names: [String] { words.all }

  package func contains(_ name: String) -> Bool { words.contains(name) }

  /// The key that an unknown one stands for, or belongs into.
  func meant(by key: String) -> String? { homes[key] ?? nearest(key, in: names) }

  /// What a mapping of these keys is called.
  var mapping: String { names.count > 4 ? "a mapping" : "a mapping of \(Field.listed(names, last: "and"))" }

  /// For each unknown key the one that it is surely a slip for: only that one is near, it is not there, and no other key is a slip for it.
  func corrections(of unknown: [Node], beside isThere: (String) -> Bool) -> [String: String] {
    var meant: [String: String] = [:]
    for key in unknown where homes[key.text] == nil {
      if let near = onlyNearest(key.text, in: names), !isThere(near) { meant[key.text] = near }
    }
    let claims = Dictionary(meant.values.map { ($0, 1) }, uniquingKeysWith: +)
    return meant.filter { claims[$0.value] == 1 }
  }

  /// Says where a key belongs, which one was meant, or which there are.
  func helping(_ unknown: Diagnostic, with key: Node, correcting word: String? = nil, _ what: String = "keys") -> Diagnostic {
    if let home = homes[key.text] { return unknown.noting("help", "`\(key.text)` belongs under `\(home)`") }
    if let word { return unknown.correcting(to: word, at: key.range) }
    if let near = nearest(key.text, in: names) { return unknown.suggesting(near) }
    let all = names.count == 1 ? "the one key is \(Field.listed(names))" : "the \(what) are \(Field.listed(names, last: "and"))"
    return unknown.noting("help", all)
  }
}

/// A mapping whose keys are known: sorts the entries once, and reports keys that are unknown, empty or missing.
package struct MappingReader {
  package let field: Field
  private let keys: Keys
  private let title: Title
  /// For each key the index of its value, or what is known of its absence.
  private var slots: [Int32]

  /// What messages call the mapping.
  private enum Title {
    /// The kind of an entry, which has its key for a name.
    case kind(String)
    /// Its key.
    case key
    /// A whole document, and where it is said that a key is missing.
    case document(String, SourceRange)
  }

  private static let absent: Int32 = -1
  /// Written, but reported already.
  private static let unusable: Int32 = -2

  /// Nil where the field is no mapping. `kind` is what messages call it: *the rule `early`*; without it, it goes by its key.
  package init?(_ field: Field, _ keys: Keys, as kind: String? = nil, help: String? = nil) {
    guard field.node.isMapping else {
      if field.reportsMissingSpace() { return nil }
      let _: Never? = field.expected(kind == nil ? keys.mapping : "a mapping", help: help)
      return nil
    }
    self.field = field
    self.keys = keys
    title = kind.map { .kind($0) } ?? .key
    slots = [Int32](repeating: Self.absent, count: keys.names.count)
    sort()
  }

  /// A whole document, which has no key to stand under; what it lacks is said at `place`.
  package init(document: Node, _ keys: Keys, as title: String, at place: SourceRange, _ findings: Findings) {
    field = Field(key: document, node: document, findings: findings)
    self.keys = keys
    self.title = .document(title, place)
    slots = [Int32](repeating: Self.absent, count: keys.names.count)
    sort()
  }

  private var findings: Findings { field.findings }

  /// Puts each value into its slot. By indices: every mapping of a rulebook passes here, and a node counts its references.
  private mutating func sort() {
    guard field.node.isMapping else { return }
    let tree = field.node.tree
    var hollow = HollowKey(in: field.node, findings)
    var unknown: [Int32] = []
    var key = field.node.index + 1
    let end = field.node.record.next
    while key < end {
      let value = tree.records[Int(key)].next
      defer { key = tree.records[Int(value)].next }
      guard let slot = keys.words.index(of: tree.records[Int(key)], in: tree) else {
        if !hollow.takes(Node(tree: tree, index: key)) { unknown.append(key) }
        continue
      }
      hollow.close()
      let written = tree.records[Int(value)]
      if written.text >= 0, Node(tree: tree, index: value).isJSONNull { continue }
      if written.isNull { hollow.open(Node(tree: tree, index: key)) }
      if slots[slot] < 0 { slots[slot] = written.isNull ? Self.unusable : value }
    }
    hollow.close()
    if !unknown.isEmpty { report(unknown: unknown.map { Node(tree: tree, index: $0) }) }
  }

  private mutating func report(unknown: [Node]) {
    let meant = keys.corrections(of: unknown, beside: has)
    for key in unknown {
      let error = Diagnostic.error(.unknownKey, "unknown key `\(key.excerpt)` in \(name)", at: key.range)
      findings.report(keys.helping(error, with: key, correcting: meant[key.text]))
      // Whoever misspelt a key has not left it out as well.
      guard let word = meant[key.text] ?? keys.meant(by: key.text), !has(word), let slot = keys.words.index(of: word) else { continue }
      let value = key.record.next
      let isRead = findings.readsOn && meant[key.text] != nil && !field.node.tree.records[Int(value)].isNull
      slots[slot] = isRead ? value : Self.unusable
    }
  }

  /// How messages name the mapping.
  package var name: String {
    switch title {
    case .kind(let kind): field.isItem ? "this \(kind)" : "the \(kind) `\(field.key.text)`"
    case .key: field.label
    case .document(let title, _): title
    }
  }

  /// Where it is said that a key is missing.
  private var place: SourceRange {
    if case .document(_, let place) = title { return place }
    return field.isItem ? field.node.anchor : field.key.range
  }

  package subscript(_ key: String) -> Field? {
    guard let slot = keys.words.index(of: key), slots[slot] >= 0 else { return nil }
    return fieldValue(slot)
  }

  /// Whether the key was written, also where its value could not be used.
  package func has(_ key: String) -> Bool {
    keys.words.index(of: key).map { slots[$0] != Self.absent } ?? false
  }

  /// The field, or a message that it is missing.
  package func required(_ key: String, help: String? = nil) -> Field? {
    if !has(key) { missing("`\(key)`", help: help) }
    return self[key]
  }

  package func missing(_ what: String, help: String? = nil) {
    findings.error(.missingKey, "\(name) has no \(what)", at: place, help: help)
  }

  /// A key that only goes with another type.
  func refuse(_ key: String, belongsTo owner: String, type: String) {
    guard let field = self[key] else { return }
    findings.error(.unknownKey, "`\(key)` belongs to \(owner), and \(name) is of type `\(type)`", at: field.key.range)
  }

  private func fieldValue(_ slot: Int) -> Field? {
    // The key stands right before its value, and a key is a scalar.
    Field(keyIndex: slots[slot] - 1, node: Node(tree: field.node.tree, index: slots[slot]), findings: findings)
  }
}
