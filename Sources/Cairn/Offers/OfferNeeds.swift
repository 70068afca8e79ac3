/// A person's access needs beside what offers say of access.
struct OfferNeeds: Sendable {
  /// In the profile's words, each once.
  let all: [String]
  private let mask: UInt64
  private let placeMask: UInt64
  /// Needs that no offer names, and needs whose bit others share.
  private let unnamed: (any: Bool, elsewhere: Bool)
  /// Whether bits tell all; else who judges by them must look again.
  var isExact: Bool { mask & OfferIndex.Words.shared == 0 }

  /// Needs that concern a place: where nobody goes anywhere, they are met.
  static let ofPlaces: Set<String> = [
    "step-free", "lift", "ramp", "wheelchair-access", "wheelchair-accessible", "accessible-toilet", "changing-place", "parking",
    "accessible-parking", "blue-badge-parking", "hearing-loop", "public-transport", "quiet-space",
  ]

  init(_ needs: [String], _ words: OfferIndex.Words) {
    all = needs.uniqued()
    let placeless = all.filter { !Self.ofPlaces.contains($0) }
    mask = words.mask(all)
    placeMask = words.mask(placeless)
    unnamed = (all.contains { !words.has($0) }, placeless.contains { !words.has($0) })
  }

  /// Whether an offer meets them: unknown where nobody said what it meets.
  func judge(_ traits: OfferTraits, _ siteAccess: UInt64) -> Truth {
    let wanted = traits.isPlaceless ? placeMask : mask
    let isUnnamed = traits.isPlaceless ? unnamed.elsewhere : unnamed.any
    if !isUnnamed, wanted & ~(traits.access | siteAccess) == 0 { return .yes }
    return traits.saysAccess ? .no : .unknown
  }
}
