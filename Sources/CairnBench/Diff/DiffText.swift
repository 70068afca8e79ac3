package import Cairn

/// A comparison for a terminal: safeguards first, then rules with people for whom they differ, then the rest, then a population.
package struct DiffText {
  private let diff: RulebookDiff
  private let options: AdviceText.Options
  var page: Page

  package init(_ diff: RulebookDiff, options: AdviceText.Options) {
    self.diff = diff
    self.options = options
    page = Page(width: options.width)
  }

  package func draw() -> String {
    var text = self
    text.drawHead()
    text.drawSafeguards()
    text.drawRules()
    text.drawEntries("Texts, evidence, owners", diff.texts)
    for section in DiffWords.sections { text.drawEntries(section.title, diff.others.filter { $0.section == section.id }) }
    if let population = diff.population { text.draw(population) }
    return text.page.drawn(color: options.color)
  }

  private mutating func drawHead() {
    let day = ", as of \(PlainWords.date(diff.asOf))"
    let (before, after) = (DiffWords.name(diff.old), DiffWords.name(diff.new))
    page.add(.strong(before == after ? after : "\(before) → \(after)") + day, first: "")
    page.add(.faint("\(diff.old.name) → \(diff.new.name)"), first: "")
    if !diff.isDifferent {
      page.gap()
      page.add(StyledText("Nothing changed.", .good), first: "")
    }
  }

  mutating func heading(_ title: String) {
    page.gap()
    page.add("")
    let name = StyledText(title.uppercased() + " ", .accent)
    page.add(name + .faint(String(repeating: "─", count: max(3, page.width - name.width))))
  }

  private mutating func drawSafeguards() {
    guard diff.isDifferent else { return }
    heading("Safeguards")
    if diff.safeguards.isEmpty {
      let count = diff.counts.safeguards
      page.add(
        StyledText(count == 0 ? "There are none, before and after." : "\(PlainWords.count(count, "safeguard")), as before."), first: "  ")
    }
    for change in diff.safeguards { draw(change) }
  }

  private mutating func drawRules() {
    guard diff.isDifferent else { return }
    heading("Rules")
    page.add(StyledText(DiffWords.counts(diff)), first: "  ")
    if let rewritten = DiffWords.rewritten(diff) { page.add(StyledText(rewritten), first: "  ") }
    for rule in diff.rules {
      page.gap()
      let name = rule.formerID.map { "\($0) → \(rule.id)" } ?? rule.id
      drawTitle(rule.kind, rule.title, name)
      if rule.kind == .renamed { line("renamed", [StyledText("written alike but for its id")]) }
      draw(rule.differences, of: rule.kind)
      if !rule.causes.isEmpty { line("because of", [StyledText(PlainWords.list(rule.causes))]) }
      if let finding = rule.finding { draw(finding, in: "rules") }
    }
  }

  private mutating func drawEntries(_ title: String, _ entries: [EntryChange]) {
    guard !entries.isEmpty else { return }
    heading(title)
    for entry in entries { draw(entry) }
  }

  private mutating func draw(_ entry: EntryChange) {
    drawTitle(entry.kind, entry.title, entry.title == entry.id ? nil : entry.id)
    draw(entry.differences, of: entry.kind)
    if !entry.readBy.isEmpty { line("read by", [StyledText(PlainWords.list(entry.readBy))]) }
    if let finding = entry.finding { draw(finding, in: entry.section) }
  }

  private mutating func drawTitle(_ kind: ChangeKind, _ title: String, _ id: String?) {
    let style: TerminalStyle? = kind == .added ? .good : kind == .removed ? .error : .warning
    page.add(.strong(title) + .faint(id.map { " (\($0))" } ?? ""), first: StyledText("  \(DiffWords.mark(kind)) ", style), rest: "    ")
  }

  // MARK: - Lines

  private static let column = 16

  /// A label, and what there is to say beside it.
  mutating func line(_ label: String, _ paragraphs: [StyledText]) {
    let indent = StyledText.spaces(Self.column)
    let first = StyledText("    ") + .faint(label)
    guard first.width + 2 <= Self.column else {
      page.add(.faint(label), first: "    ")
      for paragraph in paragraphs { page.add(paragraph, first: indent) }
      return
    }
    for (index, paragraph) in paragraphs.enumerated() {
      page.add(paragraph, first: index == 0 ? first.padded(to: Self.column) : indent, rest: indent)
    }
  }

  private mutating func draw(_ differences: [Difference], of kind: ChangeKind) {
    for difference in differences { line(difference.label, Self.paragraphs(difference, isWhole: kind == .added || kind == .removed)) }
  }

  /// Short ones on one line with an arrow, long ones under each other.
  private static func paragraphs(_ difference: Difference, isWhole: Bool) -> [StyledText] {
    switch (difference.before, difference.after) {
    case (let before?, let after?) where before.count + after.count <= 56: return [StyledText("\(before) → \(after)")]
    case (let before, let after):
      if isWhole { return [StyledText(before ?? after ?? "")] }
      return [before.map { StyledText("− ", .error) + $0 }, after.map { StyledText("+ ", .good) + $0 }].compactMap { $0 }
    }
  }

  private mutating func draw(_ finding: ConditionFinding, in section: String) {
    if let verdict = DiffWords.verdict(finding) { return line("for whom", [StyledText(verdict)]) }
    for witness in finding.witnesses {
      line(DiffWords.effect(witness, in: section), paragraphs(witness))
    }
    if let proved = DiffWords.proved(finding, in: section) { line("proved", [StyledText(proved)]) }
    if let limit = finding.limit, finding.verdict == .different { line("limited to", [StyledText(limit)]) }
    if let open = DiffWords.open(finding) { line("not analysed", [StyledText("whether anybody goes \(open): the budget ran out")]) }
  }

  private func paragraphs(_ witness: Witness) -> [StyledText] {
    var said = StyledText.strong(DiffWords.transition(witness.transition)) + ": \(PlainWords.sentence(DiffWords.short(witness)))"
    if witness.isReadInPart { said += " One of the rulebooks cannot read all of this." }
    let profile =
      witness.isSensitive && !options.showsSensitive
      ? "The profile names something sensitive: --show-sensitive shows it." : ProfileYAML.flow(witness.profile)
    return [said, .faint(profile)]
  }
}
