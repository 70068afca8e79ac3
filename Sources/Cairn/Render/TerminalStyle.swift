/// The few looks that text on a terminal has; without colour a text stays as it is.
package enum TerminalStyle: String, Sendable {
  case strong = "1"
  case faint = "2"
  case error = "1;31"
  case warning = "1;33"
  case good = "32"
  case accent = "36"

  /// The text in this look. Escape text from outside before it comes here.
  package func paint(_ text: String, _ color: Bool) -> String {
    color && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
