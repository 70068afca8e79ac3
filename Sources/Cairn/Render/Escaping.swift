/// Text from outside (YAML, profiles, directories, FHIR) is made harmless here, for the place that it goes to, and nowhere else.
///
/// Control and bidi characters become visible, as `<U+001B>`, everywhere: a file is printed to a terminal sooner or later.
package enum Escaping {
  /// For a terminal; line breaks stay.
  package static func terminal(_ text: String) -> String {
    visible(text) { $0 == "\n" ? "\n" : nil }
  }

  /// For one line of a terminal: line breaks and tabs become spaces.
  package static func terminalLine(_ text: String) -> String {
    visible(text) { $0 == "\n" ? " " : nil }
  }

  /// For a line of Markdown, as plain text: no markup, no HTML, no link and no mention comes of it; line breaks become spaces.
  package static func markdown(_ text: String) -> String {
    var result = ""
    var links = MarkdownLinks()
    var startsLine = true
    var digits = false
    for character in terminalLine(text).drop(while: { $0 == " " }) {
      if links.begin(before: character) { result += MarkdownLinks.gap }
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(character)"
      case "#" where startsLine, "-" where startsLine, "+" where startsLine, "=" where startsLine: result += "\\\(character)"
      case ".", ")": result += digits ? "\\\(character)" : "\(character)"
      default: result.append(character)
      }
      // `1.` and `1)` at the start of a line begin a list.
      digits = (startsLine || digits) && character.isASCII && character.isNumber
      startsLine = false
    }
    return result
  }

  /// For HTML, as text or between quotes of an attribute; line breaks stay.
  package static func html(_ text: String) -> String {
    var result = ""
    for scalar in terminal(text).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// One field of CSV, with its quotes where it needs them. What a spreadsheet would take for a formula gets a `'` in front.
  package static func csv(_ text: String) -> String {
    var field = terminal(text)
    if looksLikeFormula(field) { field = "'" + field }
    let special: Set<Character> = [",", ";", "\"", "\n"]
    guard field.contains(where: special.contains) || field.first == " " || field.last == " " else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// A link that is safe to follow, or nil: only the schemes that a directory of services has a use for.
  package static func link(_ address: String) -> String? {
    let schemes = ["https://", "http://", "mailto:", "tel:"]
    guard schemes.contains(where: { address.lowercased().hasPrefix($0) }) else { return nil }
    return address.utf8.map { isURLByte($0) ? String(UnicodeScalar($0)) : "%" + hex(UInt32($0), digits: 2) }.joined()
  }

  /// `<U+001B>`.
  package static func name(of scalar: Unicode.Scalar) -> String { "<U+\(hex(scalar.value, digits: 4))>" }

  /// Characters that steer a terminal or turn the direction of reading, and that no text for people needs.
  package static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  package static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private static func visible(_ text: String, keeping: (Unicode.Scalar) -> String?) -> String {
    guard text.unicodeScalars.contains(where: { steers($0) || InvisibleCharacters.isInvisible($0) }) else { return text }
    var result = ""
    var wasReturn = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if wasReturn && scalar != "\n" { result += name(of: "\r") }
      wasReturn = scalar == "\r"
      if wasReturn { continue }
      if scalar == "\t" {
        result += " "
      } else if let kept = keeping(scalar) {
        result += kept
      } else if steers(scalar) || InvisibleCharacters.isHidden(scalars, index) {
        result += name(of: scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return wasReturn ? result + name(of: "\r") : result
  }

  private static func looksLikeFormula(_ field: String) -> Bool {
    let text = field.drop { $0 == " " || $0 == "\n" || $0 == "\"" || $0 == "\u{A0}" }
    guard let first = text.first, "=+-@＝＋－＠".contains(first) else { return false }
    // A negative number is a number.
    let rest = text.dropFirst()
    let isNumber = first == "-" && rest.first?.isNumber == true && rest.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    return !isNumber
  }

  /// Unreserved and reserved characters of RFC 3986, less the brackets and quotes that end a link in Markdown or HTML.
  private static func isURLByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~:/?#@!$&*+,;=%".utf8.contains(byte)
    }
  }
}
