/// A rule's `with:`, held against the schema that its support type declares.
struct ParameterReader {
  let manifest: SupportManifest
  let vocabulary: Vocabulary
  private(set) var diagnostics: [Diagnostic] = []

  init(_ manifest: SupportManifest, _ vocabulary: Vocabulary) {
    self.manifest = manifest
    self.vocabulary = vocabulary
  }

  /// What a rule gives, in the order of the schema.
  mutating func read(_ node: Node?, at range: SourceRange) -> Parameters {
    var given: [String: Parameters.Value] = [:]
    let entries = node.map { Array($0.entries) } ?? []
    for (key, value) in entries {
      guard let parameter = parameter(key) else { continue }
      given[parameter.name] = self.value(value, parameter)
    }
    if let node, !node.isMapping, !node.isNull {
      diagnostics.append(.error(.wrongType, "`with` wants a mapping of parameters", at: node.range))
    }
    let names = Set(entries.map(\.key.text))
    for parameter in manifest.parameters where parameter.isRequired && !names.contains(parameter.name) {
      diagnostics.append(
        .error(.missingKey, "the support type `\(manifest.id)` wants `\(parameter.name)` under `with`", at: node?.range ?? range))
    }
    return Parameters(
      manifest.parameters.compactMap { parameter in
        given[parameter.name].map { Parameters.Argument(name: parameter.name, value: $0) }
      })
  }

  /// What an offer is for: of each parameter that it names, the values as texts. None is required, and each may be a list.
  mutating func readOffer(_ node: Node) -> [String: Set<String>] {
    var given: [String: Set<String>] = [:]
    for (key, value) in node.entries {
      guard let parameter = parameter(key) else { continue }
      let isListed = value.isSequence && !parameter.type.isList
      let values = (isListed ? Array(value.items) : [value]).compactMap { self.value($0, parameter) }
      given[parameter.name] = Set(values.flatMap(\.texts))
    }
    return given
  }

  private mutating func parameter(_ key: Node) -> SupportManifest.Parameter? {
    if let parameter = manifest.parameters.first(where: { $0.name == key.text }) { return parameter }
    let names = manifest.parameters.map(\.name)
    let unknown = Diagnostic.error(
      .unknownParameter, "the support type `\(manifest.id)` has no parameter `\(key.text)`", at: key.range)
    if let near = nearest(key.text, in: names) {
      diagnostics.append(unknown.suggesting(near))
    } else {
      diagnostics.append(names.isEmpty ? unknown : unknown.noting("help", "it has \(names.map { "`\($0)`" }.joinedAsList)"))
    }
    return nil
  }

  private mutating func value(_ node: Node, _ parameter: SupportManifest.Parameter) -> Parameters.Value? {
    if let value = parameter.type.value(node) {
      if case .supports = parameter.type { return checkSupports(node) ? value : nil }
      return value
    }
    diagnostics.append(
      .error(
        .invalidParameter, "`\(node.range.text)` is no value for `\(parameter.name)`", at: node.range,
        help: "it takes \(parameter.type.takes)"))
    return nil
  }

  /// Each must be a support type of the rulebook, and another than the one that puts them together.
  private mutating func checkSupports(_ node: Node) -> Bool {
    var isSound = true
    for item in node.isSequence ? Array(node.items) : [node] {
      if vocabulary.code(item.text, in: .supports) == nil {
        diagnostics.append(vocabulary.unknownSupport(item.text, at: item.range))
        isSound = false
      } else if item.text == manifest.id {
        diagnostics.append(
          .error(.invalidParameter, "`\(manifest.id)` cannot be put together of itself", at: item.range, help: "name other support types"))
        isSound = false
      }
    }
    return isSound
  }
}

extension Parameters.Value {
  /// The value as rules write it; of a list, each item.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .number(let number): [String(number)]
    case .boolean(let isSo): [isSo ? "yes" : "no"]
    case .list(let items): items
    }
  }
}

extension SupportManifest.ParameterType {
  package var isList: Bool {
    switch self {
    case .list, .supports: true
    case .text, .choice, .number, .boolean: false
    }
  }

  fileprivate func value(_ node: Node) -> Parameters.Value? {
    switch self {
    case .text: return node.isScalar && !node.isNull ? .text(node.text) : nil
    case .choice(let values): return values.contains(node.text) ? .text(node.text) : nil
    case .number(let min, let max):
      guard let number = Int(node.text), number >= min ?? .min, number <= max ?? .max else { return nil }
      return .number(number)
    case .boolean: return Field.truth(node.text).map { .boolean($0) }
    case .list, .supports:
      let items = node.isSequence ? Array(node.items) : [node]
      return items.allSatisfy { $0.isScalar && !$0.isNull } ? .list(items.map(\.text)) : nil
    }
  }

  fileprivate var takes: String {
    switch self {
    case .text: "a text"
    case .choice(let values): "one of \(values.map { "`\($0)`" }.joinedAsList)"
    case .number(let min?, let max?): "a whole number from \(min) to \(max)"
    case .number(let min?, nil): "a whole number from \(min)"
    case .number(nil, let max?): "a whole number up to \(max)"
    case .number(nil, nil): "a whole number"
    case .boolean: "`yes` or `no`"
    case .list: "a list of texts"
    case .supports: "a list of support types"
    }
  }
}
