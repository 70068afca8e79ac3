import Cairn

/// A small change to one thing that conditions decide, ready to be tried.
struct Change: Sendable {
  var decided: Decided
  var content: Content
  var words: Alteration.Words
  /// What was changed, where that is one comparison.
  var comparison: Comparison?
  var at: SourceRange?

  enum Content: Sendable {
    case conditions(RuleConditions)
    case placement(RuleSet.Placement)
  }
}

extension RuleSet {
  /// Every small change to something: to its conditions, and of a rule to where it stands.
  func changes(to decided: Decided) -> [Change] {
    let conditions = conditions(of: decided)
    var changes = alterations(of: conditions.when, mayDrop: decided.kind.mayStandWithoutConditions).map { alteration in
      var altered = conditions
      altered.when = alteration.condition
      altered.whenIsAny = if case .any? = alteration.condition { true } else { false }
      return Change(decided, altered, alteration)
    }
    changes += alterations(of: conditions.unless, mayDrop: true).map { alteration in
      var altered = conditions
      altered.unless = alteration.condition
      return Change(decided, altered, alteration)
    }
    return changes + (decided.kind == .rule ? moves(of: decided) : [])
  }

  private func alterations(of condition: Condition?, mayDrop: Bool) -> [Alteration] {
    (condition?.alterations(in: vocabulary) ?? []).filter { $0.condition != nil || mayDrop }
  }

  /// `after` a step away, and one of several kinds, pathways or steps left out. What `within` marks as late no test can name.
  private func moves(of decided: Decided) -> [Change] {
    guard let at = rules[decided.index].at else { return [] }
    func change(_ words: String, _ edit: (inout Placement) -> Void) -> Change {
      var altered = at
      edit(&altered)
      return Change(
        decided: decided, content: .placement(altered), words: .other(words), at: rules[decided.index].declaredAt)
    }
    var changes: [Change] = []
    if let after = at.after {
      changes += Threshold.moved(after).map { moved in change("at: after \(after) → after \(moved)") { $0.after = moved } }
    }
    func without<Name: Comparable>(_ what: String, _ list: WritableKeyPath<RuleSet.Placement, [Name]>, title: (Name) -> String) {
      guard at[keyPath: list].count > 1 else { return }
      for name in at[keyPath: list].sorted() {
        changes.append(change("at: without the \(what) \(title(name))") { $0[keyPath: list].removeAll { $0 == name } })
      }
    }
    without("kind", \.kinds) { $0 }
    without("step", \.steps) { $0 }
    without("pathway", \.pathways) { pathways[$0].id }
    return changes
  }
}

extension Change {
  fileprivate init(_ decided: Decided, _ conditions: RuleConditions, _ alteration: Alteration) {
    self.init(
      decided: decided, content: .conditions(conditions), words: alteration.words, comparison: alteration.comparison, at: alteration.range)
  }
}

extension Decided.Kind {
  /// Whether the language lets it stand with no condition at all.
  fileprivate var mayStandWithoutConditions: Bool {
    switch self {
    case .rule, .pathway, .offer: true
    case .safeguard, .derived, .routing: false
    }
  }
}
