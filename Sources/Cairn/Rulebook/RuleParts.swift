extension Field {
  private static let placementKeys = Keys("kind", "pathway", "step", "after", "within")
  private static let evidenceKeys = Keys("grade", "source", "limits", "review-by")
  private static let sayKeys = Keys("person", "practitioner")
  private static let ruleSayKeys = Keys(["person", "practitioner"] + Verb.allCases.map(\.rawValue))

  /// Where a rule speaks.
  func placement() -> PlacementDeclaration? {
    let help = node.isScalar ? "write `at: {kind: \(node.excerpt)}`, or `pathway` or `step`" : nil
    guard let mapping = MappingReader(self, Self.placementKeys, as: nil, help: help) else { return nil }
    if node.entries.isEmpty { return refuse(.missingValue, "`at` names no place", help: "a rule without `at` applies anywhere") }
    var placement = PlacementDeclaration()
    placement.kinds = mapping["kind"]?.someNames() ?? []
    placement.pathways = mapping["pathway"]?.someNames() ?? []
    placement.steps = mapping["step"]?.someNames() ?? []
    placement.after = mapping["after"]?.duration()
    placement.within = mapping["within"]?.duration()
    if let after = placement.after, let within = placement.within, after.unit == within.unit, after.count > within.count,
      let field = mapping["after"]
    {
      return field.refuse(.outOfRange, "`after` \(after) and `within` \(within) leave no time between")
    }
    return placement
  }

  /// One name or several, but not none: an empty list would ask nothing.
  private func someNames() -> [Written<String>] {
    let names = names()
    if node.isSequence, node.record.next == node.index + 1 { return refuse(.missingValue, "\(label) names nothing") ?? [] }
    return names
  }

  /// What is known of how well something works.
  func evidence() -> [Evidence] {
    (list(of: "piece of evidence") ?? []).compactMap { item in
      guard let mapping = MappingReader(item, Self.evidenceKeys, as: "piece of evidence") else { return nil }
      let grade = mapping.required("grade")?.word(of: Evidence.grades)
      let source = mapping.required("source")?.text()
      let limits = mapping["limits"]?.text()
      let reviewBy = mapping["review-by"]?.partialDate()
      guard let grade, let source else { return nil }
      return Evidence(grade: grade, source: source, limits: limits, reviewBy: reviewBy)
    }
  }

  /// What is said to the person and to the practitioner.
  func said() -> (person: Written<LocalizedText>?, practitioner: Written<LocalizedText>?) {
    guard let mapping = saying(Self.sayKeys) else { return (nil, nil) }
    return (mapping["person"]?.writtenText(), mapping["practitioner"]?.writtenText())
  }

  /// The same of a rule, which may say something else where one verb remains: `refer: {person: …}`.
  func saidByVerb() -> (person: Written<LocalizedText>?, practitioner: Written<LocalizedText>?, byVerb: [VerbSaid]) {
    // Most rules say the same whatever remains, and then no more keys are looked for.
    guard node.isMapping, node.entries.contains(where: { Verb(rawValue: $0.key.text) != nil }) else {
      let (person, practitioner) = said()
      return (person, practitioner, [])
    }
    guard let mapping = saying(Self.ruleSayKeys) else { return (nil, nil, []) }
    let byVerb = Verb.allCases.compactMap { verb in
      mapping[verb.rawValue].map { field in
        let (person, practitioner) = field.said()
        return VerbSaid(verb: verb, person: person, practitioner: practitioner)
      }
    }
    return (mapping["person"]?.writtenText(), mapping["practitioner"]?.writtenText(), byVerb)
  }

  private func saying(_ keys: Keys) -> MappingReader? {
    let help = node.isScalar ? "say to whom: `\(key.text): {person: …}`" : nil
    guard let mapping = MappingReader(self, keys, help: help) else { return nil }
    if node.entries.isEmpty {
      let _: Never? = refuse(.missingValue, "\(label) says nothing", help: "write `person`, `practitioner` or both under it")
    }
    return mapping
  }
}
