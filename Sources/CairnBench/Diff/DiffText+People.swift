import Cairn

extension DiffText {
  mutating func draw(_ population: PopulationDiff) {
    heading("People")
    page.add(StyledText(DiffWords.people(population)), first: "  ")
    if let words = DiffWords.otherWords(population) { page.add(StyledText(words), first: "  ") }
    for table in population.tables { draw(table, population) }
    guard !population.persons.isEmpty else { return }
    page.gap()
    for person in population.persons { line(person.id, Self.paragraphs(person)) }
  }

  private static func paragraphs(_ person: PopulationDiff.Person) -> [StyledText] {
    person.parts.map { StyledText("\($0.label) \(PlainWords.list($0.items))") }
  }

  private mutating func draw(_ table: PopulationDiff.Table, _ population: PopulationDiff) {
    page.gap()
    // A narrower page has no room for the columns.
    let isWide = page.width >= 64
    let cells = table.rows.isEmpty || !isWide ? "" : Self.columns.map { Self.right($0, 8) }.joined()
    let room = page.width - 42
    page.add(StyledText("  ") + (.faint(table.title) + .spaces(cells.isEmpty ? 0 : room - table.title.count) + .faint(cells)))
    for row in table.rows {
      let numbers = row.numbers.map { population.shown($0).description }
      if isWide { draw(row.title, numbers, room) } else { drawNarrow(row.title, numbers) }
    }
    if let withheld = table.inWords { page.add(.faint(withheld), first: "  ", rest: "    ") }
  }

  private mutating func draw(_ title: String, _ numbers: [String], _ room: Int) {
    let cells = numbers.map { Self.right($0, 8) }.joined()
    for (index, part) in StyledText(title).wrapped(to: room - 2).enumerated() {
      page.add(StyledText(index == 0 ? "  " : "    ") + (index == 0 ? part.padded(to: room) + cells : part))
    }
  }

  private mutating func drawNarrow(_ title: String, _ numbers: [String]) {
    page.add(StyledText(title), first: "  ", rest: "    ")
    page.add(.faint(zip(Self.columns, numbers).map { "\($0)\u{A0}\($1)" }.joined(separator: " · ")), first: "    ")
  }

  private static let columns = ["before", "after", "gain", "lose", "verb"]

  private static func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(1, width - text.count)) + text }
}
