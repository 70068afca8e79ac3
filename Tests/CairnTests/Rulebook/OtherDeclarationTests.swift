import Cairn
import Testing

@Suite("Safeguards, offers and tests as declared")
struct OtherDeclarationTests {
  @Test("Safeguards keep what they stop and what they say")
  func safeguards() {
    let safeguards = declared(
      """
      safeguards:
        a: {when: {x: yes}, stop: everything, escalate: {person: Call., practitioner: Act.}}
        b: {when: {x: no}, stop: {except: serves-crisis}}
        c: {when: {x: no}, stop: [walking-group, peer-group]}
        d: {when: {x: no}, escalate: {practitioner: Look.}}
      """
    ).safeguards
    #expect(safeguards.map(\.id.value) == ["a", "b", "c", "d"])
    #expect(safeguards.map { $0.stop.map(stopped) ?? "nothing" } == ["everything", "except", "walking-group peer-group", "nothing"])
    #expect(safeguards.map(\.escalatePerson) == ["Call.", nil, nil, nil])
    #expect(safeguards.map(\.escalatePractitioner) == ["Act.", nil, nil, "Look."])
  }

  private func stopped(_ stop: StopDeclaration) -> String {
    switch stop {
    case .everything: "everything"
    case .exceptServesCrisis: "except"
    case .supports(let supports): supports.map(\.value).joined(separator: " ")
    }
  }

  @Test("Offers keep who may come, how to get in and how full they are")
  func offers() throws {
    let offer = try #require(
      declared(
        """
        offers:
          croydon-sun:
            title: The Croydon network
            support: service-user-network
            service: hsds:5f1c
            verb: self-refer
            accepts: {age: {between: [18, 65]}, area: croydon-wards}
            serves-crisis: [co-facilitated, crisis-plan]
            led-by: members
            formality: formal
            mode: [in-person, online]
            languages: [en, es]
            access: step-free
            places: {free: 3, of: 12, wait: 9 weeks, updated: 2026-11-01}
            starts: 2027-01
            facilitators: {trained-in: [listening], checked: enhanced-dbs}
            address: confidential
            costs: {to-person: 2.5}
        """
      ).offers.first)
    #expect(offer.title == "The Croydon network")
    #expect(offer.support.value == "service-user-network")
    #expect(offer.service?.value == "5f1c")
    #expect(offer.verb?.value == "self-refer")
    #expect(offer.accepts.map(written) == "all(age: {between: [18, 65]}, area: croydon-wards)")
    #expect(offer.servesCrisis.map(\.value) == ["co-facilitated", "crisis-plan"])
    #expect(offer.ledBy == .members)
    #expect(offer.formality == .formal)
    #expect(offer.modes == ["in-person", "online"])
    #expect(offer.languages == ["en", "es"])
    #expect(offer.access?.map(\.value) == ["step-free"])
    #expect(offer.places?.free == 3)
    #expect(offer.places?.of == 12)
    #expect(offer.places?.wait == CalendarDuration(63, .days))
    #expect(offer.places?.updated == PartialDate("2026-11-01"))
    #expect(offer.starts == PartialDate("2027-01"))
    #expect(offer.trainedIn?.map(\.value) == ["listening"])
    #expect(offer.checked?.value == "enhanced-dbs")
    #expect(offer.isConfidential)
    #expect(offer.costs == ["to-person": 250])
  }

  @Test("Tests keep whose advice they look at, on what day, and what they expect of it")
  func tests() throws {
    let tests = declared(
      """
      tests:
        - test: a recent decline is respected
          profile: amina
          as-of: 2026-11-01
          expect:
            suggests: [{support: signposting, step: annual-review, verb: signpost, pathway: p, rule: r, timing: now}]
            not-suggested: [{support: peer-group, reason: recently-declined}]
            undecided: [{rule: other}]
            asks: [consent-to-share]
            escalates: []
            only: yes
            never: {suggests: [{support: peer-group}]}
        - {test: nobody, profile: {like: amina}, as-of: 2026-11-01, expect: {nothing: yes}}
        - {test: the team, as-of: 2026-11-01, expect: {suggests: [{verb: train}]}}
      """
    ).tests
    #expect(tests.map(\.name.value) == ["a recent decline is respected", "nobody", "the team"])
    #expect(tests.map { profile($0.profile) } == ["amina", "{like: amina}", "team"])
    #expect(tests.map(\.asOf) == [CalendarDate(2026, 11, 1), CalendarDate(2026, 11, 1), CalendarDate(2026, 11, 1)])
    let first = try #require(tests.first)
    let suggestion = try #require(first.expect.suggests?.first)
    #expect(
      [suggestion.support, suggestion.verb, suggestion.pathway, suggestion.step, suggestion.rule, suggestion.timing].map { $0?.value }
        == ["signposting", "signpost", "p", "annual-review", "r", "now"])
    #expect(first.expect.notSuggested?.map { $0.reason?.value } == ["recently-declined"])
    #expect(first.expect.undecided?.map { $0.rule?.value } == ["other"])
    #expect(first.expect.asks?.map(\.value) == ["consent-to-share"])
    #expect(first.expect.escalates?.isEmpty == true)
    #expect(first.expect.only)
    #expect(first.never?.suggests?.map { $0.support?.value } == ["peer-group"])
    #expect(tests.map(\.expect.nothing) == [false, true, false])
  }

  private func profile(_ profile: TestProfile) -> String {
    switch profile {
    case .named(let id): id.value
    case .inline(let node): node.range.text
    case .team: "team"
    }
  }
}
