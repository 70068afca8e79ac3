package import Cairn

/// What tests notice, for a terminal: each change that none does, with a test that would, then how many there are.
package struct MutantsText {
  private let mutants: Mutants
  private let options: AdviceText.Options

  package init(_ mutants: Mutants, options: AdviceText.Options) {
    self.mutants = mutants
    self.options = options
  }

  package func draw() -> String {
    var page = Page(width: options.width)
    let open = mutants.unnoticed
    if !open.isEmpty { page.add(.strong("Changes that no test notices"), first: "") }
    var last: Decided?
    for mutant in open {
      if mutant.decided != last {
        page.gap()
        page.add(.strong(name(of: mutant)) + .faint(mutant.decided.kind.inBrackets), first: "  ")
      }
      last = mutant.decided
      draw(mutant, on: &page)
    }
    if options.all { drawExplained(on: &page) }
    page.gap()
    summarize(on: &page)
    return page.drawn(color: options.color)
  }

  private func name(of mutant: Mutant) -> String {
    mutant.tells.name && !options.showsSensitive ? mutant.decided.kind.withheldName : mutant.id
  }

  private func words(of mutant: Mutant) -> String {
    mutant.tells.words && !options.showsSensitive ? "a change that is \(Disclosure.withheldText)" : mutant.words
  }

  private func draw(_ mutant: Mutant, on page: inout Page) {
    page.add(StyledText(words(of: mutant)), note: mutant.at.map(BenchWords.place), first: "    ")
    switch mutant.fate {
    case .survives(let test, let difference):
      page.add(.faint(difference.inWords), first: "      ")
      for line in test.linesToPaste(showingSensitive: options.showsSensitive) { page.add(StyledText(line)) }
      page.gap()
    case .undecided:
      page.add(.faint("undecided: nobody was found for whom it matters, and it is not proved that there is nobody"), first: "      ")
    case .killed, .equivalent: break
    }
  }

  private func drawExplained(on page: inout Page) {
    guard !mutants.explained.isEmpty else { return }
    page.gap()
    page.add(.strong("Changes that no test notices, and why"), first: "")
    for mutant in mutants.explained {
      page.add(StyledText("\(name(of: mutant)): \(words(of: mutant))"), note: mutant.at.map(BenchWords.place), first: "  ")
      page.add(.faint(mutant.remark ?? ""), first: "    ")
    }
  }

  private func summarize(on page: inout Page) {
    let counts = Counts(mutants)
    page.add(StyledText("\(PlainWords.count(mutants.all.count, "small change")) tried"), first: "")
    page.add(StyledText("\(counts.killed)", counts.isWhole ? .good : nil), first: StyledText("  Noticed by a test").padded(to: 26))
    let rows: [(String, Int, TerminalStyle?)] = [
      ("Alter nothing (proved)", counts.equivalent, nil), ("Not noticed, explained", counts.explained, nil),
      ("Not noticed", counts.surviving, .warning), ("Undecided", counts.undecided, .warning),
    ]
    for (title, count, style) in rows where count > 0 {
      page.add(StyledText("\(count)", style), first: StyledText("  \(title)").padded(to: 26))
    }
    if mutants.isCutShort { page.add(.faint(BenchWords.cutShort), first: "  ") }
  }

  private struct Counts {
    var killed = 0
    var equivalent = 0
    var explained = 0
    var surviving = 0
    var undecided = 0

    var isWhole: Bool { surviving + undecided == 0 }

    init(_ mutants: Mutants) {
      for mutant in mutants.all {
        switch mutant.fate {
        case .killed: killed += 1
        case .equivalent: equivalent += 1
        case .survives where mutant.remark == nil: surviving += 1
        case .undecided where mutant.remark == nil: undecided += 1
        case .survives, .undecided: explained += 1
        }
      }
    }
  }
}

extension Mutant.Fate.Difference {
  fileprivate var inWords: String {
    switch self {
    case .verdict(let before, let after): "\(before.inWords) for this person, \(after.inWords) with the change"
    case .place: "with the change it stands elsewhere for this person, or not at all"
    }
  }
}
