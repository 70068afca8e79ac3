import Cairn

/// Writes a drawing as SVG. Its looks are the page's style; what it shows stands beside it as a list.
struct DrawingSVG {
  let drawing: PathwayDrawing
  /// Tells its parts from those of other drawings on the page.
  let id: String
  /// `wide` or `tall`.
  let form: String
  let title: String
  let description: String

  func write(to html: inout HTMLWriter) {
    let size = "0 0 \(PathwayDrawing.number(drawing.width)) \(PathwayDrawing.number(drawing.height))"
    html.element(
      "svg",
      [
        .value("class", form), .value("role", "img"), .value("aria-labelledby", "\(id)-t \(id)-d"), .value("viewBox", size),
        .value("width", "\(Int(drawing.width.rounded(.up)))"), .value("height", "\(Int(drawing.height.rounded(.up)))"),
      ]
    ) { html in
      html.element("title", [.value("id", "\(id)-t")], text: title)
      html.element("desc", [.value("id", "\(id)-d")], text: description)
      writeArrow(to: &html)
      for stroke in drawing.strokes { write(stroke, to: &html) }
      for box in drawing.boxes { write(box, to: &html) }
      for node in drawing.nodes { write(node, to: &html) }
      for label in drawing.labels {
        html.element("text", [.value("class", label.role.rawValue)] + Self.place(label.at, "x", "y"), text: label.text)
      }
    }
  }

  private func writeArrow(to html: inout HTMLWriter) {
    html.element("defs") { html in
      html.element(
        "marker",
        [
          .value("id", "\(id)-a"), .value("class", "arrow"), .value("viewBox", "0 0 8 8"), .value("refX", "6"), .value("refY", "4"),
          .value("markerWidth", "8"), .value("markerHeight", "8"), .value("markerUnits", "userSpaceOnUse"), .value("orient", "auto"),
        ]
      ) { $0.shape("path", [.value("d", "M0 0L8 4L0 8Z")]) }
    }
  }

  private func write(_ stroke: PathwayDrawing.Stroke, to html: inout HTMLWriter) {
    let arrow: [HTMLWriter.Attribute] = stroke.hasArrow ? [.value("marker-end", "url(#\(id)-a)")] : []
    html.shape("path", [.value("class", stroke.role.rawValue), .value("d", stroke.path)] + arrow)
  }

  private func write(_ box: PathwayDrawing.Box, to html: inout HTMLWriter) {
    html.shape(
      "rect",
      [.value("class", box.role.rawValue)] + Self.place(box.at, "x", "y") + [
        .value("width", PathwayDrawing.number(box.width)), .value("height", PathwayDrawing.number(box.height)), .value("rx", "5"),
      ])
  }

  private func write(_ node: PathwayDrawing.Node, to html: inout HTMLWriter) {
    let look = (node.mark == .anyTime ? "node free" : "node") + (node.isEmpty ? " empty" : "")
    guard node.mark == .team else {
      html.shape(
        "circle",
        [.value("class", look)] + Self.place(node.at, "cx", "cy") + [.value("r", PathwayDrawing.number(PathwayDrawing.radius))])
      return
    }
    let corner = PathwayDrawing.Point(x: node.at.x - 6.5, y: node.at.y - 6.5)
    html.shape("rect", [.value("class", look)] + Self.place(corner, "x", "y") + [.value("width", "13"), .value("height", "13")])
  }

  private static func place(_ point: PathwayDrawing.Point, _ x: StaticString, _ y: StaticString) -> [HTMLWriter.Attribute] {
    [.value(x, PathwayDrawing.number(point.x)), .value(y, PathwayDrawing.number(point.y))]
  }
}
