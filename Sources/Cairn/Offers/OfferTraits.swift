/// One offer as numbers.
struct OfferTraits: Sendable {
  /// Indices into the index's `withs` and `sites`.
  var with: Int32 = 0
  var sites: Range<Int32> = 0..<0
  var access: UInt64 = 0
  var languages: UInt64 = 0
  let saysAccess: Bool
  /// It is had online or on the telephone, and nobody goes anywhere.
  let isPlaceless: Bool
  /// It is had in person and in no other way.
  let isInPersonOnly: Bool
  let isConfidential: Bool
  let isTrained: Bool
  let servesCrisis: Bool
  /// Whether its shape may have something against it, or to ask.
  let mayBar: Bool
  let isFull: Bool
  let hasClosed: Bool
  let wishes: OfferWishes
  let cost: Int32
  let wait: Int32
  /// The last day of it, and the days between which it was looked at.
  let ends: Int32
  let updated: Int32
  let updatedAtLatest: Int32

  init(_ offer: Offer, _ manifest: SupportManifest) {
    saysAccess = offer.access != nil
    isPlaceless = offer.isPlaceless
    isInPersonOnly = offer.isInPersonOnly
    isConfidential = offer.isConfidential
    isTrained = offer.lacksTraining(for: manifest) == nil
    servesCrisis = offer.serves(manifest.crisisNeeds)
    mayBar = ShapeChecks.mayBar(offer, of: manifest)
    isFull = offer.places?.free == 0
    hasClosed = offer.service?.status == .defunct || offer.service?.status == .closedForNow
    wishes = OfferWishes(offer, manifest)
    cost = offer.costToPerson.map { Int32(clamping: $0) } ?? .max
    wait = offer.places?.wait.map { Int32(clamping: CalendarDate.first.adding($0).day - CalendarDate.first.day) } ?? 0
    ends = offer.ends?.last.day ?? .max
    updated = offer.lookedAt?.first.day ?? .max
    updatedAtLatest = offer.lookedAt?.last.day ?? .min
  }

  /// How it stands on a day, its shape aside.
  func status(on day: Int32, staleBefore: Int32) -> Advice.Offer.Status {
    if hasClosed || ends < day { return .expired }
    if updated < staleBefore { return .stale }
    return isFull ? .full : .open
  }
}

extension Offer {
  /// How it stands on a day, whoever asks: as one person sees it, but for how far away it is and whom it takes.
  package func status(of manifest: SupportManifest, asOf: CalendarDate, staleAfter: CalendarDuration) -> Advice.Offer.Status {
    if manifest.shape == .closedCohort, CohortEntry(self, of: manifest, asOf: asOf).takesNobody { return .expired }
    return OfferTraits(self, manifest).status(on: asOf.day, staleBefore: asOf.subtracting(staleAfter).day)
  }
}

/// One place as a point on the unit sphere: the square of a chord grows with the distance, and costs no trigonometry.
struct SiteTraits: Sendable {
  var x, y, z: Double
  var isOnTheMap: Bool
  var access: UInt64

  init(_ ground: Ground?, access: UInt64 = 0) {
    (x, y, z) = ground?.point ?? (0, 0, 0)
    isOnTheMap = ground != nil
    self.access = access
  }

  /// Between 0 and 4.
  func squaredChord(to other: SiteTraits) -> Double {
    let (a, b, c) = (x - other.x, y - other.y, z - other.z)
    return a * a + b * b + c * c
  }
}
