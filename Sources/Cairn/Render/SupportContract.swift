/// What a support type promises and asks, in words: the same for text and JSON.
struct SupportContract {
  let manifest: SupportManifest
  let suits: [String]
  let unless: [String]
  /// Ids of the facts that it reads.
  let facts: [String]
  /// Ids of the rulebook's rules that suggest it.
  let rules: [String]
  let language: String
  /// The rulebook's offers of it, and how many of these nobody has looked at for long.
  let offerCount: Int
  let staleOffers: Int

  init(_ support: Int, in ruleSet: RuleSet, asOf: CalendarDate? = nil) {
    manifest = ruleSet.supports[support].manifest
    language = ruleSet.language
    suits = manifest.suits.map(ruleSet.phrases(for:)) ?? []
    unless = manifest.unless.map(ruleSet.phrases(for:)) ?? []
    let read = [manifest.suits, manifest.unless].compactMap { $0 }.flatMap(ruleSet.facts(readBy:))
    facts = (read + manifest.facts.map(\.id.value)).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let offers = ruleSet.offers.filter { $0.support == support }
    offerCount = offers.count
    let limit = asOf?.subtracting(ruleSet.staleAfter)
    staleOffers = limit.map { limit in offers.count { ($0.lookedAt?.first ?? .last) < limit } } ?? 0
    rules = ruleSet.rules.filter { if case .suggest(support, _, _) = $0.action { true } else { false } }.map(\.id)
  }
}

extension SupportManifest.Shape {
  /// How people come together, for people.
  var inWords: String {
    switch self {
    case .openGroup: "open group: people come and go as they like"
    case .closedCohort: "closed group: the same people from the first session to the last"
    case .oneToOneMatch: "one to one: somebody is found for each person"
    case .twoSidedMatch: "one to one, where both choose and try it out"
    case .geographicCluster: "a cluster of neighbours within a short walk"
    case .localityCoordinator: "a coordinator for each locality"
    case .membershipClub: "a club: one joins, and stays a member"
    case .reciprocalLedger: "giving and taking in turn"
    case .hub: "one door, behind which there are many"
    }
  }
}

extension SupportManifest.Unit {
  var inWords: String {
    switch self {
    case .person: "one person"
    case .household: "a household"
    case .family: "a family"
    case .dyad: "two people together"
    case .network: "a network"
    }
  }
}

extension SupportManifest.CrisisStance {
  var inWords: String {
    switch self {
    case .pauses: "waits until it has passed"
    case .serves: "is there for it"
    case .continues: "goes on as before"
    }
  }
}

extension SupportManifest.Formality {
  var inWords: String {
    switch self {
    case .formal: "formal: a service stands behind it"
    case .informal: "informal: people among themselves"
    case .either: "formal or informal, as the offer says"
    }
  }
}

extension SupportManifest.Parameter {
  /// `condition, experience or interest; may be left out`.
  var inWords: String {
    let values =
      switch type {
      case .text: "any text"
      case .choice(let values): PlainWords.list(values, "or")
      case .number(let min?, let max?): "a whole number from \(min) to \(max)"
      case .number(let min?, nil): "a whole number, at least \(min)"
      case .number(nil, let max?): "a whole number, at most \(max)"
      case .number(nil, nil): "a whole number"
      case .boolean: "yes or no"
      case .list: "a list of texts"
      case .supports: "a list of support types"
      }
    return values + (isRequired ? "; must be given" : "; may be left out")
  }
}

extension SupportManifest.Leadership.Needs {
  /// Parts of a sentence after *once there is*.
  var inWords: [String] {
    var parts: [String] = []
    if let attended {
      let who = people.map { "\($0) of them who" } ?? "more than half of them who"
      parts.append("\(who) came to \(attended) sessions or more")
    }
    if lead { parts.append("somebody trained to lead") }
    if room { parts.append("a room") }
    if budget { parts.append("a budget") }
    return parts
  }
}

extension SupportManifest.Cost {
  /// `staff time, per session: 8 hours`.
  var inWords: String {
    "\(PlainWords.spaced(category)), per \(PlainWords.spaced(per)): \(quantity) \(countedUnit)"
  }

  /// `hours of a manager`, and of one, `hour of a manager`: the word before what it is of.
  private var countedUnit: String {
    let words = PlainWords.spaced(unit).split(separator: " ").map(String.init)
    let end = words.firstIndex { ["of", "a", "an", "at", "to", "for", "in"].contains($0) } ?? words.count
    guard quantity == "1", end > 0 else { return words.joined(separator: " ") }
    return (words[..<(end - 1)] + [Self.singular(words[end - 1])] + words[end...]).joined(separator: " ")
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") ? String(word.dropLast()) : word
  }
}
