package import Cairn

/// What became of a condition: for whom it is not what it was.
package struct ConditionFinding: Sendable {
  package enum Verdict: Sendable, Hashable {
    /// Written in the same form: the same for everybody, on every day.
    case alike
    /// Written otherwise, and proved the same for everybody on the day of judgement.
    case equal
    case different
    /// Why nothing can be said.
    case notAnalysed(String)
  }

  package var verdict: Verdict
  /// By transition, in the order of `Transition.all`; empty unless the verdict is *different*.
  package var outcomes: [(transition: Transition, outcome: Outcome)] = []

  /// Whether what is proved is proved of people whom both rulebooks can read in full, and of no others.
  package var isOfSharedOnly = false

  /// Why it is of the conditions of a rule alone, and not of what people are told; nil where it is of that.
  package var limit: String?
  /// Whether what the rule asks for changed, too.
  package var asksForOther = false

  package enum Outcome: Sendable {
    case person(Witness)
    /// Proved.
    case nobody
    /// The budget ran out.
    case notAnalysed
  }

  package var witnesses: [Witness] {
    outcomes.compactMap { if case .person(let witness) = $0.outcome { witness } else { nil } }
  }

  package func transitions(_ isWanted: (Outcome) -> Bool) -> [Transition] {
    outcomes.filter { isWanted($0.outcome) }.map(\.transition)
  }
}

/// A verdict before and after.
package struct Transition: Sendable, Hashable {
  package var before: Truth
  package var after: Truth

  package init(_ before: Truth, _ after: Truth) {
    self.before = before
    self.after = after
  }

  /// Those that change something, what matters most first.
  package static let all: [Transition] = [
    Transition(.no, .yes), Transition(.yes, .no), Transition(.yes, .unknown), Transition(.no, .unknown), Transition(.unknown, .yes),
    Transition(.unknown, .no),
  ]

  /// What it is for the person.
  package var effect: Effect {
    switch (before, after) {
    case (.no, .yes): .gains
    case (.yes, .no): .loses
    case (_, .unknown): .becomesUndecided
    default: .isDecided
    }
  }

  package enum Effect: String, Sendable, CaseIterable {
    case gains, loses
    case becomesUndecided = "becomes-undecided"
    case isDecided = "is-decided"
  }
}

/// A made-up person who shows a transition: found by the solver, and judged by both rulebooks before anyone believes it.
package struct Witness: Sendable {
  package var transition: Transition
  package var profile: Profile
  /// What is known of them.
  package var words: String
  /// Whether a sensitive fact or concept is among it, so that the profile is shown only to who asks for that.
  package var isSensitive: Bool
  /// Whether they have something that one of the two rulebooks cannot read.
  package var isReadInPart: Bool
  /// Whether it is the conditions of a rule alone that say this of them, and not what they are told.
  package var isOfConditionsOnly = false
}
