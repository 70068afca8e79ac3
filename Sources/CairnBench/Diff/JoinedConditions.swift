import Cairn

/// Whose conditions are compared.
enum ConditionOwner: CaseIterable {
  case rule, pathway, safeguard, offer, routing

  func rows(in ruleSet: RuleSet) -> RowSet {
    switch self {
    case .rule: ruleSet.ruleRows
    case .pathway: ruleSet.pathwayRows
    case .safeguard: ruleSet.safeguardRows
    case .offer: ruleSet.offerRows
    case .routing: ruleSet.routingRows
    }
  }
}

/// One condition in both rulebooks, by its index in each; nil where a rulebook does not have it.
struct ConditionPair {
  var owner: ConditionOwner
  var old: Int?
  var new: Int?
}

/// All conditions of two rulebooks over one vocabulary.
struct JoinedConditions {
  let old, new: DiffSide
  let asOf: CalendarDate
  let names: JoinedVocabulary
  private let joined: [ConditionOwner: Rows]
  private let builders: (old: FactsBuilder, new: FactsBuilder)

  private struct Rows {
    var all: JoinedRows
    /// Where the older rulebook's targets begin.
    var firstOld: Int
  }

  init(old: DiffSide, new: DiffSide, asOf: CalendarDate) {
    self.old = old
    self.new = new
    self.asOf = asOf
    let names = JoinedVocabulary(new: new.ruleSet.vocabulary, old: old.ruleSet.vocabulary)
    self.names = names
    builders = (FactsBuilder(vocabulary: old.ruleSet.vocabulary), FactsBuilder(vocabulary: new.ruleSet.vocabulary))
    var joined: [ConditionOwner: Rows] = [:]
    for owner in ConditionOwner.allCases {
      var all = JoinedRows()
      all.add(owner.rows(in: new.ruleSet), names.new)
      let firstOld = all.add(owner.rows(in: old.ruleSet), names.old)
      joined[owner] = Rows(all: all, firstOld: firstOld)
    }
    self.joined = joined
  }

  /// Where the condition stands among all rows, in each rulebook.
  func sides(of pair: ConditionPair) -> (rows: JoinedRows, old: Int?, new: Int?) {
    guard let rows = joined[pair.owner] else { return (JoinedRows(), nil, nil) }
    return (rows.all, pair.old.map { $0 + rows.firstOld }, pair.new)
  }

  /// Whether both ask the same in the same form.
  func areAlike(_ pair: ConditionPair) -> Bool {
    let (rows, old, new) = sides(of: pair)
    guard let old, let new else { return false }
    return rows.areAlike(old, new)
  }

  /// The facts that either reads, by index into the joined vocabulary.
  func factsRead(by pair: ConditionPair) -> Set<Int> {
    let (rows, old, new) = sides(of: pair)
    return [old, new].compactMap { $0 }.reduce(into: []) { $0.formUnion(rows.facts(readBy: $1)) }
  }

  /// What both rulebooks say of a person; *no* of what a rulebook does not have.
  func transition(of pair: ConditionPair, for profile: Profile) -> Transition {
    func verdict(_ index: Int?, _ side: DiffSide, _ builder: FactsBuilder) -> Truth {
      guard let index else { return .no }
      let facts = builder.facts(of: profile, asOf: asOf, staleCounts: pair.owner == .safeguard).facts
      return pair.owner.rows(in: side.ruleSet).verdict(of: index, facts)
    }
    return Transition(verdict(pair.old, old, builders.old), verdict(pair.new, new, builders.new))
  }
}
