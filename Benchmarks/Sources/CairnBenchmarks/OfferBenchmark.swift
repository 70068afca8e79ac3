@testable import Cairn

/// One person beside every offer of a rulebook: which fit, how they stand, and in what order; then the words for the twenty that are listed.
struct OfferBenchmark {
  let report: String
  private static let people = 200
  private static let rounds = 9

  init(sizes: [Int]) {
    var table = Table(["offers", "µs matching", "µs p99", "growth", "µs one type", "µs its words", "fit or may fit"])
    var before: Double?
    for size in sizes {
      guard let town = OfferTown(offers: size) else {
        report = "The rulebook cannot be opened."
        return
      }
      let run = Run(town)
      let growth = before.map { (run.median / $0).shown(1) + "×" } ?? ""
      table.add([
        size.grouped, run.median.shown(1), run.worst.shown(1), growth, run.oneType.shown(1), run.words.shown(1), "\(run.share.shown(1)) %",
      ])
      before = run.median
    }
    report = table.markdown
  }

  /// Median and 99th percentile over people; of each the best of a few rounds, so that what else the machine does is left out.
  private struct Run {
    var median = 0.0
    var worst = 0.0
    var oneType = 0.0
    var words = 0.0
    var share = 0.0

    init(_ town: OfferTown) {
      let clock = ContinuousClock()
      var all: [Double] = []
      var one: [Double] = []
      var worded: [Double] = []
      var usable = 0
      for (profile, facts) in town.people(OfferBenchmark.people) {
        func search() -> OfferSearch {
          OfferSearch(town.ruleSet, town.index, town.matcher, profile: profile, facts: facts, isCrisis: false)
        }
        func look(_ search: OfferSearch, _ support: Int) -> OfferLook { town.look(search, support, profile, facts) }
        all.append(
          Self.best {
            clock.measure {
              let search = search()
              for support in town.ruleSet.supports.indices { town.consume(look(search, support).ranked().count) }
            }
          })
        one.append(Self.best { clock.measure { town.consume(look(search(), 0).ranked().count) } })
        let found = search()
        worded.append(Self.best { clock.measure { town.consume(look(found, 0).listing().seen.count) } })
        usable += found.verdicts.count { $0 != .no }
      }
      median = all.sorted()[all.count / 2]
      worst = all.sorted()[all.count * 99 / 100]
      oneType = one.sorted()[one.count / 2]
      words = worded.sorted()[worded.count / 2]
      share = Double(usable * 100) / Double(town.ruleSet.offers.count * OfferBenchmark.people)
    }

    private static func best(_ measure: () -> Duration) -> Double {
      (0..<OfferBenchmark.rounds).map { _ in measure().seconds * 1e6 }.min() ?? 0
    }
  }
}
