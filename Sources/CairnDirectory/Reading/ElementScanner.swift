/// Cuts JSON into its records as the bytes come by, so that a file of any length is read while one record is held.
///
/// It knows brackets and strings and no more; each record is parsed by itself. A record is an element of a list at the top or in a page
/// (`{"contents": […]}`), or a value at the top, of which there may be several (one a line).
struct ElementScanner {
  /// One record's bytes, or why there are none.
  enum Event {
    case element(Element)
    /// Longer than a record may be.
    case tooLarge(line: Int)
    /// Something that begins no value.
    case garbage(line: Int, text: String)
    /// The file ends inside something that this line opens.
    case cutOff(line: Int)
  }

  struct Element {
    var bytes: [UInt8]
    /// The key of the list that it stood in.
    var group: String?
    var line: Int
    /// Whether the file, or its line, ended inside it.
    var isCut = false
    /// Whether it is what is left of an object whose lists were taken out of it one by one.
    var isEnvelope = false
  }

  private enum Mode { case between, list, element, scalar, object, skip, over }

  /// Keys whose lists are taken apart: pages as programs write them, and resources by name.
  static func isList(_ key: String) -> Bool { pages.contains(key) || RecordKind(name: key) != nil }

  static let pages: Set<String> = ["contents", "content", "items", "data", "results", "records", "value", "member", "hydra:member"]

  private let limit: Int
  /// Whether a record ends with its line at the latest.
  private var linesAreRecords: Bool
  private var mode = Mode.between
  private var line = 1

  /// The record being read: its bytes, where it began, how deep it is open.
  private var buffer: [UInt8] = []
  private var startLine = 1
  private var depth = 0
  private var inString = false
  private var isEscaped = false
  private var isTooLarge = false
  /// How far in the record began, where it is the first thing on its line.
  private var startIndent: Int?
  /// How far in the line is that begins here, while it matters: after a line break in a string, or after a doubt.
  private var indent: Int?
  /// Whether a string in it was taken to end with its line.
  private var isDoubtful = false
  private var column: Int?

  /// The object at the top around the list, less the list.
  private var shell: Shell?
  private var group: String?
  private var hasList = false
  private var listLine = 1
  private var objects = 0
  private var wasEnvelope = false
  private var found = 0

  private struct Shell {
    var bytes: [UInt8]
    var line: Int
    /// Where in `bytes` the last string at the first level begins, and what it says.
    var stringStart: Int?
    var key: String?
    var isRecord = false
    var gaveLists = false
  }

  /// The most bytes that were ever held at once.
  private(set) var mostHeld = 0

  init(limit: Int = 16 << 20, linesAreRecords: Bool = false) {
    self.limit = limit
    self.linesAreRecords = linesAreRecords
  }
}

// MARK: - Taking bytes

extension ElementScanner {
  mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: (Event) -> Void) {
    var at = 0
    while at < bytes.count {
      switch mode {
      case .between: takeBetween(bytes, &at, emit)
      case .list: takeList(bytes, &at, emit)
      case .element: takeElement(bytes, &at, emit)
      case .scalar: takeScalar(bytes, &at, emit)
      case .object: takeObject(bytes, &at, emit)
      case .skip: takeLine(bytes, &at, emit)
      case .over: return
      }
    }
    mostHeld = max(mostHeld, buffer.count + (shell?.bytes.count ?? 0))
  }

  /// What is open at the end was cut off.
  mutating func end(_ emit: (Event) -> Void) {
    switch mode {
    case .between, .over: return
    case .skip: return endLine(emit)
    default: break
    }
    emit(.cutOff(line: mode == .list ? listLine : startLine))
    if mode == .element { emitElement(emit, isCut: true) }
    if shell != nil { closeShell(emit, isCut: true) }
    mode = .over
  }

  private mutating func takeBetween(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
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

  private mutating func begin(_ mode: Mode) {
    self.mode = mode
    startLine = line
    depth = 0
    inString = false
    isEscaped = false
    isDoubtful = false
    indent = nil
    startIndent = column
    column = nil
  }

  private mutating func takeList(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
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
  private mutating func takeLine(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
    while at < bytes.count, bytes[at] != 0x0A {
      if buffer.count < 60 { buffer.append(bytes[at]) }
      at += 1
    }
    if at < bytes.count { endLine(emit) }
  }

  private mutating func endLine(_ emit: (Event) -> Void) {
    emit(.garbage(line: startLine, text: String(decoding: buffer, as: UTF8.self).trimmed))
    buffer.removeAll(keepingCapacity: true)
    begin(found == 0 && !linesAreRecords ? .over : .between)
  }
}

// MARK: - Records

extension ElementScanner {
  private mutating func takeElement(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
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

  /// After a line break that may not stand in a string, or after such a doubt: whether the line begins another record.
  ///
  /// A line that begins with a sign of JSON ends the string, whose quote is missing; any other goes on with it. Once a quote was missing
  /// the brackets cannot be trusted, and a brace as far in as the record's own begins the next. So a missing quote costs one record and
  /// not all that follow.
  private mutating func beginsAnother(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
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

  /// A number, a word or a text in a list or at the top; no record, but its neighbours may be.
  private mutating func takeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
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

  /// The next bracket outside strings or line break anywhere, just passed; nil at the end of the bytes.
  @inline(__always)
  private mutating func nextSign(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt8? {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if inString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        }
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

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !isTooLarge else { return }
    if buffer.count + range.count > limit {
      isTooLarge = true
      buffer.removeAll()
      return
    }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    mostHeld = max(mostHeld, buffer.count + (shell?.bytes.count ?? 0))
  }

  private mutating func emitElement(_ emit: (Event) -> Void, isCut: Bool = false) {
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

// MARK: - The object at the top

extension ElementScanner {
  /// An object at the top is a record, unless a list of records stands in it before it gives an id or a name.
  private mutating func takeObject(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ emit: (Event) -> Void) {
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
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      inString = false
      guard depth == 1, let start = shell?.stringStart, let bytes = shell?.bytes, start < bytes.count - 1 else { return }
      shell?.key = String(decoding: bytes[start..<bytes.count - 1], as: UTF8.self)
    }
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

  private mutating func closeShell(_ emit: (Event) -> Void, isCut: Bool = false) {
    guard let shell else { return }
    mostHeld = max(mostHeld, shell.bytes.count)
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
