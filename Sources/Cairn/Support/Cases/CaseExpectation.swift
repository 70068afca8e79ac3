/// What must come out for the person of a case: every key that is there is held to.
struct CaseExpectation {
  private static let keys = Keys("suggested", "verb", "reason", "gap", "offers", "first", "package", "asks", "says", "cautions")
  private static let offerKeys = Keys("fits", "status", "verb", "because")
  private static let sayKeys = Keys("person", "practitioner")

  var isSuggested = true
  var verb, reason, first: String?
  var gap: Bool?
  var offers: [ExpectedOffer] = []
  var package: [(support: String, fits: String)] = []
  var asks: [Written<String>] = []
  /// Parts of what is said.
  var toPerson, toPractitioner: String?
  /// Parts of cautions.
  var cautions: [String] = []

  struct ExpectedOffer {
    var id: String
    var fits, status, verb, because: String?
  }

  init?(_ field: Field) {
    guard let mapping = MappingReader(field, Self.keys) else { return nil }
    if field.node.entries.isEmpty {
      let _: Never? = field.refuse(.missingValue, "a case that expects nothing cannot fail")
      return nil
    }
    isSuggested = mapping["suggested"]?.boolean() ?? true
    verb = mapping["verb"]?.word(of: Verb.allCases.map(\.rawValue))
    reason = mapping["reason"]?.word(of: Advice.Reason.allCases.map(\.rawValue))
    gap = mapping["gap"]?.boolean()
    first = mapping["first"]?.name()?.value
    offers = mapping["offers"]?.pairs { Self.offer($0) } ?? []
    let fits = Advice.Offer.Fit.allCases.map(\.rawValue)
    package = mapping["package"]?.pairs { field in field.word(of: fits).map { (field.key.text, $0) } } ?? []
    asks = mapping["asks"]?.listOfNames() ?? []
    let says = mapping["says"].flatMap { MappingReader($0, Self.sayKeys) }
    toPerson = says?["person"]?.text()
    toPractitioner = says?["practitioner"]?.text()
    cautions = mapping["cautions"]?.list(of: "text")?.compactMap { $0.text() } ?? []
  }

  private static func offer(_ field: Field) -> ExpectedOffer? {
    guard let mapping = MappingReader(field, offerKeys) else { return nil }
    return ExpectedOffer(
      id: field.key.text, fits: mapping["fits"]?.word(of: Advice.Offer.Fit.allCases.map(\.rawValue)),
      status: mapping["status"]?.word(of: Advice.Offer.Status.allCases.map(\.rawValue)),
      verb: mapping["verb"]?.word(of: Verb.allCases.map(\.rawValue)), because: mapping["because"]?.text())
  }
}

extension Field {
  /// The entries of a mapping whose keys are names.
  func pairs<Value>(_ read: (Field) -> Value?) -> [Value] {
    guard node.isMapping else { return expected("a mapping") ?? [] }
    return node.entries.compactMap { read(Field(key: $0.key, node: $0.value, findings: findings)) }
  }
}

extension CaseExpectation {
  /// How advice differs from what was expected, each difference as a sentence.
  func differences(from advice: Advice, for support: String) -> [String] {
    let suggestion = advice.suggestions.first { $0.support == support }
    let others = reasonDifference(advice) + askDifference(advice)
    guard let suggestion else {
      return (isSuggested ? [Self.missing(advice)] : []) + others
    }
    guard isSuggested else { return ["expected no suggestion; got \(suggestion.verb.rawValue)"] + others }
    return others + differences(from: suggestion)
  }

  private static func missing(_ advice: Advice) -> String {
    let reasons = advice.notSuggested.map { "\($0.reason.rawValue) (\($0.detail))" }
    let waits = advice.undecided.flatMap(\.needs)
    return "expected a suggestion; got none" + (reasons.isEmpty ? "" : ", \(reasons.joinedAsList)")
      + (waits.isEmpty ? "" : ", waiting for \(waits.joinedAsList)")
  }

  private func reasonDifference(_ advice: Advice) -> [String] {
    let reasons = advice.notSuggested.map(\.reason.rawValue)
    guard let reason, !reasons.contains(reason) else { return [] }
    return ["expected the reason \(reason); got \(Self.listed(reasons))"]
  }

  private func askDifference(_ advice: Advice) -> [String] {
    let asked = advice.questions.map(\.fact)
    return asks.map(\.value).filter { !asked.contains($0) }.map { "expected the question \($0); got \(Self.listed(asked))" }
  }

  private func differences(from suggestion: Advice.Suggestion) -> [String] {
    var differences: [String] = []
    func compare(_ what: String, _ expected: String?, _ got: String?) {
      if let expected, expected != got { differences.append("expected \(what)\(expected); got \(got ?? "none")") }
    }
    compare("", verb, suggestion.verb.rawValue)
    compare("gap: ", gap.map { $0 ? "yes" : "no" }, suggestion.gap ? "yes" : "no")
    compare("the first offer ", first, suggestion.offers.first?.id)
    differences += offers.flatMap { $0.differences(from: suggestion.offers) }
    for (support, fits) in package {
      compare("in the package \(support): ", fits, suggestion.package.first { $0.support == support }?.fits.rawValue)
    }
    differences += Self.lacks("to the person", toPerson, suggestion.say.person)
    differences += Self.lacks("to the practitioner", toPractitioner, suggestion.say.practitioner)
    for caution in cautions where !suggestion.cautions.contains(where: { $0.contains(caution) }) {
      differences.append("expected a caution with “\(caution)”; got \(Self.listed(suggestion.cautions.map { "“\($0)”" }))")
    }
    return differences
  }

  private static func lacks(_ whom: String, _ part: String?, _ said: String) -> [String] {
    guard let part, !said.contains(part) else { return [] }
    return ["expected “\(part)” said \(whom); got “\(said)”"]
  }

  fileprivate static func listed(_ items: [String]) -> String { items.isEmpty ? "none" : items.joinedAsList }
}

extension CaseExpectation.ExpectedOffer {
  fileprivate func differences(from offers: [Advice.Offer]) -> [String] {
    guard let offer = offers.first(where: { $0.id == id }) else {
      return ["expected the offer \(id); got \(CaseExpectation.listed(offers.map(\.id)))"]
    }
    var differences: [String] = []
    let why = offer.against + offer.ask + offer.for
    let said = why.isEmpty ? "" : ", since \(why.joinedAsList)"
    for (what, expected, got) in [
      ("fits", fits, offer.fits.rawValue), ("status", status, offer.status.rawValue), ("verb", verb, offer.verb.rawValue),
    ] {
      if let expected, expected != got { differences.append("expected the offer \(id) with \(what): \(expected); got \(got)\(said)") }
    }
    if let because, !why.contains(where: { $0.contains(because) }) {
      differences.append("expected the offer \(id) because of “\(because)”; got \(CaseExpectation.listed(why.map { "“\($0)”" }))")
    }
    return differences
  }
}
