internal import Cairn

/// What to say where something else stands than JSON wants.
extension JSONFaultFinder {
  func noValue() -> Fault {
    if let known = commonFault() { return known }
    switch bytes[at] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"):
      return fault("there is no value before this `\(character(at))`", at, at + 1, help: "`null` says that nothing is known")
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      return fault("a number cannot begin with `\(character(at))`", at, at + 1, help: "write `1`, not `+1`, and `0.5`, not `.5`")
    default:
      return fault(
        "a value cannot begin with `\(character(at))`", at, at + character(at).utf8.count,
        help: "a value is a text in double quotes, a number, `true`, `false`, `null`, `[…]` or `{…}`")
    }
  }

  mutating func noKey() -> Fault {
    if let known = commonFault() { return known }
    let start = at
    let text = token()
    guard !text.isEmpty, text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else {
      let first = character(start)
      return fault("a key cannot begin with `\(first)`", start, start + first.utf8.count, help: "a key is a text in double quotes")
    }
    let name = shortened(text)
    return fault("the key `\(name)` stands without quotes", start, at, fix: ("write `\"\(name)\"`", "\"\(text)\""))
  }

  func noColon() -> Fault {
    let end = (before(at) ?? 0) + 1
    if bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "}") {
      return fault("the key before this `\(character(at))` has no value", at, at + 1, help: "a key and its value stand as `\"key\": value`")
    }
    if bytes[at] == UInt8(ascii: "=") { return fault("a key and its value are joined by a colon", at, at + 1, fix: ("write `:`", ":")) }
    return fault("a colon is missing after this key", end, end, help: "a key and its value stand as `\"key\": value`")
  }

  func noComma(inList: Bool) -> Fault {
    if bytes[at] == UInt8(ascii: ":") && inList {
      return fault("a list has no keys", at, at + 1, help: "keys and values stand in `{…}`")
    }
    if let known = commonFault() { return known }
    let end = (before(at) ?? 0) + 1
    if end == at, bytes[at - 1] == UInt8(ascii: "\"") {
      return fault("a text ends at this `\"`, and more follows", at - 1, at, help: "a `\"` inside a text is written `\\\"`")
    }
    return fault("a comma is missing here", end, end, fix: ("put a comma", ","))
  }

  func wrongBracket(opened: Int) -> Fault {
    let opening = SourceRange(source, opened, opened + 1)
    let fitting = opening.text == "{" ? "}" : "]"
    let fault = fault("`\(character(at))` stands where `\(fitting)` is due", at, at + 1)
    return Fault(diagnostic: fault.diagnostic.relating("this `\(opening.text)` is still open", opening))
  }

  func trailing() -> Fault {
    if bytes[at] == UInt8(ascii: "}") || bytes[at] == UInt8(ascii: "]") {
      return fault(
        "this `\(character(at))` closes nothing", at, at + 1, help: "take it away, or look for the one that is too many before it")
    }
    return fault(
      "more follows after the end of the document", at, at + character(at).utf8.count,
      help: "a file holds one document; several are one list, `[…, …]`")
  }

  /// Mistakes that are the same wherever they stand: a comma at the end, other languages' quotes and comments.
  private func commonFault() -> Fault? {
    switch character(at) {
    case "]", "}":
      guard let comma = before(at), bytes[comma] == UInt8(ascii: ",") else { return nil }
      return fault("nothing follows this comma", comma, comma + 1, fix: ("take the comma away", ""))
    case "'", "`", "“", "”", "„", "‘", "’", "«":
      return fault("texts stand in double quotes, not in `\(character(at))`", at, at + character(at).utf8.count, help: "write `\"…\"`")
    case "/", "#": return fault("JSON has no comments", at, at + 1, help: "take it away; a profile in YAML may have comments")
    case let other where other.first?.isWhitespace == true:
      return fault("this space is not an ordinary one", at, at + other.utf8.count, fix: ("put an ordinary space", " "))
    default: return nil
    }
  }
}
