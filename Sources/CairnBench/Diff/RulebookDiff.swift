package import Cairn

/// One side of a comparison: a rulebook, and what the command line calls it.
package struct DiffSide: Sendable {
  package var name: String
  package var rulebook: Rulebook

  package init(name: String, rulebook: Rulebook) {
    self.name = name
    self.rulebook = rulebook
  }

  var ruleSet: RuleSet { rulebook.ruleSet }
  var language: String { ruleSet.language }
}

/// What differs between two rulebooks on one day.
package struct RulebookDiff: Sendable {
  package var old: DiffSide
  package var new: DiffSide
  package var asOf: CalendarDate
  /// First, since lives hang on them.
  package var safeguards: [EntryChange]
  /// Rules that say something to somebody else, or elsewhere, or otherwise than before; added and removed ones.
  package var rules: [RuleChange]
  /// Rules whose conditions have another form, and the same verdict for everybody on this day; nothing else of them differs but texts.
  package var rewritten: [String]
  /// Rules whose texts, evidence or answerability differ, whatever became of the rest.
  package var texts: [EntryChange]
  /// The other sections, in the order of the language.
  package var others: [EntryChange]
  package var counts: Counts
  package var population: PopulationDiff?

  package struct Counts: Sendable {
    package var safeguards = 0
    /// Rules of the new rulebook.
    package var rules = 0
    /// Of them, those of the same place, action and priority whose conditions have the same form.
    package var alike = 0
  }

  /// Whether anything differs at all.
  package var isDifferent: Bool { !(safeguards.isEmpty && rules.isEmpty && rewritten.isEmpty && texts.isEmpty && others.isEmpty) }
}

/// What became of an entry.
package enum ChangeKind: String, Sendable { case added, removed, changed, renamed }

/// One thing that is not as it was; nil where it is not there.
package struct Difference: Sendable, Hashable {
  package var label: String
  package var before: String?
  package var after: String?

  package init(_ label: String, _ before: String?, _ after: String?) {
    self.label = label
    self.before = before
    self.after = after
  }
}

/// One entry of a section, and what of it is not as it was.
package struct EntryChange: Sendable {
  package var section: String
  package var id: String
  package var title: String
  package var kind: ChangeKind
  package var differences: [Difference]
  /// What its condition does to people, where it has one that differs.
  package var finding: ConditionFinding?
  /// Rules that read it.
  package var readBy: [String] = []
}

/// One rule that does not do what it did.
package struct RuleChange: Sendable {
  package var id: String
  /// What it was called, where it has another id.
  package var formerID: String?
  package var title: String
  package var kind: ChangeKind
  package var differences: [Difference]
  /// What else changed that its conditions read: `the derived fact isolated`.
  package var causes: [String] = []
  package var finding: ConditionFinding?
}
