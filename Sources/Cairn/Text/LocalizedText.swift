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

  /// Most rulebooks speak one language, and then a list would only hold one text.
  private enum Storage: Sendable, Hashable {
    case one(String)
    case several([Translation])
  }

  private let storage: Storage

  /// In the order written.
  public var translations: [Translation] {
    switch storage {
    case .one(let text): [Translation(language: "", text: text)]
    case .several(let translations): translations
    }
  }

  /// Each text, whatever its language. Most have but one, and a list of it costs more than looking at it.
  package func forEachText(_ body: (String) -> Void) {
    switch storage {
    case .one(let text): body(text)
    case .several(let translations): for translation in translations { body(translation.text) }
    }
  }

  /// Texts in several languages.
  public init(_ translations: [Translation]) {
    let isOne = translations.count == 1 && translations[0].language.isEmpty
    storage = isOne ? .one(translations[0].text) : .several(translations)
  }

  /// One text, in the rulebook's language.
  public init(_ text: String) { storage = .one(text) }

  /// One text, in the rulebook's language.
  public init(stringLiteral value: String) { self.init(value) }

  /// The text in a language; where there is none, one in the same language of another place (`en` for `en-GB`), else the first one written.
  public func text(in language: String) -> String {
    switch storage {
    case .one(let text): text
    case .several(let translations): translations.best(for: language, \.language)?.text ?? ""
    }
  }
}

extension Collection {
  /// The element whose tag is a language's, else one of the same language whatever the place, else the first.
  func best(for language: String, _ tag: (Element) -> String) -> Element? {
    first { tag($0) == language } ?? first { LanguageTag.isSame(tag($0), language) } ?? first
  }
}
