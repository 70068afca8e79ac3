/// How many questions may still be put to the solver. A count, never seconds, so that the answer is the same on every machine.
struct Purse: Sendable {
  private(set) var left: Int
  /// Questions that were not answered: no longer paid for, or too large each by itself.
  private(set) var unanswered = 0

  init(_ questions: Int) { left = questions }

  /// Pays for one question; false where nothing is left, and then it counts as not answered.
  mutating func pay() -> Bool {
    guard left > 0 else {
      unanswered += 1
      return false
    }
    left -= 1
    return true
  }

  /// Counts questions that nobody answers.
  mutating func forgo(_ count: Int = 1) { unanswered += count }
}
