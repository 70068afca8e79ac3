import Cairn

/// A review as Markdown, for a document: the same parts in the same order as the text.
package struct ReviewMarkdown {
  private let review: RulebookReview
  private let words: ReviewWords
  private var lines: [String] = []

  package static func draw(_ review: RulebookReview) -> String {
    var markdown = ReviewMarkdown(review: review, words: ReviewWords(review: review))
    markdown.draw()
    return markdown.lines.joined(separator: "\n") + "\n"
  }

  private init(review: RulebookReview, words: ReviewWords) {
    self.review = review
    self.words = words
  }

  /// Text as it is; what stands between asterisks in the words is emphasised here.
  private func escaped(_ text: String) -> String {
    text.split(separator: "*", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 1 ? "*\(MarkdownWords.escaped(String($0.element)))*" : Self.kept(String($0.element)) }.joined()
  }

  /// Escaping takes spaces at the start away, which stand here between two emphases.
  private static func kept(_ text: String) -> String {
    (text.first == " " && text.count > 1 ? " " : "") + MarkdownWords.escaped(text)
  }

  private mutating func heading(_ level: Int, _ text: String) {
    lines += ["", "\(String(repeating: "#", count: level)) \(MarkdownWords.escaped(text))", ""]
  }

  private mutating func draw() {
    lines += ["# \(MarkdownWords.escaped(review.title)), reviewed", "", "As of \(MarkdownWords.date(review.asOf)).", ""]
    lines += words.totals.map { "- \(escaped($0))" }
    lines += ["", "| pathway | steps | empty | nothing local | left out |", "| --- | ---: | ---: | ---: | --- |"]
    for pathway in review.pathways {
      let counts = words.gapCounts(pathway).map { $0.map(String.init) ?? "not said" }
      let cells = [MarkdownWords.escaped(pathway.title), "\(pathway.steps.count)"] + counts + [words.leftOutShort(pathway)]
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    for pathway in review.pathways { draw(pathway) }
    guard !review.anywhere.isEmpty else { return }
    heading(2, "At no step in particular")
    for insertion in review.anywhere { draw(insertion, indent: "", isOnPathway: false) }
  }

  private mutating func draw(_ pathway: PathwayReview) {
    heading(2, pathway.title)
    lines += [escaped(words.whom(pathway)), ""]
    for step in pathway.line + pathway.anyTime + pathway.ofTeam { draw(pathway.steps[step], of: pathway) }
    heading(3, "Who is left out")
    lines.append(escaped(words.verdict(pathway.leftOut)))
    if let reach = words.reach(pathway.leftOut.reach) { lines += ["", escaped(reach)] }
    for kind in pathway.leftOut.kinds { draw(kind, pathway.leftOut.reach) }
    heading(3, "Formal and informal")
    lines += words.formality(pathway).map { "- \(escaped($0))" }
  }

  private mutating func draw(_ step: StepReview, of pathway: PathwayReview) {
    lines.append("- **\(MarkdownWords.escaped(step.title))** (\(escaped(words.notes(step, of: pathway).joined(separator: ", "))))")
    if step.carriesNothing { lines.append("  - **Nothing here:** \(escaped(words.gap(step)))") }
    for insertion in step.insertions { draw(insertion, indent: "  ", isOnPathway: true) }
    if let notHere = words.withheld(step) { lines.append("  - \(escaped(notHere))") }
  }

  private mutating func draw(_ insertion: InsertionReview, indent: String, isOnPathway: Bool) {
    let when = words.when(insertion).map { ", \($0)" } ?? ""
    var parts = ["\(insertion.verb) **\(MarkdownWords.escaped(words.what(insertion)))**\(MarkdownWords.escaped(when))"]
    if insertion.local?.isGap == true, let gap = words.local(insertion.local) { parts[0] += ": **\(escaped(gap))**" }
    if insertion.who != .team { parts.append(escaped(words.whom(insertion, isOnPathway: isOnPathway))) }
    if let asks = words.supportAsks(insertion) { parts.append(escaped(asks)) }
    parts.append(escaped(words.details(insertion).joined(separator: " · ")))
    lines.append("\(indent)- " + parts.joined(separator: "\\\n\(indent)  "))
  }

  private mutating func draw(_ kind: LeftOutKind, _ reach: LeftOutReview.Reach) {
    lines += ["", "- \(escaped(words.leftOut(kind)))\\", "  \(escaped(words.weight(kind, reach) + " " + words.anywhere(kind)))"]
    if kind.isWithheld {
      lines.append("  A profile of them names a sensitive fact.")
    } else {
      lines += ["", "  ```yaml"] + ProfileYAML.block(kind.profile, indent: 2).split(separator: "\n").map { String($0) } + ["  ```"]
    }
  }
}
