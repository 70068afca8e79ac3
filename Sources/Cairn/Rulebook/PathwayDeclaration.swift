/// One entry of `pathways:`.
package struct PathwayDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText
  package var appliesTo: ConditionDeclaration?
  package var source: String?
  package var steps: [StepDeclaration]
}

/// One step of a pathway.
package struct StepDeclaration: Sendable {
  package var id: Written<String>
  package var title: LocalizedText
  package var kind: Written<String>
  /// Nil where the next listed step follows; empty where the pathway ends here.
  package var then: [Written<String>]?
  package var repeats: CalendarDuration?
  package var isAnyTime = false
  package var who = Who.person
}

/// Whom a step or a rule is about.
package enum Who: String, Sendable, CaseIterable { case person, carer, team }

/// The sorts of moment that a pathway's step may be, as the language names them; a rulebook may add its own.
package enum StepKinds {
  package static let builtIn = [
    "prevention", "screening", "diagnosis", "information", "care-planning", "treatment-start", "treatment",
    "self-management-education", "rehabilitation", "waiting", "annual-review", "flare-up", "crisis", "admission", "coming-home",
    "transition", "follow-up", "stepping-up", "stepping-down", "relapse-prevention", "leaving-service", "carer-check", "end-of-life",
    "training",
  ]
}
