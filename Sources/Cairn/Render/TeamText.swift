/// What stands at steps for the team, drawn: training, information for practitioners. No person and no fact about one comes into it.
package struct TeamText {
  private let ruleSet: RuleSet
  private let asOf: CalendarDate
  private let steps: [Step]

  /// The entries of one step; of rules that stand at no step where `step` is nil.
  private struct Step {
    var pathway: String?
    var step: String?
    var title: String
    var entries: [TeamView.Entry]
  }

  package init(_ view: TeamView, ruleSet: RuleSet, asOf: CalendarDate) {
    self.ruleSet = ruleSet
    self.asOf = asOf
    var steps: [Step] = []
    for entry in view.entries {
      if steps.last?.pathway != entry.pathway || steps.last?.step != entry.step || steps.isEmpty {
        steps.append(Step(pathway: entry.pathway, step: entry.step, title: entry.stepTitle ?? "", entries: []))
      }
      if entry.rule != nil { steps[steps.count - 1].entries.append(entry) }
    }
    self.steps = steps
  }

  private func title(ofPathway id: String?) -> String {
    guard let id else { return "At no step in particular" }
    return ruleSet.pathways.first { $0.id == id }?.title.text(in: ruleSet.language) ?? id
  }

  private func title(of entry: TeamView.Entry) -> String {
    guard let id = entry.support else { return entry.say }
    return (ruleSet.supports.first { $0.manifest.id == id }?.manifest.title.text(in: ruleSet.language) ?? id) + entry.parameters.inTitle
  }

  // MARK: - Text

  package func text(_ options: AdviceText.Options) -> String {
    var page = Page(width: options.width)
    page.add(header(ruleSet, asOf: asOf) + ", for the team", first: "")
    var pathway: String??
    var told: Set<String> = []
    for step in steps {
      if pathway != .some(step.pathway) {
        page.gap()
        page.add(.strong(title(ofPathway: step.pathway)), first: "")
        pathway = .some(step.pathway)
      }
      draw(step, &told, on: &page, options)
    }
    page.gap()
    page.add(StyledText(countInWords), first: "")
    return page.drawn(color: options.color)
  }

  private func draw(_ step: Step, _ told: inout Set<String>, on page: inout Page, _ options: AdviceText.Options) {
    if step.step != nil {
      page.add(StyledText(step.title), note: step.entries.isEmpty ? .faint("nothing stands here yet") : nil, first: "  ○ ")
    }
    for (index, entry) in step.entries.enumerated() {
      let isLast = index == step.entries.count - 1
      let insertion = Insertion(
        kind: entry.support == nil ? .flagged : .suggested, verb: entry.verb?.rawValue ?? "", title: title(of: entry),
        body: [PlainWords.sentence(entry.because)] + said(entry, &told),
        details: entry.rule.map { ["rule \($0)"] } ?? [])
      InsertionText(insertion: insertion, options: options)
        .draw(on: &page, first: .faint(isLast ? "  ╰─" : "  ├─"), rest: .faint(isLast ? "    " : "  │ "))
    }
  }

  /// How something is done is said where it is named first.
  private func said(_ entry: TeamView.Entry, _ told: inout Set<String>) -> [String] {
    guard entry.support != nil, !entry.say.isEmpty else { return [] }
    guard !entry.how.isEmpty, !told.insert(entry.how).inserted else { return [entry.say] }
    let own = String(entry.say.dropLast(entry.how.count)).trimmed
    return own.isEmpty ? [] : [own]
  }

  private var countInWords: String {
    let placed = steps.filter { $0.step != nil }
    guard !placed.isEmpty else { return steps.isEmpty ? "Nothing is meant for the team yet." : "No step is for the team." }
    let empty = placed.count { $0.entries.isEmpty }
    let pathways = Set(placed.compactMap(\.pathway)).count
    let idle = empty == 0 ? "" : ", \(empty) of them with nothing"
    return "\(PlainWords.count(placed.count, "step")) for the team on \(PlainWords.count(pathways, "pathway"))\(idle)."
  }

  // MARK: - JSON and Markdown

  /// `team` has an element for each step; `pathway` and `step` are null for rules that stand at no step.
  package func json() -> String {
    var json = JSONWriter(.indented)
    json.object { json in
      AdviceJSON.writeHead(ruleSet, asOf: asOf, to: &json)
      json.array("team", of: steps) { json, step in
        json.object { json in
          json.field("pathway", step.pathway)
          json.field("step", step.step)
          json.array("suggestions", of: step.entries.filter { $0.support != nil }) { json, entry in
            json.object { json in
              json.field("support", entry.support)
              json.field("verb", entry.verb?.rawValue)
              Self.write(entry, to: &json)
            }
          }
          json.array("flags", of: step.entries.filter { $0.support == nil }) { json, entry in json.object { Self.write(entry, to: &$0) } }
        }
      }
    }
    return json.text + "\n"
  }

  private static func write(_ entry: TeamView.Entry, to json: inout JSONWriter) {
    json.field("rule", entry.rule)
    json.field("because", entry.because)
    json.field("say", entry.say)
  }

  package func markdown() -> String {
    let name = [ruleSet.title.text(in: ruleSet.language), ruleSet.version].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = ["# \(MarkdownWords.escaped(name)), for the team", "", "As of \(MarkdownWords.date(asOf))."]
    var pathway: String??
    for step in steps {
      if pathway != .some(step.pathway) {
        lines += ["", "## \(MarkdownWords.escaped(title(ofPathway: step.pathway)))", ""]
        pathway = .some(step.pathway)
      }
      let indent = step.step == nil ? "" : "  "
      if step.step != nil {
        lines.append("- " + MarkdownWords.escaped(step.title) + (step.entries.isEmpty ? ": nothing stands here yet" : ""))
      }
      lines += step.entries.map { markdown($0, indent: indent) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func markdown(_ entry: TeamView.Entry, indent: String) -> String {
    let head = "\(entry.verb?.rawValue ?? "") **\(MarkdownWords.escaped(title(of: entry)))**"
    let rest = [entry.because, entry.support == nil ? "" : entry.say].filter { !$0.isEmpty }.map(MarkdownWords.escaped)
    let rule = "*rule \(MarkdownWords.escaped(entry.rule ?? ""))*"
    return "\(indent)- " + ([head] + rest + [rule]).joined(separator: "\\\n\(indent)  ")
  }
}
