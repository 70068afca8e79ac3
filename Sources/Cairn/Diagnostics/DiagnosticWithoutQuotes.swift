/// A mistake in a file of people, said without a word of the file: neither the lines around it nor what the message quotes.
extension Diagnostic {
  /// `path:line:column: the message [code]`, on one line.
  package func lineWithoutQuotes(from line: Int = 1) -> String {
    let place = location.map { "\($0.path):\($0.line + line - 1):\($0.column): " } ?? ""
    return Escaping.terminalLine("\(place)\(Self.withoutQuotes(message)) [\(code.rawValue)]")
  }

  /// The first mark begins what is left out and the last one ends it, since what is quoted may hold such marks itself.
  package static func withoutQuotes(_ message: String) -> String {
    guard let first = message.firstIndex(of: "`"), let last = message.lastIndex(of: "`"), first < last else { return message }
    return message[..<first] + "`…`" + message[message.index(after: last)...]
  }
}
