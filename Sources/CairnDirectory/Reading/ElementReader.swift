internal import Cairn
internal import CairnJSON

/// Parses what the scanner cuts out, and mends what can be mended.
struct ElementReader {
  private static let limits = JSONReader.Limits(bytes: 16 << 20, depth: 64, nodes: 2_000_000)

  private let file: String
  private let log: DefectLog
  private let sorter: RecordSorter

  init(file: String, log: DefectLog) {
    self.file = file
    self.log = log
    sorter = RecordSorter(file: file)
  }

  func take(_ event: ElementScanner.Event, _ pages: inout PageCount, _ visit: (Record) -> Void) {
    switch event {
    case .element(let element):
      guard let node = node(element) else { return }
      take(node, element, &pages, visit)
    case .tooLarge(let line): log.report(.tooLarge, file: file, line: line, "a record may have 16 MiB, and this one has more")
    case .garbage(let line, let text): log.report(.notJSON, file: file, line: line, "\(shown(text)) begins no value of JSON")
    case .cutOff(let line): log.report(.cutOff, file: file, line: line, "what begins here is not closed where it should end")
    }
  }

  private func take(_ node: Node, _ element: ElementScanner.Element, _ pages: inout PageCount, _ visit: (Record) -> Void) {
    if element.isEnvelope { return pages.add(node, file: file) }
    let records = sorter.records(
      in: node, group: element.group.flatMap { ElementScanner.pages.contains($0) ? nil : $0 }, line: element.line)
    if records.isEmpty, !isMetadata(node) {
      log.report(.unknownRecord, file: file, line: element.line, "nothing says what this is: no list, file or key that a standard knows")
    }
    for record in records { Self.deliver(record, visit) }
  }

  /// The first answer of an API says which version it speaks, and is no record.
  private func isMetadata(_ node: Node) -> Bool {
    node.value("openapi_url") != nil || node.value("version") != nil || (node.isMapping && node.entries.allSatisfy { $0.value.isNull })
  }

  /// A record, and the services that stand inside it.
  private static func deliver(_ record: Record, _ visit: (Record) -> Void) {
    visit(record)
    if record.kind == .serviceAtLocation, let service = record.child(.service, under: "service") { visit(service) }
    if record.kind == .organisation { for service in record.children(.service) { visit(service) } }
  }

  private func node(_ element: ElementScanner.Element) -> Node? {
    guard let bytes = element.isCut ? Mending.closed(element.bytes) : element.bytes else { return nil }
    guard let node = parsed(bytes, element.line)?.root else { return nil }
    KeyCheck.report(node.tree, file: file, line: element.line, log)
    return node
  }

  private func parsed(_ original: [UInt8], _ line: Int) -> NodeTree? {
    var bytes = original
    var (tree, fault) = read(bytes)
    if fault?.code == .notUTF8 {
      log.report(.encoding, file: file, line: place(fault, line), fault.map(\.message) ?? "")
      bytes = Mending.recoded(bytes)
      (tree, fault) = read(bytes)
    }
    if let tree { return tree }
    let message = fault.map(\.message) ?? "this is not JSON"
    if let mended = Mending.tidied(bytes), let tree = read(mended).tree {
      log.report(.mended, file: file, line: place(fault, line), message)
      return tree
    }
    log.report(.notJSON, file: file, line: place(fault, line), message)
    return nil
  }

  private func read(_ bytes: [UInt8]) -> (tree: NodeTree?, fault: Diagnostic?) {
    let (tree, diagnostics) = JSONReader.read(SourceText(path: file, bytes: bytes), limits: Self.limits, allowsDuplicates: true)
    return (tree, diagnostics.first)
  }

  private func place(_ fault: Diagnostic?, _ line: Int) -> Int { line + (fault?.location?.line ?? 1) - 1 }
}

/// Finds keys that stand twice in one mapping, or are empty.
enum KeyCheck {
  static func report(_ tree: NodeTree, file: String, line: Int, _ log: DefectLog) {
    var keys: [NodeTree.Record] = []
    for index in tree.records.indices where tree.records[index].kind == .mapping {
      keys.removeAll(keepingCapacity: true)
      var at = index + 1
      let end = Int(tree.records[index].next)
      while at < end {
        keys.append(tree.records[at])
        at = Int(tree.records[Int(tree.records[at].next)].next)
      }
      check(keys, tree, file, line, log)
    }
  }

  private static func check(_ keys: [NodeTree.Record], _ tree: NodeTree, _ file: String, _ line: Int, _ log: DefectLog) {
    // Of a thousand keys in one record, the first that are the same are enough to say.
    for (index, key) in keys.prefix(256).enumerated() {
      if key.end - key.start <= 2 {
        log.report(.blankKey, file: file, line: place(key, tree, line), "a key is empty")
        continue
      }
      guard keys[..<index].contains(where: { isSame($0, key, tree) }) else { continue }
      let name = tree.source.text(Int(key.start) + 1..<Int(key.end) - 1)
      log.report(.repeatedKey, file: file, line: place(key, tree, line), field: name, "the key \(shown(name)) stands twice in one record")
    }
  }

  private static func isSame(_ a: NodeTree.Record, _ b: NodeTree.Record, _ tree: NodeTree) -> Bool {
    guard a.end - a.start == b.end - b.start else { return false }
    return tree.source.bytes[Int(a.start)..<Int(a.end)] == tree.source.bytes[Int(b.start)..<Int(b.end)]
  }

  private static func place(_ key: NodeTree.Record, _ tree: NodeTree, _ line: Int) -> Int {
    line + tree.source.bytes[..<Int(key.start)].count { $0 == 0x0A }
  }
}

/// How many pages of a dump there are, and how many there should be.
struct PageCount {
  private struct Series {
    var file: String
    var pages: Set<String> = []
    var total = 0
  }

  private var series: [String: Series] = [:]

  /// Notes what a page says of itself.
  mutating func add(_ envelope: Node, file: String) {
    func number(_ keys: String...) -> Int? { keys.lazy.compactMap { envelope.value($0) }.first.flatMap { Int($0.text) } }
    guard let total = number("total_pages", "totalPages"), total > 0 else { return }
    let folder = FileSystem.folder(of: file)
    let kind = RecordSorter(file: file).named?.rawValue ?? ""
    var entry = series["\(folder)/\(kind)"] ?? Series(file: file)
    entry.total = max(entry.total, total)
    entry.pages.insert(number("page_number", "number", "page").map(String.init) ?? file)
    series["\(folder)/\(kind)"] = entry
  }

  func report(to log: DefectLog) {
    for entry in series.values.sorted(by: { $0.file < $1.file }) where entry.pages.count < entry.total {
      let here = entry.pages.count == 1 ? "1 is" : "\(entry.pages.count) are"
      log.report(.missingPages, file: entry.file, line: nil, field: "total_pages", "there are \(entry.total) pages, and \(here) here")
    }
  }
}
