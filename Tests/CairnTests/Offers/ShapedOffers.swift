import Testing

@testable import Cairn

/// A support type of a shape, one offer of it, and one person: what the shape says of them, as lines.
struct ShapedWorld {
  var shape: String
  /// Further keys of the manifest.
  var manifest = ""
  var offer = ""
  var person = "{}"
  var with = ""
  var verb = Verb.refer
  var isAtStep = false

  static let asOf = CalendarDate(2026, 11, 22)

  func found() throws -> [String] {
    let rulebook = try rulebook()
    let ruleSet = rulebook.ruleSet
    let profile = try #require(rulebook.profiles.first)
    let facts = FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: Self.asOf, staleCounts: false).facts
    guard case .suggest(_, _, let parameters) = try #require(ruleSet.rules.first).action else { return [] }
    let seeker = Seeker(
      profile: profile, facts: facts, vocabulary: ruleSet.vocabulary, parameters: parameters, verb: verb, language: "en", isAtStep: isAtStep
    )
    let findings = ShapeChecks.findings(for: try #require(ruleSet.offers.first), of: ruleSet.supports[0].manifest, seeker: seeker)
    return findings.map { finding in
      let fact = finding.fact.map { " [\(ruleSet.vocabulary.facts[$0].id)]" } ?? ""
      return "\(finding.weight): \(finding.text)\(fact)\(finding.isPlace ? " (place)" : "")"
    }
  }

  var type: DeclaredSupportType {
    get throws {
      let text = """
        support: sample
        title: Sample
        summary: A support type for tests.
        benefits: [One.]
        risks: [One.]
        shape: \(shape)
        verbs: [signpost, self-refer, introduce, refer, accompany, invite]
        \(manifest)
        """
      return DeclaredSupportType(try SupportManifest(support: Array(text.utf8), texts: [:]))
    }
  }

  private func rulebook() throws -> Rulebook {
    let text = """
      rulebook: {id: one, title: One}
      rules:
        one: {title: One, because: One., suggest: {support: sample, verb: refer, with: {\(with)}}}
      offers:
        one: {support: sample\(offer.isEmpty ? "" : ", ")\(offer)}
      profiles:
        somebody: \(person)
      """
    return try Rulebook(files: [SourceText(path: "one.yaml", text: text)], supportTypes: [type])
  }
}
