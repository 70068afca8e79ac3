package import Cairn

/// A review for a terminal: each pathway as a line of steps, what can be inserted at each, and what is missing.
package struct ReviewText {
  private let review: RulebookReview
  private let words: ReviewWords
  private let options: AdviceText.Options

  package init(_ review: RulebookReview, options: AdviceText.Options) {
    self.review = review
    self.options = options
    words = ReviewWords(review: review)
  }

  package func draw() -> String {
    var page = Page(width: options.width)
    page.add(.strong(review.title) + ", reviewed as of \(PlainWords.date(review.asOf))", first: "")
    page.gap()
    for line in words.totals { page.add(StyledText(line), first: "  ") }
    if review.pathways.count > 1, page.width >= 72 { table(on: &page) }
    for pathway in review.pathways { draw(pathway, on: &page) }
    if !review.anywhere.isEmpty { anywhere(on: &page) }
    page.gap()
    page.add(.faint("○ on the line · ◌ at any time · □ the team’s · ▸ suggested · ! look · ╌ gap"), first: "")
    if review.pathways.contains(where: { !$0.leftOut.kinds.isEmpty }) {
      page.add(.faint("Save a profile as a file of its own and see what they are told: cairn dry-run --profile FILE"), first: "")
    }
    return page.drawn(color: options.color)
  }

  // MARK: - Summary

  private static let columns = ["steps", "empty", "not local", "left out"]

  private func table(on page: inout Page) {
    page.gap()
    let room = page.width - 46
    page.add(.spaces(room + 2) + .faint(Self.row(Self.columns)))
    for pathway in review.pathways {
      let cells = ["\(pathway.steps.count)"] + words.gapCounts(pathway).map(Self.cell) + [words.leftOutShort(pathway)]
      let lines = StyledText(pathway.title).wrapped(to: room)
      page.add("  " + (lines.first ?? "").padded(to: room) + StyledText(Self.row(cells)))
      for line in lines.dropFirst() { page.add("  " + line) }
    }
  }

  private static func cell(_ number: Int?) -> String { number.map { $0 == 0 ? "·" : "\($0)" } ?? "not said" }

  private static func row(_ cells: [String]) -> String {
    zip(cells, [8, 8, 12, 16]).map { cell, width in String(repeating: " ", count: max(0, width - cell.count)) + cell }.joined()
  }

  // MARK: - One pathway

  private func draw(_ pathway: PathwayReview, on page: inout Page) {
    page.gap()
    page.add("")
    let rule = max(0, page.width - pathway.title.displayWidth - 1)
    page.add(.strong(pathway.title.uppercased()) + .faint(" " + String(repeating: "─", count: rule)))
    page.add(StyledText(words.whom(pathway)) + .faint(pathway.place.map { " \($0)" } ?? ""), first: "  ")
    page.gap()
    var told: Set<String> = []
    let steps = pathway.line
    for (index, step) in steps.enumerated() {
      draw(pathway.steps[step], of: pathway, mark: "○ ", isLast: index == steps.count - 1, &told, on: &page)
    }
    let apart = pathway.anyTime.map { ($0, "◌ ") } + pathway.ofTeam.map { ($0, "□ ") }
    if !apart.isEmpty, !steps.isEmpty { page.add(.faint("  ┆")) }
    for (step, mark) in apart { draw(pathway.steps[step], of: pathway, mark: StyledText(mark), isLast: true, &told, on: &page) }
    leftOut(pathway, on: &page)
    page.gap()
    page.add(.strong("Formal and informal"), first: "  ")
    for line in words.formality(pathway) { page.add(StyledText(line), first: "    ") }
  }

  private func draw(
    _ step: StepReview, of pathway: PathwayReview, mark: StyledText, isLast: Bool, _ told: inout Set<String>, on page: inout Page
  ) {
    let rail: StyledText = .faint(isLast ? "    " : "  │ ")
    let notes = StyledText.faint(words.notes(step, of: pathway).joined(separator: ", "))
    if page.width >= InsertionText.wide {
      page.add(beside: .strong(step.title), at: InsertionText.column, paragraphs: [notes], note: nil, first: "  " + mark, rest: rail)
    } else if notes.width < page.width / 2 {
      page.add(.strong(step.title), note: notes, first: "  " + mark, rest: rail)
    } else {
      page.add(.strong(step.title), first: "  " + mark, rest: rail)
      page.add(notes, first: rail, rest: rail)
    }
    if step.carriesNothing {
      page.add(StyledText("nothing here: ", .warning) + words.gap(step), first: .faint(isLast ? "  ╰╌ " : "  ├╌ "), rest: rail + " ")
    }
    let notHere = words.withheld(step)
    for (index, insertion) in step.insertions.enumerated() {
      let ends = isLast && notHere == nil && index == step.insertions.count - 1
      InsertionText(insertion: drawn(insertion, isOnPathway: true, isFirst: told.insert(insertion.rule).inserted), options: options)
        .draw(on: &page, first: .faint(ends ? "  ╰─" : "  ├─"), rest: .faint(ends ? "    " : "  │ "))
    }
    if let notHere { page.add(.faint(notHere), first: .faint(isLast ? "  ╰╌ " : "  ├╌ "), rest: rail + " ") }
    if !isLast { page.add(.faint("  │")) }
  }

  /// What stands at several steps is told in full at the first.
  private func drawn(_ insertion: InsertionReview, isOnPathway: Bool, isFirst: Bool = true) -> Insertion {
    var body = [insertion.who == .team ? PlainWords.sentence(insertion.because) : words.whom(insertion, isOnPathway: isOnPathway)]
    if isFirst, let asks = words.supportAsks(insertion) { body.append(asks) }
    let gap = insertion.local?.isGap == true ? words.local(insertion.local) : nil
    return Insertion(
      insertion.support == nil ? .flagged : .suggested, verb: insertion.verb,
      title: words.what(insertion) + (words.when(insertion).map { ", \($0)" } ?? ""), note: gap, body: body,
      details: isFirst ? words.details(insertion) : ["\(insertion.rule), as above"])
  }

  // MARK: - What is left

  private func leftOut(_ pathway: PathwayReview, on page: inout Page) {
    page.gap()
    page.add(.strong("Who is left out"), first: "  ")
    page.add(StyledText(words.verdict(pathway.leftOut)), first: "    ")
    if let reach = words.reach(pathway.leftOut.reach) { page.add(.faint(reach), first: "    ") }
    for kind in pathway.leftOut.kinds {
      page.add(StyledText(words.leftOut(kind)), first: StyledText("    ╌ ", .warning), rest: "      ")
      page.add(.faint(words.weight(kind, pathway.leftOut.reach) + " " + words.anywhere(kind)), first: "      ")
      if kind.isWithheld {
        page.add(.faint("A profile of them names a sensitive fact: --show-sensitive"), first: "      ")
      } else {
        page.add(.faint("\(kind.profile.id): \(ProfileYAML.flow(kind.profile))"), first: "      ", rest: "        ")
      }
    }
  }

  private func anywhere(on page: inout Page) {
    page.gap()
    page.add("")
    page.add(.strong("AT NO STEP IN PARTICULAR"), first: "")
    page.add(.faint("These apply anywhere, on a pathway or on none."), first: "  ")
    for (index, insertion) in review.anywhere.enumerated() {
      let ends = index == review.anywhere.count - 1
      InsertionText(insertion: drawn(insertion, isOnPathway: false), options: options)
        .draw(on: &page, first: .faint(ends ? "  ╰─" : "  ├─"), rest: .faint(ends ? "    " : "  │ "))
    }
  }
}
