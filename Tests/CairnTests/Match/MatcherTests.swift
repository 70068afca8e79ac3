import Testing

@testable import Cairn

@Suite("The matcher on a few rules by hand")
struct MatcherTests {
  let vocabulary: Vocabulary
  let asOf = CalendarDate(2026, 11, 22)

  init() {
    var vocabulary = Vocabulary()
    func fact(_ id: String, _ type: FactType) -> Vocabulary.Fact {
      .init(id: id, title: LocalizedText(id), type: type, ask: nil, validFor: nil, burden: 1, isSensitive: false, isBuiltIn: false)
    }
    vocabulary.facts = [
      fact("age", .number(decimals: 0, min: 0, max: 130)), fact("lives-alone", .boolean), fact("conditions", .codes(.concepts)),
    ]
    self.vocabulary = vocabulary
  }

  private func age(_ range: ClosedRange<Int>) -> Condition { .comparison(.init(fact: 0, test: .number([range]))) }
  private func alone(_ value: Bool) -> Condition { .comparison(.init(fact: 1, test: .boolean(value))) }

  private func verdict(_ conditions: RuleConditions, _ states: [Facts.State]) -> [Truth] {
    var builder = RowSetBuilder(vocabulary)
    builder.add(conditions)
    let rows = builder.finish()
    let facts = Facts(asOf: asOf, states: states)
    return [rows.verdict(of: 0, facts)] + Matcher(rows, asOf: asOf).verdicts(facts)
  }

  @Test("below 18 or at least 18 is true with the age unknown, beside an unless too")
  func wholeDomain() {
    let everyAge = Condition.any([age(0...17), age(18...130)])
    #expect(verdict(.init(when: everyAge, whenIsAny: true), [.unknown, .unknown, .unknown]) == [.yes, .yes])
    let beside = RuleConditions(when: everyAge, whenIsAny: true, unless: alone(true))
    #expect(verdict(beside, [.unknown, .init(.boolean(false), .known), .unknown]) == [.yes, .yes])
    #expect(verdict(beside, [.unknown, .unknown, .unknown]) == [.unknown, .unknown])
  }

  @Test("two ages that exclude each other are false with the age unknown")
  func emptySet() {
    #expect(verdict(.init(when: .all([age(0...17), age(18...130)])), [.unknown, .unknown, .unknown]) == [.no, .no])
  }

  @Test("an age between two birthdays is true, false or unknown as far as it is known")
  func intervals() {
    func state(_ low: Int, _ high: Int) -> [Facts.State] { [.init(.number(low, high), .known), .unknown, .unknown] }
    #expect(verdict(.init(when: age(18...65)), state(17, 18)) == [.unknown, .unknown])
    #expect(verdict(.init(when: age(18...65)), state(18, 19)) == [.yes, .yes])
    #expect(verdict(.init(when: age(18...65)), state(16, 17)) == [.no, .no])
  }
}
