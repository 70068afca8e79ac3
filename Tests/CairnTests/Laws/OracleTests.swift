import Testing

@testable import Cairn

@Suite("The oracle, by hand")
struct OracleTests {
  static let world: World = {
    var world = World([
      ("age", .number(decimals: 0, min: 0, max: 120)), ("lives-alone", .boolean), ("contacts", .number(decimals: 0, min: 0, max: nil)),
      ("discharged", .date), ("conditions", .codes(.concepts)), ("housing", .choice(["stable", "insecure", "homeless"])),
    ])
    world.derive("adult", world.atLeast("age", 18))
    world.derive("alone", .any([.all([world.yes("lives-alone"), world.lessThan("contacts", 2)]), world.lessThan("contacts", 1)]))
    return world
  }()

  private var world: World { Self.world }
  private var minor: Condition { world.lessThan("age", 18) }
  private var adult: Condition { world.atLeast("age", 18) }

  private func judge(_ condition: Condition, _ values: [String: Facts.Value] = [:]) -> Truth {
    Oracle(world.vocabulary).verdict(condition, world.facts(values))
  }

  private func judge(_ rule: RuleConditions, _ values: [String: Facts.Value] = [:]) -> Truth {
    Oracle(world.vocabulary).verdict(rule, world.facts(values))
  }

  @Test("under or over 18 is true of everybody, whatever their age")
  func excludedMiddle() {
    #expect(judge(.any([minor, adult])) == .yes)
    #expect(judge(.all([minor, adult])) == .no)
    #expect(judge(minor) == .unknown)
    #expect(judge(.none([minor])) == .unknown)
  }

  @Test("it stays so beside an unless, and where the any becomes rows")
  func besideUnless() {
    for whenIsAny in [true, false] {
      let rule = RuleConditions(when: .any([minor, adult]), whenIsAny: whenIsAny, unless: world.yes("lives-alone"))
      #expect(judge(rule, ["lives-alone": .boolean(false)]) == .yes)
      #expect(judge(rule) == .unknown)
      #expect(judge(rule, ["lives-alone": .boolean(true)]) == .no)
    }
  }

  @Test("an unless meets each branch of an any: it rules out what no value allows in that branch")
  func distribution() {
    let branches = Condition.any([.all([minor, world.yes("lives-alone")]), .all([adult, world.no("lives-alone")])])
    let rule = RuleConditions(when: branches, whenIsAny: true, unless: world.atLeast("age", 16))
    #expect(judge(rule, ["lives-alone": .boolean(false)]) == .no)
    #expect(judge(RuleConditions(when: branches, whenIsAny: false, unless: rule.unless), ["lives-alone": .boolean(false)]) == .unknown)
  }

  @Test("when and unless about one fact are one set")
  func sets() {
    #expect(judge(RuleConditions(when: minor, unless: minor)) == .no)
    #expect(judge(RuleConditions(when: world.atLeast("age", 65), unless: adult)) == .no)
    #expect(judge(RuleConditions(when: adult, unless: world.atLeast("age", 65))) == .unknown)
  }

  @Test("a number known within bounds is judged where all of it agrees")
  func intervals() {
    #expect(judge(adult, ["age": .number(17, 18)]) == .unknown)
    #expect(judge(adult, ["age": .number(18, 19)]) == .yes)
    #expect(judge(adult, ["age": .number(16, 17)]) == .no)
    #expect(judge(world.number("age", 18...18, 20...20), ["age": .number(18, 20)]) == .unknown)
    #expect(judge(world.number("age", 18...18, 19...20), ["age": .number(18, 20)]) == .yes)
  }

  @Test("a derived fact of one fact merges with its neighbours, one of several facts with nothing")
  func derived() {
    #expect(judge(.any([minor, world.derived("adult")])) == .yes)
    #expect(judge(.any([world.derived("adult"), world.derived("adult", false)])) == .yes)
    #expect(judge(.any([world.derived("alone"), world.derived("alone", false)])) == .unknown)
    #expect(judge(world.derived("alone"), ["contacts": .number(0, 0)]) == .yes)
    #expect(judge(.all([world.derived("alone"), world.atLeast("contacts", 2)])) == .unknown)
  }

  @Test("some of several counts what is known")
  func counting() {
    let needs = Condition.some(atLeast: 2, of: [adult, world.yes("lives-alone"), world.choice("housing", 2)])
    #expect(judge(needs, ["age": .number(40, 40)]) == .unknown)
    #expect(judge(needs, ["age": .number(40, 40), "housing": .choice(2)]) == .yes)
    #expect(judge(needs, ["age": .number(4, 4), "housing": .choice(1)]) == .no)
    #expect(judge(.none([needs]), ["age": .number(4, 4), "housing": .choice(1)]) == .yes)
    let ages = Condition.some(atLeast: 2, of: [minor, adult, world.number("age", 0...120)])
    #expect(judge(ages) == .yes)
  }

  @Test("a date that never came satisfies no comparison and every negation")
  func never() throws {
    let month = try #require(CalendarDuration("1 month"))
    let recent = world.date("discharged", .withinLast(month))
    let longAgo = world.date("discharged", .longerAgoThan(month))
    #expect(judge(recent, ["discharged": .never]) == .no)
    #expect(judge(longAgo, ["discharged": .never]) == .no)
    #expect(judge(.none([longAgo]), ["discharged": .never]) == .yes)
    let anyDay = Condition.any([world.date("discharged", .before(world.asOf)), world.date("discharged", .onOrAfter(world.asOf))])
    #expect(judge(anyDay) == .unknown)
    #expect(judge(anyDay, ["discharged": .date(PartialDate(first: .first, last: .last))]) == .yes)
  }

  @Test(
    "within the last month means from the same day of last month until today",
    arguments: [
      ("2026-10-21", Truth.no), ("2026-10-22", .yes), ("2026-11-22", .yes), ("2026-11-23", .no), ("2026-11", .unknown),
      ("2026-10", .unknown),
      ("2026-09", .no), ("2026", .unknown),
    ])
  func window(date: String, verdict: Truth) throws {
    let month = try #require(CalendarDuration("1 month"))
    let discharged = try #require(PartialDate(date))
    #expect(judge(world.date("discharged", .withinLast(month)), ["discharged": .date(discharged)]) == verdict)
  }

  @Test("codes: present, absent, not dated, in an open list")
  func codes() throws {
    let recently = CodeTest.Window.within(try #require(CalendarDuration("6 months")))
    let asthma = world.codes("conditions", .anyOf, "asthma")
    let newAsthma = world.codes("conditions", .anyOf, "asthma", window: recently)
    func having(_ held: Facts.Held..., partial: Bool = false) -> [String: Facts.Value] {
      ["conditions": .codes(.init(held, isPartial: partial))]
    }
    #expect(judge(asthma) == .unknown)
    #expect(judge(asthma, having()) == .no)
    #expect(judge(asthma, having(partial: true)) == .unknown)
    #expect(judge(asthma, having(world.held("asthma"))) == .yes)
    #expect(judge(newAsthma, having(world.held("asthma"))) == .unknown)
    #expect(judge(newAsthma, having(world.held("asthma", since: "2026-06"))) == .yes)
    #expect(judge(newAsthma, having(world.held("asthma", since: "2026-05"))) == .unknown)
    #expect(judge(newAsthma, having(world.held("asthma", since: "2026-04"))) == .no)
    #expect(judge(newAsthma, having(world.held("asthma", since: "2026-04"), partial: true)) == .unknown)
    #expect(judge(newAsthma, having(world.held("asthma", since: "2026"))) == .unknown)
    #expect(judge(asthma, having(world.held("asthma", since: "2027"))) == .unknown)
    #expect(judge(world.codes("conditions", .allOf, "asthma", "gout"), having(world.held("asthma"))) == .no)
    #expect(judge(world.codes("conditions", .noneOf, "asthma", "gout"), having(world.held("gout"))) == .no)
    #expect(judge(world.codes("conditions", .noneOf, "asthma", "gout"), having(world.held("copd"))) == .yes)
  }

  @Test("a comparison of codes and its negation are true together of everybody, two different ones are two facts")
  func codeSets() {
    let asthma = world.codes("conditions", .anyOf, "asthma")
    #expect(judge(.any([asthma, world.codes("conditions", .noneOf, "asthma")])) == .yes)
    #expect(judge(.any([world.codes("conditions", .anyOf, "asthma", "gout"), .none([asthma])])) == .unknown)
  }

  @Test("known asks about the state itself, and merges with nothing")
  func known() throws {
    let year = try #require(PartialDate("2026"))
    #expect(judge(world.known("discharged")) == .no)
    #expect(judge(world.known("discharged", false)) == .yes)
    #expect(judge(world.known("discharged"), ["discharged": .never]) == .yes)
    #expect(judge(world.known("discharged"), ["discharged": .date(year)]) == .yes)
    var facts = world.facts()
    facts.states[3] = Facts.State(.unknown, .stale, recorded: .never)
    #expect(Oracle(world.vocabulary).verdict(world.known("discharged"), facts) == .no)
  }
}
