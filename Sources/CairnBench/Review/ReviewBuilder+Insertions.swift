import Cairn

extension ReviewBuilder {
  /// One rule as it stands on a pathway, or anywhere.
  func insertion(_ rule: Int, on pathway: Int?) -> InsertionReview {
    let declared = ruleSet.rules[rule]
    let backing = local.backing(of: rule, on: pathway)
    let given = declared.who == .person ? pathway : nil
    var insertion = InsertionReview(
      rule: declared.id, title: declared.title.text(in: language), place: places[rule], who: declared.who,
      what: "", verb: Verb.flag.rawValue, priority: declared.priority,
      grade: declared.evidence.bestGrade,
      after: declared.at?.after.map { "after \($0)" }, within: declared.at?.within.map { "within \($0)" },
      audience: ruleSet.audience(of: rule, in: ruleSet.ruleRows, style(isShort: true)) { slot, set in
        given.map { holds(slot, set, on: $0) } ?? false
      },
      fullAudience: ruleSet.audience(of: rule, in: ruleSet.ruleRows, style(isShort: false)), because: told(declared.because),
      local: backing, formality: formality(of: rule, backing))
    switch declared.action {
    case .flag(let text): insertion.what = told(text)
    case .suggest(let support, let verb, let parameters):
      let manifest = ruleSet.supports[support].manifest
      insertion.support = manifest.id
      insertion.what = manifest.title.text(in: language) + parameters.inTitle
      insertion.verb = verb.rawValue
      insertion.supportGrade = manifest.evidence.bestGrade
    }
    return insertion
  }

  /// No person stands behind a review, so that placeholders print their other words.
  private func told(_ text: LocalizedText) -> String { Template(text.text(in: language)).filled { _ in nil } }

  /// Whether something holds of everybody for whom the pathway's `for` is true: proved.
  private func holds(_ slot: RowSet.Slot, _ set: AllowedSet, on pathway: Int) -> Bool {
    let goals = [ruleSet.pathwayRows.goal(pathway, is: .yes), Kind.Trait(slot: slot, set: set).isNotSo]
    if case .impossible = Solver.solve(goals, in: ruleSet.vocabulary, asOf: asOf, budget: 1_000) { return true }
    return false
  }

  /// Whether a rule may be true for somebody whom the pathway is for. Carers are not asked what the pathway asks, and the team nothing.
  func canHold(_ rule: Int, on pathway: Int) -> Bool {
    guard ruleSet.rules[rule].who == .person else { return true }
    let goals = [ruleSet.pathwayRows.goal(pathway, is: .notNo), ruleSet.ruleRows.goal(rule, is: .yes)]
    if case .impossible = Solver.solve(goals, in: ruleSet.vocabulary, asOf: asOf) { return false }
    return true
  }
}

extension ReviewBuilder {
  /// Which sorts of support a rule leads to: as its offers say, else as the support type says. Flags and training lead to none.
  private func formality(of rule: Int, _ backing: LocalBacking?) -> Set<OfferDeclaration.Formality> {
    guard case .suggest(let support, let verb, _) = ruleSet.rules[rule].action, verb != .flag, verb != .train else { return [] }
    let offered = Set((backing?.offers ?? []).filter { $0.status != .expired }.compactMap(\.formality))
    if !offered.isEmpty { return offered }
    switch ruleSet.supports[support].manifest.formality {
    case .formal: return [.formal]
    case .informal: return [.informal]
    case .either: return [.formal, .informal]
    }
  }

  func onlyFormality(of insertions: [InsertionReview]) -> OfferDeclaration.Formality? {
    let all = Set(insertions.flatMap(\.formality))
    return all.count == 1 ? all.first : nil
  }

  func formality(of steps: [StepReview]) -> FormalityReview {
    let insertions = steps.flatMap(\.insertions)
    func titles(_ formality: OfferDeclaration.Formality) -> [String] {
      let named = Set(insertions.filter { $0.formality.contains(formality) }.compactMap(\.support))
      return ruleSet.supports.map(\.manifest).filter { named.contains($0.id) }.map { $0.title.text(in: language) }
    }
    return FormalityReview(formal: titles(.formal), informal: titles(.informal))
  }
}
