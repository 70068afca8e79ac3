/// A rule's `with:`, held against the schema that its support type declares.
enum ParameterReader {
  static func read(
    _ node: Node?, for manifest: SupportManifest, at range: SourceRange
  ) -> (parameters: Parameters, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var given: [String: Parameters.Value] = [:]
    let entries = node.map { Array($0.entries) } ?? []
    for entry in entries {
      let (key, value) = (entry.key, entry.value)
      guard let parameter = manifest.parameters.first(where: { $0.name == key.text }) else {
        diagnostics.append(unknown(key, manifest))
        continue
      }
      if let read = self.value(value, parameter.type) {
        given[parameter.name] = read
      } else {
        diagnostics.append(
          .error(
            .invalidParameter, "`\(value.range.text)` is no value for `\(parameter.name)`", at: value.range,
            help: "it takes \(words(for: parameter.type))"))
      }
    }
    if let node, !node.isMapping, !node.isNull {
      diagnostics.append(.error(.wrongType, "`with` wants a mapping of parameters", at: node.range))
    }
    let names = Set(entries.map(\.key.text))
    for parameter in manifest.parameters where parameter.isRequired && !names.contains(parameter.name) {
      diagnostics.append(
        .error(.missingKey, "the support type `\(manifest.id)` wants `\(parameter.name)` under `with`", at: node?.range ?? range))
    }
    let arguments = manifest.parameters.compactMap { parameter in
      given[parameter.name].map { Parameters.Argument(name: parameter.name, value: $0) }
    }
    return (Parameters(arguments), diagnostics)
  }

  private static func unknown(_ key: Node, _ manifest: SupportManifest) -> Diagnostic {
    let names = manifest.parameters.map(\.name)
    let diagnostic = Diagnostic.error(
      .unknownParameter, "the support type `\(manifest.id)` has no parameter `\(key.text)`", at: key.range)
    if let near = nearest(key.text, in: names) { return diagnostic.suggesting(near, for: key.range) }
    return names.isEmpty ? diagnostic : diagnostic.noting("help", "it has \(names.map { "`\($0)`" }.joinedAsList)")
  }

  private static func value(_ node: Node, _ type: SupportManifest.ParameterType) -> Parameters.Value? {
    switch type {
    case .text: return node.isScalar && !node.isNull ? .text(node.text) : nil
    case .choice(let values): return values.contains(node.text) ? .text(node.text) : nil
    case .number(let min, let max):
      guard let number = Int(node.text), number >= min ?? .min, number <= max ?? .max else { return nil }
      return .number(number)
    case .boolean:
      switch node.text {
      case "yes", "true": return .boolean(true)
      case "no", "false": return .boolean(false)
      default: return nil
      }
    case .list:
      let items = node.isSequence ? Array(node.items) : [node]
      return items.allSatisfy { $0.isScalar && !$0.isNull } ? .list(items.map(\.text)) : nil
    }
  }

  private static func words(for type: SupportManifest.ParameterType) -> String {
    switch type {
    case .text: return "a text"
    case .choice(let values): return "one of \(values.map { "`\($0)`" }.joinedAsList)"
    case .number(let min, let max):
      switch (min, max) {
      case (let min?, let max?): return "a whole number from \(min) to \(max)"
      case (let min?, nil): return "a whole number from \(min)"
      case (nil, let max?): return "a whole number up to \(max)"
      case (nil, nil): return "a whole number"
      }
    case .boolean: return "`yes` or `no`"
    case .list: return "a list of texts"
    }
  }
}
