import CairnPlugins
import Testing

@testable import Cairn

/// The place that ships with the rulebook: it does not exist, and shows everything that a place can have.
@Suite("The locality that ships")
struct ShippedLocalityTests {
  private let ruleSet: RuleSet
  private let profiles: [Profile]

  init() throws {
    let rulebook = try ShippedRulebookTests.open()
    ruleSet = rulebook.ruleSet
    profiles = rulebook.profiles
  }

  private func offers(_ support: String) -> [Offer] { ruleSet.offers.filter { ruleSet.supports[$0.support].manifest.id == support } }

  @Test("has many offers, and each support type has a rule, an offer and its own way to be suggested")
  func everyTypeHasBoth() {
    #expect(ruleSet.offers.count >= 25)
    #expect(ruleSet.supports.count >= 12)
    let spoken = Set(ruleSet.rules.compactMap { if case .suggest(let support, _, _) = $0.action { support } else { nil } })
    for (index, support) in ruleSet.supports.enumerated() {
      #expect(spoken.contains(index), "no rule suggests \(support.manifest.id)")
      #expect(ruleSet.offers.contains { $0.support == index }, "no offer of \(support.manifest.id)")
    }
  }

  @Test("one name at two sites has two doors and two sets of ages")
  func sameName() throws {
    let sites = Dictionary(grouping: offers("service-user-network")) { $0.title.text(in: "en") }
    let both = try #require(sites.values.first { $0.count > 1 })
    #expect(Set(both.map(\.door)) == [.selfRefer, .refer])
    #expect(Set(both.map { $0.servesCrisis.isEmpty }) == [true, false])
  }

  @Test("its networks of neighbours are open, without a volunteer, and full")
  func networks() {
    let networks = offers("keyring-network")
    #expect(networks.contains { $0.places?.free == 1 && $0.state.roles["volunteer"] == .filled })
    #expect(networks.contains { $0.state.roles["volunteer"] == .vacant })
    #expect(networks.contains { $0.places?.free == 0 })
  }

  @Test("its families' groups stand at every stage, with and without what a hand-over needs")
  func stages() {
    let groups = offers("families-and-schools-together")
    #expect(Set(groups.compactMap(\.state.stage)) == Set(OfferState.Stage.allCases))
    #expect(Set(groups.compactMap(\.state.handOver?.lead)) == [true, false])
  }

  @Test("some offers are full, some not trained for, some confidential, some silent on access, and some not in any directory")
  func variety() {
    let all = ruleSet.offers
    #expect(all.contains { $0.places?.free == 0 && $0.places?.wait != nil })
    #expect(all.contains { $0.trainedIn == nil } && all.contains { $0.trainedIn == [] })
    #expect(all.contains { $0.isConfidential })
    #expect(all.contains { $0.access == nil } && all.contains { $0.access == [] })
    #expect(all.contains { $0.modes == ["online"] } && all.contains { $0.languages.count > 2 })
    #expect(all.contains { $0.ledBy == .members && $0.formality == .informal } && all.contains { $0.ledBy == .staff })
    #expect(all.contains { !$0.sites.isEmpty && $0.service == nil })
  }

  @Test("one front door routes what shares details to the link worker")
  func frontDoor() {
    #expect(ruleSet.routing.count == 1)
    #expect(ruleSet.routing.map { ruleSet.supports[$0.hub].manifest.id } == ["link-worker"])
  }

  @Test("its people live in it, in open sea or nowhere")
  func nobodyIsReal() {
    for case .place(let latitude?, let longitude?, _)? in profiles.map(\.home) {
      #expect((49...50).contains(latitude) && (-9 ... -8).contains(longitude))
    }
  }
}
