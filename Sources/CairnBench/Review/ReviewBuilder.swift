package import Cairn

extension Rulebook {
  /// Reviews every pathway, or those named.
  ///
  /// - Parameters:
  ///   - pathways: Ids; empty for all.
  ///   - asOf: The day to judge for.
  ///   - people: On whom kinds of person are weighed; the rulebook's sample profiles unless given.
  package func review(
    pathways: [String] = [], asOf: CalendarDate, people: ReviewPeople? = nil, showsSensitive: Bool = false
  ) -> RulebookReview {
    ReviewBuilder(self, asOf: asOf, people: people ?? .samples(profiles), showsSensitive: showsSensitive).review(pathways)
  }
}

/// Computes a review: the same questions of every step of every pathway.
struct ReviewBuilder {
  let rulebook: Rulebook
  let ruleSet: RuleSet
  let asOf: CalendarDate
  let people: ReviewPeople
  let showsSensitive: Bool
  let index: PlacementIndex
  let local: LocalBackingFinder
  /// Per rule, where it is written.
  let places: [String]

  init(_ rulebook: Rulebook, asOf: CalendarDate, people: ReviewPeople, showsSensitive: Bool) {
    self.rulebook = rulebook
    ruleSet = rulebook.ruleSet
    self.asOf = asOf
    self.people = people
    self.showsSensitive = showsSensitive
    index = PlacementIndex(rulebook.ruleSet)
    local = LocalBackingFinder(ruleSet: rulebook.ruleSet, asOf: asOf)
    var lines = LineFinder()
    places = rulebook.ruleSet.rules.map { lines.fileAndLine(of: $0.declaredAt) }
  }

  var language: String { ruleSet.language }

  func review(_ ids: [String]) -> RulebookReview {
    let chosen = ruleSet.pathways.indices.filter { ids.isEmpty || ids.contains(ruleSet.pathways[$0].id) }
    let pathways = chosen.map(pathway)
    let anywhere = inOrder(index.anywhere).map { insertion($0, on: nil) }
    let named = Set((pathways.flatMap { $0.steps.flatMap(\.insertions) } + anywhere).compactMap(\.support))
    return RulebookReview(
      title: [ruleSet.title.text(in: language), ruleSet.version].filter { !$0.isEmpty }.joined(separator: " "), asOf: asOf,
      language: language, pathways: pathways, anywhere: anywhere,
      supports: ruleSet.supports.indices.filter { named.contains(ruleSet.supports[$0].manifest.id) }.map(support),
      saysWhatIsLocal: !ruleSet.offers.isEmpty)
  }

  /// Rules in force, in the fixed order.
  func inOrder(_ rules: [Int]) -> [Int] {
    rules.filter { ruleSet.rules[$0].isInForce(on: asOf) }.sorted { index.fixedOrder[$0] < index.fixedOrder[$1] }
  }

  private func pathway(_ pathway: Int) -> PathwayReview {
    let declared = ruleSet.pathways[pathway]
    let standing = Set(index.rules[pathway].joined()).filter { canHold($0, on: pathway) }
    var insertions: [Int: InsertionReview] = [:]
    for rule in standing where ruleSet.rules[rule].isInForce(on: asOf) { insertions[rule] = insertion(rule, on: pathway) }
    let steps = declared.steps.indices.map { step in
      self.step(step, of: pathway, inOrder(index.rules[pathway][step]).compactMap { insertions[$0] }, standing)
    }
    return PathwayReview(
      id: declared.id, title: declared.title.text(in: language),
      audience: ruleSet.audience(of: pathway, in: ruleSet.pathwayRows, style(isShort: true)),
      source: rulebook.declaration.pathways.first { $0.id.value == declared.id }?.source,
      place: declared.declaredAt.map { place in
        var lines = LineFinder()
        return lines.fileAndLine(of: place)
      },
      steps: steps, leftOut: leftOut(on: pathway, Array(insertions.keys)), formality: formality(of: steps))
  }

  private func step(_ step: Int, of pathway: Int, _ insertions: [InsertionReview], _ standing: Set<Int>) -> StepReview {
    let declared = ruleSet.pathways[pathway].steps[step]
    return StepReview(
      id: declared.id, title: declared.title.text(in: language), kind: declared.kind, who: declared.who,
      repeats: declared.repeats.map(Wording.every), isAnyTime: declared.isAnyTime, then: declared.then, insertions: insertions,
      idle: idleRules(at: step, of: pathway, standing), onlyFormality: onlyFormality(of: insertions))
  }

  func style(isShort: Bool) -> PhraseStyle { PhraseStyle(isShort: isShort, showsSensitive: showsSensitive) }

  private func support(_ support: Int) -> SupportReview {
    let manifest = ruleSet.supports[support].manifest
    return SupportReview(
      id: manifest.id, title: manifest.title.text(in: language), summary: manifest.summary.text(in: language),
      formality: manifest.formality, benefits: manifest.benefits.map { $0.text(in: language) },
      risks: manifest.risks.map { $0.text(in: language) }, local: local.backing(of: support))
  }
}
