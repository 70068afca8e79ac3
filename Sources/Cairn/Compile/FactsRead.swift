extension RuleSet {
  /// The facts that a condition reads, by id, in the order of the vocabulary.
  func facts(readBy condition: ConditionDeclaration) -> [String] {
    var resolver = ConditionResolver(vocabulary: vocabulary)
    guard let resolved = resolver.resolve(condition) else { return [] }
    var builder = RowSetBuilder(resolver.vocabulary)
    builder.add(RuleConditions(when: resolved))
    return Set(builder.finish().slots.map(\.fact)).sorted().map { vocabulary.facts[$0].id }
  }
}
