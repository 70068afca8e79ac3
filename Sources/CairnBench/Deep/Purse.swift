import Cairn

/// How many questions may still be put to the solver. A count, never seconds, so that the answer is the same on every machine.
struct Purse: Sendable {
  private(set) var left: Int
  /// Questions that were not answered: no longer paid for, or too large each by itself.
  private(set) var unanswered = 0

  init(_ questions: Int) { left = questions }

  /// Pays for one question; false where nothing is left, and then it counts as not answered.
  ///
  /// - Parameter comparisons: how many comparisons the question is about. One about thousands of them costs as much as many small ones.
  mutating func pay(for comparisons: Int = 0) -> Bool {
    guard left > 0 else {
      unanswered += 1
      return false
    }
    left -= 1 + comparisons / Self.comparisonsInOne
    Steps.count(1 + comparisons)
    return true
  }

  private static let comparisonsInOne = 32

  /// Counts questions that nobody answers.
  mutating func forgo(_ count: Int = 1) { unanswered += count }
}
