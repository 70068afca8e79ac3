/// A rulebook made ready: names resolved, conditions as rows, everything immutable and shared by all threads.
package struct RuleSet: Sendable {
  package var id: String
  package var title: LocalizedText
  package var version: String
  package var language: String
  package var hash: RulebookHash
  package var limits: Limits
  package var coolDown: CalendarDuration
  package var vocabulary: Vocabulary
  package var supports: [any SupportType]
  package var pathways: [Pathway]
  package var rules: [Rule]
  package var safeguards: [Safeguard]
  /// Conditions of `rules`, row targets by rule index.
  package var ruleRows: RowSet
  /// Each pathway's `for`, by pathway index; a pathway without one is always true.
  package var pathwayRows: RowSet
  /// Each safeguard's `when`, by safeguard index.
  package var safeguardRows: RowSet
  package var offers: [Offer] = []
  /// Each offer's `accepts`, by offer index; an offer without one takes everybody.
  package var offerRows = RowSet()
  /// Each support type's `suits` and negated `unless`, by support index.
  package var supportRows = RowSet()
  package var routing: [Routing] = []
  /// Each routing policy's `when`, by its index.
  package var routingRows = RowSet()
  /// How old an entry may be before it counts as out of date.
  package var staleAfter = HeaderDeclaration.usualStaleAfter
  /// How far away an offer may be that people go to, in metres.
  package var reach = HeaderDeclaration.usualReach

  /// The ids of the rules, each at its index. Put together anew at each call: whoever looks up many keeps it.
  package var ruleNames: Words { Words(rules.lazy.map(\.id)) }

  package struct Limits: Sendable {
    package var perStep: Int
    package var inAll: Int
  }

  package struct Pathway: Sendable {
    package var id: String
    package var title: LocalizedText
    /// `for` as resolved; its rows are the target of the pathway's index in `pathwayRows`.
    package var condition: Condition?
    package var steps: [Step]
    package var declaredAt: SourceRange?
  }

  package struct Step: Sendable {
    package var id: String
    package var title: LocalizedText
    package var kind: String
    /// Indices of the steps that may follow.
    package var then: [Int]
    package var repeats: CalendarDuration?
    package var isAnyTime: Bool
    package var who: Who
  }

  package struct Rule: Sendable {
    package var id: String
    package var title: LocalizedText
    package var who: Who
    package var at: Placement?
    package var action: Action
    package var priority: Priority
    package var because: LocalizedText
    package var evidence: [Evidence]
    package var sayPerson: LocalizedText?
    package var sayPractitioner: LocalizedText?
    /// What is said instead where one verb remains.
    package var sayByVerb: [VerbSaid] = []
    /// Whether something that is said where nothing is shared promises that something is.
    package var promisesSharing = false
    package var validFrom: CalendarDate?
    package var validUntil: CalendarDate?
    /// Who answers for it, and by when somebody should look again: its own, else the rulebook's.
    package var owner: String?
    package var reviewBy: PartialDate?
    /// The conditions as resolved, for explanations and for the oracle.
    package var conditions: RuleConditions
    package var declaredAt: SourceRange
  }

  package enum Action: Sendable {
    case suggest(support: Int, verb: Verb, with: Parameters)
    case flag(LocalizedText)
  }

  package struct Placement: Sendable {
    package var kinds: [String]
    package var pathways: [Int]
    package var steps: [String]
    package var after: CalendarDuration?
    package var within: CalendarDuration?
  }

  package struct Safeguard: Sendable {
    package var id: String
    package var stop: Stop
    package var escalatePerson: LocalizedText?
    package var escalatePractitioner: LocalizedText?
    package var condition: Condition
    package var declaredAt: SourceRange
  }

  package enum Stop: Sendable {
    case nothing, everything, exceptServesCrisis
    case supports(Set<Int>)
  }
}

extension RuleSet {
  /// A single point of access: in one locality, some kinds of support are reached through a hub.
  package struct Routing: Sendable {
    package var id: String
    package var title: LocalizedText
    /// Support types that go through it, by index; nil for all but the hub.
    package var supports: Set<Int>?
    package var verbs: Set<Verb>
    /// The support type that it goes through, by index.
    package var hub: Int
    /// The hub's parameter that names what is put together.
    package var parameter: String
    package var condition: Condition
    package var declaredAt: SourceRange

    /// Whether a suggestion of a type with a verb goes through it.
    package func takes(_ support: Int, _ verb: Verb) -> Bool {
      support != hub && verbs.contains(verb) && supports?.contains(support) != false
    }
  }
}

/// Everything that must hold for a rule, each part with its origin.
package struct RuleConditions: Sendable {
  package var when: Condition?
  /// Whether `when`, as written, is a mapping whose only key is `any`.
  package var whenIsAny: Bool
  package var unless: Condition?
  package var supportSuits: Condition?
  package var supportUnless: Condition?

  package init(
    when: Condition? = nil, whenIsAny: Bool = false, unless: Condition? = nil, supportSuits: Condition? = nil,
    supportUnless: Condition? = nil
  ) {
    self.when = when
    self.whenIsAny = whenIsAny
    self.unless = unless
    self.supportSuits = supportSuits
    self.supportUnless = supportUnless
  }
}
