/// What a kind of support declares of itself: a plugin's `support.yaml`, with its texts.
///
/// A manifest speaks of needs and circumstances and names no disease, so that one plugin serves every condition.
public struct SupportManifest: Sendable {
  /// The support type's id, as rules name it.
  public let id: String
  /// Its title.
  public let title: LocalizedText
  /// A neutral name for texts that others may see, where the title would disclose something.
  public let publicName: LocalizedText?
  /// One or two sentences.
  public let summary: LocalizedText
  /// What it may do for the person, in plain words.
  public let benefits: [LocalizedText]
  /// What can go wrong, and what guards against it.
  public let risks: [LocalizedText]
  /// Whether a service stands behind it, or people among themselves.
  public let formality: Formality
  /// How people come together in it.
  public let shape: Shape
  /// The shape's parameters as written.
  public let shapeParameters: [String: String]
  /// Who takes part as one: a person, a household, a family, a dyad, a network.
  public let unit: Unit
  /// What may be asked of it, `inform` and `flag` included.
  public let verbs: [Verb]
  /// What it does while a person's crisis is building.
  public let crisis: CrisisStance
  /// What a site must have before somebody whose crisis is building is sent there, in the words of offers' `serves-crisis`.
  public let crisisNeeds: [String]
  /// The schema of `with:` in rules.
  public let parameters: [Parameter]
  /// What taking part brings about, as a membership plan.
  public let produces: [String]
  /// Who leads, and how that changes.
  public let leadership: Leadership?
  /// Quantities; unit prices are the rulebook's.
  public let costs: [Cost]
  /// What is known of how well it works.
  public let evidence: [Evidence]
  /// What facilitators must be trained in.
  public let facilitatorsNeed: [String]
  /// How facilitators must have been checked, in the words of offers' `checked`; any one of these will do.
  public let checksNeed: [String]
  /// What is said, by language and verb.
  public let texts: [SupportText]

  /// `suits` and `unless` as declared, resolved against each rulebook's vocabulary.
  package let suits: ConditionDeclaration?
  package let unless: ConditionDeclaration?
  /// Facts it reads, declared in full.
  package let facts: [FactDeclaration]
  package let declaredAt: SourceRange?
  /// The SHA-256 of its files, hexadecimal, that tells one plugin from another of the same name.
  package let contentHash: String

  /// Formal support has a service behind it; informal support is people among themselves.
  public enum Formality: String, Sendable, CaseIterable { case formal, informal, either }

  /// The nine ways in which people come together.
  public enum Shape: String, Sendable, CaseIterable {
    case openGroup = "open-group"
    case closedCohort = "closed-cohort"
    case oneToOneMatch = "one-to-one-match"
    case twoSidedMatch = "two-sided-match"
    case geographicCluster = "geographic-cluster"
    case localityCoordinator = "locality-coordinator"
    case membershipClub = "membership-club"
    case reciprocalLedger = "reciprocal-ledger"
    case hub
  }

  /// Who takes part as one.
  public enum Unit: String, Sendable, CaseIterable { case person, household, family, dyad, network }

  /// What a kind of support does while a crisis is building: waits, is there for it, or goes on as before.
  public enum CrisisStance: String, Sendable, CaseIterable { case pauses, serves, continues }

  /// One parameter that a rule may give under `with:`.
  public struct Parameter: Sendable {
    /// Its name.
    public let name: String
    /// Its type.
    public let type: ParameterType
    /// Whether a rule must give it.
    public let isRequired: Bool
    /// What it is, for people.
    public let title: LocalizedText?
  }

  /// What values a parameter takes.
  public enum ParameterType: Sendable, Hashable {
    /// Any text.
    case text
    /// One of these.
    case choice([String])
    /// A whole number within bounds.
    case number(min: Int?, max: Int?)
    /// Yes or no.
    case boolean
    /// A list of texts.
    case list
    /// A list of support types of the rulebook, by id: what somebody may put together for a person.
    case supports
  }

  /// Who leads at first and later.
  public struct Leadership: Sendable {
    /// `staff` or `members`.
    public let starts, movesTo: String
    /// When it moves.
    public let after: String?
    /// What then happens if it does not hold.
    public let ifItFails: String?
    /// What must be there before it moves; nil where nothing is asked.
    public let needs: Needs?
    /// How long the new leadership is meant to last.
    public let lasts: CalendarDuration?

    /// What must be there before a group's members lead it.
    public struct Needs: Sendable, Hashable {
      /// The sessions that one must have come to.
      public let attended: Int?
      /// How many must have come so often; nil: more than half of those who began.
      public let people: Int?
      /// Whether one of them must be trained to lead, and a room and a budget be there.
      public let lead, room, budget: Bool
    }
  }

  /// One quantity that has a price.
  public struct Cost: Sendable {
    /// `staff-time`, `volunteer-reimbursement`, `support-costs`, `room-hire`, or a named extra.
    public let category: String
    /// What one of it belongs to: a session, a group, a network, a person.
    public let per: String
    /// How much, as written.
    public let quantity: String
    /// Of what.
    public let unit: String
  }
}

/// What is said for one verb in one language.
public struct SupportText: Sendable {
  /// Language tag.
  public let language: String
  /// The verb it is for.
  public let verb: Verb
  /// To the person.
  public let person: String
  /// To the practitioner.
  public let practitioner: String
}
