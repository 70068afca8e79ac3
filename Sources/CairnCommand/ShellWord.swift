/// One word of a command that is shown to be run: in quotes where a shell would read it otherwise.
enum ShellWord {
  static func of(_ text: String) -> String {
    if !text.isEmpty, text.unicodeScalars.allSatisfy(isPlain) { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "/._-:@+,=%".unicodeScalars.contains(scalar)
  }
}
