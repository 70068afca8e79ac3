/// Somebody for whom an offer is looked at, with what a rule wants of it.
package struct Seeker: Sendable {
  package var profile: Profile
  /// What is known of them on the day.
  package var facts: Facts
  package var vocabulary: Vocabulary
  /// The rule's `with:`.
  package var parameters: Parameters
  /// The verb that is left once consent has been asked.
  package var verb: Verb
  package var language: String
  /// Whether the suggestion stands at a step of a pathway.
  package var isAtStep: Bool

  package var asOf: CalendarDate { facts.asOf }

  package init(
    profile: Profile, facts: Facts, vocabulary: Vocabulary, parameters: Parameters, verb: Verb, language: String,
    isAtStep: Bool = false
  ) {
    self.profile = profile
    self.facts = facts
    self.vocabulary = vocabulary
    self.parameters = parameters
    self.verb = verb
    self.language = language
    self.isAtStep = isAtStep
  }
}
