extension Sections {
  private static let offerKeys = Keys(
    "title", "support", "service", "verb", "accepts", "serves-crisis", "led-by", "formality", "mode", "languages", "access", "places",
    "starts", "facilitators", "address", "costs", "state",
    inside: ["places": ["free", "of", "wait", "updated"], "facilitators": ["trained-in", "checked"]])
  private static let facilitatorKeys = Keys("trained-in", "checked")

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
    offer.service = mapping["service"]?.name()
    offer.verb = mapping["verb"]?.name()
    offer.accepts = mapping["accepts"]?.condition()
    readManner(mapping, into: &offer)
    offer.places = mapping["places"]?.places()
    offer.starts = mapping["starts"]?.partialDate()
    if let facilitators = mapping["facilitators"].flatMap({ MappingReader($0, facilitatorKeys) }) {
      offer.trainedIn = facilitators["trained-in"]?.listOfNames() ?? []
      offer.checked = facilitators["checked"]?.text()
    }
    offer.costs = mapping["costs"]?.node
    offer.state = mapping["state"].map { StateDeclaration(key: $0.key, node: $0.node) }
    return support == nil ? nil : offer
  }

  /// How it is run, and in what languages and ways.
  private static func readManner(_ mapping: MappingReader, into offer: inout OfferDeclaration) {
    offer.servesCrisis = mapping["serves-crisis"]?.listOfNames() ?? []
    offer.ledBy = mapping["led-by"]?.word(OfferDeclaration.Leader.self)
    offer.formality = mapping["formality"]?.word(OfferDeclaration.Formality.self)
    offer.modes = mapping["mode"]?.names() ?? []
    let languages = mapping["languages"]
    offer.languages = languages.flatMap { $0.list(of: "language") }?.compactMap { $0.languageTag() } ?? []
    offer.access = mapping["access"]?.names() ?? []
    offer.isConfidential = mapping["address"]?.word(OfferDeclaration.Address.self) == .confidential
  }
}

extension Field {
  private static let placesKeys = Keys("free", "of", "wait", "updated")

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
}
