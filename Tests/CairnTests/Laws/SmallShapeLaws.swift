import Testing

@testable import Cairn

/// Every small shape of a rule over up to four yes/no facts, against every state of knowledge of them.
@Suite("Every small shape of a condition against every state of up to four facts")
struct SmallShapeLaws {
  enum Joint: CaseIterable {
    case all, any, none, some

    func callAsFunction(_ parts: [Condition]) -> Condition {
      switch self {
      case .all: .all(parts)
      case .any: .any(parts)
      case .none: .none(parts)
      case .some: .some(atLeast: max(1, parts.count - 1), of: parts)
      }
    }
  }

  /// A rule over facts 0 to `facts` - 1.
  struct Shape {
    var rule: RuleConditions
    var facts: Int
    /// Whether no fact is read twice: then unknown means that both answers are possible.
    var readsOnce: Bool
  }

  /// Four leaves, up to names: each reads a fact met before, with or without negation, or the next new one.
  private static let leaves: [[(fact: Int, holds: Bool)]] = {
    var partial: [[(fact: Int, holds: Bool)]] = [[]]
    for _ in 0..<4 {
      partial = partial.flatMap { leaves in
        let met = (leaves.map(\.fact).max() ?? -1) + 1
        return (0..<met).flatMap { fact in [true, false].map { leaves + [(fact, $0)] } } + [leaves + [(met, true)]]
      }
    }
    return partial
  }()

  private static func shapes(_ build: (Joint, Joint, Joint, [Condition]) -> RuleConditions) -> [Shape] {
    leaves.flatMap { leaves in
      let facts = (leaves.map(\.fact).max() ?? 0) + 1
      let conditions = leaves.map { Condition.comparison(Comparison(fact: $0.fact, test: .boolean($0.holds))) }
      return Joint.allCases.flatMap { outer in
        Joint.allCases.flatMap { left in
          Joint.allCases.map { right in Shape(rule: build(outer, left, right, conditions), facts: facts, readsOnce: facts == 4) }
        }
      }
    }
  }

  @Test("two pairs, joined in every way")
  func pairs() {
    check(
      Self.shapes { outer, left, right, leaf in
        let when = outer([left([leaf[0], leaf[1]]), right([leaf[2], leaf[3]])])
        return RuleConditions(when: when, whenIsAny: outer == .any)
      })
  }

  @Test("a leaf beside three, one of them nested")
  func nested() {
    check(
      Self.shapes { outer, left, right, leaf in
        RuleConditions(when: outer([leaf[0], left([leaf[1], right([leaf[2], leaf[3]]), leaf[0]])]), whenIsAny: outer == .any)
      }.map { shape in
        var shape = shape
        shape.readsOnce = false
        return shape
      })
  }

  @Test("a condition, its unless, and what the support asks")
  func unless() {
    check(
      Self.shapes { outer, left, right, leaf in
        RuleConditions(
          when: left([leaf[0], leaf[1]]), whenIsAny: left == .any, unless: right([leaf[2], leaf[3]]),
          supportSuits: outer == .all ? leaf[0] : nil, supportUnless: outer == .some ? leaf[3] : nil)
      }.map { shape in
        var shape = shape
        shape.readsOnce = shape.readsOnce && shape.rule.supportSuits == nil && shape.rule.supportUnless == nil
        return shape
      })
  }

  @Test("the same behind a derived fact of several facts")
  func derived() {
    var world = Self.world
    world.derive("d0", .any([world.yes("f0"), world.yes("f1")]))
    let derived = [true, false].map { world.derived("d0", $0) }
    let shapes = Self.shapes { outer, left, right, leaf in
      RuleConditions(
        when: outer([left([derived[0], leaf[0], leaf[1]]), right([derived[1], leaf[2]])]), whenIsAny: outer == .any, unless: leaf[3])
    }
    check(shapes.map { Shape(rule: $0.rule, facts: max(2, $0.facts), readsOnce: false) }, in: world)
  }

  private static let world = World([("f0", .boolean), ("f1", .boolean), ("f2", .boolean), ("f3", .boolean)])

  private func check(_ shapes: [Shape], in world: World = Self.world) {
    let oracle = Oracle(world.vocabulary)
    let trees = shapes.map { oracle.normalForm($0.rule) }
    let matcher = Matcher(RowSet(shapes.map(\.rule), world), asOf: world.asOf)
    let complete = (0..<16).map { bits in facts((0..<4).map { bits >> $0 & 1 == 1 }) }
    let truths = shapes.map { shape in complete.map { PlainLogic(vocabulary: world.vocabulary, facts: $0).holds(shape.rule) } }
    for code in 0..<81 {
      let values = [code % 3, code / 3 % 3, code / 9 % 3, code / 27].map { $0 == 2 ? nil : $0 == 1 }
      let person = facts(values)
      let possible = complete.indices.filter { bits in (0..<4).allSatisfy { values[$0] == nil || values[$0] == (bits >> $0 & 1 == 1) } }
      for (index, verdict) in matcher.verdicts(person).enumerated() {
        // What the rule does not read makes no difference: once is enough.
        guard values[shapes[index].facts...].allSatisfy({ $0 == nil }) else { continue }
        let holds = Set(possible.map { truths[index][$0] })
        let isSound = verdict == .unknown ? !shapes[index].readsOnce || holds.count == 2 : holds == [verdict == .yes]
        let expected = oracle.verdict(trees[index], person)
        guard verdict != expected || !isSound else { continue }
        Issue.record("matcher \(verdict), oracle \(expected), possible \(holds)\n\(world.draw(shapes[index].rule))\n\(world.draw(person))")
        return
      }
    }
  }

  private func facts(_ values: [Bool?]) -> Facts {
    Facts(asOf: Self.world.asOf, states: values.map { value in value.map { .init(.boolean($0), .known) } ?? .unknown })
  }
}
