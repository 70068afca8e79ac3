package import Cairn

/// A made-up person who shows something: found by the solver, told as a profile, and run through the engine before anyone believes it.
package struct Persona: Sendable {
  private let ruleSet: RuleSet
  private let values: [Int: Facts.Value]

  package init(_ values: [Int: Facts.Value], in ruleSet: RuleSet) {
    self.values = values
    self.ruleSet = ruleSet
  }

  /// The person as a profile, standing at these places.
  package func profile(id: String, at positions: [Profile.Position] = []) -> Profile {
    var profile = Profile(id: id, positions: positions)
    for (fact, value) in values.sorted(by: { $0.key < $1.key }) { add(value, of: fact, to: &profile) }
    return profile
  }

  private func add(_ value: Facts.Value, of fact: Int, to profile: inout Profile) {
    switch (BuiltInFact(rawValue: fact), value) {
    case (.strengths?, .codes(let codes)): profile.strengths = codes.held.map { ruleSet.vocabulary.codes[$0.code].key.id }
    case (.supports?, .codes(let codes)) where isToldByHistory: profile.history += events(codes, .accepted)
    case (.completed?, .codes(let codes)) where isToldByHistory: profile.history += events(codes, .completed)
    case (.strengths?, .unknown), (.area?, .unknown), (.noFixedAbode?, .unknown): break
    case (.consentToSuggest?, .unknown), (.consentToShare?, .unknown): break
    case (.area?, .codes(let codes)) where codes.held.count == 1 && isHoused:
      profile.home = .place(latitude: nil, longitude: nil, area: ruleSet.vocabulary.codes[codes.held[0].code].key.id)
    case (.noFixedAbode?, .boolean(let isSo)):
      if isSo {
        profile.home = .noFixedAbode
      } else if profile.home == nil {
        profile.home = .place(latitude: nil, longitude: nil, area: nil)
      }
    case (.consentToSuggest?, .boolean(let answer)): profile.consent.suggest = .given(answer)
    case (.consentToShare?, .boolean(let answer)): profile.consent.share = .all(answer)
    default: profile.facts[ruleSet.vocabulary.facts[fact].id] = Profile.Fact(told(value, of: fact))
    }
  }

  /// Whether a history can tell what is in place and what was completed: it always tells both, and what was completed is in place no more.
  private var isToldByHistory: Bool {
    let told = [BuiltInFact.supports, .completed].map { values[$0.rawValue] }
    let codes = told.map { value in if case .codes(let codes)? = value { Set(codes.held.map(\.code)) } else { Set<Int>() } }
    return !told.contains(.unknown) && codes[0].isDisjoint(with: codes[1])
  }

  /// Whether an area may be told as a home, which says that they have one.
  private var isHoused: Bool { [nil, .boolean(false)].contains(values[BuiltInFact.noFixedAbode.rawValue]) }

  private func events(_ codes: Facts.Codes, _ outcome: Profile.Event.Outcome) -> [Profile.Event] {
    codes.held.map { Profile.Event(support: ruleSet.vocabulary.codes[$0.code].key.id, outcome: outcome, date: $0.since) }
  }

  private func told(_ value: Facts.Value, of fact: Int) -> Profile.Value {
    let type = ruleSet.vocabulary.facts[fact].type
    switch (value, type) {
    case (.boolean(let value), _): return .boolean(value)
    case (.choice(let index), .choice(let values)): return .choice(values[index])
    case (.number(let value, _), .number(let decimals, _, _)): return .number(Vocabulary.number(value, decimals))
    case (.date(let date), _): return .date(date)
    case (.never, _): return .never
    case (.codes(let codes), _):
      return .codes(
        codes.held.map { Profile.Code(ruleSet.vocabulary.codes[$0.code].key.id, since: $0.since) }, partial: codes.isPartial)
    default: return .unknown
    }
  }
}
