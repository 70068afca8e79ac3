/// One entry of a section that is keyed by id.
struct Entry {
  let id: Written<String>
  let field: Field
  /// Whether another entry had the id before; it is read for its mistakes alone.
  let isRepeated: Bool
}

/// Ids that were given so far, and where.
struct IDRegister {
  private struct Place {
    var range: SourceRange
    var mapping: Int32
    var tree: ObjectIdentifier
    var kind: String
  }

  private var places: [String: Place] = [:]

  init() {}

  /// Notes an id; false where it was given before. Within one mapping that is a duplicate key, which the YAML reader has said.
  mutating func add(_ id: Written<String>, as kind: String, in mapping: Node, _ findings: Findings) -> Bool {
    guard let first = places[id.value] else {
      places[id.value] = Place(range: id.range, mapping: mapping.index, tree: ObjectIdentifier(mapping.tree), kind: kind)
      return true
    }
    if first.mapping == mapping.index, first.tree == ObjectIdentifier(mapping.tree) { return false }
    let message = first.kind == kind ? "there are two \(kind)s `\(id.value)`" : "`\(id.value)` is a \(first.kind) and a \(kind)"
    findings.report(
      Diagnostic.error(.duplicateID, message, at: id.range, help: "give one of them another name")
        .relating("the first is here", first.range))
    return false
  }
}

/// Ids: lower-case letters and digits, with single hyphens between.
package enum Identifier {
  package static func isValid(_ text: String) -> Bool {
    var wasHyphen = true
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: wasHyphen = false
      case 0x2D where !wasHyphen: wasHyphen = true
      default: return false
      }
    }
    return !wasHyphen
  }

  /// The nearest id that the same words give; nil where none is left.
  package static func made(of text: String) -> String? {
    let parts = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.isEmpty ? nil : parts.joined(separator: "-")
  }

  static func report(_ key: Node, as kind: String, _ findings: Findings) {
    if key.text.isEmpty { return findings.error(.invalidID, "a \(kind) needs an id, and this one is empty", at: key.range) }
    let help = made(of: key.text).map { "write `\($0)`" }
    findings.error(
      .invalidID, "the id `\(key.excerpt)` of a \(kind) is not made of lower-case letters, digits and single hyphens", at: key.range,
      help: help)
  }
}

extension Field {
  /// Goes through a section keyed by id. `inner` are the keys of an entry, to tell where an indent is missing.
  func entries(of kind: String, inner: Keys?, _ ids: inout IDRegister, _ body: (Entry) -> Void) {
    guard node.isMapping else {
      let _: Never? = node.isNull ? nil : expected("each \(kind) under its id")
      return
    }
    var hollow = HollowKey(in: node, findings)
    for (key, value) in node.entries {
      if hollow.isOpen, inner?.contains(key.text) == true, hollow.takes(key) { continue }
      hollow.close()
      let id = Written(key.text, at: key.range)
      if !Identifier.isValid(id.value) { Identifier.report(key, as: kind, findings) }
      let isNew = ids.add(id, as: kind, in: node, findings)
      if value.isNull {
        hollow.open(key)
      } else {
        body(Entry(id: id, field: Field(key: key, node: value, findings: findings), isRepeated: !isNew))
      }
    }
    hollow.close()
  }
}
