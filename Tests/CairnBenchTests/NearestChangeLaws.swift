import Cairn
import CairnBench
import Testing

/// Each nearest change, applied to the profile, does what is claimed; and nothing smaller would.
@Suite("Laws of the nearest change")
struct NearestChangeLaws {
  @Test("whatever values it allows make the rule apply, nothing less would, and where it claims that none does, none does")
  func changes() throws {
    var chance = RandomConditions(seed: 2_026)
    var count = (changes: 0, impossible: 0)
    for _ in 0..<120 {
      let condition = chance.condition(depth: 3)
      guard let rulebook = try? SmallWorld.rulebook("rules:\n  r: {title: R, because: B, flag: F, when: \(condition)}\n") else { continue }
      for _ in 0..<5 {
        let profile = chance.profile()
        let change = ChangeSearch(rulebook, profile, asOf: WitnessTests.asOf, showsSensitive: true).change(of: 0)
        let told = "\(condition) for \(ProfileYAML.flow(profile))"
        switch change.finding {
        case .facts(let demands):
          #expect(change.isNearest && change.remainder == nil, "\(told)")
          try checkApplied(demands, to: profile, rulebook, told)
          checkNearest(demands, to: profile, rulebook, told)
          count.changes += demands.isEmpty ? 0 : 1
        case .impossible:
          count.impossible += 1
          let rows = rulebook.ruleSet.ruleRows
          #expect(!SmallWorld.people(of: rulebook.ruleSet).contains { rows.verdict(of: 0, $0) == .yes }, "\(told)")
        case .notAnalysed, .nowhere: Issue.record("a small world is not too large: \(told)")
        }
      }
    }
    #expect(count.changes > 50)
  }

  /// Every choice of allowed values, written into the profile as a person would.
  private func checkApplied(_ demands: [NearestChange.Demand], to profile: Profile, _ rulebook: Rulebook, _ told: String) throws {
    #expect(Set(demands.map(\.fact)).count == demands.count, "\(told): a fact is named twice")
    var changed = [profile]
    for demand in demands {
      let id = rulebook.ruleSet.vocabulary.facts[demand.fact].id
      let values = Self.values(of: id).filter { value in
        var somebody = Profile(id: "s")
        somebody.facts[id] = value.map { Profile.Fact($0) }
        let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: somebody, asOf: WitnessTests.asOf).facts
        return demand.asks.allSatisfy { SlotTruth.judge($0.slot, $0.set, facts) == .yes }
      }
      #expect(!values.isEmpty, "\(told): no value of \(id) is as it says")
      changed = changed.flatMap { person in
        values.map { value in
          var next = person
          next.facts[id] = value.map { Profile.Fact($0) }
          return next
        }
      }
    }
    for person in changed {
      let flags = rulebook.advice(for: person, asOf: WitnessTests.asOf).flags.map(\.rule)
      #expect(flags == ["r"], "\(told): not for \(ProfileYAML.flow(person))")
    }
  }

  private func checkNearest(_ demands: [NearestChange.Demand], to profile: Profile, _ rulebook: Rulebook, _ told: String) {
    let ruleSet = rulebook.ruleSet
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: WitnessTests.asOf).facts
    let cost = (demands.count { facts[$0.fact].status == .known }, demands.count)
    for person in SmallWorld.people(of: ruleSet) {
      let changed = facts.states.indices.filter { facts[$0].value != person[$0].value }
      let other = (changed.count { facts[$0].status == .known }, changed.count)
      guard other < cost else { continue }
      #expect(ruleSet.ruleRows.verdict(of: 0, person) != .yes, "\(told): nearer is \(changed)")
    }
  }

  private static func values(of fact: String) -> [Profile.Value?] {
    let values: [Profile.Value] =
      switch fact {
      case "a": [.boolean(true), .boolean(false)]
      case "n": (0...3).map { .number("\($0)") }
      case "c": ["x", "y", "z"].map { .choice($0) }
      default: RandomConditions.sets
      }
    return [nil] + values
  }
}

/// Conditions and people of the small world, drawn at random and the same on every run.
struct RandomConditions {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  private mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  mutating func condition(depth: Int) -> String {
    guard depth > 0, below(5) > 0 else { return pick(Self.comparisons) }
    let parts = (0..<(2 + below(2))).map { _ in condition(depth: depth - 1) }
    let list = "[\(parts.joined(separator: ", "))]"
    switch below(5) {
    case 0: return "{all: \(list)}"
    case 1: return "{any: \(list)}"
    case 2: return "{none: \(list)}"
    default: return "{some: {at-least: \(1 + below(parts.count)), of: \(list)}}"
    }
  }

  mutating func profile() -> Profile {
    var profile = Profile(id: "somebody")
    let values: [(String, [Profile.Value])] = [
      ("a", [.boolean(true), .boolean(false)]), ("n", (0...3).map { .number("\($0)") }), ("c", ["x", "y", "z"].map { .choice($0) }),
      ("k", Self.sets),
    ]
    for (fact, values) in values where below(4) > 0 { profile.facts[fact] = Profile.Fact(pick(values)) }
    return profile
  }

  private static let comparisons = [
    "{a: yes}", "{a: no}", "{n: {at-least: 2}}", "{n: {at-most: 1}}", "{n: [0, 3]}", "{n: 1}", "{c: x}", "{c: [y, z]}", "{k: one}",
    "{k: {none-of: [one, two]}}", "{k: {all-of: [one, two]}}", "{k: {any-of: [one, two]}}", "{both: yes}", "{both: no}",
    "{k: {any-of: one, since: {within: 2 months}}}", "{k: {none-of: two, since: {longer-than: 1 month}}}", "{a: {known: yes}}",
    "{n: {known: no}}", "{c: {known: no}}", "{k: {known: yes}}",
  ]

  /// Every set of codes that the comparisons tell apart.
  static let sets: [Profile.Value] = {
    func codes(_ id: String) -> [[Profile.Code]] {
      [[], [Profile.Code(id)]] + [0, 45, 400].map { [Profile.Code(id, since: PartialDate(CalendarDate(day: WitnessTests.asOf.day - $0)))] }
    }
    return codes("one").flatMap { one in codes("two").map { .codes(one + $0, partial: false) } }
  }()
}
