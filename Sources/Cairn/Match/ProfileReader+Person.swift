extension ProfileReader {
  /// What is said of the person beside facts and places.
  func readPerson(_ mapping: MappingReader, into profile: inout Profile) {
    if let about = mapping["about"] { profile.about = about.text() }
    if let born = mapping["born"] {
      profile.born = stateWord(born.node) == nil ? born.partialDate() : nil
      profile.sources["born"] = born.node.range
      // Only one of the two is in force, and the last one said wins over what another profile gave.
      profile.facts["age"] = stateWord(born.node) == .declined ? Profile.Fact(.declined, at: born.node) : nil
    }
    if let household = mapping["household"] { profile.household = household.text() }
    if let field = mapping["carer-of"], let name = field.name() { readCarer(name, into: &profile) }
  }

  private func readCarer(_ name: Written<String>, into profile: inout Profile) {
    guard name.value != profile.id else {
      findings.error(.invalidValue, "`\(name.value)` cannot be their own carer", at: name.range)
      return
    }
    profile.carerOf = name.value
    profile.sources["carer-of"] = name.range
  }

  /// Wishes and needs: texts that offers are compared with.
  func readWishes(_ mapping: MappingReader, into profile: inout Profile) {
    if let field = mapping["access"] { profile.access = texts(field) }
    if let field = mapping["goals"] { profile.goals = texts(field) }
    guard let field = mapping["preferences"], let preferences = MappingReader(field, Self.preferences) else { return }
    profile.preferences = [:]
    for key in Self.preferences.names {
      if let wish = preferences[key] { profile.preferences[key] = key == "language" ? languages(wish) : texts(wish) }
    }
  }

  /// Tags, a list of them or one by itself.
  private func languages(_ field: Field) -> [String] {
    if field.node.isSequence { return field.node.items.compactMap { field.item($0).languageTag() } }
    return stateWord(field.node) == nil ? field.languageTag().map { [$0] } ?? [] : []
  }

  static let preferences = Keys("mode", "language", "group", "peer-sex", "formality", "led-by", "times")

  /// A list of texts, or one by itself.
  private func texts(_ field: Field) -> [String] {
    if field.node.isSequence { return field.once(field.node.items.map { field.item($0) }).compactMap { $0.text() } }
    return field.text().map { [$0] } ?? []
  }

  /// A fact that another key of the profile gives as well.
  func refuseGivenTwice(_ mapping: MappingReader) {
    guard let facts = mapping["facts"]?.node else { return }
    let pairs = [
      ("age", "born"), ("strengths", "strengths"), ("supports", "history"), ("completed", "history"), ("no-fixed-abode", "home"),
    ]
    for (fact, key) in pairs where mapping.has(key) { refuse(facts, fact, and: "`\(key)`") }
    if mapping["home"]?.node["area"] != nil { refuse(facts, "area", and: "the `area` of `home`") }
  }

  private func refuse(_ facts: Node, _ fact: String, and other: String) {
    guard let (key, _) = facts.entries.first(where: { $0.key.text == fact }) else { return }
    findings.error(.givenTwice, "the fact `\(fact)` and \(other) say the same thing", at: key.range, help: "keep one of them")
  }
}

extension ProfileReader {
  enum StateWord { case unknown, declined }

  /// `unknown` and `declined` stand in place of any value, in JSON between quotes; there `null` is unknown.
  func stateWord(_ node: Node) -> StateWord? {
    guard node.isScalar else { return nil }
    switch node.text {
    case "unknown": return .unknown
    case "declined": return .declined
    case "" where node.isJSONNull: return .unknown
    default: return nil
    }
  }
}

extension Profile.Fact {
  init(_ value: Profile.Value, date: PartialDate? = nil, at node: Node) {
    self.init(value, date: date)
    source = node.range
  }
}
