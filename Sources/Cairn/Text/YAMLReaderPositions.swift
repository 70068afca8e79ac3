/// Turns libyaml's marks, which count characters, into UTF-8 offsets.
struct YAMLPositions {
  private let bytes: [UInt8]
  private let textStart: Int
  private let isSimple: Bool
  /// Offsets at which lines begin; only where characters and bytes differ. (libyaml's character counts skip some
  /// carriage returns, its lines and columns do not.)
  private var lines: [(start: Int, isASCII: Bool)] = []
  /// The last place found: marks come in the order of the text, so the next is seldom far.
  private var last: (line: Int, column: Int, offset: Int)

  init(_ bytes: [UInt8], _ check: YAMLByteCheck) {
    self.bytes = bytes
    textStart = check.textStart
    isSimple = check.isSimple
    last = (0, 0, textStart)
    guard !isSimple else { return }
    bytes.withUnsafeBufferPointer { findLines($0) }
  }

  private mutating func findLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = textStart
    var all: UInt8 = 0
    for index in textStart..<bytes.count {
      all |= bytes[index]
      guard bytes[index] == 0x0A else { continue }
      lines.append((start, all < 0x80))
      (start, all) = (index + 1, 0)
    }
    lines.append((start, all < 0x80))
  }

  mutating func offset(_ mark: YAMLMark) -> Int {
    if isSimple { return min(textStart + mark.index, bytes.count) }
    guard mark.line < lines.count else { return bytes.count }
    let line = lines[mark.line]
    if line.isASCII { return min(line.start + mark.column, bytes.count) }
    if mark.line != last.line || mark.column < last.column { last = (mark.line, 0, line.start) }
    while last.column < mark.column, last.offset < bytes.count {
      last.offset += 1
      while last.offset < bytes.count, bytes[last.offset] & 0xC0 == 0x80 { last.offset += 1 }
      last.column += 1
    }
    return last.offset
  }
}
