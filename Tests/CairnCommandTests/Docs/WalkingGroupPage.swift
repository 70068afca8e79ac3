public import Cairn
import CairnPlugins
import CairnTesting
import Foundation
import Testing

/// Neighbours who walk together.
public struct WalkingGroup: SupportType {
  /// What `support.yaml` declares.
  public let manifest: SupportManifest

  /// With the manifest and the texts that it was built with.
  public init() throws(SupportManifestError) {
    manifest = try SupportManifest(
      support: PackageResources.support_yaml, texts: ["en": PackageResources.en_yaml], folder: "Plugins/WalkingGroup")
  }

  /// The manifest's texts; at a slow pace with a word of comfort.
  public func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
    let plain = manifest.plainContent(for: request)
    guard case .text("slow")? = request.parameters["pace"] else { return plain }
    return SuggestionContent(verb: plain.verb, person: plain.person + " Nobody minds if you stop.", practitioner: plain.practitioner)
  }
}

/// As the page opens a rulebook, seen from where its reader stands.
private func asThePageShows() throws -> Rulebook {
  let rulebook = try Rulebook(at: "my-rules", supportTypes: InstalledPlugins.all + [WalkingGroup()])
  return rulebook
}

/// The files of the page, as a module of the package would have them.
private enum PackageResources {
  static var support_yaml: [UInt8] { bytes("Plugins/WalkingGroup/support.yaml") }
  static var en_yaml: [UInt8] { bytes("Plugins/WalkingGroup/texts/en.yaml") }

  private static func bytes(_ path: String) -> [UInt8] {
    let page = try? DocPage(WalkingGroupPageTests.path)
    return Array((page?.blocks.first { $0.words == ["yaml", path] }?.text ?? "").utf8)
  }
}

/// The page walks through three ways: the folder is run with the page itself, the type and the value here.
@Suite("The page on adding a support type")
struct WalkingGroupPageTests {
  static let path = "\(DocPageTests.catalog)/AddingASupportType.md"

  @Test("the walking group keeps the contract of a support type")
  func contract() throws { expectSupportType(try WalkingGroup()) }

  @Test("shows Swift that the compiler has read")
  func compiled() throws {
    let here = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let blocks = try DocPage(Self.path).blocks.filter { $0.words == ["swift"] }
    #expect(blocks.count == 3)
    for line in blocks.flatMap({ $0.text.split(separator: "\n") }) {
      #expect(here.contains(line.trimmingCharacters(in: .whitespaces) + "\n"), "\(line)")
    }
  }

  @Test("a clinician's tool that brings the type as a value has its words")
  func value() throws {
    let workspace = try DocWorkspace()
    defer { workspace.remove() }
    for block in try DocPage(Self.path).blocks where block.words.first == "yaml" && block.words.count == 2 {
      try workspace.write(block.words[1], block.text)
    }
    let rulebook = try Rulebook(at: "\(workspace.url.path)/my-rules", supportTypes: InstalledPlugins.all + [WalkingGroup()])
    var kim = try #require(rulebook.profiles.first { $0.id == "kim" })
    kim.facts["walks-ten-minutes"] = Profile.Fact(.boolean(true))
    let advice = rulebook.advice(for: kim, asOf: CalendarDate(2026, 11, 22))
    #expect(advice.suggestions.map(\.say.person) == ["Ring the leader to say that you are coming. Nobody minds if you stop."])
    let plan = try rulebook.plan("walking-group", for: [Demand.Person(kim)], asOf: CalendarDate(2026, 11, 22))
    #expect(plan.groups.map(\.members) == [["kim"]])
  }

  @Test("has what may stand under `state`, shape by shape", arguments: SupportManifest.Shape.allCases)
  func stateKeys(shape: SupportManifest.Shape) throws {
    let rows = try DocPage(Self.path).lines.filter { $0.hasPrefix("| ") && $0.split(separator: "|")[0].contains("`\(shape.rawValue)`") }
    let cells = try #require(rows.dropFirst().first).split(separator: "|")
    #expect(cells[1].split(separator: ",").map { $0.filter { $0 != "`" && $0 != " " } } == shape.stateKeys)
  }
}
