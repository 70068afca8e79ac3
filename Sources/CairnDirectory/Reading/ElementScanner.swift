/// Cuts JSON into its records as the bytes come by, so that a file of any length is read while one record is held.
///
/// It knows brackets and strings and no more; each record is parsed by itself. A record is an element of a list at the top or in a page
/// (`{"contents": […]}`), or a value at the top, of which there may be several (one a line).
///
/// Bytes go where the mode says. What is done with them in each mode stands in the files beside this one, and they share its state.
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

  enum Mode { case between, list, element, scalar, object, skip, over }

  /// Keys whose lists are taken apart: pages as programs write them, and resources by name.
  static func isList(_ key: String) -> Bool { pages.contains(key) || RecordKind(name: key) != nil }

  static let pages: Set<String> = ["contents", "content", "items", "data", "results", "records", "value", "member", "hydra:member"]

  let limit: Int
  /// Whether a record ends with its line at the latest.
  var linesAreRecords: Bool
  var mode = Mode.between
  var line = 1

  /// The record being read: its bytes, where it began, how deep it is open.
  var buffer: [UInt8] = []
  var startLine = 1
  var depth = 0
  var inString = false
  var isEscaped = false
  var isTooLarge = false
  /// How far in the record began, where it is the first thing on its line.
  var startIndent: Int?
  /// How far in the line is that begins here, while it matters: after a line break in a string, or after a doubt.
  var indent: Int?
  /// Whether a string in it was taken to end with its line.
  var isDoubtful = false
  var column: Int?

  /// The object at the top around the list, less the list.
  var shell: Shell?
  var group: String?
  var hasList = false
  var listLine = 1
  var objects = 0
  var wasEnvelope = false
  var found = 0

  /// The most bytes that were ever held at once.
  private(set) var mostHeld = 0

  init(limit: Int = 16 << 20, linesAreRecords: Bool = false) {
    self.limit = limit
    self.linesAreRecords = linesAreRecords
  }
}

/// Taking bytes.
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
    noteHeld()
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

  mutating func begin(_ mode: Mode) {
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

  /// Takes note of what is held now, where that is more than ever before.
  mutating func noteHeld() { mostHeld = max(mostHeld, buffer.count + (shell?.bytes.count ?? 0)) }
}
