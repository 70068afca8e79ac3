import CMeters

/// How long something takes, one by one.
struct Timings {
  private var nanoseconds: [Double] = []

  mutating func measure(_ work: () -> Void) {
    let start = ContinuousClock.now
    work()
    let took = start.duration(to: .now) - Self.ofTheClock
    nanoseconds.append(max(0, took.nanoseconds))
  }

  /// The value that a share of the measurements stays under, in microseconds.
  func microseconds(at share: Double) -> Double {
    guard !nanoseconds.isEmpty else { return 0 }
    let place = Int(Double(nanoseconds.count - 1) * share)
    return nanoseconds.sorted()[place] / 1000
  }

  /// What reading the clock costs: the least of many.
  private static let ofTheClock: Duration = (0..<10_000).reduce(.seconds(1)) { least, _ in
    let start = ContinuousClock.now
    return min(least, start.duration(to: .now))
  }
}

/// Allocations during some work; nil where they cannot be counted.
func allocations(during work: () -> Void) -> Int64? {
  let before = cmeters_allocations()
  work()
  return before < 0 ? nil : cmeters_allocations() - before
}

extension Duration {
  var nanoseconds: Double { Double(components.seconds) * 1e9 + Double(components.attoseconds) / 1e9 }
  var seconds: Double { nanoseconds / 1e9 }
}
