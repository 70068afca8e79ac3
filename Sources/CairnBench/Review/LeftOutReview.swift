package import Cairn

/// On whom kinds of person are weighed.
package struct ReviewPeople: Sendable {
  package var profiles: [Profile]
  /// Whether they are real people, or may be: small counts are then not told.
  package var isPopulation: Bool

  /// A rulebook's sample profiles: made-up people, counted exactly.
  package static func samples(_ profiles: [Profile]) -> ReviewPeople { ReviewPeople(profiles: profiles, isPopulation: false) }

  /// A population from a file.
  package static func population(_ profiles: [Profile]) -> ReviewPeople { ReviewPeople(profiles: profiles, isPopulation: true) }
}

/// To whom a pathway offers nothing at any step, though they are known in full.
package struct LeftOutReview: Sendable {
  package enum Finding: String, Sendable {
    /// Nobody: proved.
    case nobody
    /// The kinds of person that are listed, and perhaps more.
    case some
    /// Everybody: no rule for persons stands on the pathway.
    case everybody
    /// The budget ended before an answer.
    case notAnalysed = "not-analysed"
  }

  package var finding: Finding
  /// The largest kinds, at most three.
  package var kinds: [LeftOutKind]
  /// How many other kinds were found.
  package var others: Int
  /// Whether there may be more that were not looked for.
  package var isAtLeast: Bool
  /// What the pathway comes to for the people on whom this was weighed.
  package var reach: Reach

  /// People on the pathway, by what its rules come to for them.
  package struct Reach: Sendable, Hashable {
    package var isPopulation = false
    /// To whom something is offered at some step; for whom all waits for answers; to whom nothing is offered.
    package var offered = 0
    package var waiting = 0
    package var nothing = 0

    package var people: Int { offered + waiting + nothing }

    /// A count as it may be told.
    func shown(_ count: Int) -> SmallNumbers.Shown { SmallNumbers.shown(count, ofRealPeople: isPopulation) }

    /// Whether a count is not told.
    func hides(_ count: Int) -> Bool { shown(count) == .hidden }
  }
}

/// One kind of person to whom a pathway offers nothing: everybody of whom all of its phrases are so.
package struct LeftOutKind: Sendable {
  /// Who they are, as the start of a sentence: `people under 18`.
  package var who: String
  /// What else is so of them: `lives alone: no`; what the pathway itself asks is left out.
  package var phrases: [String]
  /// Somebody of this kind, run through the engine.
  package var profile: Profile
  /// Whether the profile says something about a fact that is sensitive, so that it is withheld.
  package var isWithheld: Bool
  /// People on the pathway who are of this kind, and those who may be, as nothing that is known speaks against it.
  package var matching, possible: Int
  /// Rules that stand at no step and may reach some of them.
  package var anywhere: [String]
}
