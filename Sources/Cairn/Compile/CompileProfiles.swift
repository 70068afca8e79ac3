extension RuleSet {
  /// The profiles that the rulebook brings, `like` resolved.
  package func profiles(_ declarations: [ProfileDeclaration]) -> (profiles: [Profile], diagnostics: [Diagnostic]) {
    ProfileReader.readAll(declarations, vocabulary: vocabulary, pathways: stepsOfPathways)
  }

  /// Pathways with the ids of their steps: what a profile's `at` may name.
  package var stepsOfPathways: [String: [String]] {
    Dictionary(pathways.map { ($0.id, $0.steps.map(\.id)) }, uniquingKeysWith: { first, _ in first })
  }
}
