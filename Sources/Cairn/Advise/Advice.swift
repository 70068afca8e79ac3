/// What the rulebook says for one person on one day.
public struct Advice: Sendable {
  /// The profile's id.
  public internal(set) var profile: String
  /// The day it was judged for.
  public internal(set) var asOf: CalendarDate
  /// What to suggest, best first.
  public internal(set) var suggestions: [Suggestion] = []
  /// What a practitioner is asked to look at, where no support is meant.
  public internal(set) var flags: [Flag] = []
  /// What a practitioner is asked to look at once its time has come. No flags yet: what they say is not so before.
  public internal(set) var flagsNotDue: [Flag] = []
  /// What would be suggested or not, if more were known; one entry a rule.
  public internal(set) var undecided: [Undecided] = []
  /// What to ask, best first; empty means that there is nothing more to ask.
  public internal(set) var questions: [Question] = []
  /// What was not suggested, and why.
  public internal(set) var notSuggested: [NotSuggested] = []
  /// What comes before any suggestion.
  public internal(set) var escalate: [Escalation] = []
  /// What could not be used as given.
  public internal(set) var problems: [Problem] = []
  /// Each pathway the person is on, with what stands at each step; for drawing.
  public internal(set) var pathways: [PathwayPlace] = []
  /// What must be known of the person's safety before anything is suggested; nil where every safeguard could be judged.
  public internal(set) var checkFirst: CheckFirst?

  /// When something is said.
  public enum Timing: String, Sendable, Hashable {
    /// At the step where the person stands.
    case now
    /// At a step to come, or once a time has passed.
    case ahead
    /// At no step in particular.
    case anywhere
  }

  /// One support type, one verb, at one step.
  public struct Suggestion: Sendable {
    /// The support type's id.
    public internal(set) var support: String
    /// Its title, and the name for texts that others may see.
    public internal(set) var title, publicName: String
    /// The verb that remains.
    public internal(set) var verb: Verb
    /// The verb before consent or training softened it.
    public internal(set) var softenedFrom: Verb?
    /// When.
    public internal(set) var timing: Timing
    /// From which day, where it stands ahead with its date.
    public internal(set) var from: CalendarDate?
    /// By which day, where the rule gives one.
    public internal(set) var by: CalendarDate?
    /// Whether that day has passed.
    public internal(set) var late: Bool
    /// The pathway's and the step's id; nil where it applies anywhere.
    public internal(set) var pathway, step: String?
    /// The other places where it would stand.
    public internal(set) var alsoAt: [Place]
    /// Every rule that suggests it, the leading one first.
    public internal(set) var rules: [String]
    /// The leading rule's.
    public internal(set) var priority: Priority
    /// What the leading rule gives for `with:`.
    public internal(set) var parameters: Parameters
    /// Why, in a sentence.
    public internal(set) var because: String
    /// What it may do for the person.
    public internal(set) var benefits: [String]
    /// What can go wrong, and what guards against it.
    public internal(set) var risks: [String]
    /// What is known of how well it works, of the rules and of the support type.
    public internal(set) var evidence: [Evidence]
    /// What is said.
    public internal(set) var say: Said
    /// What to mind.
    public internal(set) var cautions: [String]
    /// The last day on which, nothing else changed, it would still be suggested; nil if over ten years ahead.
    public internal(set) var holdsUntil: CalendarDate?
    /// Whether nothing local stands behind it, in a rulebook that says what there is.
    public internal(set) var gap: Bool
    /// What the verb would be if the person agreed to share their details; nil where that changes nothing.
    package internal(set) var withConsent: Verb?
    /// Each rule at each place where it stands.
    package internal(set) var standings: [Standing] = []
    /// What there is locally, best first; at most twenty, and `offersLeftOut` counts the rest.
    public internal(set) var offers: [Offer] = []
    /// How many local offers are not listed.
    public internal(set) var offersLeftOut = 0
    /// What somebody would put together for the person, where the support type does that.
    public internal(set) var package: [PackageItem] = []
  }

  /// One rule at one place; without pathway and step where it applies anywhere.
  package struct Standing: Sendable, Hashable {
    package internal(set) var rule: String
    package internal(set) var pathway, step: String?
    package internal(set) var timing: Timing
  }

  /// What is said, to whom.
  public struct Said: Sendable, Hashable {
    /// To the person.
    public internal(set) var person: String
    /// To the practitioner.
    public internal(set) var practitioner: String
  }

  /// A step of a pathway.
  public struct Place: Sendable, Hashable {
    /// The pathway's id.
    public internal(set) var pathway: String
    /// The step's id.
    public internal(set) var step: String
    /// When.
    public internal(set) var timing: Timing
  }

  /// A look asked of a practitioner.
  public struct Flag: Sendable {
    /// The rule's id.
    public internal(set) var rule: String
    /// Where; nil where it applies anywhere.
    public internal(set) var pathway, step: String?
    /// When.
    public internal(set) var timing: Timing
    /// From which day, where it stands ahead with its date.
    public internal(set) var from: CalendarDate?
    /// By which day, where the rule gives one.
    public internal(set) var by: CalendarDate?
    /// Whether that day has passed.
    public internal(set) var late = false
    /// How long after its step is reached it is due, where that has not come.
    package internal(set) var dueAfter: CalendarDuration?
    /// What to mind: that nobody noted when its step was reached, for instance.
    public internal(set) var cautions: [String] = []
    /// What to look at.
    public internal(set) var say: String
    /// Why.
    public internal(set) var because: String
  }

  /// A rule that waits for an answer.
  public struct Undecided: Sendable {
    /// The support type's id; nil for a rule that flags.
    public internal(set) var support: String?
    /// The rule's verb; `flag` for a rule that flags.
    public internal(set) var verb: Verb
    /// When.
    public internal(set) var timing: Timing
    /// Where; nil where it applies anywhere.
    public internal(set) var pathway, step: String?
    /// The rule, as a list of one.
    public internal(set) var rules: [String]
    /// Every missing fact that was not declined, and `reached:PATHWAY/STEP` for a missing day.
    public internal(set) var needs: [String]
    /// Missing facts that were declined.
    public internal(set) var declined: [String]
    /// Whether anything speaks for it.
    public internal(set) var live: Bool
  }

  /// A fact to ask about.
  public struct Question: Sendable {
    /// The fact's id; `step:PATHWAY` or `reached:PATHWAY/STEP` where it asks at which step the person stands, or since when.
    public internal(set) var fact: String
    /// The wording.
    public internal(set) var ask: String
    /// The live undecided rules that some single answer makes true.
    public internal(set) var settles: Int
    /// The suggestions whose verb waits for it.
    public internal(set) var unlocks: Int
    /// Hundredths of its score.
    package internal(set) var scoreHundredths: Int
    /// Whether a safeguard asks.
    public internal(set) var safety: Bool
    /// The rules that need it; for a question of safety, the safeguards.
    public internal(set) var because: [String]
    /// Sum of the weights of the rules that need it, divided by the fact's burden; two decimals.
    public var score: Double { Double(scoreHundredths) / 100 }
  }

  /// Something that was not suggested.
  public struct NotSuggested: Sendable {
    /// The support type's id; nil for a rule that flags.
    public internal(set) var support: String?
    /// The verb it would have had.
    public internal(set) var verb: Verb
    /// Where; nil where it applies anywhere.
    public internal(set) var pathway, step: String?
    /// The rules that would have suggested it.
    public internal(set) var rules: [String]
    /// Why not.
    public internal(set) var reason: Reason
    /// Why not, in words.
    public internal(set) var detail: String
    /// Whether anything known of the person speaks for it; what nothing speaks for is a counted line for people.
    package internal(set) var isSpokenFor = false
  }

  /// The closed list of reasons.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// A safeguard stops it.
    case stopped
    /// The person does not wish suggestions.
    case noConsent = "no-consent"
    /// Refused within the rulebook's cool-down.
    case recentlyDeclined = "recently-declined"
    /// In place now.
    case alreadyInPlace = "already-in-place"
    /// What is known of the person speaks against it.
    case notAMatch = "not-a-match"
    /// Every local offer refuses.
    case noOfferFits = "no-offer-fits"
    /// Others at this step come first.
    case limitPerStep = "limit-per-step"
    /// Others come first.
    case limitInAll = "limit-in-all"
    /// The rule is not in force on this day.
    case notInForce = "not-in-force"
    /// The support type failed.
    case pluginFailed = "plugin-failed"
  }

  /// Safeguards that stop something and could not be judged.
  public struct CheckFirst: Sendable, Hashable {
    /// Their ids.
    public internal(set) var safeguards: [String]
    /// The facts that they wait for, whether or not somebody can be asked about them.
    public internal(set) var facts: [String]
  }

  /// What comes before any suggestion.
  public struct Escalation: Sendable {
    /// The safeguard's id.
    public internal(set) var safeguard: String
    /// What is said.
    public internal(set) var say: Said
  }

  /// Something that could not be used as given.
  public struct Problem: Sendable {
    /// The fact's id, or what else it is about.
    public internal(set) var fact: String
    /// What, in words.
    public internal(set) var detail: String
    /// `file:line:column`, where it was written.
    public internal(set) var source: String?
    /// Whether the sentence names something sensitive, or tells its value; what is withheld says only where to look.
    package internal(set) var isSensitive = false
  }

  /// One pathway and where the person stands on it.
  public struct PathwayPlace: Sendable {
    /// The pathway's id and title.
    public internal(set) var pathway, title: String
    /// Its steps in order, those of the team left out.
    public internal(set) var steps: [StepPlace]
  }

  /// One step, seen from where the person stands.
  public struct StepPlace: Sendable {
    /// The step's id and title.
    public internal(set) var step, title: String
    /// Where it lies.
    public internal(set) var relation: Relation
    /// Since when, of the step where they stand; when it was reached, of one before.
    public internal(set) var since: PartialDate?
    /// How often it comes again, in words.
    public internal(set) var repeats: String?
  }

  /// Where a step lies, seen from where the person stands.
  public enum Relation: String, Sendable {
    /// Passed.
    case behind
    /// Where they stand.
    case now
    /// To come.
    case ahead
    /// On no line.
    case anyTime = "any-time"
    /// On another branch.
    case elsewhere
  }
}
