import Cairn

extension ReviewHTML {
  func write(_ pathway: PathwayReview, number: Int, to html: inout HTMLWriter) {
    let id = "p\(number)"
    html.element("section", [.value("class", "pathway"), .value("aria-labelledby", id)]) { html in
      html.element("h2", [.value("id", id)], text: pathway.title)
      html.element("p", text: words.whom(pathway))
      writeDrawing(of: pathway, id, to: &html)
      writeSteps("Step by step", pathway.line, of: pathway, to: &html)
      writeSteps("At any time", pathway.anyTime, of: pathway, to: &html)
      writeSteps("For the team", pathway.ofTeam, of: pathway, to: &html)
      writeLeftOut(pathway.leftOut, to: &html)
      html.element("h3", text: "Formal and informal")
      html.element("ul") { html in for line in words.formality(pathway) { html.element("li", text: line) } }
      if let source = pathway.source {
        html.element("p", [.value("class", "source")], text: "Where the pathway comes from: \(source)")
      }
    }
  }

  private func writeDrawing(of pathway: PathwayReview, _ id: String, to html: inout HTMLWriter) {
    let gaps = pathway.gaps
    let description =
      "\(PlainWords.plainCount(gaps.steps, "step")), \(gaps.empty) with nothing. The lists below this drawing say the same in words."
    html.element("figure") { html in
      for (form, drawing) in [("wide", PathwayDrawing.wide(pathway, words)), ("tall", PathwayDrawing.tall(pathway, words))] {
        DrawingSVG(
          drawing: drawing, id: "\(id)-\(form)", form: form, title: "The pathway \(pathway.title) as a line of steps",
          description: description
        ).write(to: &html)
      }
      html.element("figcaption", text: "\(pathway.title): what can be inserted where. The lists below say the same in words.")
    }
  }

  private func writeSteps(_ title: String, _ steps: [Int], of pathway: PathwayReview, to html: inout HTMLWriter) {
    guard !steps.isEmpty else { return }
    html.element("h3", text: title)
    html.element("ol", [.value("class", "steps")]) { html in
      for step in steps { html.element("li") { write(pathway.steps[step], of: pathway, to: &$0) } }
    }
  }

  private func write(_ step: StepReview, of pathway: PathwayReview, to html: inout HTMLWriter) {
    html.element("h4", text: step.title)
    html.element("p", [.value("class", "notes")], text: words.notes(step, of: pathway).joined(separator: ", "))
    if step.carriesNothing {
      html.element("p", [.value("class", "gap")]) { html in
        html.element("strong", text: "╌ Nothing here: ")
        html.words(PlainWords.sentence(words.gap(step)))
      }
    } else {
      html.element("ul", [.value("class", "insertions")]) { html in
        for insertion in step.insertions { html.element("li") { write(insertion, isOnPathway: true, to: &$0) } }
      }
    }
    if let withheld = words.withheld(step) { html.element("p", [.value("class", "notes")]) { $0.words(withheld) } }
  }

  func write(_ insertion: InsertionReview, isOnPathway: Bool, to html: inout HTMLWriter) {
    html.element("div", [.value("class", "what")]) { html in
      html.element("span", [.value("class", "mark"), .value("aria-hidden", "true")], text: insertion.support == nil ? "!" : "▸")
      html.text(" ")
      html.element("span", [.value("class", "verb")], text: insertion.verb)
      html.text(" ")
      html.element("strong", text: words.what(insertion))
      if let when = words.when(insertion) {
        html.text(" ")
        html.element("span", [.value("class", "when")], text: when)
      }
    }
    html.element("div", [.value("class", "whom")]) { html in
      if insertion.who == .team {
        html.text(PlainWords.sentence(insertion.because))
      } else {
        html.text(words.whom(insertion, isOnPathway: isOnPathway))
        if let asks = words.supportAsks(insertion) { html.element("p", text: asks) }
      }
    }
    html.element("div", [.value("class", "local")]) { writeLocal(insertion, to: &$0) }
    html.element("div", [.value("class", "rule")]) { html in
      html.element("span", [.value("class", "key")], text: "Rule ")
      html.element("code", text: insertion.rule)
      html.element("p", text: ([insertion.title] + ruleDetails(insertion) + [insertion.place]).joined(separator: " · "))
    }
  }

  private func ruleDetails(_ insertion: InsertionReview) -> [String] {
    [
      words.grade(insertion),
      insertion.priority == .usual ? nil : "priority \(insertion.priority.rawValue)",
    ].compactMap { $0 }
  }

  private func writeLocal(_ insertion: InsertionReview, to html: inout HTMLWriter) {
    guard let backing = insertion.local, let said = words.local(backing) else { return }
    if backing.isGap {
      html.element("strong", [.value("class", "lacks")], text: "╌ \(PlainWords.capitalized(said))")
    } else {
      html.element("span", [.value("class", "key")], text: "Local ")
      html.text(said)
    }
    let names = backing.offers.filter { $0.status != .expired }.map(\.title)
    guard !names.isEmpty else { return }
    let more = names.count > 3 ? ["\(names.count - 3) more"] : []
    html.element("p", text: PlainWords.list(Array(names.prefix(3)) + more))
  }
}
