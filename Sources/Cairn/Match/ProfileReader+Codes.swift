extension ProfileReader {
  private static let codesKeys = Keys("codes", "partial", "date", "value")

  /// A list of codes, one code, or `{codes: […], partial: yes, date: …}`.
  func codes(_ field: Field, _ domain: CodeDomain) -> Profile.Fact? {
    guard field.node.isMapping, field.node["is"] == nil else { return list(field, domain).map { Profile.Fact($0, at: field.node) } }
    guard let mapping = MappingReader(field, Self.codesKeys) else { return nil }
    guard let written = mapping["codes"] ?? mapping["value"] ?? mapping.required("codes") else { return nil }
    return dated(mapping, list(written, domain, isPartial: mapping["partial"]?.boolean() ?? mapping.has("partial")))
  }

  /// A code that cannot be read leaves the set open: it might have been any.
  private func list(_ field: Field, _ domain: CodeDomain, isPartial: Bool = false) -> Profile.Value? {
    switch stateWord(field.node) {
    case .unknown: return .unknown
    case .declined: return .declined
    case nil: break
    }
    if field.node.isScalar, field.node.text == "none" {
      return field.refuse(.wrongType, "`none` is for dates that never came", help: "write `[]` for a set with nothing in it")
    }
    guard !field.node.isNull else { return field.empty() }
    let written = field.node.isSequence ? field.node.items.map { field.item($0) } : [field]
    let codes = field.once(written).map { code($0, domain) }
    let sound = codes.compactMap { $0 }
    return .codes(sound, partial: isPartial || sound.count < codes.count)
  }

  /// A name, or `{is: name, since: date}`.
  private func code(_ field: Field, _ domain: CodeDomain) -> Profile.Code? {
    guard field.node.isMapping else { return name(field, domain).map { Profile.Code($0) } }
    guard let mapping = MappingReader(field, Self.codeKeys), let name = mapping.required("is").flatMap({ name($0, domain) }) else {
      return nil
    }
    return Profile.Code(name, since: mapping["since"].flatMap { stateWord($0.node) == nil ? $0.partialDate() : nil })
  }

  private static let codeKeys = Keys("is", "since")

  private func name(_ field: Field, _ domain: CodeDomain) -> String? {
    guard let name = field.name() else { return nil }
    if domain == .areas || vocabulary.code(name.value, in: domain) != nil { return name.value }
    if domain == .supports {
      findings.report(vocabulary.unknownSupport(name.value, at: name.range))
      return nil
    }
    let error = Diagnostic.error(.unknownConcept, "there is no concept `\(field.node.excerpt)`", at: name.range)
    let isSet = vocabulary.valueSets[name.value] != nil
    findings.report(
      isSet
        ? error.noting("help", "it is a value set: name the concepts that this person has")
        : error.suggesting(vocabulary.nearestConcept(name.value)))
    return nil
  }

  /// A closed list is the profile's own key; what is open, dated, declined or unknown stands among the facts.
  func readStrengths(_ field: Field?, into profile: inout Profile) {
    guard let field else { return }
    profile.strengths = nil
    profile.facts["strengths"] = codes(field, .concepts)
    profile.sources["strengths"] = field.node.range
    if case .codes(let codes, false)? = profile.facts["strengths"]?.value, !field.node.isMapping, codes.allSatisfy({ $0.since == nil }) {
      profile.strengths = codes.map(\.id)
      profile.facts["strengths"] = nil
    }
  }
}
