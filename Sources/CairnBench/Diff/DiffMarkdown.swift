import Cairn

/// A comparison for a pull request: what matters at a glance, a table of the rules that changed, and the details folded away.
package struct DiffMarkdown {
  private let diff: RulebookDiff
  private let showsSensitive: Bool
  private var lines: [String] = []

  package init(_ diff: RulebookDiff, showsSensitive: Bool) {
    self.diff = diff
    self.showsSensitive = showsSensitive
  }

  package func draw() -> String {
    var markdown = self
    markdown.drawHead()
    markdown.drawSafeguards()
    markdown.drawRules()
    if let population = diff.population { markdown.draw(population) }
    markdown.fold("Texts, evidence, owners", diff.texts)
    for section in DiffWords.sections { markdown.fold(section.title, diff.others.filter { $0.section == section.id }) }
    return markdown.lines.joined(separator: "\n") + "\n"
  }

  private func escaped(_ text: String) -> String { MarkdownWords.escaped(text) }

  private mutating func drawHead() {
    let (before, after) = (DiffWords.name(diff.old), DiffWords.name(diff.new))
    lines.append("## What changes: \(escaped(before == after ? after : "\(before) → \(after)"))")
    lines += ["", "\(escaped(diff.old.name)) → \(escaped(diff.new.name)), as of \(MarkdownWords.date(diff.asOf))."]
    if !diff.isDifferent { lines += ["", "**Nothing changed.**"] }
  }

  private mutating func drawSafeguards() {
    guard diff.isDifferent else { return }
    guard !diff.safeguards.isEmpty else {
      lines += ["", "**Safeguards:** \(PlainWords.plainCount(diff.counts.safeguards, "safeguard")), as before."]
      return
    }
    lines += ["", "### Safeguards", ""]
    for change in diff.safeguards { draw(change) }
  }

  // MARK: - Rules

  private mutating func drawRules() {
    guard diff.isDifferent else { return }
    lines += ["", "### Rules", "", escaped(DiffWords.counts(diff))]
    if let rewritten = DiffWords.rewritten(diff) { lines += ["", escaped(rewritten)] }
    guard !diff.rules.isEmpty else { return }
    lines += ["", "| | rule | for whom |", "| --- | --- | --- |"]
    for rule in diff.rules {
      lines.append("| \(rule.kind.rawValue) | \(escaped(rule.title)) (`\(rule.id)`) | \(forWhom(rule)) |")
    }
    for rule in diff.rules { draw(rule) }
  }

  /// One cell: who gains and who loses, in a few words.
  private func forWhom(_ rule: RuleChange) -> String {
    guard let finding = rule.finding else { return "" }
    switch finding.verdict {
    case .alike, .equal: return rule.kind == .renamed ? "as before" : "the same conditions"
    case .notAnalysed: return "not analysed"
    case .different:
      return finding.witnesses.map { witness in
        let effect = DiffWords.effect(witness, in: "rules")
        // Somebody for who gains and who loses; the others are told below.
        let isShown = [.gains, .loses].contains(witness.transition.effect) || finding.witnesses.count == 1
        return isShown ? "**\(effect)** \(escaped(DiffWords.short(witness)))" : effect
      }.joined(separator: "<br>")
    }
  }

  private mutating func draw(_ rule: RuleChange) {
    let name = rule.formerID.map { "\($0) → \(rule.id)" } ?? rule.id
    open("\(DiffWords.mark(rule.kind)) \(rule.title) (\(name))")
    draw(rule.differences)
    if !rule.causes.isEmpty { item("because of", escaped(PlainWords.list(rule.causes))) }
    if let finding = rule.finding { draw(finding, in: "rules") }
    close()
  }

  // MARK: - Entries

  private mutating func fold(_ title: String, _ entries: [EntryChange]) {
    guard !entries.isEmpty else { return }
    open("\(title): \(entries.count)")
    for entry in entries { draw(entry) }
    close()
  }

  private mutating func draw(_ entry: EntryChange) {
    let id = entry.title == entry.id ? "" : " (`\(entry.id)`)"
    lines.append("- \(DiffWords.mark(entry.kind) == "~" ? "" : "\(entry.kind.rawValue): ")**\(escaped(entry.title))**\(id)")
    let start = lines.count
    draw(entry.differences)
    if !entry.readBy.isEmpty { item("read by", escaped(PlainWords.list(entry.readBy))) }
    if let finding = entry.finding { draw(finding, in: entry.section) }
    for index in start..<lines.count where !lines[index].isEmpty { lines[index] = "  " + lines[index] }
  }

  private mutating func open(_ title: String) {
    lines += ["", "<details><summary>\(Escaping.html(Escaping.terminalLine(title)))</summary>", ""]
  }

  private mutating func close() { lines += ["", "</details>"] }

  private mutating func item(_ label: String, _ text: String) { lines.append("- *\(escaped(label))*: \(text)") }

  private mutating func draw(_ differences: [Difference]) {
    for difference in differences {
      switch (difference.before, difference.after) {
      case (let before?, let after?): item(difference.label, "\(escaped(before)) → \(escaped(after))")
      case (nil, let after?): item(difference.label, "\\+ \(escaped(after))")
      case (let before?, nil): item(difference.label, "− \(escaped(before))")
      case (nil, nil): item(difference.label, "")
      }
    }
  }

  private mutating func draw(_ finding: ConditionFinding, in section: String) {
    if let verdict = DiffWords.verdict(finding) { return item("for whom", escaped(verdict)) }
    for witness in finding.witnesses {
      let part = witness.isReadInPart ? " One of the rulebooks cannot read all of this." : ""
      item(
        DiffWords.effect(witness, in: section),
        "**\(DiffWords.transition(witness.transition))**: \(escaped(PlainWords.sentence(DiffWords.short(witness))))\(part)")
      if !witness.isSensitive || showsSensitive {
        lines += ["", "  ```yaml", "  profile: \(Escaping.terminalLine(ProfileYAML.flow(witness.profile)))", "  ```", ""]
      }
    }
    if let proved = DiffWords.proved(finding, in: section) { item("proved", proved) }
    if let limit = finding.limit, finding.verdict == .different { item("limited to", escaped(limit)) }
    if let open = DiffWords.open(finding) { item("not analysed", "whether anybody goes \(open): the budget ran out") }
  }

  // MARK: - People

  private mutating func draw(_ population: PopulationDiff) {
    lines += ["", "### People", "", escaped(DiffWords.people(population))]
    if let words = DiffWords.otherWords(population) { lines += ["", escaped(words)] }
    for table in population.tables { draw(table, population) }
    guard !population.persons.isEmpty else { return }
    open("One by one")
    for person in population.persons {
      let parts = person.parts.map { "\($0.label) \(escaped(PlainWords.list($0.items)))" }
      lines.append("- **\(escaped(person.id))** " + parts.joined(separator: "; "))
    }
    close()
  }

  private mutating func draw(_ table: PopulationDiff.Table, _ population: PopulationDiff) {
    if !table.rows.isEmpty {
      let columns = "before | after | gain | lose | other verb"
      lines += ["", "| \(escaped(table.title)) | \(columns) |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    }
    for row in table.rows {
      let numbers = row.numbers.map { escaped(population.shown($0).description) }
      lines.append("| \(escaped(row.title)) | \(numbers.joined(separator: " | ")) |")
    }
    guard let withheld = table.inWords else { return }
    lines += ["", escaped(table.rows.isEmpty ? "\(table.title): \(PlainWords.inSentence(withheld))" : withheld)]
  }
}
