/// What of the offers is the same for everybody: by support type, side by side, each as numbers that are quick to compare.
///
/// One person is looked at against thousands of offers, and told of twenty. Ranking reads these numbers alone; words are found afterwards.
package struct OfferIndex: Sendable {
  /// Of each support type, its offers' places in `traits`.
  let places: [Range<Int>]
  let traits: [OfferTraits]
  /// What of each is looked at first, close together: most offers are for others, and nothing else of them is read.
  let heads: [Head]
  /// Where offers take place.
  let sites: [SiteTraits]
  /// What offers are for under `with:`, each once.
  let withs: [[String: Set<String>]]
  let access: Words
  let languages: Words

  init(_ ruleSet: RuleSet) {
    var building = Building()
    places = ruleSet.supports.indices.map { support in
      let first = building.traits.count
      let manifest = ruleSet.supports[support].manifest
      for (offer, declared) in ruleSet.offers.enumerated() where declared.support == support {
        building.add(declared, offer, manifest)
      }
      return first..<building.traits.count
    }
    let order = ruleSet.offers.indices.sorted { ruleSet.offers[$0].id < ruleSet.offers[$1].id }
    var ranks = Array(repeating: Int32(0), count: order.count)
    for (rank, offer) in order.enumerated() { ranks[offer] = Int32(clamping: rank) }
    for index in building.traits.indices { building.traits[index].rank = ranks[building.traits[index].offer] }
    traits = building.traits
    heads = building.traits.map { Head(offer: Int32(clamping: $0.offer), with: $0.with) }
    sites = building.sites
    withs = building.withs
    access = building.access
    languages = building.languages
  }

  struct Head: Sendable, BitwiseCopyable {
    var offer: Int32
    var with: Int32
  }

  /// Words as bits. Past 63 words a bit is shared, which the one who asks is told.
  struct Words: Sendable {
    private var bits: [String: Int] = [:]

    /// The bit that every word beyond the others has.
    static let shared: UInt64 = 1 << 63

    mutating func intern(_ words: some Sequence<String>) -> UInt64 {
      words.reduce(0) { mask, word in
        let bit = bits[word] ?? bits.count
        bits[word] = bit
        return mask | 1 << UInt64(min(bit, 63))
      }
    }

    /// The bits of words that were interned; of one that was not, none.
    func mask(_ words: some Sequence<String>) -> UInt64 {
      words.reduce(0) { mask, word in bits[word].map { mask | 1 << UInt64(min($0, 63)) } ?? mask }
    }

    func has(_ word: String) -> Bool { bits[word] != nil }
  }

  private struct Building {
    var traits: [OfferTraits] = []
    var sites: [SiteTraits] = []
    var withs: [[String: Set<String>]] = []
    var access = Words()
    var languages = Words()
    private var withIndex: [[String: Set<String>]: Int] = [:]

    mutating func add(_ offer: Offer, _ index: Int, _ manifest: SupportManifest) {
      let with = withIndex[offer.with] ?? withs.count
      if with == withs.count {
        withIndex[offer.with] = with
        withs.append(offer.with)
      }
      let first = sites.count
      for site in offer.sites {
        sites.append(SiteTraits(Ground(site), access: access.intern(site.access)))
      }
      var traits = OfferTraits(offer, index, manifest)
      traits.with = Int32(clamping: with)
      traits.sites = Int32(clamping: first)..<Int32(clamping: sites.count)
      traits.access = access.intern(offer.access ?? [])
      traits.languages = languages.intern(offer.languages.map(LanguageTag.language))
      self.traits.append(traits)
    }
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

/// One offer as numbers.
struct OfferTraits: Sendable {
  /// Index into the rule set's offers.
  let offer: Int
  var with: Int32 = 0
  var sites: Range<Int32> = 0..<0
  var rank: Int32 = 0
  var access: UInt64 = 0
  var languages: UInt64 = 0
  let saysAccess: Bool
  /// It is had online or on the telephone, and nobody goes anywhere.
  let isPlaceless: Bool
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

  init(_ offer: Offer, _ index: Int, _ manifest: SupportManifest) {
    self.offer = index
    saysAccess = offer.access != nil
    isPlaceless = offer.isPlaceless
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
}

extension Offer {
  /// Whether nobody goes anywhere for it.
  var isPlaceless: Bool { !modes.isEmpty && !modes.contains("in-person") }

  /// When somebody last made sure that it is as written.
  var lookedAt: PartialDate? { places?.updated ?? service?.assured.map { PartialDate($0) } }

  /// Whether it has what its support type wants of a site for people whose crisis is building; without such needs, whether it has anything.
  func serves(_ needs: [String]) -> Bool {
    needs.isEmpty ? !servesCrisis.isEmpty : needs.allSatisfy(servesCrisis.contains)
  }

  /// Why people are not sent into its room, in words; nil where nothing keeps them.
  func lacksTraining(for manifest: SupportManifest) -> String? {
    if !manifest.facilitatorsNeed.isEmpty {
      guard let trainedIn else { return "nobody says that its facilitators are trained in \(manifest.facilitatorsNeed.inWords)" }
      let missing = manifest.facilitatorsNeed.filter { !trainedIn.contains($0) }
      if !missing.isEmpty { return "its facilitators are not trained in \(missing.inWords)" }
    }
    guard !manifest.checksNeed.isEmpty else { return nil }
    guard let checked else { return "nobody says that its facilitators are checked" }
    return manifest.checksNeed.contains(checked) ? nil : "its facilitators are not checked as the support type wants"
  }
}

extension [String] {
  /// `confidentiality and listening`.
  fileprivate var inWords: String { map { PlainWords.spaced($0) }.joinedAsListOfWords }

  private var joinedAsListOfWords: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension LanguageTag {
  /// The language of a tag without place and script: of `en-GB`, `en`.
  static func language(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }
}
