/// Counts work, so that a test can hold it to the size of what was given: steps, never seconds.
///
/// A step is a unit of what each stage does again and again: a byte looked at, a node read, a name compared, a demand tried, a line laid
/// out. Only debug builds count; of a release build nothing of it is left.
package enum Steps {
  #if DEBUG
    package static let areCounted = true

    @TaskLocal private static var counter: Counter?

    /// Whoever counts does so on one thread.
    private final class Counter: @unchecked Sendable {
      var steps = 0
    }

    @inline(__always)
    package static func count(_ steps: @autoclosure () -> Int = 1) {
      if let counter { counter.steps += steps() }
    }

    /// How many steps some work takes.
    package static func taken(by work: () throws -> Void) rethrows -> Int {
      let counting = Counter()
      try $counter.withValue(counting) { try work() }
      return counting.steps
    }
  #else
    package static let areCounted = false

    @inline(__always)
    package static func count(_ steps: @autoclosure () -> Int = 1) {}

    package static func taken(by work: () throws -> Void) rethrows -> Int {
      try work()
      return 0
    }
  #endif
}
