package import Cairn

/// What is read of each file, every value a text as in the file: for whoever compares readers of YAML.
package enum ReadingJSON {
  /// By path; null where a file cannot be read.
  package static func draw(_ sources: [SourceText]) -> String {
    var json = JSONWriter(.compact)
    json.object { json in
      for source in sources {
        json.key(source.path)
        let reading = YAMLReader.read(source)
        let isSound = !reading.diagnostics.contains { $0.severity == .error }
        if isSound, let root = reading.tree?.root { write(root, to: &json) } else { json.literal("null") }
      }
    }
    return json.text + "\n"
  }

  private static func write(_ node: Node, to json: inout JSONWriter) {
    switch node.kind {
    case .scalar: json.string(node.text)
    case .sequence: json.array { json in for item in node.items { write(item, to: &json) } }
    case .mapping:
      json.object { json in
        for (key, value) in node.entries {
          json.key(key.text)
          write(value, to: &json)
        }
      }
    }
  }
}
