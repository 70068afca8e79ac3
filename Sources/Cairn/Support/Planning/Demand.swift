/// People who want a kind of support, and the groups that there are.
///
/// Whether it suits them has been judged before, by the rules; a plan only brings them together.
public struct Demand: Sendable {
  /// Who wants it.
  public var people: [Person]
  /// What there is.
  public var groups: [Existing]
  /// The day that is planned for.
  public var asOf: CalendarDate

  /// A demand.
  public init(people: [Person], groups: [Existing] = [], asOf: CalendarDate) {
    self.people = people
    self.groups = groups
    self.asOf = asOf
  }

  /// Somebody who wants it.
  public struct Person: Sendable {
    /// What is known of them.
    public var profile: Profile
    /// How much support is meant, where a shape counts by level: `light` or `long`. Nil counts as long.
    public var level: String?

    /// Somebody who wants it.
    public init(_ profile: Profile, level: String? = nil) {
      self.profile = profile
      self.level = level
    }
  }

  /// A group, network, coordinator or club that is there already.
  public struct Existing: Sendable, Hashable {
    /// The offer's id and title.
    public var id, title: String
    /// Its places in degrees, first the one that counts; empty where nobody noted any.
    public var sites: [Site]
    /// The areas, or the schools, whose people it takes; nil: any.
    public var hubs: [String]?
    /// How many units may join; nil where nobody said.
    public var free: Int?
    /// How many people a coordinator works with now, by level; nil where nobody said.
    public var light, long: Int?
    /// The languages of its team; empty where nobody said.
    public var languages: [String]
    /// Why it takes nobody, in words; nil where it does.
    public var closed: String?

    /// A group of which nothing is known but what it is.
    public init(id: String, title: String) {
      self.id = id
      self.title = title
      sites = []
      languages = []
    }
  }

  /// A place in degrees.
  public struct Site: Sendable, Hashable {
    /// Degrees.
    public var latitude, longitude: Double

    /// A place.
    public init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }
}

extension Demand.Existing {
  /// An offer of a rulebook, as far as planning reads it.
  package init(_ offer: Offer, of manifest: SupportManifest, in ruleSet: RuleSet, asOf: CalendarDate) {
    self.init(id: offer.id, title: offer.title.text(in: ruleSet.language))
    sites = offer.sites.compactMap { Ground($0) }.map { Demand.Site(latitude: $0.latitude, longitude: $0.longitude) }
    hubs = offer.accepts.flatMap { ruleSet.vocabulary.names(allowedBy: $0, of: manifest.hub) }
    free = offer.places?.free
    (light, long) = (offer.state.caseload?.light, offer.state.caseload?.long)
    languages = offer.state.teamLanguages
    closed = Self.closed(offer, manifest, asOf)
  }

  private static func closed(_ offer: Offer, _ manifest: SupportManifest, _ asOf: CalendarDate) -> String? {
    if let ends = offer.ends, ends.last < asOf { return "it ended on \(ends)" }
    let vacant = (manifest.shape.rolesThatCount + manifest.team).first { offer.state.roles[$0] == .vacant }
    if let vacant { return "it has no \(PlainWords.spaced(vacant)) at present" }
    guard manifest.shape == .closedCohort else { return nil }
    switch CohortEntry(offer, of: manifest, asOf: asOf).answer {
    case .open, .openUntil: return nil
    case .closed(let words): return words
    case .unknown(let words): return "nobody knows \(words)"
    }
  }
}

extension Vocabulary {
  /// The codes or values of one fact that a condition lets through, as far as one comparison of an *and* says so; nil where none does.
  fileprivate func names(allowedBy condition: Condition, of fact: String) -> [String]? {
    switch condition {
    case .all(let parts): return parts.lazy.compactMap { names(allowedBy: $0, of: fact) }.first
    case .comparison(let comparison):
      guard case .codes(let test) = comparison.test else { return choices(comparison, of: fact) }
      guard facts.indices.contains(comparison.fact), facts[comparison.fact].id == fact, test.quantifier == .anyOf else { return nil }
      return test.items.flatMap { $0 }.filter(codes.indices.contains).map { codes[$0].key.id }.sorted()
    case .any, .none, .some: return nil
    }
  }

  private func choices(_ comparison: Comparison, of fact: String) -> [String]? {
    guard case .choice(let allowed) = comparison.test, facts.indices.contains(comparison.fact), facts[comparison.fact].id == fact,
      case .choice(let values) = facts[comparison.fact].type
    else { return nil }
    return allowed.filter(values.indices.contains).map { values[$0] }.sorted()
  }
}
