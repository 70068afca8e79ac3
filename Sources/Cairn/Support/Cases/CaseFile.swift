/// What `cases.yaml` declares: a day, vocabulary that all cases share, and the cases.
struct CaseFile {
  let asOf: CalendarDate
  /// `facts`, `concepts` and `value-sets` as in a rulebook.
  let vocabulary: [Field]
  let cases: [Case]

  private static let keys = Keys("as-of", "facts", "concepts", "value-sets", "cases")
  static let vocabularyKeys = ["facts", "concepts", "value-sets"]

  struct Case {
    var name = "a case without a name"
    var at: SourceRange
    var task: Task
  }

  /// What a case tries.
  enum Task {
    case person(PersonCase)
    case plan(PlanCase)
  }

  /// Nil where something without which there is no case cannot be read; the findings say what.
  init?(_ root: Node, _ findings: Findings) {
    guard root.isMapping else {
      findings.error(.wrongType, "a file of cases is a mapping of `as-of` and `cases`, not \(root.found)", at: root.anchor)
      return nil
    }
    let mapping = MappingReader(document: root, Self.keys, as: "the file of cases", at: root.anchor, findings)
    let asOf = mapping.required("as-of", help: "write the day to judge for: `as-of: 2026-11-22`")?.date()
    vocabulary = Self.vocabularyKeys.compactMap { mapping[$0] }
    let list = mapping.required("cases")
    cases = list?.list(of: "case")?.compactMap { Self.read($0) } ?? []
    if let list, cases.isEmpty, findings.diagnostics.isEmpty { findings.error(.missingValue, "`cases` holds no case", at: list.key.range) }
    guard let asOf else { return nil }
    self.asOf = asOf
  }

  private static func read(_ item: Field) -> Case? {
    let isPlan = item.node["plan"] != nil
    guard let mapping = MappingReader(item, isPlan ? PlanCase.keys : PersonCase.keys, as: "case") else { return nil }
    let name = mapping.required("case")?.text()
    let task = isPlan ? PlanCase(mapping).map { Task.plan($0) } : PersonCase(mapping).map { Task.person($0) }
    guard let name, let task else { return nil }
    return Case(name: name, at: item.node.anchor, task: task)
  }
}

/// One person under one rule, and what must come out.
struct PersonCase {
  static let keys = Keys("case", "suggest", "at", "profile", "offers", "crisis", "supports", "expect")
  private static let suggestKeys = Keys("verb", "with")
  private static let placeKeys = Keys("kind", "after", "within", "since")

  let verb: Field
  let with: Field?
  let place: Place?
  let profile: Field
  let offers: Field?
  let hasSafeguards: Bool
  /// Folders of other support types, as seen from the plugin's own.
  let supports: [Written<String>]
  let expect: CaseExpectation

  /// The one step of the one pathway of a case.
  struct Place {
    let kind, after, within: Field?
    let since: PartialDate?
  }

  init?(_ mapping: MappingReader) {
    let suggest = mapping.required("suggest").flatMap { MappingReader($0, Self.suggestKeys) }
    let verb = suggest?.required("verb")
    with = suggest?["with"]
    place = mapping["at"].flatMap { MappingReader($0, Self.placeKeys) }.map { place in
      Place(kind: place.required("kind"), after: place["after"], within: place["within"], since: place["since"]?.partialDate())
    }
    let profile = mapping.required("profile", help: "a person of whom nothing is known is `profile: {}`")
    offers = mapping["offers"]
    hasSafeguards = mapping["crisis"]?.boolean() ?? false
    supports = mapping["supports"]?.listOfNames() ?? []
    let expect = mapping.required("expect").flatMap { CaseExpectation($0) }
    guard let verb, let profile, let expect else { return nil }
    self.verb = verb
    self.profile = profile
    self.expect = expect
  }
}
