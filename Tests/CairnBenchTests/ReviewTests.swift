import Cairn
import Testing

@testable import CairnBench

@Suite("Reviewing pathways")
struct ReviewTests {
  static let review: RulebookReview? = WitnessTests.shipped?.review(asOf: WitnessTests.asOf)

  @Test("every step of every pathway that ships is reviewed once, in order")
  func steps() throws {
    let ruleSet = try #require(WitnessTests.shipped).ruleSet
    let review = try #require(Self.review)
    #expect(review.pathways.map(\.id) == ruleSet.pathways.map(\.id))
    for (pathway, declared) in zip(review.pathways, ruleSet.pathways) {
      #expect(pathway.steps.map(\.id) == declared.steps.map(\.id))
      #expect((pathway.line + pathway.anyTime + pathway.ofTeam).sorted() == Array(declared.steps.indices))
    }
  }

  @Test("every rule that is listed at a step can stand there: somebody gets it, or would but for what else they get")
  func insertions() throws {
    let rulebook = try #require(WitnessTests.shipped)
    let team = Advisor(rulebook.ruleSet).teamView(asOf: WitnessTests.asOf)
    var given = 0
    for pathway in try #require(Self.review).pathways {
      for step in pathway.steps {
        for insertion in step.insertions where insertion.who == .team {
          #expect(team.entries.contains { $0.rule == insertion.rule && $0.pathway == pathway.id && $0.step == step.id })
        }
        for insertion in step.insertions where insertion.who != .team {
          let rule = try #require(rulebook.ruleSet.rules.firstIndex { $0.id == insertion.rule })
          let found = try self.advice(rule, pathway.id, step.id, rulebook)
          let told = try #require(found, "\(insertion.rule) at \(step.id)")
          let isGiven = told.gives(insertion.rule, at: step.id)
          let heldBack = told.notSuggested.first { $0.rules.contains(insertion.rule) }?.reason
          let isOnlyLimited = heldBack.map { ![.notAMatch, .notInForce].contains($0) } ?? false
          #expect(isGiven || isOnlyLimited, "\(insertion.rule) at \(pathway.id)/\(step.id)")
          given += isGiven ? 1 : 0
        }
      }
    }
    #expect(given > 500)
  }

  /// What somebody is told for whom the rule is true, standing at the step since a day that suits it.
  private func advice(_ rule: Int, _ pathway: String, _ step: String, _ rulebook: Rulebook) throws -> Advice? {
    let ruleSet = rulebook.ruleSet
    let declared = ruleSet.rules[rule]
    let index = try #require(ruleSet.pathways.firstIndex { $0.id == pathway })
    let isFor = declared.who == .person ? [ruleSet.pathwayRows.goal(index, is: .notNo)] : []
    let goals = isFor + [ruleSet.ruleRows.goal(rule, is: .yes)]
    guard case .found(let values) = Solver.solve(goals, in: ruleSet.vocabulary, asOf: WitnessTests.asOf) else { return nil }
    let since = declared.at?.after.map { WitnessTests.asOf.subtracting($0) } ?? WitnessTests.asOf
    let position = Profile.Position(pathway: pathway, step: step, since: PartialDate(since))
    var profile = Persona(values, in: ruleSet).profile(id: "somebody", at: declared.who == .person ? [position] : [])
    guard declared.who == .carer else { return rulebook.advice(for: profile, asOf: WitnessTests.asOf) }
    profile.carerOf = "other"
    return rulebook.advice(for: profile, caringFor: Profile(id: "other", positions: [position]), asOf: WitnessTests.asOf)
  }

  @Test("a rule that no step lists although its kind is there says why")
  func idle() throws {
    let ruleSet = try #require(WitnessTests.shipped).ruleSet
    for pathway in try #require(Self.review).pathways {
      for step in pathway.steps {
        let listed = step.insertions.map(\.rule) + step.idle.map(\.rule)
        #expect(Set(listed).count == listed.count)
        let ofKind = ruleSet.rules.filter { $0.at?.kinds.contains(step.kind) == true }.map(\.id)
        #expect(Set(ofKind).isSubset(of: listed), "\(pathway.id)/\(step.id)")
      }
    }
  }

  @Test("what the pathway asks of everybody is not said again of a rule")
  func given() throws {
    let copd = try #require(Self.review?.pathways.first { $0.id == "copd" })
    let breathless = try #require(copd.steps.flatMap(\.insertions).first { $0.rule == "breathless" })
    #expect(breathless.audience.ways == [["MRC breathlessness grade: at least 3"]])
    #expect(breathless.audience.hasGiven)
    #expect(breathless.fullAudience.ways[0].count == 2)
  }
}

extension Advice {
  fileprivate func gives(_ rule: String, at step: String) -> Bool {
    suggestions.contains { $0.standings.contains { $0.rule == rule && $0.step == step } }
      || flags.contains { $0.rule == rule && $0.step == step }
  }
}
