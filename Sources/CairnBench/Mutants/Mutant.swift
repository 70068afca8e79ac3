package import Cairn

/// The small changes that could be made to a rulebook's conditions, and what its tests say of each.
package struct Mutants: Sendable {
  package var all: [Mutant]
  /// Whether the search ended before everything was tried; what is left over is undecided.
  package var isCutShort = false

  /// What may be spent on trying changes: a person judged by one rule, or one demand of the solver, is one.
  package static let usualWork = 6_000_000

  /// Those that no test notices and that change something for somebody, or may.
  package var unnoticed: [Mutant] { all.filter { $0.fate.isOpen && $0.remark == nil } }
  /// Those of which the rulebook says why no test notices them.
  package var explained: [Mutant] { all.filter { $0.fate.isOpen && $0.remark != nil } }
}

/// One small change to something that conditions decide.
package struct Mutant: Sendable {
  package var decided: Decided
  package var id: String
  /// The change in words: `age: at least 18 → at least 19`.
  package var words: String
  package var at: SourceRange?
  package var fate: Fate
  /// Whether its name, and whether its words, tell something sensitive.
  package var tells = (name: false, words: false)

  package enum Fate: Sendable {
    /// A test that passes fails under the change.
    case killed(test: String)
    /// It changes no verdict for anybody: proved.
    case equivalent
    /// No test notices. A person for whom it makes a difference, as a test that would.
    case survives(ReadyTest, Difference)
    /// No test notices, nobody was found for whom it makes a difference, and it is not proved that there is nobody.
    case undecided

    package enum Difference: Sendable, Hashable {
      case verdict(before: Truth, after: Truth)
      /// The rule stands elsewhere, or not at all.
      case place
    }

    package var isOpen: Bool {
      switch self {
      case .killed, .equivalent: false
      case .survives, .undecided: true
      }
    }
  }

  /// Why no test notices it, where a comment beside the condition says so: `# untested: why`.
  package var remark: String? { at.flatMap(\.remark) }
}
