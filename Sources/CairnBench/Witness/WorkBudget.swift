import Cairn

/// How much work a long search may still do, shared by all its parts. A count, never seconds, so that the answer is the same on every machine.
package final class WorkBudget {
  private(set) var left: Int
  /// Asked between two pieces of work; from the first *yes* on nothing more is done.
  private let isInterrupted: () -> Bool
  private(set) var wasInterrupted = false

  package init(_ work: Int, isInterrupted: @escaping () -> Bool = { false }) {
    left = work
    self.isInterrupted = isInterrupted
  }

  var isSpent: Bool {
    if !wasInterrupted, isInterrupted() { wasInterrupted = true }
    return wasInterrupted || left <= 0
  }

  func spend(_ work: Int) {
    Steps.count(work)
    left -= work
  }
}
