import CairnTesting
import Testing

@testable import Cairn

/// What is particular about each kind of support is shown by cases: an ordinary peer group, put in its place, fails them.
@Suite("No programme is an ordinary peer group")
struct OrdinaryPeerGroupTests {
  static let programmes = PluginFolderTests.folders.filter { folder in !["/PeerGroup", "/Signposting"].contains { folder.hasSuffix($0) } }

  @Test("some cases of each fail where it is one", arguments: programmes)
  func fails(folder: String) throws {
    let ordinary = try Self.ordinary(in: folder)
    let failures = PluginCases.failures(of: DeclaredSupportType(ordinary), at: folder + "/cases.yaml")
    #expect(failures.count >= 3, "\(failures)")
  }

  /// The manifest of a peer group that has the programme's name, verbs, facts and parameters, so that a case fails for what it does and not
  /// for its words.
  static func ordinary(in folder: String) throws -> SupportManifest {
    let peers = try text("\(PluginFolderTests.root)/Plugins/PeerGroup/support.yaml")
    let programme = try text("\(folder)/support.yaml")
    let own = ["support", "verbs", "facts", "parameters"].map { section($0, of: programme) }.joined()
    let shared = ["title", "summary", "benefits", "risks", "shape", "suits", "crisis"].map { section($0, of: peers) }.joined()
    return try SupportManifest(support: Array((own + shared).utf8), texts: [:])
  }

  private static func text(_ path: String) throws -> String { String(decoding: try FileSystem.read(path), as: UTF8.self) }

  /// A key of the manifest with all that is indented under it.
  private static func section(_ key: String, of manifest: String) -> String {
    let lines = manifest.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) else { return "" }
    let rest = lines[(start + 1)...].prefix { $0.hasPrefix(" ") || $0.isEmpty }
    return ([lines[start]] + rest).joined(separator: "\n") + "\n"
  }
}
