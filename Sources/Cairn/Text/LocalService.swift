/// A service of a local directory, as far as somebody who is told about it needs to know it: where it is, when, and how to get in touch.
///
/// Offers name one by its id (`service: hsds:ID`). The engine opens no directory: a program brings the services, read with `CairnDirectory`
/// or from a source of its own. Everything in it is text from outside; each renderer escapes it.
public struct LocalService: Sendable, Hashable {
  /// The directory's id of the service, as offers name it after `hsds:`.
  public var id: String
  /// Its name.
  public var name: String
  /// Who runs it.
  public var organisation: String?
  /// What it is, in the directory's words.
  public var summary: String?
  /// Whether it runs.
  public var status: Status
  /// Where it takes place; empty where the directory names no place.
  public var locations: [Location]
  /// Telephone numbers, email and web addresses, in the order of the directory.
  public var contacts: [Contact]
  /// Opening times as sentences: `Tuesdays from 10:00 to 12:00`.
  public var times: [String]
  /// Language tags, as far as the directory's words could be understood.
  public var languages: [String]
  /// The youngest and the oldest age it is for, in years; nil where the directory gives none.
  public var youngest, oldest: Int?
  /// What it costs, in the directory's words.
  public var costs: [String]
  /// The day on which somebody last made sure that the entry is right.
  public var assured: CalendarDate?

  /// A service of which only the id and the name are known.
  public init(id: String, name: String, status: Status = .unknown) {
    self.id = id
    self.name = name
    self.status = status
    locations = []
    contacts = []
    times = []
    languages = []
    costs = []
  }

  /// Whether a service runs.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// It runs.
    case active
    /// It is there, and not at present.
    case closedForNow = "closed-for-now"
    /// It is there no more.
    case defunct
    /// The directory does not say, or says something that nobody knows.
    case unknown
  }

  /// One place where a service takes place.
  public struct Location: Sendable, Hashable {
    /// The directory's id of the place.
    public var id: String
    /// The name of the place.
    public var name: String?
    /// The lines of its address.
    public var address: [String]
    /// Degrees; both or neither.
    public var latitude, longitude: Double?
    /// What meets access needs there, in the words that profiles use: `step-free`.
    public var access: [String]
    /// Opening times of this place, where they are its own.
    public var times: [String]

    /// A place of which nothing is known but its id.
    public init(id: String, name: String? = nil) {
      self.id = id
      self.name = name
      address = []
      access = []
      times = []
    }
  }

  /// One way to get in touch.
  public struct Contact: Sendable, Hashable {
    /// What it is.
    public var kind: Kind
    /// The number or address as the directory gives it.
    public var value: String

    /// A way to get in touch.
    public init(_ kind: Kind, _ value: String) {
      self.kind = kind
      self.value = value
    }

    /// The kinds there are.
    public enum Kind: String, Sendable, Hashable { case telephone, email, web }
  }
}

/// Reads a directory for a rulebook that names one: the services of these ids, or as many of them as there are.
///
/// - `path`: the path as the rulebook gives it, from the folder of the file that names it.
/// - `ids`: the ids that offers name; a directory may hold many more, which need not be kept.
/// - Throws: whatever keeps the directory from being read; the rulebook then says so at the place that names the directory.
public typealias DirectoryReading = @Sendable (_ path: String, _ ids: Set<String>) throws -> [LocalService]
