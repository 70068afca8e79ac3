extension Sections {
  private static let safeguardKeys = Keys(
    "when", "stop", "escalate", inside: ["escalate": ["person", "practitioner"], "when": ["all", "any", "none", "some"]])

  mutating func readSafeguards(_ section: Field) {
    var safeguards: [SafeguardDeclaration] = []
    section.entries(of: "safeguard", inner: Self.safeguardKeys, &safeguardIDs) { entry in
      guard let safeguard = Self.safeguard(entry), !entry.isRepeated else { return }
      safeguards.append(safeguard)
    }
    declaration.safeguards += safeguards
  }

  private static func safeguard(_ entry: Entry) -> SafeguardDeclaration? {
    guard let mapping = MappingReader(entry.field, safeguardKeys, as: "safeguard") else { return nil }
    if !mapping.has("stop"), !mapping.has("escalate") { mapping.missing("`stop` or `escalate`", help: "without them it does nothing") }
    let when = mapping.required("when")?.condition()
    let stop = mapping["stop"]?.stop()
    let said = mapping["escalate"]?.said()
    guard let when else { return nil }
    return SafeguardDeclaration(
      id: entry.id, when: when, stop: stop, escalatePerson: said?.person?.value, escalatePractitioner: said?.practitioner?.value)
  }
}

extension Field {
  private static let exceptKeys = Keys("except")

  /// `everything`, `{except: serves-crisis}`, or a list of support types.
  fileprivate func stop() -> StopDeclaration? {
    switch node.kind {
    case .sequence:
      guard let supports = listOfNames() else { return nil }
      if supports.isEmpty { return refuse(.missingValue, "`stop` names no support types") }
      return .supports(supports)
    case .mapping:
      let except = MappingReader(self, Self.exceptKeys)?.required("except")
      return except?.word(of: ["serves-crisis"]).map { _ in .exceptServesCrisis }
    case .scalar:
      if node.text == "everything" { return .everything }
      let meansEverything = ["all", "any", "yes", "true"].contains(node.text.lowercased()) || nearest(node.text, in: ["everything"]) != nil
      return expected(
        "`everything`, `{except: serves-crisis}` or a list of support types",
        help: meansEverything ? "did you mean `everything`?" : "for one support type write `stop: [\(node.excerpt)]`")
    }
  }
}
