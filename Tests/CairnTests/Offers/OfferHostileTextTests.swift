import Testing

@testable import Cairn

@Suite("Hostile texts in offers")
struct OfferHostileTextTests {
  @Test func `directory texts steer nothing and become no markup`() throws {
    let hostile = "<script>x</script> ](javascript:a) \u{1B}[31m\u{202E} =cmd | *b*"
    var service = LocalService(id: "s", name: hostile)
    service.contacts = [.init(.web, hostile)]
    service.times = [hostile]
    service.locations = [.init(id: "l", name: hostile)]
    service.locations[0].address = [hostile]
    service.locations[0].access = [hostile]
    let files = [
      ("base.yaml", OfferWorld.base.replacing("cool-down", with: "directory: d, cool-down")),
      ("r.yaml", OfferWorld.rules("peer-group, verb: self-refer")),
      ("o.yaml", OfferWorld.offers("a: {support: peer-group, service: hsds:s}")),
      ("p.yaml", "profiles:\n  p: {}\n"),
    ]
    let rulebook = try OfferWorld.open(files, OfferWorld.supports, [service])
    let profile = rulebook.profiles[0]
    let advice = rulebook.advice(for: profile, asOf: OfferWorld.today)
    let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    var options = AdviceText.Options()
    options.all = true
    let text = AdviceText(rulebook.ruleSet, asOf: OfferWorld.today, options: options).draw([(profile, advice)])
    let markdown = AdviceMarkdown.draw([(profile, advice)], ruleSet: rulebook.ruleSet, asOf: OfferWorld.today, all: true)
    let json = AdviceJSON.draw([advice], ruleSet: rulebook.ruleSet, asOf: OfferWorld.today)
    let explained = ExplanationText(
      .support(0), profile: profile, advice: advice, facts: facts, ruleSet: rulebook.ruleSet, options: options,
      offers: advice.suggestions.flatMap(\.offers)
    ).draw()
    for output in [text, markdown, json, explained] {
      #expect(!output.unicodeScalars.contains { $0 != "\n" && Escaping.steers($0) })
    }
    #expect(text.contains("<U+001B>[31m") && explained.contains("<U+001B>[31m") && json.contains("\\u001B[31m"))
    #expect(!markdown.contains("<script>") && !markdown.contains(" ](javascript"))
  }
}
