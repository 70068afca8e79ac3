/// One character of a file, decoded and judged.
struct YAMLCharacter {
  let value: UInt32
  let width: Int

  /// The character at an offset; nil where the bytes are not UTF-8 (overlong forms and surrogates are not).
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    let lead = bytes[at]
    if lead < 0x80 {
      (value, width) = (UInt32(lead), 1)
      return
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, bytes.count - at >= length else { return nil }
    var decoded = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[at + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      decoded = decoded << 6 | UInt32(byte & 0x3F)
    }
    guard Unicode.Scalar(decoded) != nil, length != 3 || decoded >= 0x800, length != 4 || decoded >= 0x1_0000 else { return nil }
    (value, width) = (decoded, length)
  }

  /// Why a character cannot stand in a file, and what to put there where that is certain.
  struct Fault {
    let message: String
    var help = "take the character away"
    var mend: (title: String, replacement: String)?

    func diagnostic(_ range: SourceRange) -> Diagnostic {
      let found = Diagnostic.error(.forbiddenCharacter, message, at: range, help: mend == nil ? help : nil)
      guard let mend else { return found }
      return found.fixing(mend.title, range, with: mend.replacement)
    }
  }

  /// Whether a text that was written with escapes holds what no file may hold.
  static func isForbidden(_ value: UInt32) -> Bool { name(value) != nil && value != 0x09 && value != 0x0A && value != 0x0D }

  func fault(after previous: UInt8, before bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Fault? {
    switch value {
    case 0x20...0x7E, 0x09, 0x0A: return nil
    case 0x0D:
      if at + 1 < bytes.count, bytes[at + 1] == 0x0A { return nil }
      return Fault(message: "a lone carriage return (U+000D) stands here", mend: ("end the line with a line feed", "\n"))
    case 0xA0 where previous == 0x0A || previous == 0x3A:
      return Fault(message: "a no-break space (U+00A0) stands where YAML wants a space", mend: ("write a plain space", " "))
    default: break
    }
    guard let name = Self.name(value) ?? hiddenName(bytes, at) else { return nil }
    let space = [0x85, 0x2028, 0x2029].contains(value)
    return Fault(
      message: "\(name) (\(Self.hex(value, 4, "U+"))) cannot stand in a file", mend: space ? ("write a plain space", " ") : nil)
  }

  private func hiddenName(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> String? {
    guard let scalar = Unicode.Scalar(value), InvisibleCharacters.isInvisible(scalar) else { return nil }
    // Characters have at most four bytes; what is cut at the ends of this stretch is too far away to matter.
    let reach = InvisibleCharacters.reach * 4
    let before = String(decoding: bytes[max(0, at - reach)..<at], as: UTF8.self).unicodeScalars
    let after = String(decoding: bytes[at..<min(bytes.count, at + reach)], as: UTF8.self).unicodeScalars
    let hides = InvisibleCharacters.isHidden(Array(before) + Array(after), before.count)
    return hides ? "an invisible character that belongs to nothing beside it" : nil
  }

  private static func name(_ value: UInt32) -> String? {
    switch value {
    case 0: "a NUL character"
    case 0x85: "a next-line character"
    case 0x2028: "a line separator"
    case 0x2029: "a paragraph separator"
    case ..<0x20, 0x7F...0x9F: "a control character"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "an invisible character that turns the direction of text"
    case 0xFEFF: "a byte order mark"
    case 0xFFFE, 0xFFFF: "a character that means nothing"
    default: nil
    }
  }

  static func hex(_ value: UInt32, _ width: Int, _ prefix: String = "0x") -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
