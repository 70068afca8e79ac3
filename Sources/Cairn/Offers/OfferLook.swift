/// One person's look at the offers of one support type, for one suggestion: what speaks for and against each, in words.
///
/// A class, as it holds all that is known of the person and of the support type, and is asked about one offer after another.
final class OfferLook: Sendable {
  let search: OfferSearch
  let seeker: Seeker
  let manifest: SupportManifest
  let support: Int
  let door: Door
  let disclosure: Disclosure

  init(_ search: OfferSearch, _ support: Int, seeker: Seeker, manifest: SupportManifest, door: Door, disclosure: Disclosure) {
    self.search = search
    self.seeker = seeker
    self.manifest = manifest
    self.support = support
    self.door = door
    self.disclosure = disclosure
  }

  /// Whether only what serves people in a crisis may be used. Who is merely told of something is sent nowhere.
  var isCrisis: Bool { search.isCrisis && door.verb != .inform && door.verb != .flag }

  /// The offers that the rulebook has of the type, the best of them looked at closely.
  func listing() -> OfferListing {
    let ranked = ranked()
    return OfferListing(seen: ranked.keys.map { look(at: $0.offer, $0.group) }, leftOut: ranked.leftOut)
  }

  /// The best of them in order, without words.
  func ranked() -> OfferSearch.Ranked {
    search.ranked(support, seeker.parameters, isCrisis: isCrisis) { index in
      let offer = search.ruleSet.offers[index]
      let findings = ShapeChecks.findings(for: offer, of: manifest, seeker: seeker)
      let exact = search.needs.isExact ? [] : access(offer, site: site(of: index))
      return (fit(findings + exact), findings.contains { $0.weight == .bars && $0.isPlace }, isOver(offer))
    }
  }

  private func fit(_ findings: [OfferFinding]) -> Advice.Offer.Fit {
    if findings.contains(where: { $0.weight == .bars }) { return .no }
    return findings.contains { $0.weight == .asks } ? .ask : .yes
  }

  /// A group that begins and ends together, and takes nobody any more.
  private func isOver(_ offer: Offer) -> Bool {
    manifest.shape == .closedCohort && CohortEntry(offer, of: manifest, asOf: seeker.asOf).takesNobody
  }

  /// The one of its sites that counts for the person.
  private func site(of index: Int) -> LocalService.Location? { search.site(of: index).map { search.ruleSet.offers[index].sites[$0] } }

  private func look(at index: Int, _ group: OfferKey.Group) -> OfferListing.Seen {
    let offer = search.ruleSet.offers[index]
    let site = site(of: index)
    let way = door.way(into: offer, of: manifest)
    let status = isOver(offer) && search.status(of: index) != .expired ? .expired : search.status(of: index)
    let findings = findings(index, site, status, way)
    return OfferListing.Seen(
      offer: shown(offer, site, findings, status, way, isElsewhere: group == .elsewhere), group: group, way: way,
      facts: findings.filter { $0.weight == .asks }.compactMap(\.fact).uniqued())
  }

  /// The strongest first: what bars, what is asked; then what speaks for or against.
  private func findings(
    _ index: Int, _ site: LocalService.Location?, _ status: Advice.Offer.Status, _ way: Door.Way
  ) -> [OfferFinding] {
    let offer = search.ruleSet.offers[index]
    return accepts(index) + tooFar(offer, site) + crisis(offer) + access(offer, site: site)
      + ShapeChecks.findings(for: offer, of: manifest, seeker: seeker)
      + training(offer) + OfferManner(offer: offer, manifest: manifest, preferences: seeker.profile.preferences).findings
      + standing(offer, status) + (way.isByAnother ? [OfferFinding(.speaksAgainst, way.reason ?? "")] : [])
  }

  private func shown(
    _ offer: Offer, _ site: LocalService.Location?, _ findings: [OfferFinding], _ status: Advice.Offer.Status, _ way: Door.Way,
    isElsewhere: Bool
  ) -> Advice.Offer {
    func words(_ weights: OfferFinding.Weight...) -> [String] {
      weights.flatMap { weight in findings.filter { $0.weight == weight }.map(\.text) }.uniqued()
    }
    let isPlaceShown = !offer.isConfidential && !offer.isPlaceless
    let facts = findings.filter { $0.weight == .asks }.compactMap(\.fact).uniqued()
    return Advice.Offer(
      id: offer.id, title: offer.title.text(in: seeker.language), fits: fit(findings), status: status, verb: way.verb,
      distanceMetres: isPlaceShown ? metres(to: site) : nil, for: words(.speaksFor), against: words(.bars, .speaksAgainst),
      ask: words(.asks), needs: facts.map { search.ruleSet.vocabulary.facts[$0].id },
      address: isPlaceShown ? (site?.name.map { [$0] } ?? []) + (site?.address ?? []) : [],
      times: offer.isConfidential ? [] : site.flatMap { $0.times.isEmpty ? nil : $0.times } ?? offer.service?.times ?? [],
      contacts: offer.service?.contacts ?? [], isElsewhere: isElsewhere, standing: standing(of: offer, status))
  }

  /// On foot, to ten metres: more would pretend to be measured.
  private func metres(to site: LocalService.Location?) -> Int? {
    guard let home = Ground(seeker.profile.home), let there = site.flatMap({ Ground($0) }) else { return nil }
    let detour = manifest.shapeParameters["detour"].flatMap { Double($0) } ?? Reach.usualDetour
    return Int(clamping: Int64((home.metres(to: there) * detour / 10).rounded())) * 10
  }
}

/// The offers of one support type as one person sees them.
struct OfferListing: Sendable {
  struct Seen: Sendable {
    var offer: Advice.Offer
    var group: OfferKey.Group
    var way: Door.Way
    /// The facts that would tell whether it fits.
    var facts: [Int]
  }

  var seen: [Seen]
  var leftOut: Int

  private var best: OfferKey.Group? { seen.first?.group }

  /// Whether nothing of it is near, or only what is over.
  var isGap: Bool {
    switch best {
    case nil, .elsewhere, .expired, .expiredAsk: true
    default: false
    }
  }

  /// Whether all that is near is for others.
  var fitsNobody: Bool { best == .no }

  /// The one that the suggestion's verb goes by.
  var first: Seen? { isGap || fitsNobody ? nil : seen.first }

  /// Facts that would tell whether one of them fits, where none does for sure.
  var facts: [Int] {
    guard !seen.contains(where: { $0.offer.fits == .yes && $0.offer.status != .expired }) else { return [] }
    return seen.filter { $0.offer.fits == .ask && $0.offer.status != .expired }.flatMap(\.facts).uniqued()
  }

  /// Why none fits: of the first few, in words.
  var reasons: String {
    let local = seen.filter { $0.group == .no }
    let named = local.prefix(3).map { "\($0.offer.title): \($0.offer.against.first ?? "")" }
    let rest = local.count - named.count + leftOut
    return named.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }
}
