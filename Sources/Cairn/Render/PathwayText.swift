/// One pathway as a line of steps, with what is inserted where.
struct PathwayText {
  let pathway: Advice.PathwayPlace
  let context: AdviceContext
  let options: AdviceText.Options

  func draw(on page: inout Page) {
    page.gap()
    let lost = pathway.steps.contains { $0.relation == .now } ? nil : StyledText("nobody said at which step", .warning)
    page.add(.strong(pathway.title), note: lost, first: "  ")
    let free = pathway.steps.filter(isFree)
    let line = pathway.steps.filter { !isFree($0) }
    for (index, step) in line.enumerated() {
      draw(step, isFirst: index == 0, isLast: index == line.count - 1, on: &page)
    }
    if !free.isEmpty, !line.isEmpty { page.add(.faint("  ┆")) }
    for step in free { draw(step, isFirst: true, isLast: true, on: &page) }
  }

  /// Whether a step lies on no line, be it the one where the person stands.
  private func isFree(_ step: Advice.StepPlace) -> Bool {
    step.relation == .anyTime || context.isAnyTime(step.step, on: pathway.pathway)
  }

  private func draw(_ step: Advice.StepPlace, isFirst: Bool, isLast: Bool, on page: inout Page) {
    let spot = AdviceContext.Spot(pathway: pathway.pathway, step: step.step)
    let insertions = context.insertions(at: spot, all: options.all)
    if !isFirst, step.relation == .now { page.add(.faint("  │")) }
    let rail = StyledText(isLast && insertions.isEmpty ? "    " : "  │ ", .faint)
    let first = "  " + Self.mark(step)
    if page.width >= InsertionText.wide {
      page.add(beside: Self.title(step), at: InsertionText.column, paragraphs: [note(step)], note: nil, first: first, rest: rail)
    } else {
      page.add(Self.title(step), note: note(step), first: first, rest: rail)
    }
    for (index, insertion) in insertions.enumerated() {
      let ends = isLast && index == insertions.count - 1
      InsertionText(insertion: insertion, options: options)
        .draw(on: &page, first: .faint(ends ? "  ╰─" : "  ├─"), rest: .faint(ends ? "    " : "  │ "))
    }
    if !isLast, !insertions.isEmpty || step.relation == .now { page.add(.faint("  │")) }
  }

  private static func title(_ step: Advice.StepPlace) -> StyledText {
    switch step.relation {
    case .now: .strong(step.title.uppercased())
    case .behind, .elsewhere: .faint(step.title)
    case .ahead, .anyTime: StyledText(step.title)
    }
  }

  private static func mark(_ step: Advice.StepPlace) -> StyledText {
    switch step.relation {
    case .now: StyledText("● ", .accent)
    case .behind, .elsewhere: .faint("○ ")
    case .ahead: "○ "
    case .anyTime: "◌ "
    }
  }

  private func note(_ step: Advice.StepPlace) -> StyledText {
    let words = PlainWords.place(of: step, asOf: context.asOf)
    return step.relation == .now ? .strong(words.lead) + words.rest : .faint(words.lead + words.rest)
  }
}

extension PlainWords {
  /// `now` and `, since 20 July: 17 weeks`; `ahead` and `, every 6 months`.
  static func place(of step: Advice.StepPlace, asOf: CalendarDate) -> (lead: String, rest: String) {
    let since = step.since.map { date($0, near: asOf) }
    switch step.relation {
    case .now:
      let length = step.since.flatMap { elapsed(since: $0, to: asOf) }.map { ": \($0)" } ?? ""
      return ("now", since.map { ", since \($0)\(length)" } ?? "")
    case .behind: return ("behind", since.map { ", \($0)" } ?? "")
    case .ahead: return ("ahead", step.repeats.map { ", \($0)" } ?? "")
    case .anyTime: return ("at any time", "")
    case .elsewhere: return ("on another branch", "")
    }
  }
}

/// One insertion: verb and title, then the reasons under the title, or beside it where the page is wide.
package struct InsertionText {
  let insertion: Insertion
  let options: AdviceText.Options

  package init(insertion: Insertion, options: AdviceText.Options) {
    self.insertion = insertion
    self.options = options
  }

  static let verbWidth = 12
  /// From here on the reasons stand beside the title.
  package static let wide = 110
  package static let column = 48

  package func draw(on page: inout Page, first: StyledText, rest: StyledText) {
    let first = first + mark + StyledText(insertion.verb).padded(to: Self.verbWidth)
    let rest = rest + .spaces(2 + Self.verbWidth)
    let note = insertion.note.map { StyledText($0, insertion.note == "late" ? .error : .warning) }
    if page.width >= Self.wide {
      page.add(
        beside: StyledText.strong(insertion.title), at: Self.column, paragraphs: paragraphs(page.width - Self.column - 12), note: note,
        first: first, rest: rest)
      return
    }
    page.add(.strong(insertion.title), note: note, first: first, rest: rest, leader: "·")
    for paragraph in paragraphs(page.width - rest.width) { page.add(paragraph, first: rest, rest: rest) }
  }

  private func paragraphs(_ width: Int) -> [StyledText] {
    insertion.body.map { StyledText($0) } + Self.filled(insertion.details, width).map { StyledText.faint($0) }
  }

  /// Details side by side where they fit, each else on a line of its own.
  private static func filled(_ details: [String], _ width: Int) -> [String] {
    details.reduce(into: []) { lines, detail in
      if let last = lines.last, last.displayWidth + 3 + detail.displayWidth <= width {
        lines[lines.count - 1] = "\(last) · \(detail)"
      } else {
        lines.append(detail)
      }
    }
  }

  private var mark: StyledText {
    switch insertion.kind {
    case .suggested: StyledText("▸ ", .good)
    case .flagged: StyledText("! ", .error)
    case .notDue: .faint("· ")
    case .waiting: StyledText("? ", .warning)
    }
  }
}
