package import Cairn

/// What there is locally behind a suggestion, on one day: offers of its support type, for what its rule gives for `with:`, that may take
/// somebody for whom the rule speaks.
package struct LocalBacking: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var id, title: String
    package var status: Advice.Offer.Status
    package var formality: OfferDeclaration.Formality?
  }

  /// In the order of the rulebook.
  package var offers: [Entry]
  /// How many offers of the support type take nobody for whom the rule speaks.
  package var forOthers: Int

  package func count(_ status: Advice.Offer.Status) -> Int { offers.count { $0.status == status } }

  /// Whether nothing local stands behind it: no offer, or only what is over.
  package var isGap: Bool { !offers.contains { $0.status != .expired } }
}

/// Looks for the offers behind rules.
struct LocalBackingFinder {
  let ruleSet: RuleSet
  let asOf: CalendarDate

  private static let mostPairs = 100_000

  /// Nil in a rulebook that has no offers at all.
  func backing(of rule: Int, on pathway: Int?) -> LocalBacking? {
    guard case .suggest(let support, _, let parameters) = ruleSet.rules[rule].action else { return nil }
    return backing(of: support) { offer in
      ruleSet.offers[offer].admits(parameters) && (ruleSet.rules[rule].who == .team || mayTake(offer, rule, pathway))
    }
  }

  /// What there is of a support type, whoever it is for.
  func backing(of support: Int) -> LocalBacking? { backing(of: support) { _ in true } }

  private func backing(of support: Int, _ isFor: (Int) -> Bool) -> LocalBacking? {
    guard !ruleSet.offers.isEmpty else { return nil }
    let all = ruleSet.offers.indices.filter { ruleSet.offers[$0].support == support }
    let manifest = ruleSet.supports[support].manifest
    let fitting = all.filter(isFor)
    let entries = fitting.map { index in
      let offer = ruleSet.offers[index]
      return LocalBacking.Entry(
        id: offer.id, title: offer.title.text(in: ruleSet.language),
        status: offer.status(of: manifest, asOf: asOf, staleAfter: ruleSet.staleAfter), formality: offer.formality(of: manifest))
    }
    return LocalBacking(offers: entries, forOthers: all.count - fitting.count)
  }

  /// Not, where it is proved that nobody on the pathway for whom the rule is true is taken. With very many offers nobody is proved anything.
  private func mayTake(_ offer: Int, _ rule: Int, _ pathway: Int?) -> Bool {
    guard ruleSet.offers[offer].accepts != nil, ruleSet.offers.count * ruleSet.rules.count <= Self.mostPairs else { return true }
    let person = ruleSet.rules[rule].who == .person
    let goals =
      (person ? pathway.map { [ruleSet.pathwayRows.goal($0, is: .notNo)] } ?? [] : [])
      + [ruleSet.ruleRows.goal(rule, is: .yes), ruleSet.offerRows.goal(offer, is: .notNo)]
    if case .impossible = Solver.solve(goals, in: ruleSet.vocabulary, asOf: asOf, budget: 2_000) { return false }
    return true
  }
}
