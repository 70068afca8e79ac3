import Cairn
import Testing

@testable import CairnBench

@Suite("The page of a review")
struct ReviewPageTests {
  @Test("drawings show every step once, nothing lies on anything else, and no word runs out of them")
  func drawings() throws {
    let review = try #require(ReviewTests.review)
    let words = ReviewWords(review: review)
    for pathway in review.pathways {
      for drawing in [PathwayDrawing.wide(pathway, words), PathwayDrawing.tall(pathway, words)] {
        #expect(drawing.nodes.count == pathway.steps.count)
        #expect(Set(drawing.nodes.map(\.at)).count == drawing.nodes.count)
        #expect(drawing.boxes.count == pathway.steps.reduce(0) { $0 + max(PathwayDrawing.chips(of: $1, words).count, 1) })
        for (index, box) in drawing.boxes.enumerated() {
          #expect(box.at.x >= 0 && box.at.x + box.width <= drawing.width && box.at.y + box.height <= drawing.height)
          for other in drawing.boxes.dropFirst(index + 1) { #expect(!box.overlaps(other), "\(pathway.id)") }
        }
        for label in drawing.labels {
          #expect(label.at.x + TextFitting.width(label.text, size: label.size) <= drawing.width, "\(label.text)")
          #expect(label.at.y <= drawing.height)
        }
      }
    }
  }

  @Test("branches in one lane never share a stretch of the line")
  func lanes() {
    let edges = [(0, 4), (4, 0), (3, 5), (1, 2), (6, 1), (5, 7)].map { (from: $0.0, to: $0.1) }
    let places = Dictionary(uniqueKeysWithValues: (0..<8).map { ($0, $0) })
    let branches = PathwayDrawing.branches(edges, places: places)
    #expect(branches.count == edges.count)
    for (index, one) in branches.enumerated() {
      for other in branches.dropFirst(index + 1) where one.lane == other.lane {
        #expect(max(one.from, one.to) < min(other.from, other.to) || max(other.from, other.to) < min(one.from, one.to))
      }
    }
  }

  @Test("it needs nothing beside it, says its language, and every link leads somewhere on it")
  func contained() throws {
    let html = ReviewHTML.draw(try #require(ReviewTests.review))
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    for word in ["<script", "<link", "src=", "@import", "url(http", "<iframe"] { #expect(!html.contains(word), "\(word)") }
    let ids = html.values(of: " id=\"")
    #expect(Set(ids).count == ids.count)
    for link in html.values(of: " href=\"") { #expect(link.first == "#" && ids.contains(String(link.dropFirst())), "\(link)") }
    for target in html.values(of: "aria-labelledby=\"").flatMap({ $0.split(separator: " ") }) { #expect(ids.contains(String(target))) }
  }

  @Test("headings go down one level at a time")
  func headings() throws {
    let html = ReviewHTML.draw(try #require(ReviewTests.review))
    let levels = html.split(separator: "<").compactMap { part -> Int? in
      part.first == "h" ? part.dropFirst().first?.wholeNumberValue.flatMap { (1...6).contains($0) ? $0 : nil } : nil
    }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
  }

  @Test("an author's text does nothing in any of the forms")
  func hostile() throws {
    let hostile = "<script>alert('x')</script> [a](javascript:b) =cmd|' /C calc'!A0 & *b*"
    let rulebook = try Rulebook(
      files: [
        SourceText(
          path: "w.yaml",
          text: """
            rulebook: {id: w, title: "\(hostile)", version: "1", language: en}
            facts:
              a: {title: "\(hostile)", type: choice, values: ["<i>", "b"]}
            pathways:
              way: {title: "\(hostile)", for: {a: "<i>"}, source: "\(hostile)", steps: {one: {title: "\(hostile)", kind: diagnosis}}}
            rules:
              r: {title: "\(hostile)", at: {kind: diagnosis}, when: {a: b}, flag: "\(hostile)", because: "\(hostile)"}
              s: {title: "\(hostile)", at: {kind: diagnosis}, when: {a: {known: yes}}, flag: "\(hostile)", because: "\(hostile)"}

            """)
      ])
    var review = rulebook.review(asOf: WitnessTests.asOf)
    // No YAML may hold these, but what a directory of services says may.
    review.pathways[0].steps[0].title += " \u{1B}[31m \u{202E}"
    let html = ReviewHTML.draw(review)
    let markdown = ReviewMarkdown.draw(review)
    var options = AdviceText.Options()
    options.width = 200
    for text in [html, markdown, ReviewText(review, options: options).draw(), ReviewJSON.draw(review, ruleSet: rulebook.ruleSet)] {
      #expect(!text.isEmpty && !text.unicodeScalars.contains { Escaping.steers($0) && $0 != "\n" })
    }
    #expect(!html.contains("<script") && !html.contains("<i>") && html.contains("&lt;script&gt;"))
    #expect(!markdown.contains("<script") && !markdown.contains("[a](javascript:") && markdown.contains("\\[a\\]"))
  }
}

extension PathwayDrawing.Box {
  fileprivate func overlaps(_ other: Self) -> Bool {
    at.x < other.at.x + other.width && other.at.x < at.x + width && at.y < other.at.y + other.height && other.at.y < at.y + height
  }
}

extension PathwayDrawing.Label {
  fileprivate var size: Double {
    switch role {
    case .title: PathwayDrawing.titleSize * 1.14
    case .note: PathwayDrawing.noteSize
    case .detail: PathwayDrawing.detailSize
    case .chip, .gap, .band: PathwayDrawing.chipSize
    }
  }
}

extension String {
  /// Everything that stands between some opening and the next quotation mark.
  fileprivate func values(of opening: String) -> [String] {
    split(separator: opening, omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
