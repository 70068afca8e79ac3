/// What somebody would put together for one person: of each kind of support that is named, whether it is for them and who offers it.
struct Package {
  private(set) var items: [Advice.PackageItem] = []
  /// Facts that would tell whether something belongs to it.
  private(set) var facts: [Int] = []

  /// How many services go together unless the support type says.
  static let usual = 5

  init(_ named: [String], _ merged: Merged, _ person: PersonDay) {
    var found: [(item: Advice.PackageItem, facts: [Int])] = []
    for name in named.uniqued() {
      guard let support = person.ruleSet.supports.firstIndex(where: { $0.manifest.id == name }) else { continue }
      found.append(Self.item(support, merged, person))
    }
    let fitting = found.filter { $0.item.fits == .yes } + found.filter { $0.item.fits == .ask }
    let most = person.ruleSet.supports[merged.lead.support].manifest.count("package") ?? Self.usual
    let over = fitting.dropFirst(most).map { entry in
      var item = entry.item
      item.fits = .no
      item.detail = Wording.packageIsFull(most)
      return item
    }
    items = fitting.prefix(most).map(\.item) + over + found.filter { $0.item.fits == .no }.map(\.item)
    facts = fitting.prefix(most).flatMap(\.facts).uniqued()
  }

  var isOfNothing: Bool { !items.contains { $0.fits != .no } }

  /// Why nothing is for the person, in words.
  var reasons: String { items.map { "\($0.title): \($0.detail ?? "")" }.joined(separator: "; ") }

  private static func item(_ support: Int, _ merged: Merged, _ person: PersonDay) -> (Advice.PackageItem, [Int]) {
    let manifest = person.ruleSet.supports[support].manifest
    var item = Advice.PackageItem(
      support: manifest.id, title: manifest.title.text(in: person.language), fits: .yes, detail: nil, offers: [])
    if let reason = person.keptOut(support, merged.lead.declaredVerb) {
      item.fits = .no
      item.detail = reason
      return (item, [])
    }
    let rows = person.ruleSet.supportRows
    let missing = rows.missing(of: support, person.facts)
    if !missing.isEmpty {
      item.fits = .ask
      item.detail = Wording.dependsOn(person.titles(ofFacts: missing))
    }
    return addOffers(to: item, missing, support, merged, person)
  }

  private static func addOffers(
    to item: Advice.PackageItem, _ missing: [Int], _ support: Int, _ merged: Merged, _ person: PersonDay
  ) -> (Advice.PackageItem, [Int]) {
    var item = item
    let door = person.door(support, merged.lead.declaredVerb)
    guard let listing = person.listing(support, Parameters(), door, at: merged.lead.place) else { return (item, missing) }
    item.offers = listing.seen.map(\.offer)
    if listing.isGap {
      item.fits = .ask
      item.detail = [item.detail, Wording.gap].compactMap { $0 }.joined(separator: "; ")
    } else if listing.fitsNobody {
      item.fits = .no
      item.detail = listing.reasons
      return (item, [])
    } else if item.fits == .yes, listing.seen.first?.offer.fits == .ask {
      item.fits = .ask
      item.detail = listing.seen.first?.offer.ask.first
    }
    return (item, (missing + listing.facts).uniqued())
  }
}

extension PersonDay {
  /// Why a kind of support stays out of a package, in words; nil where nothing keeps it out.
  fileprivate func keptOut(_ support: Int, _ verb: Verb) -> String? {
    let action = RuleSet.Action.suggest(support: support, verb: verb, with: Parameters())
    if let safeguard = safeguards.stopping(action, in: ruleSet) { return Wording.stopped(by: name(ofSafeguard: safeguard)) }
    if let held = heldBack(support, verb) { return held.detail }
    guard ruleSet.supportRows.verdict(of: support, facts) == .no else { return nil }
    return Wording.notAMatch(titles(ofFacts: ruleSet.supportRows.reasonsAgainst(support, facts)))
  }
}
