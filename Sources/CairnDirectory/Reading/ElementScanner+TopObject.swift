/// The object at the top.
extension ElementScanner {
  /// What is kept of it: all of it, less the lists that are taken out.
  struct Shell {
    var bytes: [UInt8]
    var line: Int
    /// Where in `bytes` the last string at the first level begins, and what it says.
    var stringStart: Int?
    var key: String?
    var isRecord = false
    var gaveLists = false
  }

  /// An object at the top is a record, unless a list of records stands in it before it gives an id or a name.
  mutating func takeObject(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
    while at < bytes.count {
      // How far in the line is says nothing of an object at the top.
      if indent != nil { _ = beginsAnother(bytes, &at) }
      guard at < bytes.count else { return }
      let byte = bytes[at]
      at += 1
      if byte == 0x0A {
        line += 1
        if inString { indent = 0 }
        if linesAreRecords {
          emit(.cutOff(line: startLine))
          return closeShell(emit, isCut: true)
        }
      }
      keep(byte)
      if inString { takeInString(byte) } else if takeOutside(byte, emit) { return }
    }
  }

  private mutating func takeInString(_ byte: UInt8) {
    passInString(byte)
    guard !inString, depth == 1, let start = shell?.stringStart, let bytes = shell?.bytes, start < bytes.count - 1 else { return }
    shell?.key = String(decoding: bytes[start..<bytes.count - 1], as: UTF8.self)
  }

  /// True where the object, or the list that is taken apart, changes hands.
  private mutating func takeOutside(_ byte: UInt8, _ emit: (Event) -> Void) -> Bool {
    switch byte {
    case UInt8(ascii: "\""):
      inString = true
      let start = shell?.bytes.count
      if depth == 1 { shell?.stringStart = start }
    case UInt8(ascii: ":") where depth == 1:
      if shell?.key == "id" || shell?.key == "name" { shell?.isRecord = true }
    case UInt8(ascii: "["):
      if depth == 1, let key = shell?.key, shell?.isRecord == false, Self.isList(key) {
        openList(key)
        return true
      }
      depth += 1
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth <= 0 {
        closeShell(emit)
        return true
      }
    default: break
    }
    return false
  }

  private mutating func openList(_ key: String) {
    group = key
    hasList = true
    listLine = line
    shell?.gaveLists = true
    begin(.list)
  }

  private mutating func keep(_ byte: UInt8) {
    guard let count = shell?.bytes.count, count < limit else { return isTooLarge = true }
    shell?.bytes.append(byte)
  }

  mutating func closeShell(_ emit: (Event) -> Void, isCut: Bool = false) {
    guard let shell else { return }
    noteHeld()
    if isTooLarge {
      emit(.tooLarge(line: shell.line))
    } else {
      emit(.element(Element(bytes: shell.bytes, group: nil, line: shell.line, isCut: isCut, isEnvelope: shell.gaveLists)))
    }
    found += 1
    wasEnvelope = shell.gaveLists
    isTooLarge = false
    hasList = false
    group = nil
    self.shell = nil
    begin(.between)
  }
}
