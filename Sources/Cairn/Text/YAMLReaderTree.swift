/// Builds the flat tree from events, and notes what is wrong with what it sees on the way.
struct YAMLTreeBuilder {
  struct Frame {
    var record: Int32
    var isMapping: Bool
    var isFlow: Bool
    var expectsKey = true
    /// Where this mapping's keys begin in `keys`.
    var firstKey: Int
    /// Whether a key stands in it without a colon.
    var hasBareKeys = false
  }

  let source: SourceText
  let lines: YAMLLines
  var positions: YAMLPositions
  var records: [NodeTree.Record] = []
  var texts: [String] = []
  var frames: [Frame] = []
  /// Records of the keys of all mappings that are open.
  var keys: [Int32] = []
  /// Entries that are left out of the tree, because what is wrong with them is said already.
  var dropped: [Range<Int32>] = []
  var droppedKeys: Set<Int32> = []
  var problems: [Diagnostic] = []
  var isDone = false
  private var isUsable = true
  private var flowDepth = 0
  private var documents = 0
  private var errors = 0
  private var warnings = 0

  init(source: SourceText, bytes: [UInt8], positions: YAMLPositions) {
    self.source = source
    self.positions = positions
    lines = YAMLLines(bytes)
    records.reserveCapacity(min(bytes.count / 8, YAMLReader.Limit.nodes) + 1)
  }

  /// Whether the document holds nothing.
  var isEmpty: Bool {
    guard let root = records.first else { return problems.isEmpty }
    return records.count == 1 && root.kind == .scalar && root.style == .plain && root.start == root.end && problems.isEmpty
  }

  /// The tree; nil where something was met that no tree can show.
  consuming func tree() -> NodeTree? {
    guard isUsable, !records.isEmpty else { return nil }
    return NodeTree(source: source, records: dropped.isEmpty ? records : kept(), texts: texts)
  }

  mutating func take(_ event: YAMLEvent) {
    switch event.kind {
    case .scalar: scalar(event)
    case .mappingStart, .sequenceStart: open(event)
    case .mappingEnd, .sequenceEnd: close(event)
    case .alias: alias(event)
    case .documentStart: startDocument(event)
    case .documentEnd: endDocument(event)
    case .streamEnd: isDone = true
    case .other: break
    }
  }

  // MARK: Nodes

  private mutating func scalar(_ event: YAMLEvent) {
    var start = positions.offset(event.start)
    if event.hasProperties { start = skipProperties(from: start, to: positions.offset(event.end)) }
    var end = positions.offset(event.end)
    if event.style != .quoted { end = max(lines.trimmed(start, end), start) }
    let isSource = event.style == .plain && event.start.line == event.end.line && end - start == event.value.count
    let record = NodeTree.Record(
      kind: .scalar, style: event.style, start: Int32(start), end: Int32(end), next: Int32(records.count + 1),
      text: isSource ? -1 : Int32(texts.count))
    if !isSource { texts.append(String(decoding: event.value, as: UTF8.self)) }
    if event.value.count > YAMLReader.Limit.scalarBytes { tooLong(start) }
    if startsKey() { noteKey(event, record) } else { noteValue(record, isMultiline: event.start.line != event.end.line) }
    if event.style == .quoted { checkEscapes(record) }
    append(record)
  }

  private mutating func open(_ event: YAMLEvent) {
    var start = positions.offset(event.start)
    if event.hasProperties { start = skipProperties(from: start, to: lines.bytes.count) }
    let isFlow = event.style == .flow
    if startsKey() { complexKey(at: start) }
    frames.append(Frame(record: Int32(records.count), isMapping: event.kind == .mappingStart, isFlow: isFlow, firstKey: keys.count))
    flowDepth += isFlow ? 1 : 0
    append(
      NodeTree.Record(
        kind: event.kind == .mappingStart ? .mapping : .sequence, style: isFlow ? .flow : .block, start: Int32(start), end: Int32(start),
        next: Int32(records.count + 1)))
    if flowDepth > YAMLReader.Limit.flowDepth {
      stop(.tooDeep, "lists and mappings in brackets nest deeper than 8 levels here", start, help: "write the outer ones as indented lines")
    } else if frames.count > YAMLReader.Limit.depth {
      stop(.tooDeep, "this nests deeper than 32 levels", start, help: "name a part of it under `derived:` and use the name")
    }
  }

  private mutating func close(_ event: YAMLEvent) {
    guard let frame = frames.popLast() else { return }
    // A block ends where its last child does; libyaml puts its end at the next token.
    let end = frame.isFlow ? Int32(positions.offset(event.end)) : records.last.map { $0.end } ?? 0
    flowDepth -= frame.isFlow ? 1 : 0
    records[Int(frame.record)].next = Int32(records.count)
    records[Int(frame.record)].end = max(end, lastEnd)
    lastEnd = records[Int(frame.record)].end
    guard frame.isMapping else { return }
    if frame.hasBareKeys { checkBareKeys(frame) }
    checkDuplicates(frame)
    keys.removeSubrange(frame.firstKey...)
  }

  private var lastEnd: Int32 = 0

  private mutating func append(_ record: NodeTree.Record) {
    records.append(record)
    lastEnd = record.end
    if records.count > YAMLReader.Limit.nodes {
      stop(.tooLarge, "the file has more than 100,000 values", Int(record.start), help: "share it out over several files")
    }
  }

  /// Whether the node that begins now is a key; the one after it is then a value.
  private mutating func startsKey() -> Bool {
    guard let top = frames.indices.last, frames[top].isMapping else { return false }
    defer { frames[top].expectsKey.toggle() }
    return frames[top].expectsKey
  }

  // MARK: Documents

  private mutating func startDocument(_ event: YAMLEvent) {
    documents += 1
    if documents > 1 { secondDocument(at: positions.offset(event.start)) }
  }

  private mutating func endDocument(_ event: YAMLEvent) {
    // Directives of a further document are quadratic in libyaml: it does not get to see them.
    if let next = lines.firstContent(from: positions.offset(event.end)), lines.byte(next) == 0x25 { secondDocument(at: next) }
  }

  mutating func secondDocument(at start: Int) {
    stop(.unsupportedYAML, "a second document begins here; a file holds one", start, help: "put what follows in a file of its own")
  }

  private mutating func alias(_ event: YAMLEvent) {
    let start = positions.offset(event.start)
    let end = positions.offset(event.end)
    reportAlias(start, end)
    isUsable = false
    let record = NodeTree.Record(kind: .scalar, style: .plain, start: Int32(start), end: Int32(end), next: Int32(records.count + 1))
    _ = startsKey()
    append(record)
  }

  // MARK: Problems

  func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(source, start, max(start, end)) }

  func range(_ record: NodeTree.Record) -> SourceRange { range(Int(record.start), Int(record.end)) }

  /// Notes a mistake. Past the limit reading stops; warnings take no tree away, so of them the first are kept.
  mutating func report(_ problem: Diagnostic) {
    guard problem.severity == .error else {
      if warnings < YAMLReader.Limit.diagnostics { problems.append(problem) }
      warnings += 1
      return
    }
    guard errors < YAMLReader.Limit.diagnostics else { return }
    errors += 1
    guard errors == YAMLReader.Limit.diagnostics else { return problems.append(problem) }
    problems.append(problem.noting("note", "the rest of the file was not read: it has more mistakes than are shown"))
    isUsable = false
    isDone = true
  }

  /// Reports what leaves no tree.
  mutating func refuse(_ problem: Diagnostic) {
    isUsable = false
    report(problem)
  }

  private mutating func stop(_ code: DiagnosticCode, _ message: String, _ start: Int, help: String) {
    guard !isDone else { return }
    refuse(.error(code, message, at: range(start, start + 1), help: help))
    isDone = true
  }

  private mutating func tooLong(_ start: Int) {
    report(.error(.tooLarge, "this text has more than 16 KiB", at: range(start, start + 1), help: "shorten it, or share it out"))
  }
}
