extension Sections {
  private static let offerKeys = Keys(
    "title", "support", "service", "location", "site", "with", "verb", "accepts", "serves-crisis", "led-by", "formality", "mode",
    "languages", "group", "peer-sex", "access", "places", "starts", "ends", "facilitators", "address", "costs", "state",
    inside: [
      "site": ["lat", "lon", "times"], "places": ["free", "of", "wait", "updated"], "facilitators": ["trained-in", "checked"],
      "accepts": ["all", "any", "none", "some"], "costs": ["to-person"],
      "state": ["stage", "roles", "team-languages", "caseload", "hand-over"],
    ])

  mutating func readOffers(_ section: Field) {
    var offers: [OfferDeclaration] = []
    section.entries(of: "offer", inner: Self.offerKeys, &offerIDs) { entry in
      guard let offer = Self.offer(entry), !entry.isRepeated else { return }
      offers.append(offer)
    }
    declaration.offers += offers
  }

  private static func offer(_ entry: Entry) -> OfferDeclaration? {
    guard let mapping = MappingReader(entry.field, offerKeys, as: "offer") else { return nil }
    let support = mapping.required("support")?.name()
    var offer = OfferDeclaration(id: entry.id, support: support ?? Written("", at: entry.id.range))
    offer.title = mapping["title"]?.localizedText()
    readPlace(mapping, into: &offer)
    offer.with = mapping["with"].flatMap { $0.node.isMapping ? $0.node : $0.expected("a mapping of parameters") }
    offer.verb = mapping["verb"]?.name()
    offer.accepts = mapping["accepts"]?.condition()
    readManner(mapping, into: &offer)
    readTime(mapping, into: &offer)
    mapping["facilitators"]?.readFacilitators(into: &offer)
    offer.costs = mapping["costs"]?.costsOfOffer() ?? [:]
    offer.state = mapping["state"].map { StateDeclaration(key: $0.key, node: $0.node) }
    return support == nil ? nil : offer
  }

  private static func readPlace(_ mapping: MappingReader, into offer: inout OfferDeclaration) {
    offer.service = mapping["service"]?.serviceID()
    offer.location = mapping["location"]?.serviceID()
    offer.site = mapping["site"]?.site()
    offer.siteAt = mapping["site"]?.node.range
    offer.isConfidential = mapping["address"]?.word(OfferDeclaration.Address.self) == .confidential
    guard let location = mapping["location"] else { return }
    if !mapping.has("service") {
      mapping.field.findings.error(
        .missingKey, "`location` is one of a service's places, and \(mapping.name) names no `service`", at: location.key.range)
    } else if mapping.has("site") {
      mapping.field.findings.error(
        .invalidValue, "\(mapping.name) has `location` and `site`, and is at one place", at: location.key.range, help: "keep one of them")
    }
  }

  /// How it is run, and in what languages and ways.
  private static func readManner(_ mapping: MappingReader, into offer: inout OfferDeclaration) {
    offer.servesCrisis = mapping["serves-crisis"]?.listOfNames() ?? []
    offer.ledBy = mapping["led-by"]?.word(OfferDeclaration.Leader.self)
    offer.formality = mapping["formality"]?.word(OfferDeclaration.Formality.self)
    offer.modes = mapping["mode"]?.words(of: OfferWords.modes) ?? []
    offer.languages = mapping["languages"]?.languageTags() ?? []
    offer.groupSize = mapping["group"]?.word(of: OfferWords.groups)
    offer.peerSexes = mapping["peer-sex"]?.words(of: OfferWords.sexes) ?? []
    offer.access = mapping["access"]?.names()
  }

  private static func readTime(_ mapping: MappingReader, into offer: inout OfferDeclaration) {
    offer.places = mapping["places"]?.places()
    offer.starts = mapping["starts"]?.partialDate()
    offer.ends = mapping["ends"]?.partialDate()
    if let starts = offer.starts, let ends = offer.ends, ends.last < starts.first, let field = mapping["ends"] {
      let _: Never? = field.refuse(.outOfRange, "it ends on `\(ends)`, before it starts on `\(starts)`")
    }
  }
}

/// The words that offers choose from; wishes in profiles use the same.
package enum OfferWords {
  package static let modes = ["in-person", "online", "telephone"]
  package static let groups = ["small", "large"]
  package static let sexes = ["female", "male"]
  package static let costs = ["to-person", "staff-time", "volunteer-reimbursement", "support-costs", "room-hire"]
}

extension Field {
  private static let placesKeys = Keys("free", "of", "wait", "updated")
  private static let facilitatorKeys = Keys("trained-in", "checked")
  private static let siteKeys = Keys("title", "lat", "lon", "address", "times")
  private static let costKeys = Keys(OfferWords.costs)

  /// One of a few words, or a list of them.
  fileprivate func words(of words: [String]) -> [String] {
    node.isSequence ? once(node.items.map(item)).compactMap { $0.word(of: words) } : word(of: words).map { [$0] } ?? []
  }

  /// `hsds:5f1c…`, without the prefix.
  fileprivate func serviceID() -> Written<String>? {
    guard let name = name() else { return nil }
    let prefix = "hsds:"
    guard name.value.hasPrefix(prefix), name.value.utf8.count > prefix.utf8.count else {
      return refuse(.invalidValue, "\(label) takes an id of the directory, not `\(node.excerpt)`", help: "write `\(key.text): hsds:ID`")
    }
    return Written(String(name.value.dropFirst(prefix.count)), at: name.range)
  }

  /// A place that the rulebook itself describes.
  fileprivate func site() -> LocalService.Location? {
    guard let mapping = MappingReader(self, Self.siteKeys) else { return nil }
    var site = LocalService.Location(id: "site", name: mapping["title"]?.text())
    site.latitude = mapping["lat"]?.degrees(within: 90)
    site.longitude = mapping["lon"]?.degrees(within: 180)
    if mapping.has("lat") != mapping.has("lon") {
      mapping.missing(mapping.has("lat") ? "`lon`" : "`lat`", help: "a place on the map wants both")
    }
    site.address = mapping["address"]?.lines() ?? []
    site.times = mapping["times"]?.lines() ?? []
    return site
  }

  /// A list of texts, or one by itself.
  private func lines() -> [String] {
    node.isSequence ? node.items.compactMap { item($0).text() } : text().map { [$0] } ?? []
  }

  fileprivate func places() -> OfferDeclaration.Places? {
    guard let mapping = MappingReader(self, Self.placesKeys) else { return nil }
    let most = 1_000_000
    let places = OfferDeclaration.Places(
      free: mapping["free"]?.integer(in: 0...most), of: mapping["of"]?.integer(in: 1...most), wait: mapping["wait"]?.duration(),
      updated: mapping["updated"]?.partialDate())
    if let free = places.free, let of = places.of, free > of, let field = mapping["free"] {
      return field.refuse(.outOfRange, "\(free) places of \(of) cannot be free")
    }
    return places
  }

  fileprivate func readFacilitators(into offer: inout OfferDeclaration) {
    guard let mapping = MappingReader(self, Self.facilitatorKeys) else { return }
    offer.trainedIn = mapping["trained-in"]?.listOfNames()
    offer.checked = mapping["checked"]?.name()
  }

  /// By category, in hundredths.
  fileprivate func costsOfOffer() -> [String: Int] {
    guard let mapping = MappingReader(self, Self.costKeys) else { return [:] }
    var costs: [String: Int] = [:]
    for category in OfferWords.costs {
      guard let field = mapping[category], let value = field.scaled(decimals: 2, finer: nil) else { continue }
      if value < 0 {
        let _: Never? = field.refuse(.outOfRange, "\(field.label) is not below zero, and `\(field.node.text)` is")
      } else {
        costs[category] = value
      }
    }
    return costs
  }
}
