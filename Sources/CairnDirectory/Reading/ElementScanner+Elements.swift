/// Records as they stand in a list, or one a line.
extension ElementScanner {
  mutating func takeElement(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
    let start = at
    while at < bytes.count {
      if indent != nil, beginsAnother(bytes, &at) {
        append(bytes, start..<at)
        emit(.cutOff(line: startLine))
        return emitElement(emit, isCut: true)
      }
      guard let byte = nextSign(bytes, &at) else { break }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          append(bytes, start..<at)
          return emitElement(emit)
        }
      case 0x0A where linesAreRecords:
        append(bytes, start..<at)
        emit(.cutOff(line: startLine))
        return emitElement(emit, isCut: true)
      case 0x0A where inString || isDoubtful: indent = 0
      default: break
      }
    }
    append(bytes, start..<at)
  }

  /// A number, a word or a text in a list or at the top; no record, but its neighbours may be.
  mutating func takeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if inString {
        inString = isEscaped || byte != UInt8(ascii: "\"") && byte != 0x0A
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else {
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == 0x0A { break }
        inString = byte == UInt8(ascii: "\"")
      }
      if byte == 0x0A { line += 1 }
      at += 1
    }
    append(bytes, start..<at)
    if at < bytes.count { emitElement(emit) }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !isTooLarge else { return }
    if buffer.count + range.count > limit {
      isTooLarge = true
      buffer.removeAll()
      return
    }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    noteHeld()
  }

  mutating func emitElement(_ emit: (Event) -> Void, isCut: Bool = false) {
    if isTooLarge {
      emit(.tooLarge(line: startLine))
    } else if !buffer.isEmpty {
      emit(.element(Element(bytes: buffer, group: group, line: startLine, isCut: isCut)))
    }
    found += 1
    isTooLarge = false
    buffer.removeAll(keepingCapacity: true)
    begin(hasList ? .list : .between)
  }
}
