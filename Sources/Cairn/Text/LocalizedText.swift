/// A text that people read, in one language or several.
public struct LocalizedText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Language tag and text, in the order written; the tag is empty where only one text was given.
  public let texts: [(language: String, text: String)]

  /// Texts by language tag.
  public init(_ texts: [(language: String, text: String)]) { self.texts = texts }

  /// One text, in the rulebook's language.
  public init(_ text: String) { texts = [("", text)] }

  /// One text, in the rulebook's language.
  public init(stringLiteral value: String) { self.init(value) }

  /// The text in a language; where there is none, the first one written.
  public func text(in language: String) -> String {
    texts.first { $0.language == language }?.text ?? texts.first?.text ?? ""
  }

  public static func == (a: LocalizedText, b: LocalizedText) -> Bool {
    a.texts.elementsEqual(b.texts) { $0.language == $1.language && $0.text == $1.text }
  }

  public func hash(into hasher: inout Hasher) {
    for text in texts {
      hasher.combine(text.language)
      hasher.combine(text.text)
    }
  }
}
