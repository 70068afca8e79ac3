import Cairn

extension Survey {
  /// Support types that the rulebook lists or has offers of, and that no rule suggests.
  func unreachedSupports() -> [Diagnostic] {
    let suggested = supportsSuggested
    let listed = (declaration.header?.plugins ?? []).compactMap { path -> (id: String, diagnostic: Diagnostic)? in
      let folder = FileSystem.folder(of: path.range.source.path)
      guard let id = PluginFolder.load(at: path.value, relativeTo: folder).manifest?.id, !suggested.contains(id) else { return nil }
      let help = "write a rule that suggests it, or take it away from `plugins`"
      return (id, .warning(.unreachedSupport, "no rule suggests the support type `\(id)`", at: path.range, help: help))
    }
    let said = suggested.union(listed.map(\.id))
    let offers = Dictionary(grouping: declaration.offers.filter { !said.contains($0.support.value) }) { $0.support.value }
    return listed.map(\.diagnostic) + offers.values.compactMap { $0.first.map { unreached($0) } }
  }

  private func unreached(_ offer: OfferDeclaration) -> Diagnostic {
    .warning(
      .unreachedSupport, "no rule suggests the support type `\(offer.support.value)`, so nobody hears of its offers",
      at: offer.support.range, help: "write a rule that suggests it, or take its offers away")
  }

  /// By id: what rules suggest, what goes through as a hub, and what somebody may put together.
  private var supportsSuggested: Set<String> {
    var suggested = Set(ruleSet.routing.map { ruleSet.supports[$0.hub].manifest.id })
    for rule in ruleSet.rules {
      guard case .suggest(let support, _, let with) = rule.action else { continue }
      suggested.insert(ruleSet.supports[support].manifest.id)
      suggested.formUnion(with.packaged(by: ruleSet.supports[support].manifest) ?? [])
    }
    return suggested
  }
}
