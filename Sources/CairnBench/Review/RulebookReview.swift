package import Cairn

/// A review of a rulebook's care pathways: how and where information about peer and community support is built in, for whom, and where
/// there are gaps. All facts of the page; text, Markdown, JSON and HTML draw this one value.
package struct RulebookReview: Sendable {
  package var title: String
  package var asOf: CalendarDate
  package var language: String
  package var pathways: [PathwayReview]
  /// Suggestions for persons that stand at no step in particular.
  package var anywhere: [InsertionReview]
  /// The kinds of support that the rules speak of, in the order of the rulebook.
  package var supports: [SupportReview]
  /// Whether the rulebook says at all what there is locally; else nothing is called a gap for want of it.
  package var saysWhatIsLocal: Bool
}

/// One care pathway.
package struct PathwayReview: Sendable {
  package var id, title: String
  /// Whom it is for, in words.
  package var audience: Audience
  package var source: String?
  /// `file:line`.
  package var place: String?
  package var steps: [StepReview]
  package var leftOut: LeftOutReview
  package var formality: FormalityReview
}

/// One step.
package struct StepReview: Sendable {
  package var id, title, kind: String
  package var who: Who
  /// `every 12 months`.
  package var repeats: String?
  package var isAnyTime: Bool
  /// The steps that may follow, by their places in the pathway.
  package var then: [Int]
  package var insertions: [InsertionReview]
  /// Rules for this kind of step, or placed here, that cannot stand here.
  package var idle: [IdleRule]
  /// The only sort of support that is offered here, where there is but one.
  package var onlyFormality: Formality?

  package var carriesNothing: Bool { insertions.isEmpty }
  package typealias Formality = OfferDeclaration.Formality
}

/// One rule that can stand at one step, or anywhere.
package struct InsertionReview: Sendable {
  package var rule, title: String
  /// `file:line`.
  package var place: String
  package var who: Who
  /// Nil for a rule that only asks a practitioner to look.
  package var support: String?
  /// The support type's title with what the rule gives for `with:`; of a flag, what to look at.
  package var what: String
  package var verb: String
  package var priority: Priority
  /// The best grade of the evidence that the rule gives, and of its support type's.
  package var grade: String?
  package var supportGrade: String?
  /// `after 12 weeks`, `within 4 weeks`.
  package var after, within: String?
  /// Whom it is for: short, without what holds of everybody on the pathway; and in full.
  package var audience, fullAudience: Audience
  package var because: String
  package var local: LocalBacking?
  package var formality: Set<OfferDeclaration.Formality>
}

/// A rule that has to do with a step and does not stand there.
package struct IdleRule: Sendable, Hashable {
  package enum Reason: String, Sendable {
    /// Its `at` names this kind of step, and other pathways or steps.
    case elsewhere
    /// It is about other people than those whose step this is.
    case otherPeople = "other-people"
    /// Its conditions contradict whom the pathway is for: proved.
    case contradicts
    /// It is not in force on the day.
    case notInForce = "not-in-force"
  }

  package var rule: String
  package var reason: Reason
  /// Why, in words that follow the rule's name.
  package var detail: String
}

/// A kind of support, with its value and its risks.
package struct SupportReview: Sendable {
  package var id, title, summary: String
  package var formality: SupportManifest.Formality
  package var benefits, risks: [String]
  package var local: LocalBacking?
}

/// Which steps of a pathway lead to support behind which a service stands, and which to people among themselves.
package struct FormalityReview: Sendable {
  /// Titles of support types.
  package var formal, informal: [String]
}

extension RulebookReview {
  package var steps: [StepReview] { pathways.flatMap(\.steps) }

  package struct Gaps: Sendable, Hashable {
    package var steps = 0
    package var empty = 0
    package var withoutLocal = 0
    package var insertions = 0
    package var teamSteps = 0
    package var emptyTeamSteps = 0
  }

  package var gaps: Gaps { pathways.reduce(into: Gaps()) { $0.add($1.gaps) } }
}

extension RulebookReview.Gaps {
  fileprivate mutating func add(_ other: Self) {
    steps += other.steps
    empty += other.empty
    withoutLocal += other.withoutLocal
    insertions += other.insertions
    teamSteps += other.teamSteps
    emptyTeamSteps += other.emptyTeamSteps
  }
}

extension PathwayReview {
  package var gaps: RulebookReview.Gaps {
    let team = steps.filter { $0.who == .team }
    let insertions = steps.flatMap(\.insertions)
    return RulebookReview.Gaps(
      steps: steps.count, empty: steps.count(where: \.carriesNothing), withoutLocal: insertions.count { $0.local?.isGap == true },
      insertions: insertions.count, teamSteps: team.count, emptyTeamSteps: team.count(where: \.carriesNothing))
  }
}
