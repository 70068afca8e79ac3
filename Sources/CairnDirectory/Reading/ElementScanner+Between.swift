/// What stands between records.
extension ElementScanner {
  mutating func takeBetween(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
    let byte = bytes[at]
    switch byte {
    case 0x0A:
      line += 1
      at += 1
    case 0x20, 0x09, 0x0D, UInt8(ascii: ","), 0x1E: at += 1
    // A byte order mark, which only the first bytes can be.
    case _ where [0xEF, 0xBB, 0xBF].contains(byte) && found == 0 && objects == 0: at += 1
    case UInt8(ascii: "["):
      begin(.list)
      hasList = true
      listLine = line
      at += 1
    case UInt8(ascii: "{"):
      // A second object at the top: one a line from here on.
      if objects > 0 { linesAreRecords = true }
      objects += 1
      if linesAreRecords, found > 0, !wasEnvelope { return begin(.element) }
      begin(.object)
      shell = Shell(bytes: [], line: line)
    default:
      begin(.skip)
    }
  }

  mutating func takeList(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
    switch bytes[at] {
    case 0x0A:
      line += 1
      column = 0
      at += 1
    case 0x20, 0x09, 0x0D:
      column = column.map { $0 + 1 }
      at += 1
    case UInt8(ascii: ","): at += 1
    case UInt8(ascii: "]"):
      at += 1
      hasList = false
      group = nil
      guard shell != nil else { return begin(.between) }
      shell?.bytes.append(UInt8(ascii: "]"))
      mode = .object
      depth = 1
    case UInt8(ascii: "}"):
      // Closed by the wrong bracket: what comes after it cannot be told.
      at += 1
    case UInt8(ascii: "{"), UInt8(ascii: "["): begin(.element)
    default: begin(.scalar)
    }
  }

  /// What begins no value is passed over with its line. Where nothing was read before it, the file is something else altogether.
  mutating func takeLine(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
    while at < bytes.count, bytes[at] != 0x0A {
      if buffer.count < 60 { buffer.append(bytes[at]) }
      at += 1
    }
    if at < bytes.count { endLine(emit) }
  }

  mutating func endLine(_ emit: (Event) -> Void) {
    emit(.garbage(line: startLine, text: String(decoding: buffer, as: UTF8.self).trimmed))
    buffer.removeAll(keepingCapacity: true)
    begin(found == 0 && !linesAreRecords ? .over : .between)
  }
}
