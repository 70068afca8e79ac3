import Synchronization
import Testing

@testable import Cairn

/// A support type that breaks promises on purpose.
private struct Careless: SupportType {
  let manifest: SupportManifest
  let answer: @Sendable (SuggestionRequest) throws(SupportTypeError) -> SuggestionContent

  init(
    _ support: String = Careless.support, answer: @escaping @Sendable (SuggestionRequest) throws(SupportTypeError) -> SuggestionContent
  ) throws {
    manifest = try SupportManifest(support: Array(support.utf8), texts: [:])
    self.answer = answer
  }

  func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent { try answer(request) }

  static let support = """
    support: careless
    title: Careless
    summary: A support type for tests.
    benefits: [One.]
    risks: [One.]
    shape: hub
    verbs: [signpost]
    """
}

@Suite("The contract of support types")
struct ContractTests {
  private func breaches(_ type: Careless) -> Set<String> { Set(SupportTypeContract.breaches(of: type)) }

  @Test("one that keeps it has nothing to answer for")
  func keeps() throws {
    let type = try Careless { request in SuggestionContent(verb: request.verb, person: "Go.", practitioner: "Point.") }
    #expect(breaches(type) == [])
  }

  @Test("another verb, empty words and a failure are named, with the verb that was asked for")
  func answers() throws {
    let other = try Careless { _ in SuggestionContent(verb: .signpost, person: " ", practitioner: "x") }
    #expect(
      breaches(other) == [
        "answers with `signpost` for `inform` in `en`", "answers with `signpost` for `flag` in `en`",
        "has nothing to say to the person for `inform` in `en`", "has nothing to say to the person for `flag` in `en`",
        "has nothing to say to the person for `signpost` in `en`",
      ])
    let failing = try Careless { _ throws(SupportTypeError) in throw SupportTypeError("no paper") }
    #expect(breaches(failing).contains("fails for `signpost` in `en`: no paper"))
  }

  @Test("one that answers differently when asked twice is named, with the verb and the language")
  func moody() throws {
    let counter = Counter()
    let moody = try Careless { request in
      SuggestionContent(verb: request.verb, person: "Go, number \(counter.next()).", practitioner: "Point.")
    }
    #expect(breaches(moody) == Set(["signpost", "inform", "flag"].map { "answers differently when asked twice for `\($0)` in `en`" }))
  }

  @Test("a promise of sharing for a verb that shares nothing is named")
  func promises() throws {
    let sharing = try Careless { request in
      SuggestionContent(verb: request.verb, person: "We pass your number on.", practitioner: "Nothing is passed on.")
    }
    #expect(
      breaches(sharing)
        == Set(["signpost", "inform", "flag"].map { "says “We pass your number” for `\($0)` in `en`, which shares nothing" }))
  }

  @Test("a caution that is said in one language alone is named")
  func oneLanguage() throws {
    let english = try Careless { request in
      let summary = "A support type for tests."
      let caution = request.language == "en" ? " Ask first whether they mind." : ""
      return SuggestionContent(verb: request.verb, person: summary, practitioner: summary + caution)
    }
    #expect(
      breaches(english)
        == Set(["signpost", "inform", "flag"].map { "says more than its manifest for `\($0)` in `en`, and nothing more in `cy`" }))
  }

  @Test("a disease, a missing benefit and an undeclared fact are named")
  func manifest() throws {
    let support = """
      support: careless
      title: Diabetes circle
      summary: For people with COPD.
      shape: hub
      verbs: [signpost]
      suits: {blood-sugar: yes}
      """
    let type = try Careless(support) { request in SuggestionContent(verb: request.verb, person: "Go.", practitioner: "Point.") }
    let breaches = breaches(type)
    #expect(breaches.contains("names a disease: “diabetes” in its title"))
    #expect(breaches.contains("names a disease: “copd” in its summary"))
    #expect(breaches.contains("tells no benefit"))
    #expect(breaches.contains("tells no risk"))
    #expect(breaches.contains { $0.hasPrefix("asks what it does not declare: ") && $0.contains("`blood-sugar`") })
  }
}

/// A support type whose plans break promises on purpose.
private struct CarelessPlanner: GroupPlanning {
  let manifest: SupportManifest
  let answer: @Sendable (Demand) throws(SupportTypeError) -> GroupPlan

  init(answer: @escaping @Sendable (Demand) throws(SupportTypeError) -> GroupPlan) throws {
    manifest = try SupportManifest(support: Array(Careless.support.utf8), texts: [:])
    self.answer = answer
  }

  func plan(_ demand: Demand) throws(SupportTypeError) -> GroupPlan { try answer(demand) }
}

@Suite("The contract of plans")
struct PlanningContractTests {
  private func breaches(
    _ answer: @escaping @Sendable (Demand) throws(SupportTypeError) -> GroupPlan
  ) throws -> [String] {
    SupportTypeContract.breaches(of: try CarelessPlanner(answer: answer))
  }

  @Test("who waits with a reason is accounted for, and the plan by shape keeps the contract", arguments: SupportManifest.Shape.allCases)
  func keeps(shape: SupportManifest.Shape) throws {
    #expect(
      try breaches { demand in
        var plan = GroupPlan()
        plan.unplaced = demand.people.map { .init($0.profile.id, "nobody has time") }.sorted { $0.person < $1.person }
        return plan
      } == [])
    let text = Careless.support.replacing("shape: hub", with: "shape: \(shape.rawValue)")
    let type = DeclaredSupportType(try SupportManifest(support: Array(text.utf8), texts: [:]))
    #expect(SupportTypeContract.breaches(of: type) == [])
  }

  @Test("a plan that fails, loses people, counts them twice or invents them is named")
  func faults() throws {
    let failing = try breaches { _ throws(SupportTypeError) in throw SupportTypeError("no paper") }
    #expect(failing.first == "fails to plan for nobody: no paper")
    let odd = try breaches { demand in
      guard demand.people.count == 1 else { return demand.people.isEmpty ? GroupPlan() : GroupPlan.everybody(demand) }
      var plan = GroupPlan()
      plan.groups = [.init(joins: "nowhere", members: ["two", "two"], units: 2), .init(members: [], units: 0)]
      plan.unplaced = [.init("three", " ")]
      return plan
    }
    #expect(
      odd
        == [
          "places `two`, who did not ask for it", "places `two`, who did not ask for it", "counts `two` twice",
          "places `three`, who did not ask for it", "loses `one`", "lets people join `nowhere`, which is not there",
          "has a group without people", "does not say why there is no place for `three`",
        ].map { "plans for one person of whom nothing is known so that it \($0)" })
  }

  @Test("a plan that differs when asked twice, or when others are named first, is named")
  func differs() throws {
    let counter = Counter()
    let moody = try breaches { demand in
      var plan = GroupPlan.everybody(demand)
      plan.free = counter.next()
      return plan
    }
    #expect(moody.first == "plans for nobody differently when asked twice")
    let partial = try breaches { demand in
      var plan = GroupPlan.everybody(demand)
      plan.unknown = [demand.people.first?.profile.id ?? "nobody"]
      return plan
    }
    #expect(
      partial == [
        "plans for neighbours differently when others are named first",
        "plans for neighbours beside groups that are there differently when others are named first",
      ])
  }

  @Test("a rulebook names the support type whose plan is at fault")
  func rulebook() throws {
    func said(_ answer: @escaping @Sendable (Demand) throws(SupportTypeError) -> GroupPlan) throws -> String {
      let rulebook = try Rulebook(
        files: [SourceText(path: "one.yaml", text: "rulebook: {id: one, title: One}\n")], supportTypes: [CarelessPlanner(answer: answer)])
      do {
        _ = try rulebook.plan("careless", for: [Demand.Person(Profile(id: "ada"))], asOf: CalendarDate(2026, 11, 22))
        return "nothing"
      } catch { return error.description }
    }
    #expect(try said { _ in GroupPlan() } == "the plan of the support type `careless` loses `ada`")
    #expect(
      try said { _ throws(SupportTypeError) in throw SupportTypeError("no paper") } == "the support type `careless` cannot plan: no paper")
    #expect(try said { GroupPlan.everybody($0) } == "nothing")
    let rulebook = try Rulebook(files: [SourceText(path: "one.yaml", text: "rulebook: {id: one, title: One}\n")])
    #expect(throws: SupportTypeError("there is no support type `careless`")) {
      try rulebook.plan("careless", for: [], asOf: CalendarDate(2026, 11, 22))
    }
  }
}

extension GroupPlan {
  /// One group of all.
  fileprivate static func everybody(_ demand: Demand) -> GroupPlan {
    var plan = GroupPlan()
    let ids = demand.people.map(\.profile.id)
    if !ids.isEmpty { plan.groups = [Group(members: ids, units: ids.count)] }
    return plan
  }
}

/// Counts on, whoever asks.
private final class Counter: Sendable {
  private let number = Mutex(0)

  func next() -> Int {
    number.withLock { number in
      number += 1
      return number
    }
  }
}
