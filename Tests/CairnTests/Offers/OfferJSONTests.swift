import Testing

@testable import Cairn

@Suite("Offers as programs read them")
struct OfferJSONTests {
  @Test func `an offer as JSON has every key`() throws {
    let rulebook = try OfferWorld.rulebook(
      OfferWorld.rules("peer-group, verb: self-refer"),
      OfferWorld.offers(
        "a: {title: Hall, support: peer-group, site: {lat: 51.505, lon: 0, address: 2 Quay Street, times: Tuesdays}, accepts: {tenancy: own}}"
      ),
      profiles: ["p: {home: {lat: 51.5, lon: 0}}"])
    let advice = rulebook.advice(for: rulebook.profiles[0], asOf: OfferWorld.today)
    let json = AdviceJSON.draw([advice], ruleSet: rulebook.ruleSet, asOf: OfferWorld.today)
    let start = try #require(json.firstRange(of: "\"offers\""))
    let end = try #require(json.firstRange(of: "\"flags\""))
    #expect(
      json[start.lowerBound..<end.lowerBound].split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.joined(separator: "\n") == """
        "offers": [
        {
        "id": "a",
        "title": "Hall",
        "fits": "ask",
        "status": "open",
        "verb": "self-refer",
        "distanceMetres": 720,
        "for": [],
        "against": [],
        "ask": [
        "Do you have a home of your own?"
        ],
        "needs": [
        "tenancy"
        ],
        "address": [
        "2 Quay Street"
        ],
        "times": [
        "Tuesdays"
        ],
        "contacts": []
        }
        ],
        "offersLeftOut": 0,
        "package": []
        }
        ],

        """)
  }
}
