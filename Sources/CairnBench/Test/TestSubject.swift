package import Cairn

/// What a test looks at: a person's advice, or what stands for the team.
package enum TestSubject: Sendable {
  case person(Profile, Advice)
  case team(TeamView)

  /// What came out, entry by entry, in the words in which tests expect it.
  var suggested: [TestEntry] {
    switch self {
    case .person(_, let advice): advice.suggestions.map(TestEntry.init) + advice.flags.map(TestEntry.init)
    case .team(let view): view.entries.filter { $0.rule != nil }.map(TestEntry.init)
    }
  }

  var notSuggested: [TestEntry] { advice?.notSuggested.map(TestEntry.init) ?? [] }
  var undecided: [TestEntry] { advice?.undecided.map(TestEntry.init) ?? [] }
  var asked: [String] { advice?.questions.map(\.fact) ?? [] }
  var escalated: [String] { advice?.escalate.map(\.safeguard) ?? [] }

  private var advice: Advice? { if case .person(_, let advice) = self { advice } else { nil } }
}

/// One thing that came out: what an expected entry may name of it.
struct TestEntry: Sendable, Hashable {
  var support: String?
  var verb: String?
  var rules: [String]
  var reason: String?
  /// Where and when; one with neither pathway nor step for what applies anywhere.
  var places: [Place]
  /// Its local offers that are for the person, or may be.
  var offers: [String] = []

  struct Place: Sendable, Hashable {
    var pathway, step, timing: String?
    /// The rule that stands here; nil where every rule of the entry does.
    var rule: String?
  }

  init(_ suggestion: Advice.Suggestion) {
    support = suggestion.support
    verb = suggestion.verb.rawValue
    rules = suggestion.rules
    places = suggestion.standings.map { Place(pathway: $0.pathway, step: $0.step, timing: $0.timing.rawValue, rule: $0.rule) }
    offers = (suggestion.offers + suggestion.package.flatMap(\.offers)).filter { $0.fits != .no }.map(\.id)
  }

  init(_ flag: Advice.Flag) {
    verb = Verb.flag.rawValue
    rules = [flag.rule]
    places = [Place(pathway: flag.pathway, step: flag.step, timing: flag.timing.rawValue)]
  }

  init(_ entry: Advice.NotSuggested) {
    support = entry.support
    verb = entry.verb.rawValue
    rules = entry.rules
    reason = entry.reason.rawValue
    places = [Place(pathway: entry.pathway, step: entry.step)]
  }

  init(_ entry: Advice.Undecided) {
    support = entry.support
    verb = entry.verb.rawValue
    rules = entry.rules
    places = [Place(pathway: entry.pathway, step: entry.step, timing: entry.timing.rawValue)]
  }

  init(_ entry: TeamView.Entry) {
    support = entry.support
    verb = entry.verb?.rawValue
    rules = entry.rule.map { [$0] } ?? []
    places = [Place(pathway: entry.pathway, step: entry.step)]
  }

  /// Whether this is what a test's entry names: each thing that it names is so, of one of the places.
  func matches(_ expected: ExpectedSuggestion) -> Bool {
    func agrees(_ name: Written<String>?, _ value: String?) -> Bool { name.map { $0.value == value } ?? true }
    guard agrees(expected.support, support), agrees(expected.verb, verb), agrees(expected.reason, reason),
      expected.rule.map({ rules.contains($0.value) }) ?? true, expected.offer.map({ offers.contains($0.value) }) ?? true
    else { return false }
    return places.contains { place in
      if let rule = place.rule, let wanted = expected.rule, wanted.value != rule { return false }
      return agrees(expected.pathway, place.pathway) && agrees(expected.step, place.step) && agrees(expected.timing, place.timing)
    }
  }

  /// `self-refer peer-group at copd/annual-review, now, by long-wait`.
  var inWords: String {
    var words = [verb, support].compactMap { $0 }.joined(separator: " ")
    if let place = places.first {
      if let step = place.step { words += " at \(place.pathway.map { $0 + "/" } ?? "")\(step)" }
      if let timing = place.timing { words += ", \(timing)" }
    }
    if !rules.isEmpty { words += ", by \(rules.joined(separator: ", "))" }
    return words + (reason.map { ": \($0)" } ?? "")
  }
}

extension ExpectedSuggestion {
  /// `self-refer peer-group at copd/annual-review, now, by long-wait`: what a test names, and no more.
  var inWords: String {
    let what = [verb?.value, support?.value].compactMap { $0 }.joined(separator: " ")
    var words = what.isEmpty ? rule.map { "the rule \($0.value)" } ?? "something" : what
    if let step {
      words += " at \(pathway.map { $0.value + "/" } ?? "")\(step.value)"
    } else if let pathway {
      words += " on \(pathway.value)"
    }
    if let timing { words += ", \(timing.value)" }
    if let rule, !what.isEmpty { words += ", by \(rule.value)" }
    if let offer { words += ", through \(offer.value)" }
    return words + (reason.map { ": \($0.value)" } ?? "")
  }
}
