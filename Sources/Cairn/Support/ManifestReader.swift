/// Reads `support.yaml` and the texts beside it.
struct ManifestReader {
  private static let keys = Keys(
    "support", "title", "public-name", "summary", "benefits", "risks", "formality", "shape", "shape-parameters", "unit", "verbs", "suits",
    "unless", "crisis", "crisis-needs", "facts", "parameters", "produces", "leadership", "costs", "evidence", "facilitators-need",
    "checks-need")

  let findings = Findings()

  /// Nil where something without which there is no support type cannot be read; the findings say what.
  func read(_ tree: NodeTree, texts: [(language: String, tree: NodeTree)], hash: String) -> SupportManifest? {
    guard let root = tree.root else { return nil }
    let start = SourceRange(tree.source, 0, 0)
    guard root.isMapping else {
      findings.error(.pluginInvalid, "a manifest is a mapping from `support` on, not \(root.found)", at: root.anchor)
      return nil
    }
    let mapping = MappingReader(
      document: root, Self.keys, as: "the manifest", at: root.entries.first { _ in true }?.key.range ?? start, findings)
    let support = mapping.required("support")
    let id = support?.id(of: "support type")
    let title = mapping.required("title")?.localizedText()
    let summary = mapping.required("summary")?.localizedText()
    let shape = mapping.required("shape")?.word(SupportManifest.Shape.self)
    let verbs = mapping.required("verbs")?.verbs() ?? Self.always
    let said = texts.flatMap { readTexts($0.tree, language: $0.language, verbs: verbs) }
    checkTexts(said, verbs, mapping, texts.map(\.language))
    let conditions = (suits: mapping["suits"]?.condition(), unless: mapping["unless"]?.exception())
    let parts = Parts(mapping)
    let shapeParameters = shape.flatMap { mapping["shape-parameters"]?.shapeParameters(of: $0) } ?? [:]
    guard let id, let title, let summary, let shape else { return nil }
    return SupportManifest(
      id: id.value, title: title, publicName: parts.publicName, summary: summary, benefits: parts.benefits, risks: parts.risks,
      formality: parts.formality, shape: shape, shapeParameters: shapeParameters, unit: parts.unit, verbs: verbs, crisis: parts.crisis,
      crisisNeeds: parts.crisisNeeds, parameters: parts.parameters, produces: parts.produces, leadership: parts.leadership,
      costs: parts.costs, evidence: parts.evidence, facilitatorsNeed: parts.facilitatorsNeed, checksNeed: parts.checksNeed, texts: said,
      suits: conditions.suits, unless: conditions.unless, facts: parts.facts,
      declaredAt: id.range, contentHash: hash)
  }

  /// Every support type may be spoken of, and looked at.
  static let always: [Verb] = [.inform, .flag]

  /// What a manifest may leave out.
  private struct Parts {
    let publicName: LocalizedText?
    let benefits, risks: [LocalizedText]
    let formality: SupportManifest.Formality
    let unit: SupportManifest.Unit
    let crisis: SupportManifest.CrisisStance
    let facts: [FactDeclaration]
    let parameters: [SupportManifest.Parameter]
    let crisisNeeds, produces, facilitatorsNeed, checksNeed: [String]
    let leadership: SupportManifest.Leadership?
    let costs: [SupportManifest.Cost]
    let evidence: [Evidence]

    init(_ mapping: MappingReader) {
      publicName = mapping["public-name"]?.localizedText()
      benefits = mapping["benefits"]?.texts() ?? []
      risks = mapping["risks"]?.texts() ?? []
      formality = mapping["formality"]?.word(SupportManifest.Formality.self) ?? .either
      unit = mapping["unit"]?.word(SupportManifest.Unit.self) ?? .person
      // Who says nothing about a crisis is not sent people in one.
      crisis = mapping["crisis"]?.word(SupportManifest.CrisisStance.self) ?? .pauses
      crisisNeeds = mapping["crisis-needs"]?.listOfNames()?.map(\.value) ?? []
      facts = mapping["facts"]?.facts() ?? []
      parameters = mapping["parameters"]?.parameters() ?? []
      produces = mapping["produces"]?.listOfNames()?.map(\.value) ?? []
      facilitatorsNeed = mapping["facilitators-need"]?.listOfNames()?.map(\.value) ?? []
      checksNeed = mapping["checks-need"]?.listOfNames()?.map(\.value) ?? []
      leadership = mapping["leadership"]?.leadership()
      costs = mapping["costs"]?.costs() ?? []
      evidence = mapping["evidence"]?.evidence() ?? []
    }
  }
}

extension Field {
  /// The verbs that a support type has, with those that every one has.
  fileprivate func verbs() -> [Verb]? {
    guard !node.isMapping else { return expected("a list of verbs") }
    guard let items = list(of: "verb") else { return nil }
    var seen: [String: SourceRange] = [:]
    var verbs: [Verb] = []
    for item in items {
      guard let word = item.word(of: Verb.allCases.map(\.rawValue), code: .unknownVerb), let verb = Verb(rawValue: word) else { continue }
      if item.isFirst(Written(word, at: item.range), in: &seen) { verbs.append(verb) }
    }
    return verbs + ManifestReader.always.filter { !verbs.contains($0) }
  }

  fileprivate func facts() -> [FactDeclaration] {
    var facts: [FactDeclaration] = []
    var ids = IDRegister()
    entries(of: "fact", inner: Sections.factKeys, &ids) { entry in
      Sections.refuseReserved(entry)
      if let fact = FactDeclaration(entry) { facts.append(fact) }
    }
    return facts
  }
}
