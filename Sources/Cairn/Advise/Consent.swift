/// What one person agreed to, as far as verbs depend on it. Built in: no rulebook can take it away.
struct ConsentState: Sendable {
  enum Answer: Sendable { case agreed, refused, declined, unasked }

  /// Whether anything may be suggested.
  let toSuggest: Answer
  /// The fact that a question about sharing stands for; nil where a vocabulary has none.
  let shareFact: Int?
  private let toShare: Answer
  private let named: [String]?

  init(_ profile: Profile, _ facts: Facts, _ vocabulary: Vocabulary) {
    shareFact = vocabulary.factIndex["consent-to-share"]
    toSuggest = Self.answer(vocabulary.factIndex["consent-to-suggest"], facts)
    toShare = Self.answer(shareFact, facts)
    if case .with(let supports) = profile.consent.share { named = supports } else { named = nil }
  }

  private static func answer(_ fact: Int?, _ facts: Facts) -> Answer {
    guard let fact, facts.states.indices.contains(fact) else { return .unasked }
    if case .boolean(let agreed) = facts[fact].value { return agreed ? .agreed : .refused }
    return facts[fact].status == .declined ? .declined : .unasked
  }

  /// Whether data may be shared with one kind of support. Where only some were named, nothing was said of the others.
  func sharing(with support: String) -> Answer {
    guard let named else { return toShare }
    if toShare == .refused { return .refused }
    return named.contains(support) ? .agreed : .unasked
  }
}
