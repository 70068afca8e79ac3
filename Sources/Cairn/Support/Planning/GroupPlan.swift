/// How people who want a kind of support come together: who joins what there is, what is to be formed, who waits and why, and what it takes.
public struct GroupPlan: Sendable, Hashable {
  /// Groups that are joined, by id, then groups to form.
  public var groups: [Group] = []
  /// For whom there is no place yet, by id.
  public var unplaced: [Unplaced] = []
  /// Places with nobody who could do the work: areas without a coordinator.
  public var gaps: [Gap] = []
  /// What the groups to form, and everybody who is placed, take; quantities, no prices.
  public var costs: [Quantity] = []
  /// Places that stay free in these groups, as far as known.
  public var free = 0
  /// What nobody knows and the plan would need, as sentences.
  public var unknown: [String] = []

  /// A plan for nobody.
  public init() {}

  /// People together.
  public struct Group: Sendable, Hashable {
    /// The id of the group that they join; nil for one to form.
    public var joins: String?
    /// Profile ids, sorted.
    public var members: [String]
    /// How many of what counts as one they are: people, families, households.
    public var units: Int
    /// The area or the school that it is for; nil where none counts.
    public var hub: String?
    /// The middle of a network.
    public var centre: Demand.Site?
    /// Who must be found for it, each as often as wanted.
    public var roles: [String]
    /// Languages that its team must speak between them.
    public var languages: [String]
    /// How often it meets, in words; nil where the type does not say.
    public var times: String?

    /// A group of these people.
    public init(joins: String? = nil, members: [String], units: Int) {
      self.joins = joins
      self.members = members.sorted()
      self.units = units
      roles = []
      languages = []
    }
  }

  /// Somebody for whom there is no place yet.
  public struct Unplaced: Sendable, Hashable {
    /// The profile's id.
    public var person: String
    /// Why, as a sentence without its full stop.
    public var reason: String

    /// Somebody, and why.
    public init(_ person: String, _ reason: String) {
      self.person = person
      self.reason = reason
    }
  }

  /// An area where nobody does the work, or not enough.
  public struct Gap: Sendable, Hashable {
    /// The area's code.
    public var area: String
    /// How many units wait there.
    public var waiting: Int
    /// How many coordinators would serve them.
    public var needed: Int
    /// What these would take.
    public var costs: [Quantity]
  }

  /// So much of something that has a price.
  public struct Quantity: Sendable, Hashable {
    /// `staff-time`, `volunteer-reimbursement`, `support-costs`, `room-hire`, or a named extra.
    public var category: String
    /// How much, exact: `24`, `37.5`.
    public var quantity: String
    /// Of what.
    public var unit: String
    /// How it comes about: `2 networks`, `16 sessions`.
    public var of: String
  }
}

extension GroupPlan {
  /// What is wrong with it, for people of a demand: the ends of sentences that begin with the plan.
  package func faults(for demand: Demand) -> [String] {
    let wanted = Set(demand.people.map(\.profile.id))
    var faults: [String] = []
    var seen: Set<String> = []
    for person in groups.flatMap(\.members) + unplaced.map(\.person) {
      if !wanted.contains(person) { faults.append("places `\(person)`, who did not ask for it") }
      if !seen.insert(person).inserted { faults.append("counts `\(person)` twice") }
    }
    faults += wanted.subtracting(seen).sorted().map { "loses `\($0)`" }
    let known = Set(demand.groups.map(\.id))
    for group in groups {
      if group.members.isEmpty { faults.append("has a group without people") }
      if let joins = group.joins, !known.contains(joins) { faults.append("lets people join `\(joins)`, which is not there") }
    }
    for person in unplaced where person.reason.trimmed.isEmpty {
      faults.append("does not say why there is no place for `\(person.person)`")
    }
    return faults
  }
}
