@testable import Cairn

/// Profiles in a text, read with the words of the usual draft and two pathways.
enum DraftProfiles {
  static let vocabulary = DraftRulebook().vocabulary
  static let pathways = ["diabetes": ["diagnosis", "education", "review"], "pain": ["waiting"]]

  static func read(_ yaml: String) -> (profiles: [Profile], said: String) {
    let section = "profiles:\n" + yaml.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
    let declared = RulebookReader.read([DraftRulebook.tree(section, path: "profiles.yaml")])
    let read = ProfileReader.readAll(declared.declaration.profiles, vocabulary: vocabulary, pathways: pathways)
    return (read.profiles, said(declared.diagnostics + read.diagnostics))
  }
}

extension Profile {
  /// What is known by fact, without dates and places.
  var values: [String: Profile.Value] { facts.mapValues(\.value) }
}
