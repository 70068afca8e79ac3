/// Diagnostics as a person reads them on a terminal: the sentence, the author's line with a mark under it, and the mends.
package enum DiagnosticText {
  /// More than this many are counted and not drawn.
  package static let limit = 100
  /// Longer sentences lose their middle: a message may quote an author's whole paragraph.
  private static let longest = 400

  /// All diagnostics in order, a blank line between them; the empty text where there are none.
  package static func draw(_ diagnostics: [Diagnostic], color: Bool = false) -> String {
    let capped = CappedDiagnostics(diagnostics, limit: limit)
    var blocks = capped.shown.map { block($0, color) }
    if let rest = capped.rest { blocks.append(rest + "\n") }
    return blocks.joined(separator: "\n")
  }

  private static func block(_ diagnostic: Diagnostic, _ color: Bool) -> String {
    let style: TerminalStyle = diagnostic.severity == .error ? .error : .warning
    let excerpt = diagnostic.location.flatMap(SourceExcerpt.init)
    var lines = [heading(diagnostic.severity.rawValue, diagnostic.message, diagnostic.location, style, color)]
    lines[0] += " " + TerminalStyle.faint.paint("[\(diagnostic.code.rawValue)]", color)
    if let excerpt { lines += drawn(excerpt, style, color) }
    lines += notes(of: diagnostic, gutter: excerpt.map { String($0.line).count } ?? 1, color)
    for related in diagnostic.related {
      lines.append(heading("note", related.message, related.location, .accent, color))
      if let excerpt = SourceExcerpt(related.location) { lines += drawn(excerpt, .accent, color) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func heading(
    _ word: String, _ message: String, _ location: Diagnostic.Location?, _ style: TerminalStyle, _ color: Bool
  ) -> String {
    let place = location.map { "\(Escaping.terminalLine($0.path)):\($0.line):\($0.column):" }
    let sentence = TerminalStyle.strong.paint(shortened(Escaping.terminalLine(message)), color)
    return [place, style.paint(word + ":", color), sentence].compactMap { $0 }.joined(separator: " ")
  }

  private static func drawn(_ excerpt: SourceExcerpt, _ style: TerminalStyle, _ color: Bool) -> [String] {
    let number = String(excerpt.line)
    let gutter = String(repeating: " ", count: number.count)
    let bar = TerminalStyle.accent.paint("\(gutter) |", color)
    let line = TerminalStyle.accent.paint("\(number) |", color) + (excerpt.text.isEmpty ? "" : " " + excerpt.text)
    let indent = excerpt.mark.prefix { $0 == " " }
    return [bar, line, "\(bar) \(indent)\(style.paint(String(excerpt.mark.dropFirst(indent.count)), color))"]
  }

  /// `= help:`, `= fix:`, and alternatives one under the other.
  private static func notes(of diagnostic: Diagnostic, gutter: Int, _ color: Bool) -> [String] {
    diagnostic.mends.flatMap { note in
      let label = padded(note.label + ":", isAlternative: ["either", "or", "both"].contains(note.label))
      let start = String(repeating: " ", count: gutter + 1) + "= "
      let texts = shortened(Escaping.terminal(note.text)).split(separator: "\n", omittingEmptySubsequences: false)
      let indent = String(repeating: " ", count: start.count + label.count)
      return texts.enumerated().map { index, text in
        index == 0 ? start + TerminalStyle.strong.paint(label, color) + text : indent + text
      }
    }
  }

  private static func padded(_ label: String, isAlternative: Bool) -> String {
    isAlternative ? label + String(repeating: " ", count: max(1, "either:  ".count - label.count)) : label + " "
  }

  private static func shortened(_ text: String) -> String {
    text.count <= longest ? text : "\(text.prefix(longest - 100)) … \(text.suffix(97))"
  }
}
