/// Where GitHub would make a link or a mention of plain text: addresses with `://` or `www.`, mail addresses, `@user`, `#12`, `GH-12`.
///
/// A backslash keeps none of them away, since they are looked for in the text that Markdown left. A space of no width between the
/// characters does, and is written as an entity, so that whoever reads the source sees it.
struct MarkdownLinks {
  static let gap = "&#8203;"

  /// The last few characters, in lower case.
  private var last: [Character] = []

  /// Whether a link would begin if this character followed what came before.
  mutating func begin(before character: Character) -> Bool {
    defer {
      last = last.suffix(2) + [Character(character.lowercased().first.map(String.init) ?? " ")]
    }
    switch character {
    case "/": return last.last == ":"
    case ".": return last == ["w", "w", "w"]
    case "-": return last.suffix(2) == ["g", "h"]
    case _ where last.last == "@": return character.isLetter || character.isNumber || character == "_" || character == "-"
    case _ where last.last == "#": return character.isNumber
    default: return false
    }
  }
}
