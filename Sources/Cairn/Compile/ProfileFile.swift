extension Rulebook {
  /// The profiles of a file of their own: the same section as in a rulebook. They may be `like` the rulebook's.
  package func readProfiles(tree: NodeTree) -> (profiles: [Profile], diagnostics: [Diagnostic]) {
    let file = RulebookReader.read([tree])
    let own = file.declaration.profiles
    guard !own.isEmpty || !file.diagnostics.isEmpty else {
      let empty = Diagnostic.error(
        .missingKey, "there are no profiles in this file", at: SourceRange(tree.source, 0, 0), help: "list them by id under `profiles:`")
      return ([], [empty])
    }
    let read = ruleSet.profiles(own + declaration.profiles)
    let ids = Set(own.map(\.id.value))
    return (read.profiles.filter { ids.contains($0.id) }, file.diagnostics + read.diagnostics)
  }
}
