@testable import Cairn

/// Facts to verdicts, three-valued, on one core: every rule judged, those that fire and those undecided collected.
struct MatchBenchmark {
  private(set) var mistakes = 0
  private var table = Table([
    "rules", "disjunctions", "facts missing", "profiles/s", "µs median", "µs p99", "residual rows", "fire", "undecided", "allocations",
  ])

  init(sizes: [Int]) {
    for disjunctions in [false, true] {
      for size in sizes {
        let workload = Workload(rules: size, disjunctions: disjunctions)
        let rows = workload.rows
        let matcher = Matcher(rows, asOf: workload.asOf)
        for missing in [0, 40] {
          let people = workload.people(1000, missing: missing)
          mistakes += Self.mistakes(matcher, people)
          table.add([size.grouped, disjunctions ? "a third" : "none", "\(missing) %"] + Self.measure(matcher, people))
        }
      }
    }
  }

  var report: String { table.markdown + "\n\nVerdicts that differ from the plain scan of rows, on a sample: \(mistakes)." }

  private static func measure(_ matcher: Matcher, _ people: [Facts]) -> [String] {
    var verdicts = matcher.makeVerdicts()
    var (firing, undecided) = (0, 0)
    for person in people {
      matcher.evaluate(person, into: &verdicts)
      firing += verdicts.firing.count
      undecided += verdicts.undecided.count
    }
    func judgeAll() { for person in people { matcher.evaluate(person, into: &verdicts) } }
    let verdictCount = Double(people.count * matcher.rows.targets.count)
    let rounds = max(3, 30_000_000 / (people.count * (matcher.rows.targets.count + 300)))
    var batches: [Double] = []
    for _ in 0..<rounds { batches.append(Double(people.count) / ContinuousClock().measure(judgeAll).seconds) }
    var timings = Timings()
    for _ in 0..<min(rounds, 20) {
      for person in people { timings.measure { matcher.evaluate(person, into: &verdicts) } }
    }
    let allocated = allocations(during: judgeAll)
    let residual = Double(matcher.rows.rows.count { !$0.residuals.isEmpty }) / Double(matcher.rows.rows.count)
    return [
      Int(batches.sorted()[batches.count / 2]).grouped, timings.microseconds(at: 0.5).shown(2), timings.microseconds(at: 0.99).shown(2),
      "\((residual * 100).shown(0)) %", "\((Double(firing) / verdictCount * 100).shown(1)) %",
      "\((Double(undecided) / verdictCount * 100).shown(1)) %", allocated.map { "\($0)" } ?? "not counted",
    ]
  }

  /// Verdicts that differ from the plain scan's, over a sample of rules and people.
  private static func mistakes(_ matcher: Matcher, _ people: [Facts]) -> Int {
    var verdicts = matcher.makeVerdicts()
    let step = max(1, matcher.rows.targets.count / 1000)
    return people.prefix(50).reduce(0) { mistakes, person in
      matcher.evaluate(person, into: &verdicts)
      let (firing, undecided) = (Set(verdicts.firing.elements), Set(verdicts.undecided.elements))
      return stride(from: 0, to: matcher.rows.targets.count, by: step).reduce(mistakes) { mistakes, target in
        let found: Truth = firing.contains(target) ? .yes : undecided.contains(target) ? .unknown : .no
        let plain = matcher.rows.verdict(of: target, person)
        return mistakes + (found == plain && matcher.truth(of: target, in: verdicts) == plain ? 0 : 1)
      }
    }
  }
}
