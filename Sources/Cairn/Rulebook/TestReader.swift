extension Sections {
  private static let testKeys = Keys(
    "test", "profile", "as-of", "expect", inside: ["expect": ["suggests", "not-suggested", "asks", "never"]])

  mutating func readTests(_ section: Field) {
    for item in section.list(of: "test") ?? [] {
      if let test = Self.test(item) { declaration.tests.append(test) }
    }
  }

  private static func test(_ item: Field) -> TestDeclaration? {
    guard let mapping = MappingReader(item, testKeys, as: "test") else { return nil }
    let name = mapping.required("test").flatMap { field in field.text().map { Written($0, at: field.range) } }
    let profile = mapping.has("profile") ? mapping["profile"]?.testProfile() : .team
    let asOf = mapping.required("as-of", help: "name the day to judge for: `as-of: 2026-11-22`")?.date()
    guard let expect = mapping.required("expect"), let read = TestExpectation.read(expect) else { return nil }
    guard let name, let profile, let asOf else { return nil }
    return TestDeclaration(name: name, profile: profile, asOf: asOf, expect: read.expect, never: read.never)
  }
}

extension Field {
  fileprivate func testProfile() -> TestProfile? {
    switch node.kind {
    case .mapping: .inline(node)
    case .scalar: name().map { .named($0) }
    case .sequence: expected("one profile, by its id or as a mapping")
    }
  }
}

extension TestExpectation {
  private static let keys = Keys(
    "suggests", "not-suggested", "undecided", "asks", "escalates", "never", "only", "nothing",
    inside: ["suggests": ["support", "verb", "pathway", "step", "rule", "timing", "offer"]])
  private static let neverKeys = Keys("suggests", "not-suggested", "undecided", "asks", "escalates")

  static func read(_ field: Field) -> (expect: TestExpectation, never: TestExpectation?)? {
    guard let mapping = MappingReader(field, keys) else { return nil }
    var expect = lists(mapping)
    expect.only = mapping["only"]?.boolean() ?? false
    expect.nothing = mapping["nothing"]?.boolean() ?? false
    let never = mapping["never"].flatMap { MappingReader($0, neverKeys) }.map { lists($0) }
    if !keys.names.prefix(6).contains(where: mapping.has), !expect.nothing {
      return field.refuse(
        .missingValue, "a test that expects nothing in particular cannot fail", help: "for no suggestion at all write `nothing: yes`")
    }
    return (expect, never)
  }

  private static func lists(_ mapping: MappingReader) -> TestExpectation {
    var expect = TestExpectation()
    expect.suggests = mapping["suggests"]?.expectedSuggestions(ExpectedSuggestion.suggestedKeys)
    expect.notSuggested = mapping["not-suggested"]?.expectedSuggestions(ExpectedSuggestion.refusedKeys)
    expect.undecided = mapping["undecided"]?.expectedSuggestions(ExpectedSuggestion.suggestedKeys)
    expect.asks = mapping["asks"]?.listOfNames()
    expect.escalates = mapping["escalates"]?.listOfNames()
    return expect
  }
}

extension ExpectedSuggestion {
  static let suggestedKeys = Keys("support", "verb", "pathway", "step", "rule", "timing", "offer")
  static let refusedKeys = Keys("support", "verb", "pathway", "step", "rule", "reason")
}

extension Field {
  fileprivate func written(of words: [String]) -> Written<String>? { word(of: words).map { Written($0, at: range) } }

  fileprivate func expectedSuggestions(_ keys: Keys) -> [ExpectedSuggestion]? {
    list(of: "expected entry")?.compactMap { item in
      guard
        let mapping = MappingReader(
          item, keys, as: "expected entry", help: item.node.isScalar ? "write `{support: \(item.node.excerpt)}`" : nil)
      else { return nil }
      if item.node.entries.isEmpty { return item.refuse(.missingValue, "an expected entry that names nothing matches anything") }
      var expected = ExpectedSuggestion(range: item.node.anchor)
      expected.support = mapping["support"]?.name()
      expected.verb = mapping["verb"]?.name()
      expected.pathway = mapping["pathway"]?.name()
      expected.step = mapping["step"]?.name()
      expected.rule = mapping["rule"]?.name()
      expected.offer = mapping["offer"]?.name()
      expected.timing = mapping["timing"].flatMap { $0.written(of: ["now", "ahead", "anywhere"]) }
      expected.reason = mapping["reason"].flatMap { $0.written(of: Advice.Reason.allCases.map(\.rawValue)) }
      return expected
    }
  }
}
