extension ProfileReader {
  /// Each fact on its own: what a profile that this one is like says of the others stays.
  func readFacts(_ field: Field?, into profile: inout Profile) {
    guard let field else { return }
    guard field.node.isMapping else {
      let _: Never? = field.expected("a mapping of facts to values", help: "write `facts: {lives-alone: yes}`")
      return
    }
    for (key, value) in field.node.entries {
      guard let fact = fact(named: key) else { continue }
      profile.facts[fact.id] = read(Field(key: key, node: value, findings: findings), fact)
      profile.forgetOtherSource(of: fact.id)
    }
  }

  private func fact(named key: Node) -> Vocabulary.Fact? {
    let name = key.text
    if let home = Self.consents[name] {
      findings.error(.invalidValue, "`\(name)` does not stand among the facts", at: key.range, help: "write `consent: {\(home): yes}`")
      return nil
    }
    if let fact = vocabulary.fact(named: name) { return fact }
    guard !vocabulary.unusable.contains(name) else { return nil }
    guard vocabulary.derivedIndex[name] == nil else {
      findings.error(.invalidValue, "`\(name)` is derived from other facts and cannot be given", at: key.range)
      return nil
    }
    var error = Diagnostic.error(.unknownFact, "there is no fact `\(key.excerpt)`", at: key.range)
    if Self.keys.contains(name) {
      error = error.noting("help", "`\(name)` stands beside `facts`, not under it")
    } else {
      error = error.suggesting(vocabulary.nearestFact(name))
    }
    findings.report(error)
    return nil
  }

  private static let consents = ["consent-to-suggest": "suggest", "consent-to-share": "share"]

  /// A value, or `{value: …, date: …}`; nil where it could not be read, which leaves the fact unknown.
  func read(_ field: Field, _ fact: Vocabulary.Fact) -> Profile.Fact? {
    if case .codes(let domain) = fact.type { return codes(field, domain) }
    guard field.node.isMapping else { return value(field, fact).map { Profile.Fact($0, at: field.node) } }
    guard let mapping = MappingReader(field, Self.datedValue), let written = mapping.required("value") else { return nil }
    return dated(mapping, value(written, fact))
  }

  private static let datedValue = Keys("value", "date")

  /// A value whose date cannot be read is not used: without a date it would count as current.
  func dated(_ mapping: MappingReader, _ value: Profile.Value?) -> Profile.Fact? {
    let date = mapping["date"]?.partialDate()
    guard let value, !mapping.has("date") || date != nil else { return nil }
    return Profile.Fact(value, date: date, at: mapping.field.node)
  }

  private func value(_ field: Field, _ fact: Vocabulary.Fact) -> Profile.Value? {
    switch stateWord(field.node) {
    case .unknown: return .unknown
    case .declined: return .declined
    case nil: break
    }
    let isNever = field.node.isScalar && field.node.text == "none"
    if isNever, fact.type != .date { return refuseNever(field, fact) }
    switch fact.type {
    case .boolean: return field.boolean().map { .boolean($0) }
    case .number: return number(field, fact)
    case .choice(let values): return field.choice(among: values, of: fact.id).map { .choice(values[$0]) }
    case .date: return isNever ? .never : field.partialDate().map { .date($0) }
    case .codes: return nil
    }
  }

  private func number(_ field: Field, _ fact: Vocabulary.Fact) -> Profile.Value? {
    let decimals = fact.type.decimals
    if keepsFineNumbers, field.node.isPlain, ScaledNumber.read(field.node.text, decimals: decimals) == .tooFine {
      return .number(field.node.text)
    }
    return field.number(as: fact.type, of: fact.id).map { .number(ScaledNumber.text($0, decimals: decimals)) }
  }

  private func refuseNever(_ field: Field, _ fact: Vocabulary.Fact) -> Profile.Value? {
    field.refuse(
      .wrongType, "`none` is for dates that never came, and `\(fact.id)` is \(fact.type.described)",
      help: "write `unknown` where nobody knows, `declined` where the answer was refused")
  }
}

extension Profile {
  /// A fact given by itself takes the place of the key that a profile that this one is like gave it by.
  fileprivate mutating func forgetOtherSource(of fact: String) {
    switch fact {
    case "age": born = nil
    case "strengths": strengths = nil
    case "supports", "completed": history = []
    case "no-fixed-abode": home = nil
    case "area":
      if case .place(let latitude, let longitude, _)? = home { home = .place(latitude: latitude, longitude: longitude, area: nil) }
    default: break
    }
  }
}
