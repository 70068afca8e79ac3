/// The names of two rulebooks in one vocabulary, so that the conditions of both can be asked of the same person.
///
/// Facts, concepts, support types and areas are one where their ids are; the newer rulebook's come first. What one of the two cannot read
/// is said: a person whom both read in full is one to whom `limits` leaves nothing else.
package struct JoinedVocabulary: Sendable {
  package private(set) var vocabulary: Vocabulary
  /// Where the names of each rulebook stand in it.
  package private(set) var new, old: VocabularyMap
  /// Facts that are of another type in the other rulebook, so that no person can give both: by index here.
  package private(set) var apart: Set<Int> = []
  /// What both read of a fact of which each reads something else, by index here.
  package private(set) var shared: [Int: AllowedSet] = [:]
  /// Codes that one of the two does not have, by index here. A set with one of them is open to the other rulebook. Areas need no declaration.
  package private(set) var foreignCodes: Set<Int> = []

  package init(new: Vocabulary, old: Vocabulary) {
    vocabulary = new
    self.new = VocabularyMap(identityOf: new)
    self.old = VocabularyMap(facts: [], codes: [], derived: [], values: [])
    for code in old.codes { self.old.codes.append(vocabulary.intern(code)) }
    for (index, code) in vocabulary.codes.enumerated() where code.key.domain != .areas {
      if new.codeIndex[code.key] == nil || old.codeIndex[code.key] == nil { foreignCodes.insert(index) }
    }
    for fact in old.facts { join(fact) }
    self.old.derived = old.derived.enumerated().map { new.derivedIndex[$1.id] ?? new.derived.count + $0 }
  }

  private mutating func join(_ fact: Vocabulary.Fact) {
    guard let index = vocabulary.factIndex[fact.id] else {
      old.facts.append(vocabulary.facts.count)
      old.values.append(.same)
      return vocabulary.add(fact)
    }
    old.facts.append(index)
    switch (vocabulary.facts[index].type, fact.type) {
    case (.choice(let now), .choice(let before)): joinChoices(index, now, before)
    case (.number(let now, _, _), .number(let before, _, _)) where now == before: joinBounds(index, fact.type)
    case (let now, let before) where now.takesTheSameConditions(as: before): old.values.append(.same)
    default:
      // Of another type: a fact of its own, which nobody can be told of beside the first.
      apart.formUnion([index, vocabulary.facts.count])
      old.facts[old.facts.count - 1] = vocabulary.facts.count
      old.values.append(.same)
      vocabulary.facts.append(fact)
    }
  }

  private mutating func joinChoices(_ index: Int, _ now: [String], _ before: [String]) {
    let all = now + before.filter { !now.contains($0) }
    let places = before.map { value in all.firstIndex(of: value) ?? 0 }
    vocabulary.facts[index].type = .choice(all)
    new.values[index] = .choices(Array(now.indices), of: all.count)
    old.values.append(.choices(places, of: all.count))
    let both = Set(places).intersection(now.indices)
    if both.count < all.count { shared[index] = .choice(both, of: all.count) }
  }

  private mutating func joinBounds(_ index: Int, _ before: FactType) {
    guard case .number(let decimals, let min, let max) = vocabulary.facts[index].type, case .number(_, let oldMin, let oldMax) = before,
      let now = vocabulary.facts[index].type.numberBounds, let then = before.numberBounds, now != then
    else { return old.values.append(.same) }
    func wider(_ a: Int?, _ b: Int?, _ pick: (Int, Int) -> Int) -> Int? { a.flatMap { a in b.map { pick(a, $0) } } }
    vocabulary.facts[index].type = .number(decimals: decimals, min: wider(min, oldMin, Swift.min), max: wider(max, oldMax, Swift.max))
    let all = Swift.min(now.lowerBound, then.lowerBound)...Swift.max(now.upperBound, then.upperBound)
    new.values[index] = .numbers(within: all)
    old.values.append(.numbers(within: all))
    shared[index] = .number(now.overlaps(then) ? [now.clamped(to: then)] : [], within: all)
  }
}

/// Where the names of one vocabulary stand in another.
package struct VocabularyMap: Sendable {
  package internal(set) var facts: [Int]
  package internal(set) var codes: [Int]
  /// By derived fact; those that the other vocabulary does not have get numbers behind its own.
  package internal(set) var derived: [Int]
  /// What becomes of the values of each fact.
  var values: [Values]

  enum Values: Sendable, Hashable {
    case same
    /// The place of each value, and how many there are now.
    case choices([Int], of: Int)
    case numbers(within: ClosedRange<Int>)
  }

  init(facts: [Int], codes: [Int], derived: [Int], values: [Values]) {
    self.facts = facts
    self.codes = codes
    self.derived = derived
    self.values = values
  }

  init(identityOf vocabulary: Vocabulary) {
    self.init(
      facts: Array(vocabulary.facts.indices), codes: Array(vocabulary.codes.indices), derived: Array(vocabulary.derived.indices),
      values: vocabulary.facts.map { _ in .same })
  }

  func slot(_ slot: RowSet.Slot) -> RowSet.Slot {
    var moved = RowSet.Slot(fact: facts[slot.fact], aspect: slot.aspect)
    if case .codes(let named, let window) = slot.aspect { moved.aspect = .codes(named.map { codes[$0] }.sorted(), window) }
    return moved
  }

  /// A set that allows every value goes on doing so, and one that allows none: what is not known then stays as true or false as it was.
  func set(_ set: AllowedSet, of fact: Int) -> AllowedSet {
    switch (values[fact], set) {
    case (.choices(let places, let count), .choice(let allowed, _)):
      return .choice(set.isWhole ? Set(0..<count) : Set(allowed.map { places[$0] }), of: count)
    case (.numbers(let domain), .number(let allowed, _)): return .number(set.isWhole ? [domain] : allowed, within: domain)
    default: return set
    }
  }
}
