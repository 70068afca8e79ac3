/// A text that people read, in one language or several.
public struct LocalizedText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text in one language; the tag is empty where only one text was given.
  public struct Translation: Sendable, Hashable {
    /// Language tag, as `en`.
    public let language: String
    /// What it says.
    public let text: String

    /// A text in a language.
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// In the order written.
  public let translations: [Translation]

  /// Texts in several languages.
  public init(_ translations: [Translation]) { self.translations = translations }

  /// One text, in the rulebook's language.
  public init(_ text: String) { translations = [Translation(language: "", text: text)] }

  /// One text, in the rulebook's language.
  public init(stringLiteral value: String) { self.init(value) }

  /// The text in a language; where there is none, the first one written.
  public func text(in language: String) -> String {
    translations.first { $0.language == language }?.text ?? translations.first?.text ?? ""
  }
}
