@testable import Cairn

/// A rulebook in a text, taken as far as its vocabulary, with a way to say conditions and profiles of it.
struct DraftRulebook {
  let declaration: RulebookDeclaration
  var vocabulary: Vocabulary
  let diagnostics: [Diagnostic]

  init(_ yaml: String = Self.usual, supports: [SupportManifest] = Self.supports) {
    let read = RulebookReader.read([Self.tree(yaml, path: "rulebook.yaml")])
    let built = VocabularyBuilder.build(read.declaration, supports: supports)
    declaration = read.declaration
    vocabulary = built.vocabulary
    diagnostics = read.diagnostics + built.diagnostics
  }

  static let usual = """
    facts:
      conditions: {title: Conditions, type: codes}
      lives-alone: {title: Lives alone, type: boolean}
      housing: {title: Housing, type: choice, values: [stable, insecure, homeless]}
      loneliness: {title: Loneliness, type: number, min: 3, max: 9, valid-for: 12 months}
      weight: {title: Weight, type: number, decimals: 1}
      discharged: {title: Discharged, type: date, valid-for: 12 months}
    concepts:
      asthma: {title: Asthma}
      copd: {title: COPD}
      stroke: {title: Stroke}
    value-sets:
      breathing: [copd, asthma]
      northside: {areas: [north, hill]}
    derived:
      isolated: {title: Isolated, when: {lives-alone: yes, loneliness: {at-least: 6}}}
    """

  static let supports = [manifest("peer-group"), manifest("course")]

  static func manifest(_ id: String, facts: String = "", verbs: [Verb] = []) -> SupportManifest {
    let declared = facts.isEmpty ? [] : RulebookReader.read([tree("facts:\n" + facts, path: "\(id)/support.yaml")]).declaration.facts
    return SupportManifest(
      id: id, title: LocalizedText(id), publicName: nil, summary: "", benefits: [], risks: [], formality: .either, shape: .openGroup,
      shapeParameters: [:], unit: .person, verbs: verbs, crisis: .continues, crisisNeeds: [], parameters: [], produces: [], leadership: nil,
      costs: [],
      evidence: [], facilitatorsNeed: [], checksNeed: [], texts: [], suits: nil, unless: nil, facts: declared, declaredAt: nil,
      contentHash: "")
  }

  static func tree(_ yaml: String, path: String) -> NodeTree {
    YAMLReader.read(SourceText(path: path, text: yaml)).tree ?? NodeTree(source: SourceText(path: path, text: ""), records: [], texts: [])
  }

  /// A condition resolved and in words, or what is wrong with it.
  func resolving(_ yaml: String) -> String {
    let tree = Self.tree("when: " + yaml, path: "rules.yaml")
    let findings = Findings()
    guard let (key, value) = tree.root?.entries.first(where: { _ in true }) else { return "not YAML" }
    guard let declared = Field(key: key, node: value, findings: findings).condition() else { return said(findings.diagnostics) }
    var resolver = ConditionResolver(vocabulary: vocabulary)
    let condition = resolver.resolve(declared)
    guard resolver.diagnostics.isEmpty else { return said(resolver.diagnostics) }
    var after = self
    after.vocabulary = resolver.vocabulary
    return condition.map { after.words($0) } ?? "nothing, and nothing said"
  }

  func words(_ condition: Condition) -> String {
    func list(_ parts: [Condition]) -> String { "(" + parts.map { words($0) }.joined(separator: ", ") + ")" }
    switch condition {
    case .all(let parts): return "all" + list(parts)
    case .any(let parts): return "any" + list(parts)
    case .none(let parts): return "none" + list(parts)
    case .some(let count, let parts): return "\(count) of" + list(parts)
    case .comparison(let comparison):
      if case .derived(let holds) = comparison.test { return "\(vocabulary.derived[comparison.fact].id) \(holds ? "yes" : "no")" }
      return "\(vocabulary.facts[comparison.fact].id) \(words(comparison.test))"
    }
  }

  private func words(_ test: Comparison.Test) -> String {
    switch test {
    case .number(let intervals): intervals.map { "\($0.lowerBound)...\($0.upperBound)" }.joined(separator: " or ")
    case .choice(let values): "\(values.sorted())"
    case .boolean(let value), .derived(let value): value ? "yes" : "no"
    case .known(let known): known ? "known" : "not known"
    case .date(let test): words(test)
    case .codes(let test): words(test)
    }
  }

  private func words(_ test: DateTest) -> String {
    switch test {
    case .withinLast(let length): "within last \(length)"
    case .longerAgoThan(let length): "longer ago than \(length)"
    case .withinNext(let length): "within next \(length)"
    case .before(let date): "before \(date)"
    case .onOrAfter(let date): "on or after \(date)"
    }
  }

  private func words(_ test: CodeTest) -> String {
    let items = test.items.map { "[" + $0.map { vocabulary.codes[$0].key.id }.joined(separator: " ") + "]" }.joined()
    return switch test.window {
    case .within(let length): "\(test.quantifier) \(items) within \(length)"
    case .longerThan(let length): "\(test.quantifier) \(items) longer than \(length)"
    case nil: "\(test.quantifier) \(items)"
    }
  }
}

/// What a person is told, without the drawing: the author's text that is marked, the sentence, and the lines under it.
func said(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { diagnostic in
    let marked = diagnostic.location.map { $0.source.text($0.offsets) } ?? ""
    let notes = diagnostic.notes.map { "\n  \($0.label): \($0.text)" }.joined()
    let fixes = diagnostic.fixes.map { "\n  put: \($0.replacement)" }.joined()
    return "\(marked) <- \(diagnostic.message) [\(diagnostic.code.rawValue)]\(notes)\(fixes)"
  }.joined(separator: "\n")
}
