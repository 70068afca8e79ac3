/// Whom a condition is for, in words: one of several ways, each with everything that it asks.
package struct Audience: Sendable, Hashable {
  /// What a rule's own conditions ask; a way that asks nothing is for everybody.
  package var ways: [[String]]
  /// What its support type asks besides.
  package var supportAsks: [String]
  /// Whether something was left out that is given anyway.
  package var hasGiven: Bool
}

extension RuleSet {
  /// Whom a target of some rows is for.
  ///
  /// - Parameters:
  ///   - target: A rule, a pathway, an offer, by its index.
  ///   - rows: The rows that it is a target of.
  ///   - style: How much is told.
  ///   - isGiven: Whether something holds of everybody in question, so that it need not be said.
  package func audience(
    of target: Int, in rows: RowSet, _ style: PhraseStyle, leavingOut isGiven: (RowSet.Slot, AllowedSet) -> Bool = { _, _ in false }
  ) -> Audience {
    var audience = Audience(ways: [], supportAsks: [], hasGiven: false)
    for row in rows.targets[target] {
      var way: [String] = []
      for part in parts(ofRow: row, rows, style, isGiven) {
        if part.isGiven {
          audience.hasGiven = true
        } else if part.origin.isDisjoint(with: [.when, .unless]), !part.origin.isEmpty {
          if !audience.supportAsks.contains(part.phrase) { audience.supportAsks.append(part.phrase) }
        } else if !way.contains(part.phrase) {
          way.append(part.phrase)
        }
      }
      if !audience.ways.contains(way) { audience.ways.append(way) }
    }
    return audience
  }

  private func parts(
    ofRow index: Int, _ rows: RowSet, _ style: PhraseStyle, _ isGiven: (RowSet.Slot, AllowedSet) -> Bool
  ) -> [(phrase: String, origin: RowSet.Origin, isGiven: Bool)] {
    let row = rows.rows[index]
    return rows.constraints[row.constraints].map { constraint in
      let (slot, set) = (rows.slots[constraint.slot], rows.sets[constraint.set])
      return (phrase(for: slot, allowing: set, style), constraint.origin, isGiven(slot, set))
    }
      + rows.residuals[row.residuals].map { (phrase(node: $0.node, of: rows, style), $0.origin, false) }
  }
}
