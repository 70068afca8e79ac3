/// How an offer is had beside what a person would rather have. A wish that is not met speaks against it and bars nothing.
struct OfferManner {
  let offer: Offer
  let manifest: SupportManifest
  let preferences: [String: [String]]

  var findings: [OfferFinding] {
    [
      finding("mode", offer.modes, in: "it is"),
      finding("language", offer.languages, in: "it is in"),
      finding("group", offer.groupSize.map { [$0] } ?? [], in: "the group is"),
      finding("peer-sex", offer.peerSexes, in: "the people there are"),
      finding("formality", offer.formality(of: manifest).map { [$0.rawValue] } ?? [], in: "it is"),
      finding("led-by", offer.ledBy.map { [$0.rawValue] } ?? [], in: "it is led by"),
    ].compactMap { $0 }
  }

  private func finding(_ key: String, _ has: [String], in words: String) -> OfferFinding? {
    let wished = preferences[key] ?? []
    guard !wished.isEmpty, !has.isEmpty, key == "language" || wished.contains(where: Self.known.contains) else { return nil }
    let met = has.filter { one in wished.contains { key == "language" ? LanguageTag.isSame($0, one) : $0 == one } }
    let said = (met.isEmpty ? has : met).map { key == "language" ? LanguageTag.name($0) : PlainWords.spaced($0) }
    let what = "\(words) \(said.joined(separator: " or "))"
    if !met.isEmpty { return OfferFinding(.speaksFor, "\(what), as they wish") }
    let wishes = wished.map { key == "language" ? LanguageTag.name($0) : PlainWords.spaced($0) }
    return OfferFinding(.speaksAgainst, "\(what), and they wish \(wishes.joined(separator: " or "))")
  }

  /// The words that offers have; a wish in other words is compared with none.
  private static let known = Set(
    OfferWords.modes + OfferWords.groups + OfferWords.sexes + OfferWishes.formalities + OfferWishes.leaderNames)
}

extension LanguageTag {
  /// A language as people call it; of one that is not among the common ones, its tag.
  static func name(_ tag: String) -> String { names[language(tag)] ?? tag }

  private static let names = [
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "bsl": "British Sign Language", "bfi": "British Sign Language", "cs": "Czech",
    "cy": "Welsh", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "gu": "Gujarati",
    "hi": "Hindi", "it": "Italian", "ku": "Kurdish", "lt": "Lithuanian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "so": "Somali", "ta": "Tamil", "ti": "Tigrinya", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "yue": "Cantonese", "zh": "Chinese",
  ]
}
