import Cairn

/// Numbers of real people as they may be shown: one under five is hidden, and any other is rounded down to fives.
///
/// A table that is shown holds no hidden number: rows in which one of the numbers is small are withheld whole (`PopulationDiff.tables`).
package enum SmallNumbers {
  package static let smallest = 5

  package static func shown(_ count: Int, ofRealPeople isReal: Bool) -> Shown {
    guard isReal, count != 0 else { return .number(count) }
    return count < smallest ? .hidden : .number(count - count % smallest)
  }

  package enum Shown: Sendable, Hashable, CustomStringConvertible {
    case number(Int)
    case hidden

    package var description: String {
      switch self {
      case .number(let number): PlainWords.grouped(number)
      case .hidden: "<\(SmallNumbers.smallest)"
      }
    }

    /// As JSON has it: null where it is hidden.
    package var number: Int? { if case .number(let number) = self { number } else { nil } }
  }
}
