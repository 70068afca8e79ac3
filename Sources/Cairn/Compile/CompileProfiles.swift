extension RuleSet {
  /// The profiles that the rulebook brings, `like` resolved.
  package func profiles(
    _ declarations: [ProfileDeclaration], keepsFineNumbers: Bool = false
  ) -> (profiles: [Profile], diagnostics: [Diagnostic]) {
    ProfileReader.readAll(declarations, vocabulary: vocabulary, pathways: stepsOfPathways, keepsFineNumbers: keepsFineNumbers)
  }

  /// What is wrong with the people whom tests describe themselves.
  func problems(ofTests tests: [TestDeclaration], beside profiles: [Profile]) -> [Diagnostic] {
    var reader = ProfileReader(vocabulary: vocabulary, pathways: stepsOfPathways, profiles: profiles)
    for test in tests {
      if case .inline(let node) = test.profile { _ = reader.read(node, id: "this person") }
    }
    return reader.diagnostics
  }

  /// Pathways with the ids of their steps: what a profile's `at` may name.
  package var stepsOfPathways: [String: [String]] {
    Dictionary(pathways.map { ($0.id, $0.steps.map(\.id)) }, uniquingKeysWith: { first, _ in first })
  }
}
