extension Compiler {
  mutating func compile(_ pathway: PathwayDeclaration, _ rows: inout RowSetBuilder) -> RuleSet.Pathway {
    let condition = pathway.appliesTo.flatMap { resolver.resolve($0) }
    rows.add(RuleConditions(when: condition))
    let index = Dictionary(pathway.steps.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    let steps = pathway.steps.enumerated().map { place, step in
      RuleSet.Step(
        id: step.id.value, title: step.title, kind: kind(step.kind), then: following(step, at: place, of: pathway, index),
        repeats: step.repeats, isAnyTime: step.isAnyTime, who: step.who)
    }
    return RuleSet.Pathway(
      id: pathway.id.value, title: pathway.title, condition: condition, steps: steps, declaredAt: pathway.id.range)
  }

  /// The steps that may follow: those named by `then`, or the next listed one that lies on the person's line.
  private mutating func following(
    _ step: StepDeclaration, at place: Int, of pathway: PathwayDeclaration, _ index: [String: Int]
  ) -> [Int] {
    guard let then = step.then else {
      guard !step.isAnyTime, step.who != .team else { return [] }
      let next = pathway.steps.indices.dropFirst(place + 1).first { !pathway.steps[$0].isAnyTime && pathway.steps[$0].who != .team }
      return next.map { [$0] } ?? []
    }
    return then.compactMap { name in
      if let step = index[name.value] { return step }
      report(unknown(.unknownStep, "there is no step `\(name.value)` on the pathway `\(pathway.id.value)`", name, among: index.keys))
      return nil
    }
  }

  mutating func kind(_ kind: Written<String>) -> String {
    if !vocabulary.stepKinds.contains(kind.value) {
      report(
        unknown(.unknownStepKind, "there is no step kind `\(kind.value)`", kind, among: vocabulary.stepKinds)
          .noting("help", "a rulebook may add its own under `rulebook: {step-kinds: […]}`"))
    }
    return kind.value
  }

  func unknown(
    _ code: DiagnosticCode, _ message: String, _ name: Written<String>, among names: some Collection<String>,
    as list: NearestIndex.List? = nil
  ) -> Diagnostic {
    let near =
      list.map { vocabulary.spellings.nearest(name.value, in: $0, of: names.count) { names } } ?? nearestID(name.value, in: names)
    return Diagnostic.error(code, message, at: name.range).suggesting(near)
  }

  mutating func compile(_ placement: PlacementDeclaration) -> RuleSet.Placement {
    for name in placement.pathways where pathwayIndex[name.value] == nil {
      report(unknown(.unknownPathway, "there is no pathway `\(name.value)`", name, among: pathwayIndex.keys, as: .pathways))
    }
    let pathways = placement.pathways.compactMap { pathwayIndex[$0.value] }.uniqued()
    if !placement.steps.isEmpty { checkSteps(placement.steps, on: pathways) }
    return RuleSet.Placement(
      kinds: placement.kinds.map { kind($0) }.uniqued(), pathways: pathways, steps: placement.steps.map(\.value).uniqued(),
      after: placement.after, within: placement.within)
  }

  /// Steps must stand on the pathways named beside them, or on some pathway.
  private mutating func checkSteps(_ names: [Written<String>], on pathways: [Int]) {
    let named = pathways.isEmpty ? declaration.pathways : pathways.map { declaration.pathways[$0] }
    let steps = Set(named.flatMap { $0.steps.map(\.id.value) })
    for name in names where !steps.contains(name.value) {
      let place = pathways.count == 1 ? " on the pathway `\(named[0].id.value)`" : ""
      report(unknown(.unknownStep, "there is no step `\(name.value)`\(place)", name, among: steps))
    }
  }
}
