/// What a rulebook puts before those who work with people: steps and rules of the team, which stand in nobody's advice.
package struct TeamView: Sendable {
  /// By pathway and step in the order declared; what applies anywhere comes last.
  package var entries: [Entry] = []

  /// One insertion at one step, or a step of the team at which nothing stands.
  package struct Entry: Sendable, Hashable {
    /// The pathway's and the step's id; nil where the rule applies anywhere.
    package var pathway, step: String?
    /// The step's title; nil where the rule applies anywhere.
    package var stepTitle: String?
    /// The rule's id; nil at a step with nothing.
    package var rule: String?
    /// The support type's id; nil for a rule that flags, and at a step with nothing.
    package var support: String?
    /// `flag` for a rule that flags; nil at a step with nothing.
    package var verb: Verb?
    /// What is said to the team: what the rule says, and how the support type is done.
    package var say: String
    /// Of that, how: the same wherever the type is named with that verb.
    package var how = ""
    package var parameters = Parameters()
    /// Why.
    package var because: String
  }
}

extension Advisor {
  /// The team's steps and rules that are in force on a day. No fact about a person is read.
  package func teamView(asOf: CalendarDate) -> TeamView {
    var view = TeamView()
    for (pathway, declared) in ruleSet.pathways.enumerated() {
      for (step, rules) in index.rules[pathway].enumerated() {
        let entries = teamRules(among: rules, asOf).map { entry($0, pathway, step) }
        view.entries += entries
        if entries.isEmpty, declared.steps[step].who == .team { view.entries.append(emptyStep(pathway, step)) }
      }
    }
    view.entries += teamRules(among: index.anywhere, asOf).map { entry($0, nil, nil) }
    return view
  }

  private func teamRules(among rules: [Int], _ asOf: CalendarDate) -> [Int] {
    rules.filter { ruleSet.rules[$0].who == .team && ruleSet.rules[$0].isInForce(on: asOf) }
      .sorted { index.fixedOrder[$0] < index.fixedOrder[$1] }
  }

  private func emptyStep(_ pathway: Int, _ step: Int) -> TeamView.Entry {
    let declared = ruleSet.pathways[pathway].steps[step]
    return TeamView.Entry(
      pathway: ruleSet.pathways[pathway].id, step: declared.id, stepTitle: declared.title.text(in: ruleSet.language), say: "", because: "")
  }

  private func entry(_ rule: Int, _ pathway: Int?, _ step: Int?) -> TeamView.Entry {
    let declared = ruleSet.rules[rule]
    let place = pathway.flatMap { pathway in step.map { ruleSet.pathways[pathway].steps[$0] } }
    var entry = TeamView.Entry(
      pathway: pathway.map { ruleSet.pathways[$0].id }, step: place?.id, stepTitle: place?.title.text(in: ruleSet.language),
      rule: declared.id, say: "", because: unfilled(declared.because))
    switch declared.action {
    case .flag(let text):
      entry.verb = .flag
      entry.say = unfilled(text)
    case .suggest(let support, let verb, let parameters):
      let type = ruleSet.supports[support]
      entry.support = type.manifest.id
      entry.verb = verb
      let request = SuggestionRequest(verb: verb, parameters: parameters, language: ruleSet.language, stepKind: place?.kind)
      let own = (declared.sayByVerb.first { $0.verb == verb }?.practitioner?.value ?? declared.sayPractitioner).map(unfilled) ?? ""
      entry.how = type.checkedContent(for: request).0?.practitioner ?? ""
      entry.parameters = parameters
      entry.say = [own, entry.how].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return entry
  }

  /// No fact about a person stands behind the team's texts, so that placeholders print their other words.
  private func unfilled(_ text: LocalizedText) -> String { Template(text.text(in: ruleSet.language)).filled { _ in nil } }
}
