extension Sections {
  private static let conceptKeys = Keys("title", "fhir", "snomed", "loinc", "sensitive", "source")
  private static let derivedKeys = Keys("title", "when", inside: ["when": ["all", "any", "none", "some"]])
  private static let areaKeys = Keys("areas")

  mutating func readConcepts(_ section: Field) {
    var concepts: [ConceptDeclaration] = []
    var unusable: [String] = []
    section.entries(of: "concept", inner: Self.conceptKeys, &codeIDs) { entry in
      guard let mapping = MappingReader(entry.field, Self.conceptKeys, as: "concept") else { return unusable.append(entry.id.value) }
      let title = mapping.required("title")?.localizedText() ?? LocalizedText(entry.id.value)
      let concept = ConceptDeclaration(
        id: entry.id, title: title, codes: mapping.codes(), isSensitive: mapping["sensitive"]?.boolean() ?? false,
        source: mapping["source"]?.text())
      if !entry.isRepeated { concepts.append(concept) }
    }
    declaration.concepts += concepts
    declaration.unusable.formUnion(unusable)
  }

  /// A list of concepts, or `{areas: […]}`.
  mutating func readValueSets(_ section: Field) {
    var sets: [ValueSetDeclaration] = []
    var unusable: [String] = []
    section.entries(of: "value set", inner: Self.areaKeys, &codeIDs) { entry in
      guard let set = Self.valueSet(entry) else { return unusable.append(entry.id.value) }
      if !entry.isRepeated { sets.append(set) }
    }
    declaration.valueSets += sets
    declaration.unusable.formUnion(unusable)
  }

  private static func valueSet(_ entry: Entry) -> ValueSetDeclaration? {
    guard entry.field.node.isMapping else {
      return members(of: entry.field).map { ValueSetDeclaration(id: entry.id, domain: .concepts, members: $0) }
    }
    guard let areas = MappingReader(entry.field, areaKeys, as: "value set")?.required("areas") else { return nil }
    return members(of: areas).map { ValueSetDeclaration(id: entry.id, domain: .areas, members: $0) }
  }

  private static func members(of field: Field) -> [Written<String>]? {
    guard let items = field.list(of: "name") else { return nil }
    if items.isEmpty { return field.refuse(.missingValue, "\(field.label) has no members") }
    var seen: [String: SourceRange] = [:]
    return items.compactMap { item in
      guard let name = item.name(), item.isFirst(name, in: &seen) else { return nil }
      return name
    }
  }

  mutating func readDerived(_ section: Field) {
    var derived: [DerivedDeclaration] = []
    var unusable: [String] = []
    section.entries(of: "derived fact", inner: Self.derivedKeys, &factIDs) { entry in
      Self.refuseReserved(entry)
      guard let mapping = MappingReader(entry.field, Self.derivedKeys, as: "derived fact") else {
        return unusable.append(entry.id.value)
      }
      let title = mapping.required("title")?.localizedText() ?? LocalizedText(entry.id.value)
      guard let when = mapping.required("when")?.condition() else { return unusable.append(entry.id.value) }
      if !entry.isRepeated { derived.append(DerivedDeclaration(id: entry.id, title: title, when: when)) }
    }
    declaration.derived += derived
    declaration.unusable.formUnion(unusable)
  }
}
