import Testing

@testable import Cairn

@Suite("The vocabulary of a rulebook")
struct VocabularyTests {
  @Test("built-in facts come first, each at its place, then the rulebook's, then those of its support types")
  func order() {
    let manifest = DraftRulebook.manifest("keyring", facts: "  tenancy: {title: Tenancy, type: boolean}\n")
    let vocabulary = DraftRulebook("facts:\n  home: {title: Home, type: boolean}\n", supports: [manifest]).vocabulary
    #expect(vocabulary.facts.map(\.id) == BuiltInFact.allCases.map(\.id) + ["home", "tenancy"])
    for fact in BuiltInFact.allCases { #expect(vocabulary.factIndex[fact.id] == fact.rawValue) }
    #expect(vocabulary.facts.allSatisfy { $0.isBuiltIn == ($0.id != "home" && $0.id != "tenancy") })
  }

  @Test("a rulebook gives a built-in fact its own words and bounds, and what it leaves unsaid stays")
  func redeclared() throws {
    let draft = DraftRulebook(
      """
      facts:
        age: {title: Years, type: number, max: 110, ask: What is your age?, valid-for: 1 year, burden: 2}
        crisis-level: {title: Crisis, type: choice, values: [in-crisis, steady, building]}
        strengths: {title: Gifts, type: codes}
      """)
    #expect(said(draft.diagnostics).isEmpty)
    let age = try #require(draft.vocabulary.fact(named: "age"))
    #expect(age.title == "Years" && age.ask == "What is your age?" && age.burden == 2 && age.isBuiltIn)
    #expect(age.type == .number(decimals: 0, min: 0, max: 110))
    #expect(age.validFor == CalendarDuration("1 year"))
    let crisis = try #require(draft.vocabulary.fact(named: "crisis-level"))
    #expect(crisis.title == "Crisis" && crisis.ask == BuiltInFact.crisisLevel.ask)
    #expect(crisis.type == .choice(["steady", "building", "in-crisis"]))
    #expect(draft.vocabulary.fact(named: "strengths")?.title == "Gifts")
  }

  @Test(
    "another type for a built-in fact is refused",
    arguments: [
      ("age: {title: A, type: boolean}", "age <- the built-in fact `age` is a whole number, not yes or no [built-in-type]"),
      (
        "age: {title: A, type: number, decimals: 1}",
        "age <- the built-in fact `age` is a whole number, not a number with 1 decimal [built-in-type]"
      ),
      (
        "crisis-level: {title: A, type: choice, values: [good, bad]}",
        "crisis-level <- the built-in fact `crisis-level` is a choice of `steady`, `building` and `in-crisis`, "
          + "not a choice of `good` and `bad` [built-in-type]"
      ),
      (
        "supports: {title: A, type: date}", "supports <- the built-in fact `supports` is a set of support types, not a date [built-in-type]"
      ),
    ])
  func builtInType(fact: String, message: String) {
    #expect(said(DraftRulebook("facts:\n  \(fact)\n").diagnostics) == message + "\n  help: give a fact of your own another name")
  }

  @Test("bounds that leave nothing between them are refused")
  func emptyBounds() {
    #expect(
      said(DraftRulebook("facts:\n  age: {title: A, type: number, min: 140}\n").diagnostics) == """
        age <- `age` would run from 140 to 130, since the bound that is left out stays as built in [out-of-range]
          help: give both `min` and `max`
        """)
  }

  @Test("where a support type declares a fact too, the rulebook's words win")
  func shared() {
    let manifest = DraftRulebook.manifest(
      "keyring", facts: "  tenancy: {title: Theirs, type: choice, values: [own, shared], ask: Whose?}\n")
    let draft = DraftRulebook("facts:\n  tenancy: {title: Ours, type: choice, values: [shared, own]}\n", supports: [manifest])
    #expect(said(draft.diagnostics).isEmpty)
    #expect(draft.vocabulary.fact(named: "tenancy")?.title == "Ours")
    #expect(draft.vocabulary.fact(named: "tenancy")?.ask == nil)
  }

  @Test("a fact of two types is drawn at both places")
  func twoTypes() {
    let manifest = DraftRulebook.manifest("keyring", facts: "  tenancy: {title: T, type: choice, values: [own, shared]}\n")
    let draft = DraftRulebook("facts:\n  tenancy: {title: T, type: boolean}\n", supports: [manifest])
    #expect(
      DiagnosticText.draw(draft.diagnostics) == """
        rulebook.yaml:2:3: error: the fact `tenancy` is yes or no in this rulebook, and a choice of `own` and `shared` in the support \
        type `keyring` [fact-type]
          |
        2 |   tenancy: {title: T, type: boolean}
          |   ^~~~~~~
          = help: declare it alike in both, or give one of them another name
        keyring/support.yaml:2:3: note: `tenancy` of the support type `keyring`
          |
        2 |   tenancy: {title: T, type: choice, values: [own, shared]}
          |   ^~~~~~~

        """)
  }

  @Test("two support types must agree as well, and so must each with what is built in")
  func betweenSupportTypes() {
    let manifests = [
      DraftRulebook.manifest("a", facts: "  tenancy: {title: T, type: boolean}\n"),
      DraftRulebook.manifest("b", facts: "  tenancy: {title: T, type: date}\n  age: {title: T, type: date}\n"),
    ]
    #expect(
      said(DraftRulebook("rules: {}", supports: manifests).diagnostics) == """
        tenancy <- the fact `tenancy` is yes or no in another support type, and a date in the support type `b` [fact-type]
          help: declare it alike in both, or give one of them another name
        age <- the built-in fact `age` is a whole number, not a date in the support type `b` [built-in-type]
          help: give the plugin's fact another name
        """)
  }

  @Test("concepts, support types and area codes are codes of their own domains, each once")
  func codes() {
    let draft = DraftRulebook(
      """
      facts: {conditions: {title: C, type: codes}}
      concepts: {course: {title: A course as a concept}}
      value-sets: {south: {areas: [s1, s2]}}
      derived:
        here: {title: H, when: {area: {none-of: [s2, "007", south]}}}
      """)
    #expect(said(draft.diagnostics).isEmpty)
    #expect(draft.vocabulary.codeNames(in: .concepts) == ["course"])
    #expect(draft.vocabulary.codeNames(in: .supports) == ["peer-group", "course"])
    #expect(draft.vocabulary.codeNames(in: .areas) == ["s1", "s2", "007"])
    #expect(draft.vocabulary.valueSets["south"]?.members == ["s1", "s2"].compactMap { draft.vocabulary.code($0, in: .areas) })
  }

  @Test("a value set holds concepts that there are, and no value sets")
  func valueSets() {
    let draft = DraftRulebook(
      """
      concepts: {asthma: {title: Asthma}, copd: {title: COPD}}
      value-sets:
        breathing: [asthma, cpd]
        everything: [breathing, zzz]
      """)
    #expect(
      said(draft.diagnostics) == """
        cpd <- there is no concept `cpd` [unknown-concept]
          help: did you mean `copd`?
        breathing <- there is no concept `breathing` [unknown-concept]
          help: it is a value set, which no value set may hold: list its concepts
        zzz <- there is no concept `zzz` [unknown-concept]
        """)
  }

  @Test("derived facts are resolved after those that they read, whatever the order on the page")
  func dependencies() {
    let draft = DraftRulebook(
      """
      derived:
        third: {title: T, when: {second: yes, first: no}}
        second: {title: S, when: {first: yes}}
        first: {title: F, when: {age: {at-least: 18}}}
      """)
    #expect(said(draft.diagnostics).isEmpty)
    #expect(draft.vocabulary.derived.map(\.id) == ["first", "second", "third"])
    #expect(draft.vocabulary.derived.map { draft.words($0.condition) } == ["age 18...130", "first yes", "all(second yes, first no)"])
  }

  @Test("a ring of derived facts is named in order, once, and whoever reads it is left in peace")
  func cycle() {
    let draft = DraftRulebook(
      """
      derived:
        outside: {title: O, when: {b: yes}}
        a: {title: A, when: {b: yes}}
        b: {title: B, when: {any: [{c: yes}, {age: 3}]}}
        c: {title: C, when: {none: [{a: yes}]}}
        alone: {title: S, when: {alone: yes}}
      """)
    #expect(
      said(draft.diagnostics) == """
        a <- derived facts go round in a ring: `a` reads `b`, `b` reads `c`, `c` reads `a` [derived-cycle]
        alone <- derived facts go round in a ring: `alone` reads `alone` [derived-cycle]
        """)
    #expect(draft.vocabulary.derived.isEmpty)
  }

  @Test("a chain that doubles at every step is refused where it grows too large, and nowhere else")
  func doubling() {
    let chain = (2...24).map { "  d\($0): {title: D, when: {any: [{d\($0 - 1): yes}, {d\($0 - 1): no}]}}" }
    let draft = DraftRulebook("derived:\n  d1: {title: D, when: {any: [{age: 1}, {is-carer: yes}]}}\n" + chain.joined(separator: "\n"))
    #expect(
      said(draft.diagnostics) == """
        [{d12: yes}, {d12: no}] <- this makes more than 4,096 comparisons, those of a derived fact counted each time it is read [condition-too-large]
          help: read each derived fact once, or split the condition
        """)
    #expect(draft.vocabulary.derived.map(\.id) == (1...12).map { "d\($0)" })
  }

  @Test("derived facts read one another sixty-four deep and no deeper")
  func deep() {
    let chain = (2...3_000).map { "  d\($0): {title: D, when: {d\($0 - 1): yes}}" }
    let draft = DraftRulebook("derived:\n  d1: {title: D, when: {age: 1}}\n" + chain.joined(separator: "\n"))
    #expect(
      said(draft.diagnostics) == """
        d65 <- derived facts read one another here more than 64 deep [condition-too-large]
          help: let one of them read facts in place of the next
        """)
    #expect(draft.vocabulary.derived.count == 65)
  }

  @Test("a chain of ten thousand derived facts is no reason to run out of stack")
  func longChain() {
    let order = DependencyOrder((0..<10_000).map { $0 < 9_999 ? [$0 + 1] : [] })
    #expect(order.sorted == (0..<10_000).reversed())
    #expect(order.rings.isEmpty)
  }

  @Test("a derived fact may not take the name of a built-in one")
  func clash() {
    #expect(
      said(DraftRulebook("derived:\n  is-carer: {title: T, when: {age: 3}}\n").diagnostics) == """
        is-carer <- `is-carer` is the name of a built-in fact already [duplicate-id]
          help: give the derived fact another name
        """)
  }

  @Test("a fact whose declaration is at fault is not reported again where it is used")
  func noCascade() {
    let draft = DraftRulebook(
      """
      facts:
        mood: {title: Mood, type: colour}
      derived:
        low: {title: Low, when: {mood: {at-most: 3}}}
        lower: {title: Lower, when: {low: yes}}
      """)
    #expect(draft.diagnostics.map(\.code) == [.invalidValue])
  }
}
