/// Cuts CSV into its rows as the bytes come by. It knows quotes and line breaks and no more; each row is parsed by itself.
struct TableRows {
  struct Row {
    var bytes: [UInt8]
    var line: Int
    /// Whether a quote in it is never closed; the row then ends with its first line.
    var isOpen = false
  }

  private let limit: Int
  private var row: [UInt8] = []
  private var line = 1
  private var startLine = 1
  private var inQuotes = false
  /// Whether a quote here would open a field.
  private var atStart = true
  private var wasReturn = false
  private(set) var mostHeld = 0

  init(limit: Int = 1 << 20) { self.limit = limit }

  mutating func feed(_ bytes: some Sequence<UInt8>, _ emit: (Row) -> Void) {
    for byte in bytes { take(byte, emit) }
    mostHeld = max(mostHeld, row.count)
  }

  mutating func end(_ emit: (Row) -> Void) {
    while inQuotes { reopen(emit) }
    finish(emit)
  }

  private mutating func take(_ byte: UInt8, _ emit: (Row) -> Void) {
    let isBreak = byte == 0x0A || byte == 0x0D
    // A return and a line feed are one break.
    let isSecond = byte == 0x0A && wasReturn
    wasReturn = byte == 0x0D
    if isBreak && !isSecond { line += 1 }
    if isBreak && !inQuotes {
      if !isSecond { finish(emit) } else { startLine = line }
      return
    }
    row.append(byte)
    switch byte {
    case UInt8(ascii: "\"") where inQuotes || atStart:
      inQuotes.toggle()
      // Two quotes in a row are one in the text: the second opens again.
      atStart = !inQuotes
    case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09: atStart = true
    case 0x20: break
    default: atStart = false
    }
    if row.count > limit { inQuotes ? reopen(emit) : finish(emit) }
  }

  /// A quote was never closed: only the first line can be its row's, and all that follows is read anew.
  private mutating func reopen(_ emit: (Row) -> Void) {
    let held = row
    let first = held.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? held.count
    emit(Row(bytes: Array(held[..<first]), line: startLine, isOpen: true))
    let after = startLine
    row.removeAll(keepingCapacity: true)
    inQuotes = false
    atStart = true
    wasReturn = false
    line = after
    startLine = after
    for byte in held[first...] { take(byte, emit) }
  }

  private mutating func finish(_ emit: (Row) -> Void) {
    mostHeld = max(mostHeld, row.count)
    if row.contains(where: { $0 > 0x20 }) { emit(Row(bytes: row, line: startLine)) }
    row.removeAll(keepingCapacity: true)
    startLine = line
    inQuotes = false
    atStart = true
  }
}
