/// One entry of `rules:`.
package struct RuleDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText
  package var who = Who.person
  /// Nil where the rule applies anywhere.
  package var at: PlacementDeclaration?
  package var when: ConditionDeclaration?
  /// Whether `when`, as written, is a mapping whose only key is `any`: its branches then become rows.
  package var whenIsAny = false
  package var unless: ConditionDeclaration?
  package var action: ActionDeclaration
  package var priority = Priority.usual
  package var because: LocalizedText
  /// Where `because` and `flag` were written, for what points into them.
  package var becauseAt: SourceRange?
  package var flagAt: SourceRange?
  package var evidence: [Evidence] = []
  package var sayPerson: Written<LocalizedText>?
  package var sayPractitioner: Written<LocalizedText>?
  /// What is said instead where one verb remains.
  package var sayByVerb: [VerbSaid] = []
  package var coProducedWith: String?
  package var validFrom: PartialDate?
  package var validUntil: PartialDate?
  package var owner: String?
  package var reviewBy: PartialDate?
}

/// What a rule says where one verb remains, in place of what it says else.
package struct VerbSaid: Sendable {
  package var verb: Verb
  package var person, practitioner: Written<LocalizedText>?
}

/// Where a rule speaks: kinds, pathways and steps together are an *and*; an empty list asks nothing.
package struct PlacementDeclaration: Sendable {
  package var kinds: [Written<String>] = []
  package var pathways: [Written<String>] = []
  package var steps: [Written<String>] = []
  package var after: CalendarDuration?
  package var within: CalendarDuration?
}

/// What a rule does. Indirect where it is long, as every rule holds one.
package enum ActionDeclaration: Sendable {
  indirect case suggest(support: Written<String>, verb: Written<String>, with: Node?, SourceRange)
  case flag(LocalizedText)
}

/// How much a rule matters beside others: weights 4, 2 and 1 in the ranking of questions.
public enum Priority: String, Sendable, Hashable, CaseIterable {
  /// Before the rest.
  case high
  /// What a rule has unless it says otherwise.
  case usual
  /// After the rest.
  case low
}

/// What is known of how well something works, and where that knowledge ends.
public struct Evidence: Sendable, Hashable {
  /// `high`, `moderate`, `low`, `very-low` or `none`, in the author's judgement.
  public let grade: String
  /// Where it comes from.
  public let source: String
  /// What it does not show.
  public let limits: String?
  /// The day by which somebody should look again.
  public let reviewBy: PartialDate?

  /// The grades, best first.
  public static let grades = ["high", "moderate", "low", "very-low", "none"]

  /// One piece of evidence.
  public init(grade: String, source: String, limits: String? = nil, reviewBy: PartialDate? = nil) {
    self.grade = grade
    self.source = source
    self.limits = limits
    self.reviewBy = reviewBy
  }
}
