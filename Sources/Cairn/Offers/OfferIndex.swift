/// What of the offers is the same for everybody, as numbers that are quick to compare.
///
/// One person is looked at against thousands of offers, and told of twenty. Ranking reads these numbers alone; words are found afterwards.
package struct OfferIndex: Sendable {
  /// Of each support type, its offers: they lie side by side in the rule set, in the order of their ids.
  let offers: [Range<Int>]
  let traits: [OfferTraits]
  /// Where offers take place.
  let sites: [SiteTraits]
  /// What offers are for under `with:`, each once.
  let withs: [[String: Set<String>]]
  /// Of each support type, how many offers are for each of these.
  let counts: [[(with: Int, offers: Int)]]
  let access: Words
  let languages: Words

  init(_ ruleSet: RuleSet) {
    var building = Building()
    for offer in ruleSet.offers { building.add(offer, ruleSet.supports[offer.support].manifest) }
    var offers = Array(repeating: 0..<0, count: ruleSet.supports.count)
    for (index, offer) in ruleSet.offers.enumerated() {
      let own = offers[offer.support]
      offers[offer.support] = (own.isEmpty ? index : own.lowerBound)..<(index + 1)
    }
    self.offers = offers
    traits = building.traits
    sites = building.sites
    withs = building.withs
    counts = offers.map { [traits = building.traits] own in
      Dictionary(grouping: own) { Int(traits[$0].with) }.map { ($0, $1.count) }
    }
    access = building.access
    languages = building.languages
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

    mutating func add(_ offer: Offer, _ manifest: SupportManifest) {
      let with = withIndex[offer.with] ?? withs.count
      if with == withs.count {
        withIndex[offer.with] = with
        withs.append(offer.with)
      }
      let first = sites.count
      for site in offer.sites {
        sites.append(SiteTraits(Ground(site), access: access.intern(site.access)))
      }
      var traits = OfferTraits(offer, manifest)
      traits.with = Int32(clamping: with)
      traits.sites = Int32(clamping: first)..<Int32(clamping: sites.count)
      traits.access = access.intern(offer.access ?? [])
      traits.languages = languages.intern(offer.languages.map(LanguageTag.language))
      self.traits.append(traits)
    }
  }
}
