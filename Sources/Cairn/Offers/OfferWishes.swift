/// How an offer is had, as bits; and what a person would rather have, as the same bits.
struct OfferWishes: Sendable {
  private(set) var modes: UInt8 = 0
  private(set) var groups: UInt8 = 0
  private(set) var sexes: UInt8 = 0
  private(set) var formality: UInt8 = 0
  private(set) var leaders: UInt8 = 0

  init(_ offer: Offer, _ manifest: SupportManifest) {
    modes = Self.mask(offer.modes, OfferWords.modes)
    groups = Self.mask(offer.groupSize.map { [$0] } ?? [], OfferWords.groups)
    sexes = Self.mask(offer.peerSexes, OfferWords.sexes)
    formality = Self.mask(offer.formality(of: manifest).map { [$0.rawValue] } ?? [], Self.formalities)
    leaders = Self.mask(offer.ledBy.map { [$0.rawValue] } ?? [], Self.leaderNames)
  }

  init(_ preferences: [String: [String]]) {
    modes = Self.mask(preferences["mode"] ?? [], OfferWords.modes)
    groups = Self.mask(preferences["group"] ?? [], OfferWords.groups)
    sexes = Self.mask(preferences["peer-sex"] ?? [], OfferWords.sexes)
    formality = Self.mask(preferences["formality"] ?? [], Self.formalities)
    leaders = Self.mask(preferences["led-by"] ?? [], Self.leaderNames)
  }

  /// Wishes that are met less those that are not. Where either side says nothing, nothing counts.
  func balance(with wished: OfferWishes) -> Int8 {
    Self.balance(modes, wished.modes) + Self.balance(groups, wished.groups) + Self.balance(sexes, wished.sexes)
      + Self.balance(formality, wished.formality) + Self.balance(leaders, wished.leaders)
  }

  private static func balance(_ has: UInt8, _ wished: UInt8) -> Int8 {
    has == 0 || wished == 0 ? 0 : has & wished != 0 ? 1 : -1
  }

  static let formalities = OfferDeclaration.Formality.allCases.map(\.rawValue)
  static let leaderNames = OfferDeclaration.Leader.allCases.map(\.rawValue)

  private static func mask(_ words: [String], _ all: [String]) -> UInt8 {
    words.reduce(0) { mask, word in all.firstIndex(of: word).map { mask | 1 << UInt8($0) } ?? mask }
  }
}

extension Offer {
  /// Its own formality, else its support type's where that is one of the two.
  package func formality(of manifest: SupportManifest) -> OfferDeclaration.Formality? {
    formality ?? OfferDeclaration.Formality(rawValue: manifest.formality.rawValue)
  }
}
