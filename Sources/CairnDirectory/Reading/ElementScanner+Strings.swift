/// Where strings end, and where they should have ended.
extension ElementScanner {
  /// The next bracket outside strings or line break anywhere, just passed; nil at the end of the bytes.
  @inline(__always)
  mutating func nextSign(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt8? {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if inString {
        passInString(byte)
        guard byte == 0x0A else { continue }
        line += 1
        return byte
      }
      if byte == UInt8(ascii: "\"") {
        inString = true
        continue
      }
      // Braces are brackets with one bit more.
      let folded = byte | 0x20
      if folded == UInt8(ascii: "{") || folded == UInt8(ascii: "}") { return byte }
      if byte == 0x0A {
        line += 1
        return byte
      }
    }
    return nil
  }

  /// A byte inside a string, which may end it.
  @inline(__always)
  mutating func passInString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\"") {
      inString = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    }
  }

  /// After a line break that may not stand in a string, or after such a doubt: whether the line begins another record.
  ///
  /// A line that begins with a sign of JSON ends the string, whose quote is missing; any other goes on with it. Once a quote was missing
  /// the brackets cannot be trusted, and a brace as far in as the record's own begins the next. So a missing quote costs one record and
  /// not all that follow.
  mutating func beginsAnother(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    while at < bytes.count, let width = indent {
      let byte = bytes[at]
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        indent = width + 1
        at += 1
        continue
      }
      indent = nil
      if inString, byte != 0x0A, "\"{}[],".utf8.contains(byte) {
        inString = false
        isDoubtful = true
      }
      return !inString && byte == UInt8(ascii: "{") && width == startIndent
    }
    return false
  }
}
