import Testing

@testable import Cairn

/// Slips that would change who gets what, and that nothing else would notice.
@Suite("Quiet typos")
struct QuietTypoTests {
  @Test(
    "a language that there is not is refused, and one by its name or its long code is named",
    arguments: [
      ("xx", "there is no language `xx` among the tags of languages", "write `en`, or `en-GB`"),
      ("English", "`English` is not a language tag", "write `en`"),
      ("eng", "there is no language `eng` among the tags of languages", "write `en`"),
    ])
  func languages(tag: String, message: String, help: String) {
    for said in [
      OfferWorld.mistakes(OfferWorld.offers("quay: {support: peer-group, languages: [\(tag)]}")),
      OfferWorld.mistakes("profiles:\n  p: {preferences: {language: [\(tag)]}}\n"),
    ] {
      #expect(said.contains(message) && said.contains(help), "\(said)")
    }
  }

  @Test("languages of two letters, of three, and signed ones are known", arguments: ["en", "pt-BR", "zh-Hant", "yue", "bfi", "EN"])
  func known(tag: String) { #expect(LanguageTag.isKnown(tag)) }

  @Test(
    "a word that is compared and used nowhere else is a warning",
    arguments: [
      ("access: [step-fre]", "step-free"), ("facilitators: {trained-in: [confidentality]}", "confidentiality"),
      ("facilitators: {checked: enhanced-dsb}", "enhanced-dbs"),
    ])
  func words(part: String, meant: String) {
    let said = OfferWorld.mistakes(OfferWorld.offers("quay: {support: peer-group, \(part)}"))
    #expect(said.contains("is used nowhere else, so nothing is compared with it") && said.contains("did you mean `\(meant)`?"), "\(said)")
  }

  @Test("swapped latitude and longitude are named")
  func swapped() {
    let said = OfferWorld.mistakes(
      OfferWorld.offers(
        "east: {support: peer-group, site: {lat: 49.4998, lon: -8.5005}}", "west: {support: peer-group, site: {lat: -8.504, lon: 49.5172}}")
    )
    #expect(said.contains("latitude and longitude are the wrong way round: write `lat: 49.5172, lon: -8.504`"), "\(said)")
  }

  @Test(
    "an offer in person beyond reach does not fit, and says how far it is; one that is online too does",
    arguments: [
      ("", Advice.Offer.Fit.no), ("mode: [in-person, online],", .yes),
    ])
  func reach(mode: String, fits: Advice.Offer.Fit) throws {
    let advice = try OfferWorld.advice(
      for: "{home: {lat: 51.5, lon: 0}, consent: {share: yes}}", OfferWorld.rules("peer-group, verb: refer"),
      OfferWorld.offers("far: {support: peer-group, \(mode) site: {lat: 53.5, lon: 0}}"))
    let offer = try #require(advice.suggestions.first?.offers.first)
    #expect(offer.fits == fits)
    let isSaid = offer.against.contains("it is 223 km away in a straight line, and people here are sent no further than 50 km")
    #expect(isSaid == (fits == .no), "\(offer.against)")
  }
}
