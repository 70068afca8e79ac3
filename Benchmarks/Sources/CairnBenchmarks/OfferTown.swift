@testable import Cairn

/// A town with many offers of twelve kinds of support, and people who live there: the same ones on every run.
///
/// Every offer asks for an age and one of forty areas; every second one asks for something else too. Two in three say what access needs they
/// meet, and how they are had.
final class OfferTown {
  let ruleSet: RuleSet
  let index: OfferIndex
  let matcher: Matcher
  private var consumed = 0

  static let supports = 12
  static let areas = 40
  private static let day = CalendarDate(2026, 11, 22)

  init?(offers count: Int) {
    let supports: [any SupportType] = (0..<Self.supports).compactMap { Self.support($0) }
    guard supports.count == Self.supports,
      let rulebook = try? Rulebook(files: Self.files(count), supportTypes: supports)
    else { return nil }
    ruleSet = rulebook.ruleSet
    index = OfferIndex(ruleSet)
    matcher = Matcher(ruleSet.offerRows, asOf: Self.day)
  }

  /// Keeps what is measured from being left out.
  func consume(_ count: Int) { consumed &+= count }

  func look(_ search: OfferSearch, _ support: Int, _ profile: Profile, _ facts: Facts) -> OfferLook {
    OfferLook(
      search, support,
      seeker: Seeker(
        profile: profile, facts: facts, vocabulary: ruleSet.vocabulary, parameters: Parameters(), verb: .selfRefer, language: "en"),
      manifest: ruleSet.supports[support].manifest, door: Door(verb: .refer, mayShare: false),
      disclosure: ruleSet.disclosure(showsSensitive: false))
  }

  private static func support(_ number: Int) -> DeclaredSupportType? {
    let yaml = "support: kind-\(number)\ntitle: Kind \(number)\nsummary: Some support.\nshape: open-group\nverbs: [refer, self-refer]\n"
    return (try? SupportManifest(support: Array(yaml.utf8), texts: [:])).map { DeclaredSupportType($0) }
  }

  private static func files(_ count: Int) -> [SourceText] {
    var chance = Chance(seed: 7)
    let head = """
      rulebook: {id: town, title: Town, version: "1"}
      facts:
        home: {title: Home, type: choice, values: [own, shared, nowhere]}
        walks: {title: Walks, type: boolean}
        conditions: {title: Conditions, type: codes}
      concepts: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}}

      """
    let lines = (0..<count).map { "  offer-\($0): {support: kind-\($0 % supports), \(offer(&chance))}\n" }
    let parts = stride(from: 0, to: lines.count, by: 2_000).map { "offers:\n" + lines[$0..<min($0 + 2_000, lines.count)].joined() }
    return ([head] + parts).enumerated().map { SourceText(path: "part-\($0).yaml", text: $1) }
  }

  private static func offer(_ chance: inout Chance) -> String {
    var accepts = ["age: {at-least: \(chance.pick([16, 18, 50]))}", "area: [area-\(chance.below(areas)), area-\(chance.below(areas))]"]
    if chance.percent(50) {
      accepts.append(chance.pick(["home: own", "walks: yes", "conditions: [a, b]", "any: [{walks: no}, {home: shared}]"]))
    }
    var parts = [
      "accepts: {\(accepts.joined(separator: ", "))}", "site: {lat: 51.\(chance.within(100...999)), lon: 0.\(chance.within(100...999))}",
    ]
    if chance.percent(66) { parts.append("access: [\(chance.pick(["step-free", "hearing-loop", "step-free, hearing-loop"]))]") }
    if chance.percent(66) { parts.append("mode: \(chance.pick(["in-person", "online"])), languages: [\(chance.pick(["en", "es", "pl"]))]") }
    if chance.percent(66) {
      parts.append("places: {free: \(chance.below(4)), updated: 2026-0\(chance.within(7...9))}")
    }
    return parts.joined(separator: ", ")
  }

  /// People of whom one fact in five is missing.
  func people(_ count: Int) -> [(Profile, Facts)] {
    var chance = Chance(seed: 11)
    let builder = FactsBuilder(vocabulary: ruleSet.vocabulary)
    return (0..<count).map { number in
      var profile = Profile(id: "p\(number)", born: chance.percent(80) ? PartialDate(CalendarDate(chance.within(1940...2008), 5, 5)) : nil)
      if chance.percent(80) { profile.facts["home"] = .init(.choice(chance.pick(["own", "shared", "nowhere"]))) }
      if chance.percent(80) { profile.facts["walks"] = .init(.boolean(chance.percent(70))) }
      if chance.percent(80) { profile.facts["conditions"] = .init(.codes([.init(chance.pick(["a", "b", "c"]))], partial: false)) }
      profile.home = .place(
        latitude: 51.5 + Double(chance.below(100)) / 1000, longitude: 0.5,
        area: chance.percent(80) ? "area-\(chance.below(Self.areas))" : nil)
      profile.access = chance.percent(40) ? ["step-free"] : []
      profile.preferences = ["mode": ["in-person"], "language": ["es"]]
      return (profile, builder.facts(of: profile, asOf: Self.day).facts)
    }
  }
}
