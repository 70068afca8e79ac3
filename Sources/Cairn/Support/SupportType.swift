/// A kind of support, as Swift: where the manifest alone is not enough.
///
/// Swift decides nothing about a person: whom it suits is conditions in the manifest. Code shapes texts and packages. It must be
/// deterministic and must not trap; a failing one yields the manifest's plain text and a problem, and nothing else is lost.
/// `expectSupportType(…)` in `CairnTesting` is the contract as a test.
public protocol SupportType: Sendable {
  /// What it declares of itself.
  var manifest: SupportManifest { get }
  /// What is wrong with a rule's `with:` beyond the manifest's schema.
  func check(_ parameters: Parameters) -> [Diagnostic]
  /// What is said for one suggestion.
  ///
  /// What is added to the manifest's words is added in every language: in one that the type has no words for, in the one that it has. A
  /// caution that is left out is worse than one that reads oddly.
  func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent
}

extension SupportType {
  /// Nothing beyond the schema.
  public func check(_ parameters: Parameters) -> [Diagnostic] { [] }

  /// The manifest's texts for the verb that remains.
  public func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
    manifest.plainContent(for: request)
  }
}

extension SupportManifest {
  /// The texts of the manifest for a request's verb and language; where it has none, its summary.
  public func plainContent(for request: SuggestionRequest) -> SuggestionContent {
    let ofVerb = texts.filter { $0.verb == request.verb }
    let text = ofVerb.best(for: request.language, \.language)
    let summary = summary.text(in: request.language)
    return SuggestionContent(verb: request.verb, person: text?.person ?? summary, practitioner: text?.practitioner ?? summary)
  }
}

/// A support type that is nothing but its manifest.
public struct DeclaredSupportType: SupportType {
  /// What it declares of itself.
  public let manifest: SupportManifest

  /// A support type from its manifest.
  public init(_ manifest: SupportManifest) { self.manifest = manifest }
}

/// Why a support type could not answer.
public struct SupportTypeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong, as a sentence for the problem that names the plugin.
  public let description: String

  /// A reason.
  public init(_ description: String) { self.description = description }
}
