import Cairn

/// A review as one page of HTML that needs nothing beside it: no network, no script. Each pathway is drawn, and told as a list that says
/// the same and more.
package struct ReviewHTML {
  let review: RulebookReview
  let words: ReviewWords

  package static func draw(_ review: RulebookReview) -> String {
    var html = HTMLWriter()
    ReviewHTML(review: review, words: ReviewWords(review: review)).write(to: &html)
    return html.html
  }

  private var title: String { "\(review.title), reviewed" }

  private func write(to html: inout HTMLWriter) {
    html.doctype()
    html.element("html", [.value("lang", review.language)]) { html in
      html.element("head") { html in
        html.void("meta", [.value("charset", "utf-8")])
        html.element("title", text: title)
        html.void("meta", [.value("name", "viewport"), .value("content", "width=device-width, initial-scale=1")])
        html.void("meta", [.value("name", "color-scheme"), .value("content", "light dark")])
        html.style(Self.css)
      }
      html.element("body") { writeBody(to: &$0) }
    }
  }

  private func writeBody(to html: inout HTMLWriter) {
    html.element("a", [.value("class", "skip"), .value("href", "#pathways")], text: "Skip to the pathways")
    html.element("header") { html in
      html.element("p", [.value("class", "kicker")], text: "Care pathways reviewed")
      html.element("h1", text: review.title)
      let day = PlainWords.date(review.asOf)
      html.element("p", text: "How and where information about peer and community support is built in, as of \(day).")
    }
    html.element("nav", [.value("aria-label", "Pathways")]) { html in
      html.element("ul") { html in
        for link in links { html.element("li") { $0.element("a", [.value("href", "#\(link.id)")], text: link.title) } }
      }
    }
    html.element("main") { html in
      writeSummary(to: &html)
      html.element("div", [.value("id", "pathways")]) { html in
        for (index, pathway) in review.pathways.enumerated() { write(pathway, number: index + 1, to: &html) }
      }
      writeAnywhere(to: &html)
      writeSupports(to: &html)
    }
    html.element("footer") { html in
      html.element("p") { html in
        html.text("Written by ")
        html.element("code", text: "cairn review --html")
        html.text(". The people named here are made up. Nothing here is clinical advice.")
      }
    }
  }

  private var links: [(id: String, title: String)] {
    review.pathways.enumerated().map { ("p\($0 + 1)", $1.title) }
      + (review.anywhere.isEmpty ? [] : [("anywhere", "At no step in particular")])
      + (review.supports.isEmpty ? [] : [("supports", "Kinds of support")])
  }

  // MARK: - Summary

  private func writeSummary(to html: inout HTMLWriter) {
    html.element("section", [.value("aria-labelledby", "summary")]) { html in
      html.element("h2", [.value("id", "summary")], text: "In short")
      html.element("ul", [.value("class", "totals")]) { html in
        for line in words.totals { html.element("li", text: line) }
      }
      html.element("div", [.value("class", "scroll")]) { writeTable(to: &$0) }
      html.element("p", [.value("class", "legend")]) { html in
        for (mark, meaning) in Self.legend {
          html.element("span") { html in
            html.element("span", [.value("class", "mark"), .value("aria-hidden", "true")], text: mark)
            html.text(" \(meaning)")
          }
          html.text(" ")
        }
      }
    }
  }

  private static let legend = [
    ("○", "on the line"), ("◌", "at any time"), ("□", "for the team"), ("▸", "can be suggested"), ("!", "look at this"), ("╌", "a gap"),
  ]

  private func writeTable(to html: inout HTMLWriter) {
    html.element("table") { html in
      html.element("caption", text: "Pathways with their gaps")
      html.element("thead") { html in
        html.element("tr") { html in
          for (index, title) in ["Pathway", "Steps", "Empty", "Nothing local", "Left out"].enumerated() {
            html.element("th", [.value("scope", "col")] + (index > 0 && index < 4 ? [.value("class", "number")] : []), text: title)
          }
        }
      }
      html.element("tbody") { html in
        for (index, pathway) in review.pathways.enumerated() { writeRow(pathway, index + 1, to: &html) }
      }
    }
  }

  private func writeRow(_ pathway: PathwayReview, _ number: Int, to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", [.value("scope", "row")]) { $0.element("a", [.value("href", "#p\(number)")], text: pathway.title) }
      html.element("td", [.value("class", "number")], text: "\(pathway.steps.count)")
      for count in words.gapCounts(pathway) {
        // The mark of a gap before a number would read as a minus.
        html.element("td", [.value("class", (count ?? 0) > 0 ? "number lacks" : "number")], text: count.map(String.init) ?? "not said")
      }
      html.element("td", text: words.leftOutShort(pathway))
    }
  }
}

extension HTMLWriter {
  /// A text of the review's words: what stands between asterisks is emphasised.
  mutating func words(_ text: String) {
    for (index, part) in text.split(separator: "*", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { element("em", text: String(part)) } else { self.text(String(part)) }
    }
  }
}
