internal import CSimdJSON
package import Cairn

/// The one door to JSON: a document becomes the same located nodes as YAML.
///
/// Texts are quoted scalars, numbers and `true` and `false` plain ones with their source text, `null` a plain empty one.
package enum JSONReader {
  /// How much a file may hold before it is refused.
  package struct Limits: Sendable {
    package var bytes: Int
    package var depth: Int
    package var nodes: Int

    package init(bytes: Int, depth: Int, nodes: Int) {
      self.bytes = min(max(bytes, 0), Int(Int32.max))
      self.depth = min(max(depth, 1), 64)
      self.nodes = min(max(nodes, 1), Int(Int32.max))
    }

    /// What a file of profiles may hold.
    package static let profiles = Limits(bytes: 16 << 20, depth: 64, nodes: 1_000_000)
  }

  /// The document, or what is wrong with it: there is a tree exactly where there are no diagnostics.
  ///
  /// - Parameter allowsDuplicates: Whether a key may stand twice in one mapping. Whoever allows it takes the first.
  package static func read(
    _ source: SourceText, limits: Limits = .profiles, allowsDuplicates: Bool = false
  ) -> (tree: NodeTree?, diagnostics: [Diagnostic]) {
    guard source.bytes.count <= limits.bytes else { return (nil, [tooLarge(source, limits)]) }
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let result = source.bytes.withUnsafeBufferPointer { bytes in
      cairn_json_read(bytes.baseAddress.map { $0 + start }, bytes.count - start, UInt32(limits.depth), UInt32(limits.nodes))
    }
    defer { cairn_json_free(result) }
    guard Int(result.fault) == CAIRN_JSON_OK else {
      return (nil, [fault(Int(result.fault), at: start + Int(result.offset), from: start, source, limits)])
    }
    let tree = tree(result, source, start)
    if allowsDuplicates { return (tree, []) }
    let duplicates = JSONDuplicates.find(in: tree)
    return duplicates.isEmpty ? (tree, []) : (nil, duplicates)
  }

  private static func tree(_ result: cairn_json_result, _ source: SourceText, _ start: Int) -> NodeTree {
    // The first text is null's.
    var texts = [""]
    let records = UnsafeBufferPointer(start: result.nodes, count: Int(result.count)).map { node in
      var text: Int32 = -1
      if node.text != UInt32.max {
        text = Int32(texts.count)
        texts.append(unescaped(node, result))
      }
      let (kind, style) = shape(Int(node.kind))
      if Int(node.kind) == CAIRN_JSON_NULL { text = 0 }
      return NodeTree.Record(
        kind: kind, style: style, start: Int32(start) + Int32(node.start), end: Int32(start) + Int32(node.end), next: Int32(node.next),
        text: text)
    }
    return NodeTree(source: source, records: records, texts: texts)
  }

  private static func unescaped(_ node: cairn_json_node, _ result: cairn_json_result) -> String {
    let all = UnsafeRawBufferPointer(start: result.text, count: Int(result.text_length))
    return String(decoding: all[Int(node.text)..<Int(node.text) + Int(node.text_length)], as: UTF8.self)
  }

  private static func shape(_ kind: Int) -> (NodeTree.Kind, NodeTree.Style) {
    switch kind {
    case CAIRN_JSON_OBJECT: (.mapping, .flow)
    case CAIRN_JSON_ARRAY: (.sequence, .flow)
    case CAIRN_JSON_STRING: (.scalar, .quoted)
    default: (.scalar, .plain)
    }
  }

  private static func fault(_ fault: Int, at offset: Int, from start: Int, _ source: SourceText, _ limits: Limits) -> Diagnostic {
    let whole = SourceRange(source, 0, 0)
    let place = SourceRange(source, offset, min(offset + 1, source.bytes.count))
    switch fault {
    case CAIRN_JSON_TOO_DEEP: return .error(.tooDeep, "this nests deeper than \(limits.depth) levels", at: place, help: "take levels away")
    case CAIRN_JSON_TOO_MANY:
      return .error(
        .tooLarge, "the file has more than \(PlainWords.grouped(limits.nodes)) values", at: whole, help: "share it out over several files")
    case CAIRN_JSON_TOO_LARGE, CAIRN_JSON_NO_MEMORY:
      return .error(.tooLarge, "there is not memory enough to read the file", at: whole, help: "share it out over several files")
    default:
      var finder = JSONFaultFinder(source, from: start)
      // simdjson refused it, so it is wrong even where the finder sees nothing.
      return finder.find() ?? .error(.invalidJSON, "this is not JSON", at: place, help: "look at what stands before it, too")
    }
  }

  private static func tooLarge(_ source: SourceText, _ limits: Limits) -> Diagnostic {
    func mebibytes(_ bytes: Int) -> String {
      let tenths = (bytes * 10 + (1 << 20) - 1) >> 20
      return tenths % 10 == 0 ? "\(tenths / 10) MiB" : "\(tenths / 10).\(tenths % 10) MiB"
    }
    return .error(
      .tooLarge, "the file has \(mebibytes(source.bytes.count)); a file may have \(mebibytes(limits.bytes))", at: SourceRange(source, 0, 0),
      help: "share it out over several files")
  }
}
