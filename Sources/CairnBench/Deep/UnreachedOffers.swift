import Cairn

extension Survey {
  /// Offers of a kind of support that is suggested, but to nobody whom they take.
  func unreachedOffers(_ purse: inout Purse) -> [Diagnostic] {
    var waysTo: [Int: [Way]] = [:]
    for support in Set(ruleSet.offers.map(\.support)) { waysTo[support] = ways(to: support) }
    return ruleSet.offers.indices.compactMap { offer in
      guard let ways = waysTo[ruleSet.offers[offer].support], !ways.isEmpty else { return nil }
      let accepts = ruleSet.offerRows.goal(offer, is: .yes)
      for way in ways where way.with.map({ ruleSet.offers[offer].admits($0) }) ?? true {
        guard isImpossible(way.goals + [accepts], &purse) else { return nil }
      }
      return unreached(offer, accepts)
    }
  }

  /// How people come to hear of a kind of support.
  private struct Way {
    var goals: [Goal]
    /// What the rule gives under `with`; nil in a package, where anything will do.
    var with: Parameters?
  }

  private func ways(to support: Int) -> [Way] {
    let id = ruleSet.supports[support].manifest.id
    return ruleSet.rules.indices.compactMap { rule in
      guard case .suggest(let suggested, _, let with) = ruleSet.rules[rule].action else { return nil }
      let goal = ruleSet.ruleRows.goal(rule, is: .yes)
      if suggested == support { return Way(goals: [goal], with: with) }
      guard with.packaged(by: ruleSet.supports[suggested].manifest)?.contains(id) == true else { return nil }
      return Way(goals: [goal, ruleSet.supportRows.goal(support, is: .yes)], with: nil)
    }
  }

  private func unreached(_ index: Int, _ accepts: Goal) -> Diagnostic {
    let offer = ruleSet.offers[index]
    let support = ruleSet.supports[offer.support].manifest.id
    let diagnostic = Diagnostic.warning(
      .unreachedOffer, "the offer `\(offer.id)` takes nobody to whom a rule suggests `\(support)`", at: offer.declaredAt,
      help: "look at its `accepts` and `with` beside the rules for `\(support)` and whom it suits")
    guard case .found(let values) = Solver.solve([accepts], in: ruleSet.vocabulary, asOf: asOf, budget: Self.demands) else {
      return diagnostic
    }
    let somebody = cast(values)
    let isTaken = ruleSet.offerRows.verdict(of: index, facts(of: somebody)) == .yes
    return isTaken ? diagnostic.showing("it takes somebody like this", somebody) : diagnostic
  }
}
