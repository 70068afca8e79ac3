import CairnBench
import Testing

/// Of real people, no number under five can be told from the numbers that are shown beside it.
@Suite("Hidden numbers")
struct HiddenCountsTests {
  private let real = PopulationDiff(isFictional: false)

  private func row(_ id: String, _ numbers: [Int]) -> PopulationDiff.Row {
    var row = PopulationDiff.Row(id: id, title: id)
    (row.before, row.after, row.gain, row.lose, row.otherVerb) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
    return row
  }

  private func withheld(_ rows: [[Int]]) -> [Int] {
    let rows = rows.enumerated().map { row("\($0)", $1) }
    let ids = real.withheld(in: rows)
    return rows.indices.filter { ids.contains(rows[$0].id) }
  }

  @Test("are shown as <5, none as 0, and the others rounded down to fives")
  func shown() {
    #expect([0, 1, 4, 5, 9, 10, 1_234].map { real.shown($0).description } == ["0", "<5", "<5", "5", "5", "10", "1,230"])
    #expect([0, 1, 1_234].map { PopulationDiff(isFictional: true).shown($0).description } == ["0", "1", "1,234"])
  }

  @Test("keep their whole row back, and the six people of whom one had it before are not told as six")
  func divided() {
    #expect(withheld([[1, 6, 5, 0, 0]]) == [0])
    #expect(withheld([[40, 45, 5, 0, 0], [0, 12, 12, 0, 0]]) == [])
    #expect(PopulationDiff(isFictional: true).withheld(in: [row("a", [40, 41, 1, 0, 0])]).isEmpty)
    #expect(real.shown(6).description == "5")
  }

  @Test("take the smallest row that makes up for them with them, so that their sum does not tell")
  func complementary() {
    #expect(withheld([[0, 2, 2, 0, 0], [0, 9, 9, 0, 0], [0, 30, 30, 0, 0]]) == [0, 1])
    #expect(withheld([[0, 2, 2, 0, 0], [0, 3, 3, 0, 0], [0, 30, 30, 0, 0]]) == [0, 1])
    #expect(withheld([[0, 2, 2, 0, 0], [20, 20, 0, 0, 20]]) == [0, 1], "with nobody to make up for it, the whole table is withheld")
  }

  /// Every division of a few people among two groups, and what is shown of each. Whoever knew all sums exactly could still take a number
  /// that is hidden for any of 1 to 4, since each of these divides the same people otherwise and would be withheld, too.
  @Test("may each be any of 1 to 4, though all sums are known")
  func exhaustive() {
    var checked = 0
    for all in 1...24 {
      for part in 1...4 where part < all {
        let rows = [[0, part, part, 0, 0], [0, all - part, all - part, 0, 0]]
        let isWithheld = withheld(rows)
        #expect(isWithheld == [0, 1], "\(rows)")
        let others = (1...4).filter { $0 < all && withheld([[0, $0, $0, 0, 0], [0, all - $0, all - $0, 0, 0]]) == isWithheld }
        #expect(others.count == min(4, all - 1))
        checked += 1
      }
    }
    #expect(checked == 86)
  }
}
