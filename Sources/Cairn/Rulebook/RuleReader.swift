extension Sections {
  private static let ruleKeys = Keys(
    "title", "who", "at", "when", "unless", "suggest", "flag", "priority", "because", "evidence", "say", "co-produced-with", "valid",
    "owner", "review-by",
    inside: [
      "at": ["kind", "pathway", "step", "after", "within"], "when": ["all", "any", "none", "some"], "suggest": ["support", "verb", "with"],
      "say": ["person", "practitioner"], "valid": ["from", "until"], "evidence": ["grade", "source", "limits"],
    ])
  private static let suggestKeys = Keys("support", "verb", "with")
  private static let validKeys = Keys("from", "until")

  mutating func readRules(_ section: Field) {
    // Taken out and put back: appending what one file holds to what the others hold would copy it all.
    var rules: [RuleDeclaration] = []
    swap(&rules, &declaration.rules)
    section.entries(of: "rule", inner: Self.ruleKeys, &ruleIDs) { entry in
      guard let mapping = MappingReader(entry.field, Self.ruleKeys, as: "rule") else { return }
      let action = Self.action(mapping)
      rules.append(Self.rule(entry.id, doing: action ?? .flag(""), mapping))
      // What does nothing, or has the id of another, was read for its mistakes.
      if action == nil || entry.isRepeated { rules.removeLast() }
    }
    declaration.rules = rules
  }

  private static func rule(_ id: Written<String>, doing action: ActionDeclaration, _ mapping: MappingReader) -> RuleDeclaration {
    let title = mapping.required("title")?.localizedText() ?? LocalizedText(id.value)
    let because =
      mapping.required("because", help: "say why, so that a person would accept it: `because: Meeting others early helps.`")?
      .localizedText() ?? ""
    var rule = RuleDeclaration(id: id, title: title, action: action, because: because)
    rule.becauseAt = mapping["because"]?.range
    rule.flagAt = mapping["flag"]?.range
    rule.who = mapping["who"]?.word(Who.self) ?? .person
    rule.at = mapping["at"]?.placement()
    readConditions(mapping, into: &rule)
    rule.priority = mapping["priority"]?.word(Priority.self) ?? .usual
    rule.evidence = mapping["evidence"]?.evidence() ?? []
    (rule.sayPerson, rule.sayPractitioner, rule.sayByVerb) = mapping["say"]?.saidByVerb() ?? (nil, nil, [])
    readOrigin(mapping, into: &rule)
    return rule
  }

  private static func readConditions(_ mapping: MappingReader, into rule: inout RuleDeclaration) {
    if let when = mapping["when"] {
      rule.when = when.condition()
      rule.whenIsAny = when.node.isMapping(ofOnly: "any")
    }
    rule.unless = mapping["unless"]?.exception()
  }

  /// Who stands behind a rule, and while when.
  private static func readOrigin(_ mapping: MappingReader, into rule: inout RuleDeclaration) {
    rule.coProducedWith = mapping["co-produced-with"]?.text()
    rule.owner = mapping["owner"]?.text()
    rule.reviewBy = mapping["review-by"]?.partialDate()
    guard let valid = mapping["valid"].flatMap({ MappingReader($0, validKeys) }) else { return }
    rule.validFrom = valid["from"]?.partialDate()
    rule.validUntil = valid["until"]?.partialDate()
    if let from = rule.validFrom, let until = rule.validUntil, from.first > until.last, let field = valid["until"] {
      let _: Never? = field.refuse(.outOfRange, "`\(until)` is before `\(from)`, so the rule never holds")
    }
  }

  private static func action(_ mapping: MappingReader) -> ActionDeclaration? {
    if mapping.has("suggest"), mapping.has("flag") {
      if let flag = mapping["flag"] ?? mapping["suggest"] {
        mapping.field.findings.error(
          .invalidValue, "\(mapping.name) has `suggest` and `flag`, and a rule does one thing", at: flag.key.range,
          help: "make two rules of it")
      }
      return nil
    }
    if mapping.has("flag") { return mapping["flag"]?.localizedText().map { .flag($0) } }
    guard let field = mapping.has("suggest") ? mapping["suggest"] : missingAction(mapping),
      let suggest = MappingReader(field, suggestKeys, help: "write `suggest: {support: …, verb: …}`")
    else { return nil }
    let support = suggest.required("support")?.name()
    let verb = suggest.required("verb")?.name()
    let with = suggest["with"].flatMap { $0.node.isMapping ? $0.node : $0.expected("a mapping of parameters") }
    guard let support, let verb else { return nil }
    return .suggest(support: support, verb: verb, with: with, field.range)
  }

  private static func missingAction(_ mapping: MappingReader) -> Field? {
    mapping.missing("`suggest` or `flag`", help: "say what it suggests: `suggest: {support: …, verb: …}`")
    return nil
  }
}
