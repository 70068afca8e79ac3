/// Mends what is often wrong in exported JSON and leaves no doubt about its meaning; each use of it is reported.
enum Mending {
  /// The bytes of windows-1252 from 0x80 that are no Latin-1; zero where the code page has nothing.
  private static let windows: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Bytes that are no UTF-8 taken as windows-1252, which is what they nearly always are; all others stay.
  static func recoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var at = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        result.append(contentsOf: scalar)
        at += scalar.count
      case .error(let length):
        for byte in bytes[at..<min(at + length, bytes.count)] { result.append(contentsOf: Array(String(character(byte)).utf8)) }
        at += length
      case .emptyInput: return result
      }
    }
  }

  private static func character(_ byte: UInt8) -> Character {
    let isWindows = (0x80..<0xA0).contains(byte)
    let code = isWindows ? windows[Int(byte) - 0x80] : UInt16(byte)
    return Character(Unicode.Scalar(code == 0 ? 0xFFFD : code) ?? "\u{FFFD}")
  }

  /// Line breaks and tabs in texts written as escapes, and commas before a closing bracket left out; nil where neither stands anywhere.
  static func tidied(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var inString = false
    var isEscaped = false
    var comma: Int?
    var isChanged = false
    for byte in bytes {
      if inString, byte < 0x20 {
        if byte == 0x0A || byte == 0x0D || byte == 0x09 { result.append(contentsOf: escape(byte)) }
        isChanged = true
        isEscaped = false
        continue
      }
      if inString {
        inString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        if let comma {
          result.remove(at: comma)
          isChanged = true
        }
        comma = nil
      } else if byte > 0x20 {
        comma = byte == UInt8(ascii: ",") ? result.count : nil
        inString = byte == UInt8(ascii: "\"")
      }
      result.append(byte)
    }
    return isChanged ? result : nil
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "\\"), UInt8(ascii: byte == 0x0A ? "n" : byte == 0x0D ? "r" : "t")]
  }

  /// What stood whole before a cut, closed; nil where nothing did.
  static func closed(_ bytes: [UInt8]) -> [UInt8]? {
    var open: [UInt8] = []
    var cut: (length: Int, open: [UInt8])?
    var inString = false
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if inString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") || byte == 0x0A {
          inString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inString = true
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if open.popLast() == nil { return nil }
        cut = (index + 1, open)
      case UInt8(ascii: ","): cut = (index, open)
      default: break
      }
      if open.count > 64 { return nil }
    }
    guard let cut, cut.length > 0 else { return nil }
    return Array(bytes[..<cut.length]) + cut.open.reversed()
  }
}
