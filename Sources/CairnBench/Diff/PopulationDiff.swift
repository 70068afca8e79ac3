import Cairn

/// What becomes of a number of people under the other rulebook.
package struct PopulationDiff: Sendable {
  /// Whether they are made up: the rulebooks' own samples. Of real people, no small number is shown.
  package var isFictional: Bool
  /// How many were judged under both.
  package var people = 0
  /// Of them, those who say something that only one of the two rulebooks knows.
  package var readInPart = 0
  /// Of them, those who read something in other words: a reason, what is said, evidence, an offer, a question.
  package var otherWords = 0
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
    /// What they are told in other words.
    package var otherWords: [String]

    /// What became of what they are told, each under its label.
    var parts: [(label: String, items: [String])] {
      [("gains", gains), ("loses", loses), ("other verb for", otherVerbs), ("other words for", otherWords)].filter { !$0.1.isEmpty }
    }
  }

  /// A number of people as it may be shown.
  package func shown(_ count: Int) -> SmallNumbers.Shown { SmallNumbers.shown(count, ofRealPeople: !isFictional) }

  /// The ids of rows of one table whose numbers may not be shown.
  ///
  /// First those in which a number is small. Then, as long as whoever knew the sum of a column could tell a small number in it from the
  /// numbers shown, the smallest row that makes up for it. In the end the rows withheld share five people or more in each column, or
  /// none: even somebody who knew everything else exactly would know of them only together, and any part of them may be any row.
  package func withheld(in rows: [Row]) -> Set<String> {
    var withheld = rows.filter { row in row.numbers.contains { shown($0) == .hidden } }
    var rest = rows.filter { row in !withheld.contains { $0.id == row.id } }
    while let column = Self.recoverableColumn(of: withheld) {
      let makingUp = rest.filter { $0.numbers[column] > 0 }.min { $0.numbers[column] < $1.numbers[column] }
      guard let row = makingUp else { return Set(rows.map(\.id)) }
      withheld.append(row)
      rest.removeAll { $0.id == row.id }
    }
    return Set(withheld.map(\.id))
  }

  /// A column in which the rows withheld hold few people together.
  private static func recoverableColumn(of withheld: [Row]) -> Int? {
    guard let columns = withheld.first?.numbers.indices else { return nil }
    return columns.first { column in (1..<SmallNumbers.smallest).contains(withheld.reduce(0) { $0 + $1.numbers[column] }) }
  }

  package init(isFictional: Bool) { self.isFictional = isFictional }
}
