import Cairn

extension ReviewHTML {
  func writeLeftOut(_ leftOut: LeftOutReview, to html: inout HTMLWriter) {
    html.element("h3", text: "Who is left out")
    html.element("p", text: words.verdict(leftOut))
    if let reach = words.reach(leftOut.reach) { html.element("p", [.value("class", "notes")], text: reach) }
    guard !leftOut.kinds.isEmpty else { return }
    html.element("ul", [.value("class", "kinds")]) { html in
      for kind in leftOut.kinds { html.element("li") { write(kind, leftOut.reach, to: &$0) } }
    }
  }

  private func write(_ kind: LeftOutKind, _ reach: LeftOutReview.Reach, to html: inout HTMLWriter) {
    html.element("p") { html in
      html.element("strong", text: "╌ \(PlainWords.capitalized(kind.who))")
      html.text(kind.phrases.isEmpty ? " on this pathway." : " of whom this is so:")
    }
    if !kind.phrases.isEmpty {
      html.element("ul", [.value("class", "traits")]) { html in for phrase in kind.phrases { html.element("li", text: phrase) } }
    }
    html.element("p", [.value("class", "notes")]) { $0.words("\(words.weight(kind, reach)) \(words.anywhere(kind))") }
    if kind.isWithheld {
      html.element("p", [.value("class", "notes")], text: "A profile of them names a sensitive fact and is left out here.")
    } else {
      html.element("pre", [.value("tabindex", "0"), .value("aria-label", "A profile of this kind")]) {
        $0.element("code", text: ProfileYAML.block(kind.profile, indent: 0))
      }
    }
  }
}
