import CairnTesting
import Testing

@testable import Cairn

/// What the programmes declare of themselves, where no case of one person can show it.
@Suite("What the programmes declare")
struct ProgrammeTests {
  private static func manifest(_ name: String) throws -> SupportManifest {
    try #require(PluginFolder.load(at: "\(PluginFolderTests.root)/Plugins/\(name)", relativeTo: "").manifest)
  }

  @Test("local area coordination introduces, and a rule that refers is a mistake")
  func neverRefers() throws {
    let manifest = try Self.manifest("LocalAreaCoordination")
    let rule = """
      rulebook: {id: one, title: One, version: "1", language: en}
      rules:
        one:
          title: One
          because: One.
          suggest: {support: local-area-coordination, verb: refer}
      """
    let error = #expect(throws: RulebookError.self) {
      try Rulebook(files: [SourceText(path: "one.yaml", text: rule)], supportTypes: [DeclaredSupportType(manifest)])
    }
    #expect(error?.diagnostics.filter { $0.severity == .error }.map(\.code) == [.unknownVerb])
    #expect(manifest.suits == nil && manifest.unless == nil)
    #expect(manifest.shapeParameters["people"] == "10000")
  }

  @Test("parents lead after eight weeks, for two years, if all is there; and what then, if it is not")
  func handOver() throws {
    let manifest = try Self.manifest("FamiliesAndSchoolsTogether")
    let leadership = try #require(manifest.leadership)
    let needs = try #require(leadership.needs)
    #expect(leadership.starts == "staff" && leadership.movesTo == "members")
    #expect(needs.attended == 6 && needs.lead && needs.room && needs.budget)
    #expect(leadership.lasts?.description == "2 years")
    #expect(leadership.ifItFails?.isEmpty == false)
    #expect(manifest.unit == .family && manifest.count("sessions") == 8)
    #expect(manifest.count("at-least") == 8 && manifest.count("places") == 10)
    #expect(manifest.team.count == 4)
  }

  @Test("the network of nine and a volunteer says how the walk is measured")
  func walk() throws {
    let parameters = try Self.manifest("KeyRing").shapeParameters
    #expect(parameters["members"] == "9" && parameters["volunteers"] == "1")
    #expect(parameters["within-walk"] == "15 minutes" && parameters["linkage"] == "centre")
    #expect(parameters["detour"] == "1.3" && parameters["walking-speed"] == "1.2 m/s")
  }

  @Test("the service user network has a name that tells nothing")
  func neutralName() throws {
    let manifest = try Self.manifest("ServiceUserNetwork")
    let name = try #require(manifest.publicName).text(in: "en").lowercased()
    for word in ["service", "user", "crisis", "emotion", "mental", "distress"] { #expect(!name.contains(word)) }
    #expect(manifest.facts.allSatisfy { $0.isSensitive })
    #expect(manifest.produces == ["crisis-and-support-plan"])
    #expect(manifest.crisis == .serves && manifest.crisisNeeds == ["co-facilitated", "crisis-plan"])
  }

  @Test("no kind of support claims to save money", arguments: PluginFolderTests.folders)
  func noSavings(folder: String) throws {
    let manifest = try PluginFolderTests.type(in: folder).manifest
    for words in manifest.wordsOfItsOwn {
      let text = words.text.lowercased()
      #expect(!text.contains("saving") && !text.contains("saves") && !text.contains("£"), "\(words.what): \(words.text)")
    }
  }
}
