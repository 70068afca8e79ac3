/// Turns libyaml's marks, which count characters, into UTF-8 offsets.
struct YAMLPositions {
  private let bytes: [UInt8]
  private let textStart: Int
  private let isSimple: Bool
  /// Offsets at which lines begin; only where characters and bytes differ. (libyaml's character counts skip some
  /// carriage returns, its lines and columns do not.)
  private var lineStarts: [Int] = []
  /// The last place found: marks come in the order of the text, so the next is seldom far.
  private var last: (line: Int, column: Int, offset: Int)

  init(_ bytes: [UInt8], _ check: YAMLByteCheck) {
    self.bytes = bytes
    textStart = check.textStart
    isSimple = check.isSimple
    last = (0, 0, textStart)
    guard !isSimple else { return }
    lineStarts.append(textStart)
    for index in bytes.indices where bytes[index] == 0x0A { lineStarts.append(index + 1) }
  }

  mutating func offset(_ mark: YAMLMark) -> Int {
    if isSimple { return min(textStart + mark.index, bytes.count) }
    guard mark.line < lineStarts.count else { return bytes.count }
    if mark.line != last.line || mark.column < last.column { last = (mark.line, 0, lineStarts[mark.line]) }
    while last.column < mark.column, last.offset < bytes.count {
      last.offset += 1
      while last.offset < bytes.count, bytes[last.offset] & 0xC0 == 0x80 { last.offset += 1 }
      last.column += 1
    }
    return last.offset
  }
}
