extension Rulebook {
  /// The profiles of a file of their own: one profile, a list of them, profiles by id, or a `profiles:` section. They may be `like` the
  /// rulebook's. A profile without an `id` has the name of its file.
  package func readProfiles(tree: NodeTree) -> (profiles: [Profile], diagnostics: [Diagnostic]) {
    guard let root = tree.root else { return ([], [noProfiles(in: tree)]) }
    if root["profiles"] != nil { return readSection(tree) }
    var reader = ProfileReader(
      vocabulary: ruleSet.vocabulary, pathways: ruleSet.stepsOfPathways, profiles: profiles, keepsFineNumbers: true)
    let name = tree.source.name
    let entries: [(id: String, node: Node)]
    if root.isSequence {
      entries = root.items.enumerated().map { ("\(name)-\($0 + 1)", $1) }
    } else if !root.isMapping || root.entries.contains(where: { ProfileReader.keys.names.contains($0.key.text) }) {
      entries = [(name, root)]
    } else {
      entries = root.entries.map { ($0.key.text, $0.value) }
    }
    let read = entries.compactMap { reader.read($0.node, id: $0.id) }
    return (read, entries.isEmpty ? [noProfiles(in: tree)] : reader.diagnostics)
  }

  /// One profile by itself, as a test writes it; it may be `like` the rulebook's.
  package func readProfile(_ node: Node, id: String) -> (profile: Profile?, diagnostics: [Diagnostic]) {
    var reader = ProfileReader(vocabulary: ruleSet.vocabulary, pathways: ruleSet.stepsOfPathways, profiles: profiles)
    let profile = reader.read(node, id: id)
    return (profile, reader.diagnostics)
  }

  private func readSection(_ tree: NodeTree) -> (profiles: [Profile], diagnostics: [Diagnostic]) {
    let file = RulebookReader.read([tree])
    let own = file.declaration.profiles
    guard !own.isEmpty || !file.diagnostics.isEmpty else { return ([], [noProfiles(in: tree)]) }
    let read = ruleSet.profiles(own + declaration.profiles, keepsFineNumbers: true)
    let ids = Set(own.map(\.id.value))
    return (read.profiles.filter { ids.contains($0.id) }, file.diagnostics + read.diagnostics)
  }

  private func noProfiles(in tree: NodeTree) -> Diagnostic {
    .error(
      .missingKey, "there are no profiles in this file", at: SourceRange(tree.source, 0, 0),
      help: "write one profile, or several by id under `profiles:`")
  }
}

extension SourceText {
  /// The file's name without folder and ending.
  fileprivate var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }
}
