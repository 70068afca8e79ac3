import Cairn

/// One small change to a condition: what a hasty edit could do to it.
struct Alteration: Sendable {
  /// What the condition becomes; nil where it is dropped.
  var condition: Condition?
  /// What was changed, in words.
  var words: Words
  /// The comparison that was changed; nil where it is what joins several.
  var comparison: Comparison?
  /// Where it was written.
  var range: SourceRange?

  enum Words: Sendable {
    case dropped
    case negated
    /// A comparison that became another.
    case became(Comparison)
    /// Words that say it all.
    case other(String)
  }
}

extension Condition {
  /// Every condition that differs from this one by one small change.
  func alterations(in vocabulary: Vocabulary) -> [Alteration] {
    switch self {
    case .comparison(let comparison): return comparison.alterations(in: vocabulary)
    case .all(let parts):
      return joined(parts, vocabulary, remaking: Condition.all) + joining(.any(parts), "all of these → any of these", if: parts.count > 1)
    case .any(let parts):
      return joined(parts, vocabulary, remaking: Condition.any) + joining(.all(parts), "any of these → all of these", if: parts.count > 1)
    case .none(let parts):
      return joined(parts, vocabulary, remaking: Condition.none) + joining(.any(parts), "none of these → any of these", if: parts.count > 1)
    case .some(let count, let parts):
      return joined(parts, vocabulary) { .some(atLeast: min(count, $0.count), of: $0) }
        + [count - 1, count + 1].flatMap {
          joining(.some(atLeast: $0, of: parts), "at least \(count) of these → at least \($0)", if: (1...parts.count).contains($0))
        }
    }
  }

  private func joining(_ condition: Condition, _ words: String, if differs: Bool) -> [Alteration] {
    differs ? [Alteration(condition: condition, words: .other(words), range: comparisons.first?.range)] : []
  }

  /// One part changed, or left out.
  private func joined(_ parts: [Condition], _ vocabulary: Vocabulary, remaking: ([Condition]) -> Condition) -> [Alteration] {
    parts.indices.flatMap { place in
      parts[place].alterations(in: vocabulary).map { alteration in
        var whole = alteration
        var rest = parts
        if let part = alteration.condition { rest[place] = part } else { rest.remove(at: place) }
        whole.condition = rest.isEmpty ? nil : rest.count == 1 ? remaking(rest).ofOne : remaking(rest)
        return whole
      }
    }
  }

  /// What joins one part alone is that part, but for `none`.
  private var ofOne: Condition {
    switch self {
    case .all(let parts), .any(let parts), .some(_, let parts): parts.count == 1 ? parts[0] : self
    case .none, .comparison: self
    }
  }
}

extension Comparison {
  fileprivate func alterations(in vocabulary: Vocabulary) -> [Alteration] {
    let whole = [
      Alteration(condition: nil, words: .dropped, comparison: self, range: range),
      Alteration(condition: .none([.comparison(self)]), words: .negated, comparison: self, range: range),
    ]
    return whole
      + changes(in: vocabulary).map { test in
        let changed = Comparison(fact: fact, test: test, range: range)
        return Alteration(condition: .comparison(changed), words: .became(changed), comparison: self, range: range)
      }
  }

  /// The same comparison with its threshold a step away, or without one of the things that it names.
  private func changes(in vocabulary: Vocabulary) -> [Test] {
    switch test {
    case .boolean, .known, .derived: []
    case .number(let intervals): Threshold.moved(intervals, within: vocabulary.facts[fact].type.numberBounds ?? 0...0).map { .number($0) }
    case .choice(let values): values.count < 2 ? [] : values.sorted().map { .choice(values.subtracting([$0])) }
    case .date(let test): Threshold.moved(test).map { .date($0) }
    case .codes(let test): Threshold.changed(test).map { .codes($0) }
    }
  }
}
