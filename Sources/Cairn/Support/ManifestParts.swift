extension Field {
  private static let parameterKeys = Keys("title", "type", "values", "min", "max", "required")
  private static let leadershipKeys = Keys("starts", "moves-to", "after", "needs", "lasts", "if-it-fails")
  private static let handOverKeys = Keys("attended", "people", "lead", "room", "budget")
  private static let costKeys = Keys("category", "per", "quantity", "unit")

  /// The schema of `with:`.
  func parameters() -> [SupportManifest.Parameter] {
    var parameters: [SupportManifest.Parameter] = []
    var ids = IDRegister()
    entries(of: "parameter", inner: Self.parameterKeys, &ids) { entry in
      guard let mapping = MappingReader(entry.field, Self.parameterKeys, as: "parameter") else { return }
      let type = mapping.required("type").flatMap { Self.parameterType($0, mapping) }
      let isRequired = mapping["required"]?.boolean() ?? false
      let title = mapping["title"]?.localizedText()
      guard let type else { return }
      parameters.append(SupportManifest.Parameter(name: entry.id.value, type: type, isRequired: isRequired, title: title))
    }
    return parameters
  }

  private static func parameterType(_ field: Field, _ mapping: MappingReader) -> SupportManifest.ParameterType? {
    guard let word = field.word(of: ["text", "choice", "number", "boolean", "list", "supports"]) else { return nil }
    for key in ["values", "min", "max"] where mapping.has(key) && word != (key == "values" ? "choice" : "number") {
      mapping.refuse(key, belongsTo: key == "values" ? "a choice" : "a number", type: word)
      return nil
    }
    switch word {
    case "text": return .text
    case "boolean": return .boolean
    case "list": return .list
    case "supports": return .supports
    case "choice": return mapping.required("values")?.choiceOfValues().map { .choice($0) }
    default:
      let bounds = -1_000_000_000...1_000_000_000
      let min = mapping["min"]?.integer(in: bounds)
      let max = mapping["max"]?.integer(in: bounds)
      if let min, let max, min > max, let field = mapping["min"] {
        return field.refuse(.outOfRange, "`min` is `\(min)`, which is more than `max`, `\(max)`")
      }
      return .number(min: min, max: max)
    }
  }

  /// Who leads, and how that changes.
  func leadership() -> SupportManifest.Leadership? {
    guard let mapping = MappingReader(self, Self.leadershipKeys) else { return nil }
    let starts = mapping.required("starts")?.word(OfferDeclaration.Leader.self)
    let movesTo = mapping.required("moves-to")?.word(OfferDeclaration.Leader.self)
    let after = mapping["after"]?.text()
    let ifItFails = mapping["if-it-fails"]?.text()
    let needs = mapping["needs"]?.handOverNeeds()
    let lasts = mapping["lasts"]?.duration(allowsZero: false)
    guard let starts, let movesTo else { return nil }
    return SupportManifest.Leadership(
      starts: starts.rawValue, movesTo: movesTo.rawValue, after: after, ifItFails: ifItFails, needs: needs, lasts: lasts)
  }

  /// What must be there before the members lead.
  private func handOverNeeds() -> SupportManifest.Leadership.Needs? {
    guard let mapping = MappingReader(self, Self.handOverKeys) else { return nil }
    let needs = SupportManifest.Leadership.Needs(
      attended: mapping["attended"]?.integer(in: 1...1000), people: mapping["people"]?.integer(in: 1...10_000),
      lead: mapping["lead"]?.boolean() ?? false, room: mapping["room"]?.boolean() ?? false, budget: mapping["budget"]?.boolean() ?? false)
    guard !mapping.has("attended"), let people = mapping["people"] else { return needs }
    return people.refuse(.missingKey, "`people` counts those who came to enough sessions, and `attended` does not say how many these are")
  }

  /// Quantities that have a price.
  func costs() -> [SupportManifest.Cost] {
    (list(of: "cost") ?? []).compactMap { item in
      guard let mapping = MappingReader(item, Self.costKeys, as: "cost") else { return nil }
      let category = mapping.required("category")?.id(of: "cost category")
      let per = mapping.required("per")?.text()
      let quantity = mapping.required("quantity")?.quantity()
      let unit = mapping.required("unit")?.text()
      guard let category, let per, let quantity, let unit else { return nil }
      return SupportManifest.Cost(category: category.value, per: per, quantity: quantity, unit: unit)
    }
  }

  private func quantity() -> String? {
    guard let value = scaled(decimals: 6) else { return nil }
    return value >= 0 ? node.text : refuse(.outOfRange, "\(label) is not below zero, and `\(node.text)` is")
  }
}
