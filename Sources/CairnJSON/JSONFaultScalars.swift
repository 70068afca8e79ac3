internal import Cairn

/// Texts, numbers and words: taken whole, or what is wrong inside them.
extension JSONFaultFinder {
  mutating func string() throws(Fault) {
    let start = at
    at += 1
    while let byte = byte(at) {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return
      case UInt8(ascii: "\\"): try escape(inText: start)
      case ..<0x20: throw controlCharacter(byte, inText: start)
      default: at += 1
      }
    }
    throw cutOff(inText: start)
  }

  private func controlCharacter(_ byte: UInt8, inText start: Int) -> Fault {
    if byte == 0x0A || byte == 0x0D {
      return fault("this text is not closed on its line", start, at, help: "close it with `\"`, or write a line break as `\\n`")
    }
    let written = byte == 0x09 ? "\\t" : "\\u" + Escaping.hex(UInt32(byte), digits: 4)
    let name = byte == 0x09 ? "a tab" : "the control character \(Escaping.name(of: UnicodeScalar(byte)))"
    return fault("\(name) cannot stand in a text as it is", at, at + 1, fix: ("write it as `\(written)`", written))
  }

  private mutating func escape(inText start: Int) throws(Fault) {
    guard let letter = byte(at + 1) else { throw cutOff(inText: start) }
    if letter == UInt8(ascii: "u") { return try unicodeEscape(inText: start) }
    guard "\"\\/bfnrt".utf8.contains(letter) else {
      throw fault(
        "`\(source.text(at..<at + 1))\(character(at + 1))` is no escape", at, at + 2, help: "a backslash itself is written `\\\\`")
    }
    at += 2
  }

  private mutating func unicodeEscape(inText start: Int) throws(Fault) {
    let first = at
    let unit = try hexadecimal(inText: start)
    guard (0xD800...0xDFFF).contains(unit) else { return }
    let half = fault(
      "`\(source.text(first..<first + 6))` is half a character", first, first + 6, help: "write both halves, or the character itself")
    guard unit < 0xDC00, byte(at) == UInt8(ascii: "\\"), byte(at + 1) == UInt8(ascii: "u") else {
      throw at + 1 >= bytes.count ? cutOff(inText: start) : half
    }
    guard (0xDC00...0xDFFF).contains(try hexadecimal(inText: start)) else { throw half }
  }

  /// The four digits of the escape that begins here.
  private mutating func hexadecimal(inText start: Int) throws(Fault) -> UInt32 {
    guard at + 6 <= bytes.count else { throw cutOff(inText: start) }
    let digits = bytes[at + 2..<at + 6]
    guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("`\\u` wants four hexadecimal digits", at, at + 2, help: "a backslash itself is written `\\\\`") }
    at += 6
    return value
  }

  mutating func number() throws(Fault) {
    let (start, text) = (at, token())
    if text.wholeMatch(of: #/-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/#) != nil { return }
    if at == bytes.count && isInside { throw cutOff() }
    throw fault(
      "`\(shortened(text))` is not a number as JSON writes it", start, at,
      help: "no zero or plus sign in front, and digits on both sides of the `.`; anything else is a text in double quotes")
  }

  mutating func word() throws(Fault) {
    let (start, text) = (at, token())
    let words = ["true", "false", "null"]
    if words.contains(text) { return }
    if at == bytes.count && isInside && words.contains(where: { $0.hasPrefix(text) }) { throw cutOff() }
    let meant = nearest(text, in: words) ?? ["none": "null", "nil": "null", "undefined": "null", "nan": "null"][text.lowercased()]
    if let meant { throw fault("JSON has no word `\(text)`", start, at, fix: ("write `\(meant)`", meant)) }
    let name = shortened(text)
    throw fault("`\(name)` stands without quotes", start, at, fix: ("write `\"\(name)\"`", "\"\(text)\""))
  }

  /// What stands here up to the next sign or space.
  mutating func token() -> String {
    let start = at
    while let byte = byte(at), byte > 0x20, !"{}[],:\"'".utf8.contains(byte) { at += 1 }
    let text = source.text(start..<at)
    // Spaces of other alphabets end it too; they are a fault of their own.
    guard let space = text.firstIndex(where: \.isWhitespace) else { return text }
    at = start + text.utf8.distance(from: text.startIndex, to: space)
    return String(text[..<space])
  }

  func fault(_ message: String, _ start: Int, _ end: Int, help: String? = nil, fix: (title: String, text: String)? = nil) -> Fault {
    let range = SourceRange(source, start, min(end, bytes.count))
    let diagnostic = Diagnostic.error(.invalidJSON, message, at: range, help: help)
    return Fault(diagnostic: fix.map { diagnostic.fixing($0.title, range, with: $0.text) } ?? diagnostic)
  }

  /// The whole character that begins here.
  func character(_ offset: Int) -> String { source.text(offset..<offset + 32).first.map(String.init) ?? "" }

  func shortened(_ text: String) -> String { text.count > 60 ? "\(text.prefix(59))…" : text }
}
