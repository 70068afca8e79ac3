/// A text with placeholders: `{fact}` prints what made a rule true, `{fact|other words}` has words for when that may not be known.
package struct Template: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case text(String)
    case placeholder(fact: String, otherwise: String?)
  }

  package let parts: [Part]

  package init(_ text: String) {
    guard Self.hasPlaceholders(text) else {
      parts = text.isEmpty ? [] : [.text(text)]
      return
    }
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let inside = rest[rest.index(after: open)..<close].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      parts.append(.placeholder(fact: String(inside.first ?? "").trimmed, otherwise: inside.count > 1 ? String(inside[1]).trimmed : nil))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// Whether a brace stands in a text. Most have none, and looking for placeholders by characters is slow.
  package static func hasPlaceholders(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.contains(UInt8(ascii: "{")) }
  }

  /// The text with each placeholder filled in; `value` gives a fact's words, or nil where there is nothing to print.
  package func filled(_ value: (String) -> String?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let fact, let otherwise): value(fact) ?? otherwise ?? ""
      }
    }.joined()
  }
}

extension String {
  /// Without white space at either end.
  package var trimmed: String {
    var part = Substring(self)
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
