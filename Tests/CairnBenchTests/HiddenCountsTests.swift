import CairnBench
import Testing

/// Of real people, no number under five can be told from the numbers that are shown beside it.
@Suite("Hidden numbers")
struct HiddenCountsTests {
  private let real = PopulationDiff(isFictional: false)

  @Test("are shown as <5, none as 0, and the others rounded down to fives")
  func shown() {
    #expect([0, 1, 4, 5, 9, 10, 1_234].map { real.shown($0).description } == ["0", "<5", "<5", "5", "5", "10", "1,230"])
    #expect([0, 1, 1_234].map { PopulationDiff(isFictional: true).shown($0).description } == ["0", "1", "1,234"])
  }

  @Test("may be one of three or more, whatever stands beside them in a row")
  func rows() {
    var possible: [[PopulationDiff.Shown]: [[Int]]] = [:]
    for before in 0...16 {
      for gain in 0...16 {
        for lose in 0...before {
          let row = [before, before + gain - lose, gain, lose]
          possible[row.map { real.shown($0) }, default: []].append(row)
        }
      }
    }
    var checked = 0
    // Rows near the end of what was listed have fewer that look like them, and are left out.
    for (shown, rows) in possible where rows.allSatisfy({ $0.allSatisfy { $0 < 15 } }) {
      for place in shown.indices where shown[place] == .hidden {
        #expect(Set(rows.map { $0[place] }).count >= 3, "\(shown)")
        checked += 1
      }
    }
    #expect(checked > 20)
  }

  @Test("keep the whole row of a step or a group back, since several tell each other beside their sum")
  func divided() {
    func row(_ numbers: [Int]) -> PopulationDiff.Row {
      var row = PopulationDiff.Row(id: "", title: "")
      (row.before, row.after, row.gain, row.lose, row.otherVerb) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
      return row
    }
    #expect([[40, 41, 1, 0, 0], [4, 9, 5, 0, 0], [9, 9, 0, 0, 3]].allSatisfy { !real.isTold(row($0)) })
    #expect([[40, 45, 5, 0, 0], [0, 12, 12, 0, 0]].allSatisfy { real.isTold(row($0)) })
    #expect(PopulationDiff(isFictional: true).isTold(row([40, 41, 1, 0, 0])))
  }
}
