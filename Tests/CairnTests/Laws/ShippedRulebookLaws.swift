import Foundation
import Testing

@testable import Cairn

private let repository = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }.path
private let hasPlugins = ["PeerGroup", "Signposting"].allSatisfy { FileSystem.exists("\(repository)/Plugins/\($0)") }

/// It suggests kinds of support that are plugins: where `Plugins/` has been emptied, there is no such rulebook to look at.
@Suite("Laws of the rulebook that ships", .enabled(if: hasPlugins))
struct ShippedRulebookLaws {
  /// Every kind of support in the repository, by its manifest alone: conditions stand nowhere else.
  private static func supports() throws -> [any SupportType] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(repository)/Plugins").sorted()
    let manifests = names.compactMap { PluginFolder.load(at: $0, relativeTo: "\(repository)/Plugins").manifest }
    return manifests.map { DeclaredSupportType($0) }
  }

  @Test("matcher and oracle give one answer on every rule", arguments: LawSettings.seeds(4))
  func differential(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let ruleSet = try Rulebook(at: "\(repository)/rules", supportTypes: Self.supports()).ruleSet
    var world = World()
    world.vocabulary = ruleSet.vocabulary
    let oracle = Oracle(ruleSet.vocabulary)
    let trees = ruleSet.rules.map { oracle.normalForm($0.conditions) }
    let matcher = Matcher(ruleSet.ruleRows, asOf: world.asOf)
    for _ in 0..<50 {
      let facts = world.randomFacts(&chance)
      for (index, verdict) in matcher.verdicts(facts).enumerated() {
        let expected = oracle.verdict(trees[index], facts)
        guard verdict != expected else { continue }
        let rule = ruleSet.rules[index]
        Issue.record("matcher \(verdict), oracle \(expected): \(rule.id)\n\(world.draw(rule.conditions))\n\(world.draw(facts))")
        return
      }
    }
  }

  @Test("the order of its files never changes a verdict")
  func order() throws {
    var chance = Chance(seed: LawSettings.seed)
    var files: [SourceText] = []
    for path in try FileSystem.yamlFiles(in: "\(repository)/rules").files {
      files.append(SourceText(path: path, bytes: try FileSystem.read(path)))
    }
    let supports = try Self.supports()
    let rulebook = try Rulebook(files: files, supportTypes: supports)
    let expected = try Self.verdicts(of: rulebook, for: rulebook.profiles)
    #expect(expected.count > 1000)
    for _ in 0..<3 {
      let other = try Rulebook(files: files.shuffled(using: &chance), supportTypes: supports)
      #expect(try Self.verdicts(of: other, for: rulebook.profiles) == expected)
    }
  }

  @Test("a slip in it is fixed without more errors, and without another name", arguments: LawSettings.seeds(2))
  func fixes(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let sources = try FileSystem.yamlFiles(in: "\(repository)/rules").files.map { SourceText(path: $0, bytes: try FileSystem.read($0)) }
    let sound = FixTrial(sources, supports: try Self.supports())
    for _ in 0..<10 { _ = FixLaws.check(sound, slips: chance.within(1...2), &chance) }
  }

  /// Every rule's verdict for every sample profile, by their names.
  private static func verdicts(of rulebook: Rulebook, for profiles: [Profile]) throws -> [String: Truth] {
    let ruleSet = rulebook.ruleSet
    let asOf = CalendarDate(2026, 11, 22)
    let matcher = Matcher(ruleSet.ruleRows, asOf: asOf)
    let builder = FactsBuilder(vocabulary: ruleSet.vocabulary)
    var verdicts: [String: Truth] = [:]
    for profile in profiles {
      for (rule, verdict) in zip(ruleSet.rules, matcher.verdicts(builder.facts(of: profile, asOf: asOf).facts)) {
        verdicts["\(profile.id): \(rule.id)"] = verdict
      }
    }
    return verdicts
  }
}
