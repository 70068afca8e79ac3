import Cairn
import CairnBench

/// A rulebook with four facts, so small that everybody in it can be listed. Its conditions are those of its pathways.
struct SmallWorld {
  let ruleSet: RuleSet
  /// Everybody whom conditions could tell apart, those of whom something is missing among them.
  let people: [Facts]

  static let asOf = WitnessTests.asOf

  init(_ conditions: [String]) throws {
    let ways = conditions.enumerated().map { "  way-\($0): {title: Way, for: \($1), steps: {only: {title: Only, kind: diagnosis}}}\n" }
    ruleSet = try Self.rulebook("pathways:\n" + ways.joined()).ruleSet
    people = Self.people(of: ruleSet)
  }

  /// The four facts and one that is derived from them, with `more`: further derived facts, or other sections.
  static func rulebook(_ more: String, supportTypes: [any SupportType] = []) throws -> Rulebook {
    let facts = """
      rulebook: {id: w, title: W, version: "1", language: en}
      facts:
        a: {title: A, type: boolean}
        n: {title: N, type: number, min: 0, max: 3}
        c: {title: C, type: choice, values: [x, y, z]}
        k: {title: K, type: codes}
      concepts:
        one: {title: One}
        two: {title: Two}
      derived:
        both: {title: Both, when: {a: yes, n: {at-least: 3}}}

      """
    return try Rulebook(files: [SourceText(path: "w.yaml", text: facts + more)], supportTypes: supportTypes)
  }

  /// The facts of the person whom the solver found, after they were told as a profile; and that profile.
  func facts(_ values: [Int: Facts.Value]) -> (facts: Facts, told: String) {
    let profile = Persona(values, in: ruleSet).profile(id: "somebody")
    return (FactsBuilder(vocabulary: ruleSet.vocabulary).facts(of: profile, asOf: Self.asOf).facts, ProfileYAML.flow(profile))
  }

  static let conditions = [
    "{a: yes}", "{a: no}", "{n: {at-least: 2}, a: yes}", "{all: [{n: {at-least: 2}}, {n: {at-most: 1}}]}",
    "{any: [{a: yes}, {n: 3}], c: [x, y]}", "{none: [{a: yes}, {n: {less-than: 3}}]}",
    "{some: {at-least: 2, of: [{a: yes}, {n: 0}, {c: z}]}}", "{some: {at-least: 2, of: [{a: yes}, {all: [{a: no}, {n: 0}]}, {c: z}]}}",
    "{k: one}", "{k: {none-of: [one, two]}}", "{k: {all-of: [one, two]}}",
    "{all: [{k: {any-of: one, since: {within: 2 months}}}, {k: {none-of: one}}]}",
    "{all: [{k: {any-of: one}}, {k: {none-of: one, since: {within: 2 months}}}]}",
    "{all: [{k: {any-of: [one, two], since: {within: 2 months}}}, {k: {none-of: one}}]}",
    "{all: [{k: {any-of: one, since: {longer-than: 2 months}}}, {k: {none-of: one, since: {longer-than: 1 month}}}]}",
    "{all: [{k: {any-of: one, since: {longer-than: 1 month}}}, {k: {none-of: one, since: {longer-than: 2 months}}}]}",
    "{both: yes, a: no}", "{both: yes, n: {at-most: 2}}", "{both: no, a: yes, n: 3}", "{any: [{both: yes}, {c: z}], a: no}",
    "{a: {known: yes}, n: 1}", "{all: [{a: {known: no}}, {a: yes}]}", "{all: [{n: {known: no}}, {c: x}]}",
    "{all: [{any: [{a: yes}, {n: 0}]}, {any: [{a: no}, {n: 1}]}, {any: [{c: x}, {a: yes}]}]}",
    "{all: [{any: [{a: yes}, {n: 0}]}, {any: [{a: no}, {n: 1}]}, {n: {at-least: 2}}]}",
  ]

  /// Every state of the four facts that conditions could tell apart, unknown among them; codes held for these numbers of days.
  static func people(of ruleSet: RuleSet, heldFor days: [Int32] = [0, 45, 400]) -> [Facts] {
    let codes = ["one", "two"].compactMap { ruleSet.vocabulary.codeIndex[.init(.concepts, $0)] }
    let held: [[Facts.Held?]] = codes.map { code in
      [nil, .init(code)] + days.map { Facts.Held(code, since: PartialDate(CalendarDate(day: asOf.day - $0))) }
    }
    let sets = held[0].flatMap { one in held[1].map { two in Facts.Value.codes(.init([one, two].compactMap { $0 })) } }
    let values: [(String, [Facts.Value])] = [
      ("a", [.boolean(true), .boolean(false)]), ("n", (0...3).map { .number($0, $0) }), ("c", (0...2).map { .choice($0) }), ("k", sets),
    ]
    var people = [Facts(asOf: asOf, states: ruleSet.vocabulary.facts.map { _ in .unknown })]
    for (fact, values) in values {
      guard let place = ruleSet.vocabulary.factIndex[fact] else { continue }
      people = people.flatMap { person in
        [person]
          + values.map { value in
            var next = person
            next.states[place] = Facts.State(value, .known)
            return next
          }
      }
    }
    return people
  }
}
