/// A key with nothing behind it. In YAML its entries may stand beside it by mistake, one indent short, and nobody is told.
struct HollowKey {
  private let findings: Findings
  private let isBlock: Bool
  private var key: Node?
  private var isReported = false

  init(in mapping: Node, _ findings: Findings) {
    self.findings = findings
    isBlock = mapping.record.style != .flow
  }

  /// Whether a key stands open behind which something may have slipped out.
  var isOpen: Bool { key != nil }

  mutating func open(_ key: Node) {
    self.key = key
    isReported = false
  }

  /// Another key begins, or the mapping ends: what is still empty stays empty.
  mutating func close() {
    if let key, !isReported { findings.error(.missingValue, "`\(key.text)` is empty", at: key.range) }
    key = nil
  }

  /// Forgets an empty key that may be empty.
  mutating func forget() { key = nil }

  /// Whether a key that does not belong here belongs to the empty one before it. One message serves for all that follow.
  mutating func takes(_ next: Node) -> Bool {
    guard let key, isBlock else { return false }
    guard !isReported else { return true }
    isReported = true
    findings.error(
      .notIndented, "`\(next.excerpt)` is not indented under `\(key.text)`", at: next.range,
      help: "what belongs to `\(key.text)` begins two spaces further in, or `\(key.text)` is empty")
    return true
  }
}
