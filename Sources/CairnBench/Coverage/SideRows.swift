import Cairn

/// The sides of every comparison of a rulebook's own conditions on one day, as targets of one row set.
struct SideRows {
  let rows: RowSet
  /// Per thing that is decided, per comparison in the order written, its sides.
  private let sides: [Decided: [[Placed]]]

  struct Placed {
    var target: Int
    var side: Side
  }

  init(_ decided: [Decided], in ruleSet: RuleSet, on day: CalendarDate) {
    var builder = RowSetBuilder(ruleSet.vocabulary)
    var sides: [Decided: [[Placed]]] = [:]
    for one in decided {
      sides[one] = ruleSet.conditions(of: one).own.flatMap(\.comparisons).map { comparison in
        comparison.sides(in: ruleSet.vocabulary, on: day).map { side in
          Placed(target: builder.add(RuleConditions(when: side.condition)), side: side)
        }
      }
    }
    rows = builder.finish()
    self.sides = sides
  }

  subscript(decided: Decided) -> [[Placed]] { sides[decided] ?? [] }

  /// Whether what is known lies on a side.
  func isSeen(_ placed: Placed, _ facts: Facts) -> Bool {
    rows.verdict(of: placed.target, facts) == (placed.side.isUndecided ? .unknown : .yes)
  }

  /// A side in words that follow what was written: `at most 17`.
  func words(_ placed: Placed, in ruleSet: RuleSet) -> String {
    if let words = placed.side.words { return words }
    let constraints = rows.targets[placed.target].flatMap { Array(rows.constraints[rows.rows[$0].constraints]) }
    return PlainWords.list(constraints.map { ruleSet.words(for: rows.slots[$0.slot], allowing: rows.sets[$0.set]) })
  }
}
