import CairnDirectory
import CairnPlugins
import Testing

@testable import Cairn

@Suite("The rulebook that ships")
struct ShippedRulebookTests {
  static func open() throws -> Rulebook {
    try Rulebook(
      at: PluginFolderTests.root + "/rules", supportTypes: InstalledPlugins.all, readDirectory: Directory.services(at:named:))
  }

  @Test("has no error and no warning")
  func isClean() throws {
    let warnings = try Self.open().warnings
    #expect(DiagnosticText.draw(warnings) == "")
  }

  @Test("stops everything in immediate danger and in a crisis, and not for want of an address")
  func safeguards() throws {
    let rulebook = try Self.open()
    for (fact, value) in [("immediate-danger", Profile.Value.boolean(true)), ("crisis-level", .choice("in-crisis"))] {
      var profile = try #require(rulebook.profiles.first { $0.id == "ruth" })
      profile.facts[fact] = .init(value)
      let advice = rulebook.advice(for: profile, asOf: CalendarDate(2026, 11, 22))
      #expect(advice.suggestions.isEmpty && advice.flags.isEmpty && advice.undecided.isEmpty)
      #expect(!advice.escalate.isEmpty)
      #expect(advice.questions.allSatisfy { $0.safety })
    }
    let tomasz = try #require(rulebook.profiles.first { $0.id == "tomasz" })
    #expect(tomasz.home == .noFixedAbode)
    #expect(!rulebook.advice(for: tomasz, asOf: CalendarDate(2026, 11, 22)).suggestions.isEmpty)
  }

  @Test("every verb that anybody reads is one that its support type has, be it of an offer in a package")
  func verbs() throws {
    let rulebook = try Self.open()
    let manifests = Dictionary(rulebook.ruleSet.supports.map { ($0.manifest.id, $0.manifest) }) { first, _ in first }
    var packaged = 0
    for profile in rulebook.profiles {
      let advice = rulebook.advice(for: profile, asOf: CalendarDate(2026, 11, 22))
      for (support, verb) in advice.verbsNamed {
        #expect(manifests[support]?.verbs.contains(verb) == true, "`\(verb.rawValue)` of `\(support)` for \(profile.id)")
      }
      packaged += advice.suggestions.flatMap(\.package).flatMap(\.offers).count
    }
    #expect(packaged > 20)
  }

  @Test("most of its rules name no pathway and no condition of their own")
  func noSilos() throws {
    let rules = try Self.open().ruleSet.rules
    #expect(rules.count >= 30)
    #expect(rules.count { !($0.at?.pathways.isEmpty ?? true) } * 3 < rules.count)
  }

  @Test("every step of every pathway of every sample is drawn with nothing to report")
  func profilesAreUsable() throws {
    let rulebook = try Self.open()
    for profile in rulebook.profiles {
      let advice = rulebook.advice(for: profile, asOf: CalendarDate(2026, 11, 22))
      let unexpected = advice.problems.filter { $0.detail.contains("no such") || $0.detail.contains("cannot") }
      #expect(unexpected.isEmpty, "\(profile.id): \(unexpected.map(\.detail))")
    }
  }
}

extension Advice {
  /// Every verb beside the support type that it is of.
  var verbsNamed: [(support: String, verb: Verb)] {
    let suggested = suggestions.flatMap { suggestion in
      [suggestion.verb, suggestion.softenedFrom, suggestion.withConsent].compactMap { $0 }.map { (suggestion.support, $0) }
        + suggestion.offers.map { (suggestion.support, $0.verb) }
        + suggestion.package.flatMap { item in item.offers.map { (item.support, $0.verb) } }
    }
    let waiting = undecided.compactMap { entry in entry.support.map { ($0, entry.verb) } }
    return suggested + waiting + notSuggested.compactMap { entry in entry.support.map { ($0, entry.verb) } }
  }
}
