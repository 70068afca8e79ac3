/// One person, as a clinician's tool or a file tells of them. Everything may be missing; nothing missing counts as no.
public struct Profile: Sendable {
  /// A name for the output; not interpreted.
  public var id: String
  /// A line about them, for samples.
  public var about: String?
  /// Birth, as far as known; gives the fact `age`.
  public var born: PartialDate?
  /// Facts by id.
  public var facts: [String: Fact]
  /// Where they stand on which pathways; nil where nobody said.
  public var positions: [Position]
  /// Where they live.
  public var home: Home?
  /// What they agreed to.
  public var consent = Consent()
  /// Support suggested and used before.
  public var history: [Event] = []
  /// What they would rather have; ranks and explains, never hides.
  public var preferences: [String: [String]] = [:]
  /// Access needs: what does not meet them is not a match.
  public var access: [String] = []
  /// What matters to them, in their words.
  public var goals: [String] = []
  /// Concepts that they bring; nil where nobody asked.
  public var strengths: [String]?
  /// The profile id of the person they care for.
  public var carerOf: String?
  /// People with one household id live together.
  public var household: String?

  package var declaredAt: SourceRange?
  /// Where the keys beside `facts` were written, by key: `born`, `home`, `history`.
  package var sources: [String: SourceRange] = [:]
  /// Whether an event of the history could not be read, so that support may be in place that it does not name.
  package var isHistoryPartial = false

  /// A profile of which nothing is known but its name.
  public init(
    id: String, about: String? = nil, born: PartialDate? = nil, facts: [String: Fact] = [:], positions: [Position] = []
  ) {
    self.id = id
    self.about = about
    self.born = born
    self.facts = facts
    self.positions = positions
  }

  /// One fact: its value and, where known, the day it was found.
  public struct Fact: Sendable, Hashable {
    /// The value.
    public var value: Value
    /// When it was found; without it the value counts as current.
    public var date: PartialDate?

    package var source: SourceRange?

    /// A value and its date.
    public init(_ value: Value, date: PartialDate? = nil) {
      self.value = value
      self.date = date
    }
  }

  /// A fact's value, as its type in the rulebook wants it.
  public enum Value: Sendable, Hashable {
    /// Yes or no.
    case boolean(Bool)
    /// One of a choice.
    case choice(String)
    /// A number as written, so that nothing is lost on the way: `7`, `12.5`.
    case number(String)
    /// A day, a month or a year.
    case date(PartialDate)
    /// A date that never came.
    case never
    /// Codes by concept; what is not listed is absent unless `partial`.
    case codes([Code], partial: Bool)
    /// Asked, and not answered.
    case declined
    /// The same as leaving it out.
    case unknown
  }

  /// One concept and since when.
  public struct Code: Sendable, Hashable {
    /// A concept, support type or area of the rulebook.
    public var id: String
    /// Since when, as far as known.
    public var since: PartialDate?

    /// A concept.
    public init(_ id: String, since: PartialDate? = nil) {
      self.id = id
      self.since = since
    }
  }

  /// A place on a pathway.
  public struct Position: Sendable, Hashable {
    /// The pathway's id.
    public var pathway: String
    /// The step's id; nil where nobody said.
    public var step: String?
    /// Since when they stand there.
    public var since: PartialDate?
    /// When they reached steps before.
    public var reached: [String: PartialDate]

    package var source: SourceRange?

    /// A place on a pathway.
    public init(pathway: String, step: String?, since: PartialDate? = nil, reached: [String: PartialDate] = [:]) {
      self.pathway = pathway
      self.step = step
      self.since = since
      self.reached = reached
    }
  }

  /// Where a person lives.
  public enum Home: Sendable, Hashable {
    /// Degrees, and the code of the area; each may be missing.
    case place(latitude: Double?, longitude: Double?, area: String?)
    /// A legal place, and no obstacle.
    case noFixedAbode
  }

  /// What a person agreed to. Nil is *nobody asked*.
  public struct Consent: Sendable, Hashable {
    /// Whether anything may be suggested.
    public var suggest: Answer?
    /// Whether data about them may be shared with those who give support.
    public var share: Share?
    /// Whether those who give support may report back.
    public var messageBack: Bool?
    /// Who agreed: `self`, `parent`, `attorney`, `best-interests`.
    public var by: String?

    package var source: SourceRange?

    /// Nobody asked anything.
    public init() {}

    /// Yes, no, or would not say.
    public enum Answer: Sendable, Hashable {
      /// Agreed, or refused.
      case given(Bool)
      /// Asked, and not answered.
      case declined
    }

    /// With whom data may be shared.
    public enum Share: Sendable, Hashable {
      /// With every kind of support, or with none.
      case all(Bool)
      /// With these support types, by id; of others nothing was said.
      case with([String])
      /// Asked, and not answered.
      case declined
    }
  }

  /// Something that happened with a kind of support.
  public struct Event: Sendable, Hashable {
    /// The support type's id.
    public var support: String
    /// What came of it.
    public var outcome: Outcome
    /// When, as far as known.
    public var date: PartialDate?
    /// The step at which it was said, where recorded.
    public var step: String?

    package var source: SourceRange?

    /// An event.
    public init(support: String, outcome: Outcome, date: PartialDate? = nil, step: String? = nil) {
      self.support = support
      self.outcome = outcome
      self.date = date
      self.step = step
    }

    /// What came of a suggestion.
    public enum Outcome: String, Sendable, CaseIterable {
      /// In place from then on.
      case accepted
      /// Done as meant.
      case completed
      /// Over.
      case ended
      /// Refused.
      case declined
      /// Not now; comes back at the next step.
      case notYet = "not-yet"
    }
  }
}
