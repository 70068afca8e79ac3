/// Suggestions of one support with one `with:`, as the one that stands, at the earliest place.
struct Merged: Sendable {
  /// The rule that gives verb, say and because: of those at the earliest place, the first in the fixed order.
  var lead: PlacedSuggestion
  /// Every rule, the leading one first, then those of the same place and time, then the rest.
  let rules: [Int]
  /// The other places, earliest first.
  let alsoAt: [RulePlace]
  var cautions: [String]
  /// What the verb would be if the person agreed to share their details; nil where that changes nothing.
  var withConsent: Verb?
  /// What there is locally; nil in a rulebook without offers.
  var listing: OfferListing?
  /// What somebody would put together.
  var package: [Advice.PackageItem] = []
  /// Facts that would tell which offer fits, or which way leads there.
  var asks: [Int]
  /// Each rule at each of its places.
  let standings: [(rule: Int, place: RulePlace)]

  /// Merges what suggests the same support at the same step, and then what stands at several.
  ///
  /// With other parameters it is another suggestion: a group for a condition is not a group for carers.
  static func merge(_ insertions: [PlacedSuggestion], order fixedOrder: [Int]) -> [Merged] {
    var groups: [Key: [PlacedSuggestion]] = [:]
    for insertion in insertions { groups[Key(insertion), default: []].append(insertion) }
    return groups.values.compactMap { group in
      Merged(group.sorted { ($0.place.order, fixedOrder[$0.rule]) < ($1.place.order, fixedOrder[$1.rule]) })
    }.sorted {
      (Rank.of($0.lead.place.timing), fixedOrder[$0.lead.rule], $0.lead.place.order, $0.lead.support)
        < (Rank.of($1.lead.place.timing), fixedOrder[$1.lead.rule], $1.lead.place.order, $1.lead.support)
    }
  }

  private struct Key: Hashable {
    let support: Int
    let parameters: Parameters

    init(_ insertion: PlacedSuggestion) {
      support = insertion.support
      parameters = insertion.parameters
    }
  }

  /// From insertions of one key, the earliest and strongest first.
  private init?(_ sorted: [PlacedSuggestion]) {
    guard let lead = sorted.first else { return nil }
    self.lead = lead
    let here = sorted.filter { $0.place.isSameStep(as: lead.place) }
    let elsewhere = sorted.filter { !$0.place.isSameStep(as: lead.place) }
    rules = (here + elsewhere).map(\.rule).uniqued()
    var places: [RulePlace] = []
    for place in elsewhere.map(\.place) where !places.contains(where: { $0.isSameStep(as: place) }) { places.append(place) }
    alsoAt = places
    cautions = here.flatMap(\.cautions).uniqued()
    asks = here.flatMap(\.asks).uniqued()
    standings = sorted.map { ($0.rule, $0.place) }
  }
}

extension RulePlace {
  func isSameStep(as other: RulePlace) -> Bool { pathway == other.pathway && step == other.step }
}
