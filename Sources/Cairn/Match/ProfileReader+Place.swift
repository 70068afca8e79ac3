extension ProfileReader {
  func readPlace(_ mapping: MappingReader, into profile: inout Profile) {
    if let field = mapping["at"] { profile.positions = positions(field) }
    guard let field = mapping["home"] else { return }
    profile.home = home(field)
    profile.sources["home"] = field.node.range
    for fact in ["no-fixed-abode", "area"] { profile.facts[fact] = nil }
  }

  // MARK: - On pathways

  /// One place, or a list of them.
  private func positions(_ field: Field) -> [Profile.Position] {
    if stateWord(field.node) == .unknown { return [] }
    let written = field.node.isSequence ? field.node.items.map { field.item($0) } : [field]
    var positions: [Profile.Position] = []
    for place in written {
      guard let position = position(place) else { continue }
      if positions.contains(where: { $0.pathway == position.pathway }) {
        findings.error(
          .givenTwice, "the pathway `\(position.pathway)` stands twice under `at`", at: place.node.anchor, help: "keep one of them")
      } else {
        positions.append(position)
      }
    }
    return positions
  }

  private static let positionKeys = Keys("pathway", "step", "since", "reached")

  private func position(_ field: Field) -> Profile.Position? {
    guard let mapping = MappingReader(field, Self.positionKeys), let name = mapping.required("pathway")?.name() else { return nil }
    guard let steps = pathways[name.value] else {
      findings.report(
        Diagnostic.error(.unknownPathway, "there is no pathway `\(name.value)`", at: name.range)
          .suggesting(spellings.nearest(name.value, in: .pathways, of: pathways.count) { pathways.keys }))
      return nil
    }
    let step = mapping["step"].flatMap { stateWord($0.node) == nil ? $0.name() : nil }.flatMap { self.step($0, of: name.value, steps) }
    var position = Profile.Position(pathway: name.value, step: step, since: date(mapping["since"]), reached: [:])
    if let reached = mapping["reached"] { position.reached = self.reached(reached, of: name.value, steps) }
    position.source = field.node.range
    return position
  }

  private func reached(_ field: Field, of pathway: String, _ steps: [String]) -> [String: PartialDate] {
    guard field.node.isMapping else { return field.expected("a mapping of steps to dates") ?? [:] }
    var days: [String: PartialDate] = [:]
    for (key, value) in field.node.entries {
      let step = step(Written(key.text, at: key.range), of: pathway, steps)
      guard let day = date(Field(key: key, node: value, findings: findings)), let step else { continue }
      days[step] = day
    }
    return days
  }

  private func step(_ name: Written<String>, of pathway: String, _ steps: [String]) -> String? {
    if steps.contains(name.value) { return name.value }
    let near = nearestID(name.value, in: steps)
    let error = Diagnostic.error(.unknownStep, "the pathway `\(pathway)` has no step `\(name.value)`", at: name.range)
    findings.report(
      near == nil ? error.noting("help", "its steps are \(Field.listed(steps, last: "and"))") : error.suggesting(near))
    return nil
  }

  /// A date as far as known; nil also where it is `unknown`.
  func date(_ field: Field?) -> PartialDate? {
    guard let field, stateWord(field.node) == nil else { return nil }
    return field.partialDate()
  }

  // MARK: - At home

  private static let homeKeys = Keys("lat", "lon", "area")

  private func home(_ field: Field) -> Profile.Home? {
    if field.node.isScalar, !field.node.isNull {
      if field.node.text == "no-fixed-abode" { return .noFixedAbode }
      return stateWord(field.node) == .unknown ? nil : field.expected("`no-fixed-abode`, or a mapping of `lat`, `lon` and `area`")
    }
    guard let mapping = MappingReader(field, Self.homeKeys) else { return nil }
    let latitude = mapping["lat"]?.degrees(within: 90)
    let longitude = mapping["lon"]?.degrees(within: 180)
    if mapping.has("lat") != mapping.has("lon") {
      mapping.missing(mapping.has("lat") ? "`lon`" : "`lat`", help: "a place on the map wants both")
    }
    return .place(latitude: latitude, longitude: longitude, area: mapping["area"]?.text())
  }
}
