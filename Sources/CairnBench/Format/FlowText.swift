import Cairn

/// A text between brackets, as it is to be written so that every reader of YAML takes it for the same.
enum FlowText {
  /// Whether other readers would take a text without quotes for something else: to some, a question mark there begins a key.
  static func isMisread(_ text: String) -> Bool { text.utf8.contains(0x3F) }

  static func written(_ node: Node) -> String {
    let text = node.text
    return node.isPlain && isMisread(text) ? quoted(text) : node.range.text
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
