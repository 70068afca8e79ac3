import Cairn

/// What becomes of a number of people under the other rulebook.
package struct PopulationDiff: Sendable {
  /// Whether they are made up: the rulebooks' own samples. Of real people, no small number is shown.
  package var isFictional: Bool
  /// How many were judged under both.
  package var people = 0
  /// Of them, those who say something that only one of the two rulebooks knows.
  package var readInPart = 0
  package var bySupport: [Row] = []
  package var byStep: [Row] = []
  package var byGroup: [Group] = []
  /// One by one, where they are made up.
  package var persons: [Person] = []

  /// What people are told of one thing: a kind of support, a step; or what the people of one group are told.
  package struct Row: Sendable {
    package var id: String
    package var title: String
    /// People who have it before and after.
    package var before = 0
    package var after = 0
    /// People who have it only after, and only before.
    package var gain = 0
    package var lose = 0
    /// People who have it before and after, with another verb.
    package var otherVerb = 0

    /// In the order of a table's columns.
    package var numbers: [Int] { [before, after, gain, lose, otherVerb] }

    package var isChange: Bool { gain > 0 || lose > 0 || otherVerb > 0 }

    package init(id: String, title: String) { (self.id, self.title) = (id, title) }
  }

  /// One way to tell people apart.
  package struct Group: Sendable {
    package var title: String
    package var rows: [Row]
  }

  package struct Person: Sendable {
    package var id: String
    package var gains: [String]
    package var loses: [String]
    package var otherVerbs: [String]
  }

  /// A number of people as it may be shown.
  ///
  /// Of real people, numbers are rounded down to fives and those under five are hidden. Rounding is what keeps them hidden: what a row shows
  /// beside a hidden number leaves at least three of its values, 1 to 4, possible.
  package func shown(_ count: Int) -> Shown {
    if isFictional || count == 0 { return .number(count) }
    return count < Self.smallest ? .hidden : .number(count - count % Self.smallest)
  }

  /// Whether the numbers of a step or a group may be shown at all.
  ///
  /// Steps and groups may divide the people of another row among them, and several small numbers beside their sum tell each other. So where
  /// one of a row's numbers is small, none is shown.
  package func isTold(_ row: Row) -> Bool { !row.numbers.contains { shown($0) == .hidden } }

  package static let smallest = 5

  package init(isFictional: Bool) { self.isFictional = isFictional }

  package enum Shown: Sendable, Hashable, CustomStringConvertible {
    case number(Int)
    case hidden

    package var description: String {
      switch self {
      case .number(let number): PlainWords.grouped(number)
      case .hidden: "<\(PopulationDiff.smallest)"
      }
    }
  }
}
