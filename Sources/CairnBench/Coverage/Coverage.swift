package import Cairn

/// What the tests of a rulebook reach, and what they do not.
package struct Coverage: Sendable {
  /// How many people the tests look at.
  package var people: Int
  package var entries: [Entry]
  /// Whether the search ended before everything was looked at.
  package var isCutShort = false

  /// Enough for some hundreds of rules: a person judged by one rule, or one demand of the solver, is one.
  package static let usualWork = 4_000_000

  /// One thing that conditions decide, or a rule of the team.
  package struct Entry: Sendable {
    package var decided: Decided
    package var id: String
    /// Whether its id tells something sensitive.
    package var isSensitive = false
    package var declaredAt: SourceRange?
    package var looks: [Look]
    /// Tests that would reach what is not reached, each with a look that it is for.
    package var tests: [ReadyTest]
  }

  /// Something that tests should have seen.
  package struct Look: Sendable {
    package var what: What
    package var standing: Standing
    /// Whether it is about a condition that asks for something sensitive.
    package var isSensitive = false

    package enum What: Sendable, Hashable {
      case verdict(Truth)
      /// That the rule stands in what the team sees.
      case stands
      /// A side of a boundary of a condition, in words; where the condition was written.
      case side(SourceRange?, words: String)
    }
  }

  package enum Standing: Sendable, Hashable {
    case seen
    /// Not seen; a test of the entry would reach it.
    case reachable(test: Int)
    /// Nobody can be so: proved. It does not count.
    case unreachable
    /// Not seen, and neither was anybody found nor is it proved that there is nobody.
    case notAnalysed
  }
}

extension Coverage {
  /// What a share is counted of.
  package struct Tally: Sendable, Hashable {
    package var seen = 0
    package var reachable = 0
    package var unreachable = 0
    package var notAnalysed = 0

    /// What counts: everything but what nobody can reach.
    package var all: Int { seen + reachable + notAnalysed }
    /// Rounded down, so that a hundred means all.
    package var percent: Int { all == 0 ? 100 : seen * 100 / all }

    mutating func count(_ standing: Standing) {
      switch standing {
      case .seen: seen += 1
      case .reachable: reachable += 1
      case .unreachable: unreachable += 1
      case .notAnalysed: notAnalysed += 1
      }
    }
  }

  /// The states of one kind of thing.
  package func states(of kind: Decided.Kind) -> Tally {
    tally { entry, look in entry.decided.kind == kind && !look.isSide }
  }

  /// The sides of all conditions.
  package var sides: Tally { tally { _, look in look.isSide } }

  /// Whether something that somebody can reach was not seen.
  package var hasGaps: Bool { entries.contains { $0.looks.contains { $0.standing != .seen && $0.standing != .unreachable } } }

  /// The tests that would see something that no test has seen, those that see most first; without those that tell nothing.
  package var testsToWrite: [ReadyTest] {
    let all = entries.flatMap { entry in
      entry.tests.indices.map { number in (test: entry.tests[number], sees: entry.looks.count { $0.standing == .reachable(test: number) }) }
    }
    return all.enumerated().filter(\.element.test.tells).sorted { ($1.element.sees, $0.offset) < ($0.element.sees, $1.offset) }
      .map(\.element.test)
  }

  private func tally(_ counts: (Entry, Look) -> Bool) -> Tally {
    var tally = Tally()
    for entry in entries { for look in entry.looks where counts(entry, look) { tally.count(look.standing) } }
    return tally
  }
}

extension Coverage.Look {
  package var isSide: Bool { if case .side = what { true } else { false } }
}
