/// What a support type is told when its words are needed.
public struct SuggestionRequest: Sendable {
  /// The verb that remains after consent, and after the door of the offer that stands first.
  public let verb: Verb
  /// The rule's `with:`.
  public let parameters: Parameters
  /// The language to answer in.
  public let language: String
  /// The kind of step it stands at; nil where it applies anywhere.
  public let stepKind: String?
  /// The step's title, and its pathway's; nil where it applies anywhere.
  public let step, pathway: String?
  /// What there is locally, looked at for the person, best first.
  public let offers: [Advice.Offer]
  /// Of a type that builds a package: the services that it may hold, best first.
  public let package: [Advice.PackageItem]
  /// Facts that the manifest declares or names in `suits`, by id, as texts in `language`: those that are known and not sensitive.
  public let facts: [String: String]
  /// The day that is judged for; nil where a request is made without one.
  public let asOf: CalendarDate?

  /// A request, as the engine makes it.
  public init(
    verb: Verb, parameters: Parameters, language: String, stepKind: String?, step: String? = nil, pathway: String? = nil,
    offers: [Advice.Offer] = [], package: [Advice.PackageItem] = [], facts: [String: String] = [:], asOf: CalendarDate? = nil
  ) {
    self.verb = verb
    self.parameters = parameters
    self.language = language
    self.stepKind = stepKind
    self.step = step
    self.pathway = pathway
    self.offers = offers
    self.package = package
    self.facts = facts
    self.asOf = asOf
  }
}

/// What a support type answers.
public struct SuggestionContent: Sendable, Hashable {
  /// The verb of the request.
  public let verb: Verb
  /// How, to the person.
  public let person: String
  /// How, to the practitioner.
  public let practitioner: String

  /// An answer.
  public init(verb: Verb, person: String, practitioner: String) {
    self.verb = verb
    self.person = person
    self.practitioner = practitioner
  }
}
