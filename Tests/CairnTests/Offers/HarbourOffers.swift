@testable import Cairn

/// A rulebook with offers of every kind nearby, and one person who comes home: what pages about offers are drawn of.
enum HarbourOffers {
  private static let pathway = """
    pathways:
      way: {title: The way home, steps: {now: {title: Coming home, kind: coming-home}, later: {title: Review, kind: annual-review}}}
    rules:
      company: {title: Company, at: {kind: coming-home}, because: The first weeks are long., suggest: {support: peer-group, verb: refer}}
      lessons: {title: Lessons, at: {kind: annual-review}, because: It may help., suggest: {support: course, verb: self-refer}}
      club: {title: Club, at: {kind: coming-home}, because: It is open at night., suggest: {support: club, verb: self-refer}}
    """

  private static let offers = OfferWorld.offers(
    "circle: {title: Harbour circle, support: peer-group, verb: self-refer, site: {title: Hall, lat: 51.505, lon: 0, address: 2 Quay Street, times: Tuesdays}, places: {free: 3, of: 12}}",
    "well: {title: Live well, support: peer-group, site: {lat: 51.515, lon: 0}, places: {free: 0, wait: 9 weeks}}",
    "own: {title: Own front doors, support: peer-group, accepts: {tenancy: own}, verb: refer}",
    "old: {title: Old friends, support: peer-group, accepts: {age: {at-least: 60}}}",
    "steps: {title: Upstairs, support: peer-group, access: [], accepts: {age: {at-most: 30}}}",
    "young: {title: Young learners, support: course, accepts: {age: {at-most: 25}}}")

  private static let person =
    "p: {about: Just home, born: 1982-03-01, facts: {immediate-danger: no, crisis-level: steady}, home: {lat: 51.5, lon: 0, area: east}, consent: {suggest: yes}, at: {pathway: way, step: now}}"

  static func rulebook() throws -> Rulebook { try OfferWorld.rulebook(pathway, offers, profiles: [person]) }
}
