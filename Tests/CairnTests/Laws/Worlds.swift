@testable import Cairn

/// Facts, codes and derived facts that exist only for a test.
struct World {
  var vocabulary = Vocabulary()
  var asOf = CalendarDate(2026, 11, 22)
  /// Lengths of time that rules and dates are drawn from, so that dates fall on edges often.
  static let durations = ["0 days", "1 day", "30 days", "2 weeks", "14 days", "1 month", "6 months", "12 months", "1 year"]
    .compactMap { CalendarDuration($0) }

  init(_ facts: [(id: String, type: FactType)] = [], codes: [String] = ["asthma", "copd", "gout", "lupus", "stroke"]) {
    for fact in facts { add(fact.id, fact.type) }
    for code in codes {
      let key = Vocabulary.CodeKey(.concepts, code)
      vocabulary.codeIndex[key] = vocabulary.codes.count
      vocabulary.codes.append(.init(key: key, title: LocalizedText(code), isSensitive: false))
    }
  }

  mutating func add(_ id: String, _ type: FactType) {
    vocabulary.factIndex.append(id)
    vocabulary.facts.append(
      .init(id: id, title: LocalizedText(id), type: type, ask: nil, validFor: nil, burden: 1, isSensitive: false, isBuiltIn: false))
  }

  mutating func derive(_ id: String, _ condition: Condition) {
    vocabulary.derivedIndex.append(id)
    let nowhere = SourceRange(SourceText(path: "test.yaml", text: ""), 0, 0)
    let weight = condition.weight(vocabulary.derived)
    vocabulary.derived.append(.init(id: id, title: LocalizedText(id), condition: condition, weight: weight, declaredAt: nowhere))
  }

  /// Everything unknown but what is given.
  func facts(_ values: [String: Facts.Value] = [:]) -> Facts {
    let states = vocabulary.facts.map { fact in values[fact.id].map { Facts.State($0, .known) } ?? .unknown }
    return Facts(asOf: asOf, states: states)
  }
}

// MARK: - Conditions as a person would write them

extension World {
  func number(_ fact: String, _ allowed: ClosedRange<Int>...) -> Condition { compare(fact, .number(allowed)) }
  func atLeast(_ fact: String, _ value: Int) -> Condition { compare(fact, .number([value...bounds(of: fact).upperBound])) }
  func lessThan(_ fact: String, _ value: Int) -> Condition { compare(fact, .number([bounds(of: fact).lowerBound...(value - 1)])) }
  func yes(_ fact: String) -> Condition { compare(fact, .boolean(true)) }
  func no(_ fact: String) -> Condition { compare(fact, .boolean(false)) }
  func choice(_ fact: String, _ values: Int...) -> Condition { compare(fact, .choice(Set(values))) }
  func date(_ fact: String, _ test: DateTest) -> Condition { compare(fact, .date(test)) }
  func known(_ fact: String, _ known: Bool = true) -> Condition { compare(fact, .known(known)) }

  func codes(_ fact: String, _ quantifier: CodeTest.Quantifier, _ names: String..., window: CodeTest.Window? = nil) -> Condition {
    compare(fact, .codes(CodeTest(quantifier, names.map { [code($0)] }, window: window)))
  }

  func derived(_ id: String, _ holds: Bool = true) -> Condition {
    .comparison(Comparison(fact: vocabulary.derivedIndex[id] ?? -1, test: .derived(holds)))
  }

  func code(_ name: String) -> Int { vocabulary.codeIndex[.init(.concepts, name)] ?? -1 }
  func held(_ name: String, since: String? = nil) -> Facts.Held { .init(code(name), since: since.flatMap { PartialDate($0) }) }

  private func compare(_ fact: String, _ test: Comparison.Test) -> Condition {
    .comparison(Comparison(fact: vocabulary.factIndex[fact] ?? -1, test: test))
  }

  func bounds(of fact: String) -> ClosedRange<Int> { bounds(ofFact: vocabulary.factIndex[fact] ?? -1) }

  /// As resolving gives them: an open comparison ends where numbers do.
  func bounds(ofFact fact: Int) -> ClosedRange<Int> { vocabulary.facts[fact].type.numberBounds ?? 0...0 }
}
