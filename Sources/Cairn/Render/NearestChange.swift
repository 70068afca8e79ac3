/// The least of what is known of a person that would have to be otherwise for a rule to apply to them.
///
/// Whoever makes one has had the engine judge the person as changed: here it is only told.
package struct NearestChange: Sendable {
  package enum Finding: Sendable {
    /// All of these together; none where what is known is enough.
    case facts([Demand])
    /// Nothing that may be known of the person makes its conditions hold.
    case impossible
    /// Too many facts to look at every change.
    case notAnalysed
    /// It applies at no step where they are or will be, whatever else is known.
    case nowhere
  }

  /// What one fact would have to be: everything that was asked of it, so that no other part is broken.
  package struct Demand: Sendable {
    package var fact: Int
    package var asks: [(slot: RowSet.Slot, set: AllowedSet)]
    /// Whether it is so now: false, or not known.
    package var truth: Truth

    package init(fact: Int, asks: [(slot: RowSet.Slot, set: AllowedSet)], truth: Truth) {
      self.fact = fact
      self.asks = asks
      self.truth = truth
    }
  }

  /// What remains where the facts are as they would have to be.
  package enum Remainder: Sendable, Hashable {
    /// A day that is not known, by the id of the question.
    case day(String)
    case heldBack(Advice.Reason, String)
  }

  package var finding: Finding
  /// Whether nothing less would do.
  package var isNearest: Bool
  package var remainder: Remainder?

  package init(_ finding: Finding, isNearest: Bool = true, remainder: Remainder? = nil) {
    self.finding = finding
    self.isNearest = isNearest
    self.remainder = remainder
  }

  /// How far away it is: what is held back all the same is farther, and what is known to be otherwise weighs more than any number of
  /// missing answers.
  package var distance: Distance {
    switch finding {
    case .facts(let demands): Distance(kind: isHeldBack ? 1 : 0, known: demands.count { $0.truth == .no }, facts: demands.count)
    case .notAnalysed: Distance(kind: 2)
    case .impossible: Distance(kind: 3)
    case .nowhere: Distance(kind: 4)
    }
  }

  private var isHeldBack: Bool { if case .heldBack? = remainder { true } else { false } }

  package struct Distance: Comparable, Sendable {
    var kind: Int
    var known = 0
    var facts = 0

    package static func < (a: Distance, b: Distance) -> Bool { (a.kind, a.known, a.facts) < (b.kind, b.known, b.facts) }
  }
}
