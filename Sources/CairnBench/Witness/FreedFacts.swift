import Cairn

/// Tries which of a person's facts have to be free for a goal to be met: few before many, answers that are missing before those that are known.
struct FreedFacts {
  enum Answer {
    case found(NearestChange)
    case impossible
    case notAnalysed
  }

  private let goal: Goal
  private let facts: Facts
  private let vocabulary: Vocabulary
  private let known: [Int]
  private let open: [Int]
  private var budget: Int

  init(_ goal: Goal, _ facts: Facts, _ vocabulary: Vocabulary, budget: Int) {
    self.goal = goal
    self.facts = facts
    self.vocabulary = vocabulary
    self.budget = budget
    let read = goal.facts.sorted()
    known = read.filter { facts[$0].isExact }
    open = read.filter { !facts[$0].isExact }
  }

  /// The first set of demands that `judge` takes, among those of the fewest known facts and then of the fewest missing ones.
  mutating func least(where judge: ([Int: FactDemand]) -> NearestChange?) -> Answer {
    guard demands(freeing: known + open) != nil else { return budget > 0 ? .impossible : .notAnalysed }
    for changed in 0...known.count {
      var candidates: [[Int]] = []
      for chosen in Choices(changed, of: known) {
        if demands(freeing: chosen + open) != nil { candidates.append(chosen) }
        guard budget > 0 else { return .notAnalysed }
      }
      if candidates.isEmpty { continue }
      for missing in 0...open.count {
        for answered in Choices(missing, of: open) {
          for chosen in candidates {
            if let demands = demands(freeing: chosen + answered), let change = judge(demands) { return .found(change) }
            guard budget > 0 else { return .notAnalysed }
          }
        }
      }
    }
    return .notAnalysed
  }

  /// Demands of which none can be left out, though others may be fewer.
  mutating func enough() -> [Int: FactDemand]? {
    var freed = known + open
    for fact in freed {
      let fewer = freed.filter { $0 != fact }
      if demands(freeing: fewer) != nil { freed = fewer }
    }
    return demands(freeing: freed)
  }

  private mutating func demands(freeing free: [Int]) -> [Int: FactDemand]? {
    guard budget > 0 else { return nil }
    budget -= 1
    return Solver.demands([goal.pinned(to: facts, freeing: Set(free))], in: vocabulary, asOf: facts.asOf, budget: &budget)
  }
}

extension Facts.State {
  /// Whether it is known to the last bit, so that another value would be a change.
  fileprivate var isExact: Bool {
    guard status == .known else { return false }
    return switch value {
    case .number(let low, let high): low == high
    case .date(let date): date.first == date.last
    case .codes(let codes): !codes.isPartial && !codes.held.contains(where: \.isInDoubt)
    case .unknown: false
    case .boolean, .choice, .never: true
    }
  }
}

/// Every choice of some out of a list, one after another in the list's order.
struct Choices: Sequence, IteratorProtocol {
  private let items: [Int]
  private var places: [Int]?

  init(_ count: Int, of items: [Int]) {
    self.items = items
    places = count <= items.count ? Array(0..<count) : nil
  }

  mutating func next() -> [Int]? {
    guard let current = places else { return nil }
    places = Self.after(current, of: items.count)
    return current.map { items[$0] }
  }

  private static func after(_ places: [Int], of count: Int) -> [Int]? {
    var next = places
    for position in places.indices.reversed() where places[position] < count - places.count + position {
      next[position] += 1
      for later in next.indices where later > position { next[later] = next[later - 1] + 1 }
      return next
    }
    return nil
  }
}
