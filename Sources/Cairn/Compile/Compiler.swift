/// Declared rulebook to rule set: names resolved, conditions as rows, every mistake of the whole rulebook found in one go.
package struct Compiler {
  let declaration: RulebookDeclaration
  let supports: [any SupportType]
  let manifests: [SupportManifest]
  /// Of each support type, at hand: copying a whole manifest for every rule costs more than all else that is done with it.
  let verbs: [[Verb]]
  let wantsParameters: [Bool]
  let services: LocalServices
  let supportIndex: [String: Int]
  let pathwayIndex: [String: Int]
  var resolver: ConditionResolver
  package private(set) var diagnostics: [Diagnostic]

  /// Resolving may add to it, as area codes that nothing else names.
  var vocabulary: Vocabulary { resolver.vocabulary }

  init(_ declaration: RulebookDeclaration, supports: [any SupportType], services: LocalServices = LocalServices()) {
    self.declaration = declaration
    self.supports = supports
    self.services = services
    manifests = supports.map(\.manifest)
    verbs = manifests.map(\.verbs)
    wantsParameters = manifests.map { $0.parameters.contains(where: \.isRequired) }
    let built = VocabularyBuilder.build(declaration, supports: manifests)
    diagnostics = built.diagnostics
    resolver = ConditionResolver(vocabulary: built.vocabulary)
    supportIndex = Dictionary(manifests.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    pathwayIndex = Dictionary(declaration.pathways.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rule set; meaningless where `diagnostics` then holds an error.
  package mutating func compile(hash: RulebookHash) -> RuleSet {
    var rows = Rows(vocabulary)
    let conditionsOfSupports = manifests.map { supportConditions($0) }
    let pathways = declaration.pathways.map { compile($0, &rows.pathways) }
    var rules: [RuleSet.Rule] = []
    rules.reserveCapacity(declaration.rules.count)
    for rule in declaration.rules { if let rule = compile(rule, conditionsOfSupports, &rows.rules) { rules.append(rule) } }
    let safeguards = declaration.safeguards.map { compile($0, &rows.safeguards) }
    let offers = sortedOffers.compactMap { compile($0, &rows.offers) }
    let routing = declaration.routing.compactMap { compile($0, &rows.routing) }
    for conditions in conditionsOfSupports { rows.supports.add(conditions) }
    let header = declaration.header
    let ruleSet = RuleSet(
      id: header?.id.value ?? "", title: header?.title ?? "", version: header?.version ?? "", language: header?.language ?? "en",
      hash: hash, limits: .init(perStep: header?.perStep ?? 3, inAll: header?.inAll ?? 8),
      coolDown: header?.coolDown ?? CalendarDuration(6, .months), vocabulary: vocabulary, supports: supports, pathways: pathways,
      rules: rules, safeguards: safeguards, ruleRows: rows.rules.finish(), pathwayRows: rows.pathways.finish(),
      safeguardRows: rows.safeguards.finish(), offers: offers, offerRows: rows.offers.finish(), supportRows: rows.supports.finish(),
      routing: routing, routingRows: rows.routing.finish(), staleAfter: header?.staleAfter ?? HeaderDeclaration.usualStaleAfter,
      reach: header?.reach ?? HeaderDeclaration.usualReach)
    diagnostics += resolver.diagnostics
    checkSafeguards()
    checkTests()
    checkWords()
    checkPlaces()
    diagnostics += ruleSet.branchesThatRepeat()
    if !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics += ruleSet.rulesThatNeverFire() + ruleSet.offersThatTakeNobody() + ruleSet.routingThatNeverApplies()
    }
    return ruleSet
  }

  /// By support type and id, so that those of a type lie side by side, in an order that no file decides.
  private var sortedOffers: [OfferDeclaration] {
    let offers = declaration.offers.map { (support: supportIndex[$0.support.value] ?? supports.count, offer: $0) }
    return offers.sorted { ($0.support, $0.offer.id.value) < ($1.support, $1.offer.id.value) }.map(\.offer)
  }

  private struct Rows {
    var rules, pathways, safeguards, offers, supports, routing: RowSetBuilder

    init(_ vocabulary: Vocabulary) {
      rules = RowSetBuilder(vocabulary)
      pathways = RowSetBuilder(vocabulary)
      safeguards = RowSetBuilder(vocabulary)
      offers = RowSetBuilder(vocabulary)
      supports = RowSetBuilder(vocabulary)
      routing = RowSetBuilder(vocabulary)
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// What a support type asks of a person, in this rulebook's vocabulary.
  private mutating func supportConditions(_ manifest: SupportManifest) -> RuleConditions {
    RuleConditions(
      supportSuits: manifest.suits.flatMap { resolver.resolve($0) }, supportUnless: manifest.unless.flatMap { resolver.resolve($0) })
  }

  private mutating func compile(_ safeguard: SafeguardDeclaration, _ rows: inout RowSetBuilder) -> RuleSet.Safeguard {
    let condition = resolver.resolve(safeguard.when) ?? .any([])
    rows.add(RuleConditions(when: condition))
    return RuleSet.Safeguard(
      id: safeguard.id.value, stop: stop(safeguard.stop), escalatePerson: safeguard.escalatePerson,
      escalatePractitioner: safeguard.escalatePractitioner, condition: condition, declaredAt: safeguard.id.range)
  }

  private mutating func stop(_ stop: StopDeclaration?) -> RuleSet.Stop {
    switch stop {
    case nil: return .nothing
    case .everything?: return .everything
    case .exceptServesCrisis?: return .exceptServesCrisis
    case .supports(let names)?:
      var stopped: Set<Int> = []
      for name in names { if let support = support(named: name) { stopped.insert(support) } }
      return .supports(stopped)
    }
  }

  mutating func support(named name: Written<String>) -> Int? {
    if let index = supportIndex[name.value] { return index }
    report(vocabulary.unknownSupport(name.value, at: name.range))
    return nil
  }
}
