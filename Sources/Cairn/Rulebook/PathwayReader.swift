extension Sections {
  private static let pathwayKeys = Keys(
    "title", "for", "source", "steps", inside: ["steps": ["kind", "then", "repeats", "any-time"]])
  private static let stepKeys = Keys("title", "kind", "then", "repeats", "any-time", "who")

  mutating func readPathways(_ section: Field) {
    var pathways: [PathwayDeclaration] = []
    section.entries(of: "pathway", inner: Self.pathwayKeys, &pathwayIDs) { entry in
      guard let pathway = Self.pathway(entry), !entry.isRepeated else { return }
      pathways.append(pathway)
    }
    declaration.pathways += pathways
  }

  private static func pathway(_ entry: Entry) -> PathwayDeclaration? {
    guard let mapping = MappingReader(entry.field, pathwayKeys, as: "pathway") else { return nil }
    var pathway = PathwayDeclaration(id: entry.id, title: LocalizedText(entry.id.value), steps: [])
    if let title = mapping.required("title")?.localizedText() { pathway.title = title }
    pathway.appliesTo = mapping["for"]?.condition()
    pathway.source = mapping["source"]?.text()
    guard let steps = mapping.required("steps") else { return pathway }
    var ids = IDRegister()
    steps.entries(of: "step", inner: stepKeys, &ids) { pathway.steps.append(step($0)) }
    if steps.node.isMapping, steps.node.entries.isEmpty {
      let _: Never? = steps.refuse(.missingValue, "the pathway `\(entry.id.value)` has no steps")
    }
    return pathway
  }

  /// A step stands even where something in it is wrong, so that rules may name it.
  private static func step(_ entry: Entry) -> StepDeclaration {
    var step = StepDeclaration(id: entry.id, title: LocalizedText(entry.id.value), kind: Written("", at: entry.id.range))
    guard let mapping = MappingReader(entry.field, stepKeys, as: "step", help: "write `\(entry.id.value): {title: …, kind: …}`") else {
      return step
    }
    if let title = mapping.required("title")?.localizedText() { step.title = title }
    if let kind = mapping.required("kind")?.name() { step.kind = kind }
    step.then = mapping["then"]?.names()
    step.repeats = mapping["repeats"]?.duration(allowsZero: false)
    step.isAnyTime = mapping["any-time"]?.boolean() ?? false
    step.who = mapping["who"]?.word(Who.self) ?? .person
    return step
  }
}

extension NodeEntries {
  var isEmpty: Bool {
    var copy = self
    return copy.next() == nil
  }
}
