internal import CLibYAML

/// A place as libyaml counts: characters from the start of the text, and lines and columns, all from 0.
struct YAMLMark {
  var index: Int
  var line: Int
  var column: Int
}

/// One of libyaml's events.
struct YAMLEvent {
  enum Kind { case streamEnd, documentStart, documentEnd, alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd, other }

  var kind: Kind
  var style = NodeTree.Style.plain
  var start: YAMLMark
  var end: YAMLMark
  /// A scalar's value, valid until the next event is pulled.
  var value = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Whether an anchor or a tag stands before the node, within its range.
  var hasProperties = false
}

/// Where libyaml gave up, in its own words, which nobody but `YAMLFault` reads.
struct YAMLFailure {
  var problem: String
  var at: YAMLMark
  /// Where the thing began that libyaml could not finish.
  var from: YAMLMark?
}

/// libyaml's events, pulled one at a time. The only file that knows libyaml.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let isReady: Bool

  /// `text` is UTF-8 without a byte order mark, and outlives this value.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    isReady = yaml_parser_initialize(parser) == 1
    if isReady {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }
  }

  deinit {
    if isReady {
      yaml_event_delete(event)
      yaml_parser_delete(parser)
    }
    event.deallocate()
    parser.deallocate()
  }

  /// The next event; nil where there is a `failure`.
  mutating func next() -> YAMLEvent? {
    guard isReady else { return nil }
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { return nil }
    var found = YAMLEvent(kind: .other, start: Self.mark(event.pointee.start_mark), end: Self.mark(event.pointee.end_mark))
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: fillScalar(&found)
    case YAML_MAPPING_START_EVENT:
      let start = event.pointee.data.mapping_start
      found.kind = .mappingStart
      found.style = start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
      found.hasProperties = start.anchor != nil || start.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      let start = event.pointee.data.sequence_start
      found.kind = .sequenceStart
      found.style = start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
      found.hasProperties = start.anchor != nil || start.tag != nil
    case YAML_MAPPING_END_EVENT: found.kind = .mappingEnd
    case YAML_SEQUENCE_END_EVENT: found.kind = .sequenceEnd
    case YAML_ALIAS_EVENT: found.kind = .alias
    case YAML_DOCUMENT_START_EVENT: found.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: found.kind = .documentEnd
    case YAML_STREAM_END_EVENT: found.kind = .streamEnd
    default: break
    }
    return found
  }

  private func fillScalar(_ found: inout YAMLEvent) {
    let scalar = event.pointee.data.scalar
    found.kind = .scalar
    found.value = UnsafeRawBufferPointer(start: scalar.value, count: scalar.length)
    found.hasProperties = scalar.anchor != nil || scalar.tag != nil
    switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: found.style = .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: found.style = .block
    default: break
    }
  }

  var failure: YAMLFailure {
    guard isReady else { return YAMLFailure(problem: "", at: YAMLMark(index: 0, line: 0, column: 0)) }
    let state = parser.pointee
    return YAMLFailure(
      problem: state.problem.map { String(cString: $0) } ?? "", at: Self.mark(state.problem_mark),
      from: state.context.map { _ in Self.mark(state.context_mark) })
  }

  private static func mark(_ mark: yaml_mark_t) -> YAMLMark {
    YAMLMark(index: mark.index, line: mark.line, column: mark.column)
  }
}
