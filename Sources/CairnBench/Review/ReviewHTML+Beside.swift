import Cairn

/// What stands beside the pathways.
extension ReviewHTML {
  func writeAnywhere(to html: inout HTMLWriter) {
    guard !review.anywhere.isEmpty else { return }
    html.element("section", [.value("aria-labelledby", "anywhere")]) { html in
      html.element("h2", [.value("id", "anywhere")], text: "At no step in particular")
      html.element("p", text: "These apply anywhere, on a pathway or on none.")
      html.element("ul", [.value("class", "insertions")]) { html in
        for insertion in review.anywhere { html.element("li") { write(insertion, isOnPathway: false, to: &$0) } }
      }
    }
  }

  func writeSupports(to html: inout HTMLWriter) {
    guard !review.supports.isEmpty else { return }
    html.element("section", [.value("aria-labelledby", "supports")]) { html in
      html.element("h2", [.value("id", "supports")], text: "Kinds of support, their value and their risks")
      html.element("div", [.value("class", "supports")]) { html in
        for support in review.supports { html.element("article") { write(support, to: &$0) } }
      }
    }
  }

  private func write(_ support: SupportReview, to html: inout HTMLWriter) {
    html.element("h3", text: support.title)
    html.element("p", text: support.summary)
    for (title, texts) in [("It may help", support.benefits), ("What can go wrong", support.risks)] where !texts.isEmpty {
      html.element("h4", text: title)
      html.element("ul") { html in for text in texts { html.element("li", text: text) } }
    }
    let local = words.local(support.local).map { "Local: \($0)." }
    html.element("p", [.value("class", "notes")], text: [support.formality.shortly, local].compactMap { $0 }.joined(separator: " "))
  }
}

extension SupportManifest.Formality {
  /// A sentence.
  fileprivate var shortly: String {
    switch self {
    case .formal: "Formal: a service stands behind it."
    case .informal: "Informal: people among themselves."
    case .either: "Formal or informal, as the offer says."
    }
  }
}
