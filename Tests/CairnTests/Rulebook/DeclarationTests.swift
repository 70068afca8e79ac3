import Cairn
import Testing

/// Reads one file that must be without a mistake.
func declared(_ text: String) -> RulebookDeclaration {
  let reading = YAMLReader.read(SourceText(path: "a.yaml", text: text))
  let (declaration, diagnostics) = RulebookReader.read(reading.tree.map { [$0] } ?? [])
  #expect(DiagnosticText.draw(reading.diagnostics + diagnostics) == "")
  return declaration
}

@Suite("A rulebook as declared")
struct DeclarationTests {
  @Test("keeps what its header says")
  func header() {
    let header = declared(
      """
      rulebook:
        id: community-support
        title: {en: Support, es: Apoyo}
        version: 2026.10
        language: en-GB
        plugins: [../Plugins/Signposting, /srv/KeyRing]
        limits: {per-step: 2, in-all: 5}
        cool-down: 1 year
        defaults: {owner: Pathway group, review-by: 2027-06}
        step-kinds: [group-visit]
      """
    ).header
    #expect(header?.id.value == "community-support")
    #expect(header?.title.text(in: "es") == "Apoyo")
    #expect(header?.version == "2026.10")
    #expect(header?.language == "en-GB")
    #expect(header?.plugins.map(\.value) == ["../Plugins/Signposting", "/srv/KeyRing"])
    #expect(header?.plugins.first?.range.text == "../Plugins/Signposting")
    #expect(header?.perStep == 2)
    #expect(header?.inAll == 5)
    #expect(header?.coolDown == CalendarDuration(12, .months))
    #expect(header?.owner == "Pathway group")
    #expect(header?.reviewBy == PartialDate("2027-06"))
    #expect(header?.stepKinds.map(\.value) == ["group-visit"])
  }

  @Test("limits suggestions to three at a step and eight in all, and leaves people in peace for six months, unless it says otherwise")
  func headerDefaults() {
    let header = declared("rulebook: {id: a, title: A}\n").header
    #expect(header?.perStep == 3)
    #expect(header?.inAll == 8)
    #expect(header?.coolDown == CalendarDuration(6, .months))
    #expect(header?.language == "en")
  }

  @Test("keeps each fact with its type, bounds scaled by its decimals")
  func facts() {
    let facts = declared(
      """
      facts:
        conditions: {title: Conditions, type: codes, fhir: Condition}
        lives-alone: {title: Lives alone, type: boolean, ask: Do you live alone?, valid-for: 12 months}
        housing: {title: Housing, type: choice, values: [yes, no, elsewhere]}
        loneliness: {title: Loneliness, type: number, min: 3, max: 9, burden: 2, source: A scale, loinc: 0123-4}
        weight: {title: Weight, type: number, decimals: 2, min: -0.5, max: 300}
        open: {title: Open, type: number, decimals: 1}
        discharged: {title: Discharged, type: date, sensitive: yes}
      """
    ).facts
    #expect(facts.map(\.id.value) == ["conditions", "lives-alone", "housing", "loneliness", "weight", "open", "discharged"])
    #expect(
      facts.map(\.type) == [
        .codes(.concepts), .boolean, .choice(["yes", "no", "elsewhere"]), .number(decimals: 0, min: 3, max: 9),
        .number(decimals: 2, min: -50, max: 30_000), .number(decimals: 1, min: nil, max: nil), .date,
      ])
    #expect(facts.map(\.codes) == [["fhir": "Condition"], [:], [:], ["loinc": "0123-4"], [:], [:], [:]])
    #expect(facts[1].ask == "Do you live alone?")
    #expect(facts[1].validFor == CalendarDuration(12, .months))
    #expect(facts.map(\.burden) == [1, 1, 1, 2, 1, 1, 1])
    #expect(facts.map(\.isSensitive) == [false, false, false, false, false, false, true])
    #expect(facts[3].source == "A scale")
  }

  @Test("lets a sensitive fact have a question: who asks it is the rulebook's to decide")
  func sensitiveQuestions() {
    let facts = declared("facts: {use: {title: Use, type: boolean, sensitive: yes, ask: Do you use any?}}\n").facts
    #expect(facts.map(\.isSensitive) == [true])
    #expect(facts.map(\.ask) == ["Do you use any?"])
  }

  @Test("keeps concepts with their codes as text, and value sets with what they hold")
  func concepts() {
    let declaration = declared(
      """
      concepts:
        type-2-diabetes: {title: Type 2 diabetes, snomed: 44054006}
        dependence: {title: Dependence, sensitive: yes, source: Local, snomed: 007}
      value-sets:
        long-term: [type-2-diabetes, dependence]
        northside: {areas: [E05014095, 007]}
      """)
    #expect(declaration.concepts.map(\.codes) == [["snomed": "44054006"], ["snomed": "007"]])
    #expect(declaration.concepts.map(\.isSensitive) == [false, true])
    #expect(declaration.valueSets.map(\.domain) == [.concepts, .areas])
    #expect(declaration.valueSets.map { $0.members.map(\.value) } == [["type-2-diabetes", "dependence"], ["E05014095", "007"]])
  }

  @Test("keeps pathways with their steps in order")
  func pathways() {
    let pathways = declared(
      """
      pathways:
        stroke:
          title: Stroke
          for: {conditions: stroke}
          source: A guideline
          steps:
            ward: {title: On the ward, kind: admission, then: [home, rehabilitation]}
            rehabilitation: {title: Rehabilitation, kind: rehabilitation}
            home: {title: At home, kind: coming-home, repeats: 12 months, then: []}
            team: {title: Training, kind: training, who: team, any-time: yes, then: ward}
      """
    ).pathways
    #expect(pathways.map(\.id.value) == ["stroke"])
    #expect(pathways.first?.source == "A guideline")
    #expect(pathways.first?.appliesTo.map(written) == "conditions: stroke")
    let steps = pathways.first?.steps ?? []
    #expect(steps.map(\.id.value) == ["ward", "rehabilitation", "home", "team"])
    #expect(steps.map { $0.then?.map(\.value) } == [["home", "rehabilitation"], nil, [], ["ward"]])
    #expect(steps.map(\.kind.value) == ["admission", "rehabilitation", "coming-home", "training"])
    #expect(steps.map(\.repeats) == [nil, nil, CalendarDuration(12, .months), nil])
    #expect(steps.map(\.who) == [.person, .person, .person, .team])
    #expect(steps.map(\.isAnyTime) == [false, false, false, true])
  }

  @Test("unites a section that stands in several files, in the order of the files")
  func severalFiles() {
    let trees = ["rules: {b: {title: B, because: b, flag: b}}\n", "rules: {a: {title: A, because: a, flag: a}}\n", "facts:\n"].map {
      YAMLReader.read(SourceText(path: "x.yaml", text: $0)).tree
    }
    let (declaration, diagnostics) = RulebookReader.read(trees.compactMap { $0 })
    #expect(declaration.rules.map(\.id.value) == ["b", "a"])
    #expect(diagnostics.isEmpty)
  }

  @Test("keeps profiles as nodes until the vocabulary is known")
  func profiles() {
    let profiles = declared("profiles:\n  amina: {born: 1972-03}\n  nobody: {}\n").profiles
    #expect(profiles.map(\.id.value) == ["amina", "nobody"])
    #expect(profiles.map(\.node.range.text) == ["{born: 1972-03}", "{}"])
  }

  @Test("remembers names whose entries could not be read, so that nothing else is said of them")
  func unusable() {
    let tree = YAMLReader.read(
      SourceText(
        path: "a.yaml",
        text: """
          facts: {age: {title: Age, type: colour}, ok: {title: Ok, type: boolean, burden: many}}
          derived: {old: {title: Old, when: {}}}
          value-sets: {all-of-them: x}
          """)
    ).tree
    #expect(tree.map { RulebookReader.read([$0]).declaration.unusable } == ["age", "old", "all-of-them"])
  }
}

/// A condition's shape, for tests: facts as they are written, words around them.
func written(_ condition: ConditionDeclaration) -> String {
  func list(_ parts: [ConditionDeclaration]) -> String { "(" + parts.map(written).joined(separator: ", ") + ")" }
  switch condition {
  case .fact(let name, let test): return "\(name.text): \(test.flowText)"
  case .all(let parts, _): return "all" + list(parts)
  case .any(let parts, _): return "any" + list(parts)
  case .none(let parts, _): return "none" + list(parts)
  case .some(let count, let parts, _): return "some\(count)" + list(parts)
  }
}
