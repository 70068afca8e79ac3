import Testing

@testable import Cairn

@Suite("Offers made ready")
struct OfferCompileTests {
  @Test func `what an offer names must be there, and everything that is not is said at once`() {
    #expect(
      OfferWorld.mistakes(
        OfferWorld.offers(
          "a: {support: peer-grup}", "b: {support: peer-group, verb: accompany, accepts: {tenency: own}}",
          "c: {support: peer-group, with: {focus: company, about: all}}",
          "d: {support: course, accepts: {area: harbor-wards, age: {at-least: 200}}}"))
          == """
          peer-grup <- there is no support type `peer-grup` [unknown-support]
            help: did you mean `peer-group`?
            help: `cairn plugins` shows what there is
          accompany <- the support type `peer-group` has no verb `accompany` [unknown-verb]
            help: it has `refer`, `introduce`, `self-refer`, `signpost`, `inform` and `flag`
          tenency <- there is no fact `tenency` [unknown-fact]
            help: did you mean `tenancy`?
          company <- `company` is no value for `focus` [invalid-parameter]
            help: it takes one of `condition` and `interest`
          about <- the support type `peer-group` has no parameter `about` [unknown-parameter]
            help: it has `focus`
          harbor-wards <- `harbor-wards` is taken as an area code: no value set has this name [unknown-value-set]
            help: did you mean `harbour-wards`?
          200 <- `200` is out of range: `age` runs from 0 to 130 [out-of-range]
          """)
  }

  @Test func `an offer that can never take anybody is an error`() {
    #expect(
      OfferWorld.mistakes(OfferWorld.offers("a: {support: course, accepts: {all: [{tenancy: own}, {tenancy: shared}]}}")) == """
        a <- the offer `a` can never take anybody [never-fires]
          help: no value of `tenancy` satisfies all that it asks of it (part0.yaml:2:41)
        """)
  }

  @Test func `a service wants a directory, and a directory that was read has it`() throws {
    let offer = OfferWorld.offers("a: {support: course, service: hsds:quay}")
    #expect(
      OfferWorld.mistakes(offer) == """
        hsds:quay <- the rulebook names no directory, so nobody knows the service `quay` [unknown-service]
          help: name one: `rulebook: {directory: …}`
        """)
    let base = OfferWorld.base.replacing("cool-down", with: "directory: services, cool-down")
    func opened(_ offer: String, _ reading: DirectoryReading?) -> String {
      let sources = [SourceText(path: "rules/base.yaml", text: base), SourceText(path: "rules/offers.yaml", text: offer)]
      do throws(RulebookError) {
        return said(try Rulebook(files: sources, supportTypes: OfferWorld.supports, readDirectory: reading).warnings)
      } catch { return said(error.diagnostics) }
    }
    #expect(
      opened(offer, nil) == """
        services <- nobody read the directory `services`, so offers stand without the places and times of their services [directory-not-read]
          help: open the rulebook with `readDirectory`
        """)
    #expect(
      opened(offer) { path, ids in path == "rules/services" && ids == ["quay"] ? [LocalService(id: "quay", name: "Quay")] : [] } == "")
    #expect(
      opened(offer) { _, _ in [LocalService(id: "quey", name: "Quay")] } == """
        hsds:quay <- the directory `services` has no service `quay` [unknown-service]
          help: did you mean `hsds:quey`?
        """)
    #expect(
      opened(offer) { _, _ in throw SupportTypeError("it is no JSON") } == """
        services <- the directory `services` cannot be read: it is no JSON [directory-unreadable]
          help: it is looked for at `rules/services`
        """)
    let place = OfferWorld.offers("a: {support: course, service: hsds:quay, location: hsds:hall}")
    #expect(
      opened(place) { _, _ in [LocalService(id: "quay", name: "Quay")] } == """
        hsds:hall <- the service `quay` has no place `hall` [unknown-service]
        """)
  }

  @Test func `an offer takes its title and its places from its service, or from its type`() throws {
    var service = LocalService(id: "quay", name: "Quay house")
    service.locations = [.init(id: "l1"), .init(id: "l2")]
    let files = [
      ("base.yaml", OfferWorld.base.replacing("cool-down", with: "directory: services, cool-down")),
      (
        "offers.yaml",
        OfferWorld.offers(
          "a: {support: course, service: hsds:quay}", "b: {support: course, service: hsds:quay, location: hsds:l2, title: My own}",
          "c: {support: course, site: {title: Hall}}", "d: {support: course}")
      ),
    ]
    let offers = try OfferWorld.open(files, OfferWorld.supports, [service]).ruleSet.offers
    #expect(offers.map { $0.title.text(in: "en") } == ["Quay house", "My own", "course", "course"])
    #expect(offers.map { $0.sites.map(\.id) } == [["l1", "l2"], ["l2"], ["site"], []])
  }

  @Test func `what an offer is for may be several values, and what it leaves out may be anything`() throws {
    let offers = try OfferWorld.rulebook(
      OfferWorld.offers(
        "a: {support: peer-group, with: {focus: [condition, interest]}}", "b: {support: peer-group, with: {focus: interest}}",
        "c: {support: peer-group}")
    ).ruleSet.offers
    let wants = { (focus: String) in Parameters([.init(name: "focus", value: .text(focus))]) }
    #expect(offers.map { $0.admits(wants("condition")) } == [true, false, true])
    #expect(offers.map { $0.admits(Parameters()) } == [true, true, true])
  }

  @Test func `a package is made of support types of the rulebook`() {
    #expect(
      OfferWorld.mistakes(OfferWorld.rules("hub, verb: refer, with: {package: [course, clubs, hub]}")) == """
        clubs <- there is no support type `clubs` [unknown-support]
          help: did you mean `club`?
          help: `cairn plugins` shows what there is
        hub <- `hub` cannot be put together of itself [invalid-parameter]
          help: name other support types
        """)
  }

  @Test func `routing leads to a hub, and names kinds of support and verbs that there are`() {
    #expect(
      OfferWorld.mistakes(
        """
        routing:
          a: {title: A, when: {area: harbour-wards}, through: course}
          b: {title: B, when: {area: harbour-wards}, for: [clubs], verbs: [refers], through: hub}
          c: {title: C, when: {area: harbour-wards}, for: [hub], through: hub}
          d: {title: D, when: {all: [{tenancy: own}, {tenancy: nowhere}]}, through: hub}
        """) == """
          course <- `course` puts nothing together, so nothing goes through it [invalid-value]
            help: write `hub`
          clubs <- there is no support type `clubs` [unknown-support]
            help: did you mean `club`?
            help: `cairn plugins` shows what there is
          refers <- there is no verb `refers` [unknown-verb]
            help: did you mean `refer`?
          hub <- `hub` cannot go through itself [invalid-value]
            help: take it away from `for`
          """)
  }

  @Test func `an area that only offers and routing name may stand in a profile`() throws {
    let rulebook = try OfferWorld.rulebook(
      OfferWorld.offers("a: {support: course, accepts: {area: far-off}}"),
      "routing:\n  r: {title: R, when: {area: further}, through: hub}",
      profiles: ["p: {home: {area: far-off}}", "q: {home: {area: further}}"])
    let builder = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary)
    let facts = rulebook.profiles.map { builder.facts(of: $0, asOf: OfferWorld.today) }
    #expect(facts.allSatisfy { $0.problems.isEmpty })
    #expect(facts.map { rulebook.ruleSet.offerRows.verdict(of: 0, $0.facts) } == [.yes, .no])
    #expect(facts.map { rulebook.ruleSet.routingRows.verdict(of: 0, $0.facts) } == [.no, .yes])
  }
}
