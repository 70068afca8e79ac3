extension Sections {
  private static let routingKeys = Keys(
    "title", "when", "for", "verbs", "through", inside: ["when": ["all", "any", "none", "some"]])

  mutating func readRouting(_ section: Field) {
    var policies: [RoutingDeclaration] = []
    section.entries(of: "routing policy", inner: Self.routingKeys, &routingIDs) { entry in
      guard let policy = Self.routing(entry), !entry.isRepeated else { return }
      policies.append(policy)
    }
    declaration.routing += policies
  }

  private static func routing(_ entry: Entry) -> RoutingDeclaration? {
    guard let mapping = MappingReader(entry.field, routingKeys, as: "routing policy") else { return nil }
    let title = mapping.required("title")?.localizedText() ?? LocalizedText(entry.id.value)
    let when = mapping.required("when", help: "name the locality, as `{area: …}`")?.condition()
    let supports = mapping["for"]?.named()
    let verbs = mapping["verbs"]?.named()
    guard let through = mapping.required("through")?.name(), let when else { return nil }
    return RoutingDeclaration(id: entry.id, title: title, when: when, supports: supports, verbs: verbs, through: through)
  }
}

extension Field {
  /// Names, but not none.
  fileprivate func named() -> [Written<String>]? {
    guard let names = listOfNames() else { return nil }
    return names.isEmpty && !node.items.contains { _ in true } ? refuse(.missingValue, "\(label) names nothing") : names
  }
}
