/// Writes JSON (RFC 8259): keys in the order given, compact or indented, each value escaped.
///
/// Containers are closures, so what is opened is closed. `removeAll` keeps the room, for one document after another.
package struct JSONWriter: Sendable {
  package enum Layout: Sendable { case compact, indented }

  /// UTF-8 of what was written.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  package init(_ layout: Layout = .compact) { self.layout = layout }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Starts anew and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    depth = 0
    isFirst = true
    followsKey = false
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) { container("{", "}", body) }
  package mutating func array(_ body: (inout JSONWriter) -> Void) { container("[", "]", body) }

  package mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  package mutating func array(_ key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    array(body)
  }

  /// A list whose elements are each written by `body`.
  package mutating func array<Elements: Sequence>(
    _ key: String, of elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array(key) { json in for element in elements { body(&json, element) } }
  }

  /// One entry of an object.
  package mutating func field(_ key: String, _ value: some JSONWritable) {
    self.key(key)
    value.write(to: &self)
  }

  package mutating func value(_ value: some JSONWritable) { value.write(to: &self) }

  package mutating func key(_ key: String) {
    separate()
    append(escaping: key)
    append(layout == .indented ? ": " : ":")
    followsKey = true
  }

  package mutating func string(_ text: String) {
    separate()
    append(escaping: text)
  }

  /// A number, `true`, `false` or `null`, as it is to stand.
  package mutating func literal(_ text: String) {
    separate()
    append(text)
  }

  private mutating func container(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    append(close)
    isFirst = false
  }

  /// What stands between the last thing written and the next: nothing after a key, else a comma and a new line.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst { append(",") }
    if depth > 0 { breakLine() }
    isFirst = false
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { append("  ") }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func append(escaping text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      append(text)
    } else {
      let scalars = Array(text.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        // What hides is shown as its number; a reader of JSON gets it back as it was.
        if InvisibleCharacters.isHidden(scalars, index) { appendUnits(of: scalar) } else { append(scalar) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendUnits(of scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { append("\\u" + Escaping.hex(UInt32(unit), digits: 4)) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    // Beyond what the RFC asks: line separators break scripts, and JSON too is printed to terminals.
    case _ where Escaping.steers(scalar): append("\\u" + Escaping.hex(scalar.value, digits: 4))
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}

/// What can stand as a value in JSON.
package protocol JSONWritable {
  func write(to json: inout JSONWriter)
}

extension String: JSONWritable {
  package func write(to json: inout JSONWriter) { json.string(self) }
}

extension Bool: JSONWritable {
  package func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

extension Int: JSONWritable {
  package func write(to json: inout JSONWriter) { json.literal(String(self)) }
}

extension Double: JSONWritable {
  /// The shortest text that reads back as the same number; without `.0`, and null for what JSON has no number for.
  package func write(to json: inout JSONWriter) {
    if !isFinite { return json.literal("null") }
    if let whole = Int(exactly: self), abs(self) < 9_007_199_254_740_992 { return json.literal(String(whole)) }
    json.literal(description)
  }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  package func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.literal("null") }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.array { json in for element in self { element.write(to: &json) } }
  }
}
