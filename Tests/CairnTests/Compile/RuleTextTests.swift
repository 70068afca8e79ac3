import Testing

@testable import Cairn

@Suite("Texts of rules")
struct RuleTextTests {
  private func advice(_ rule: String, _ facts: String = "{tenancy: own}") throws -> Advice {
    try OfferWorld.advice(for: "{facts: \(facts)}", "rules:\n  a: {title: A, \(rule)}\n")
  }

  @Test func `because and flag are filled like say`() throws {
    let suggested = try advice(
      "when: {tenancy: [own, shared]}, because: \"Home is {tenancy}.\", suggest: {support: course, verb: self-refer}")
    #expect(suggested.suggestions.map(\.because) == ["Home is own."])
    let flagged = try advice("when: {tenancy: own}, because: \"It is {walks|not known}.\", flag: \"Look: {tenancy}.\"")
    #expect(flagged.flags.map(\.say) == ["Look: own."])
    #expect(flagged.flags.map(\.because) == ["It is not known."])
  }

  @Test func `of a fact that the rule reads in one branch, it is said why it may not be known`() {
    #expect(
      OfferWorld.mistakes(
        """
        rules:
          a: {title: A, when: {any: [{tenancy: own}, {walks: yes}]}, because: It is so., flag: "Look at {tenancy}."}
        """) == """
          {tenancy <- this rule reads `tenancy`, and can be true with it unknown, so `{tenancy}` may have nothing to print \
          [placeholder-not-known]
            help: write `{tenancy|other words}`, or make `tenancy` a condition
          """)
  }

  @Test func `and held to the same rules`() {
    #expect(
      OfferWorld.mistakes(
        """
        rules:
          a: {title: A, because: "For {tenency} and {walks}.", suggest: {support: course, verb: self-refer}}
          b: {title: B, because: It is so., flag: "Look at {hiv} and {tenancy}."}
          c: {title: C, who: team, because: "All of {walks|them}, {tenancy}.", flag: Look.}
        """) == """
          {tenency <- the placeholder `{tenency}` names no fact [placeholder-unknown]
            help: did you mean `{tenancy}`?
          {walks <- nothing in this rule makes `walks` known, so `{walks}` may have nothing to print [placeholder-not-known]
            help: write `{walks|other words}`, or make `walks` a condition
          {hiv <- `hiv` is sensitive and is never said [sensitive-in-text]
            help: write the sentence without it
          {tenancy <- nothing in this rule makes `tenancy` known, so `{tenancy}` may have nothing to print [placeholder-not-known]
            help: write `{tenancy|other words}`, or make `tenancy` a condition
          {tenancy <- nothing in this rule makes `tenancy` known, so `{tenancy}` may have nothing to print [placeholder-not-known]
            help: write `{tenancy|other words}`, or make `tenancy` a condition
          """)
  }

  @Test func `who answers for a rule is its own, or the rulebook's`() throws {
    let base = OfferWorld.base.replacing("cool-down", with: "defaults: {owner: The group, review-by: 2026-06-30}, cool-down")
    let rules = """
      rules:
        a: {title: A, because: B., suggest: {support: course, verb: self-refer}}
        b: {title: B, because: B., owner: Ada, review-by: 2027, suggest: {support: course, verb: self-refer}}
      """
    let rulebook = try OfferWorld.open([("base.yaml", base), ("r.yaml", rules), ("p.yaml", "profiles:\n  p: {}\n")])
    let profile = rulebook.profiles[0]
    let facts = FactsBuilder(vocabulary: rulebook.ruleSet.vocabulary).facts(of: profile, asOf: OfferWorld.today).facts
    let advice = rulebook.advice(for: profile, asOf: OfferWorld.today)
    let said = [0, 1].map { rule in
      ExplanationText(.rule(rule), profile: profile, advice: advice, facts: facts, ruleSet: rulebook.ruleSet).draw()
        .split(separator: "\n").first { $0.contains("Answered") }.map { $0.trimmingPrefix { $0 == " " } }
    }
    #expect(
      said == ["Answered for by The group; was to be looked at again by 30 June", "Answered for by Ada; to be looked at again by 2027"])
  }

  @Test(arguments: [
    ("We will refer you.", "We will refer"), ("Soon we'll refer you", "we'll refer"), ("Then WE WILL INTRODUCE you.", "WE WILL INTRODUCE"),
    ("(we'll introduce you)", "we'll introduce"), ("You will be referred", "You will be referred"), ("And i will refer", "i will refer"),
  ])
  func `say promises nothing that consent may soften`(_ text: String, _ promise: String) {
    #expect(
      OfferWorld.mistakes(rule(saying: text)) == """
        \(promise) <- `\(promise.lowercased())` promises what consent may soften [promises-verb]
          help: say what it is and why; the support type's own text says how
        """)
  }

  @Test(arguments: [
    ("We pass your number on to those who run it.", "We pass your number"), ("Send the name and the diagnosis.", "Send the name"),
    ("Your details are shared with them.", "Your details are shared"),
    ("They are told, and a nurse introduces you.", "nurse introduces you"),
  ])
  func `nor that details go to somebody else`(_ text: String, _ promise: String) {
    #expect(
      OfferWorld.mistakes(rule(saying: text)) == """
        \(promise) <- `\(promise)` promises what consent may soften [promises-verb]
          help: say what it is and why; the support type's own text says how
        """)
  }

  @Test(arguments: [
    "Nothing is passed on.", "You can send your name.", "We send you the address.", "They share an interest.", "Share nothing about them.",
    "We do not pass your number on.",
  ])
  func `but what people do themselves, and what is denied, may be said`(_ text: String) {
    #expect(OfferWorld.mistakes(rule(saying: text)) == "")
  }

  @Test(arguments: [
    "They refer well.", "Owe will refer to debts.", "All of us will refer back.", "You will be welcome.", "We will refe", "Hi will refer.",
  ])
  func `and what promises nothing may be said`(_ text: String) { #expect(OfferWorld.mistakes(rule(saying: text)) == "") }

  private func rule(saying text: String) -> String {
    "rules:\n  a: {title: A, because: B., say: {person: \"\(text)\"}, suggest: {support: course, verb: self-refer}}"
  }
}
