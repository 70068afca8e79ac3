import Cairn

/// A drawing of one pathway: where everything lies, before anyone writes it as SVG. Lengths are CSS pixels.
struct PathwayDrawing {
  struct Point: Hashable {
    var x, y: Double
  }

  struct Node {
    enum Mark { case line, anyTime, team }

    var at: Point
    var mark: Mark
    /// Whether nothing hangs on it.
    var isEmpty: Bool
  }

  struct Label {
    enum Role: String { case band, title, note, chip, detail, gap }

    var at: Point
    var text: String
    var role: Role
  }

  struct Box {
    enum Role: String { case chip, notLocal = "chip not-local", nothing }

    var at: Point
    var width, height: Double
    var role: Role
  }

  struct Stroke {
    enum Role: String { case line, branch, stem, emptyStem = "stem empty", end }

    /// An SVG path.
    var path: String
    var role: Role
    var hasArrow = false
  }

  var width: Double
  var height = 0.0
  var nodes: [Node] = []
  var labels: [Label] = []
  var boxes: [Box] = []
  var strokes: [Stroke] = []
}

extension PathwayDrawing {
  /// An edge between two steps that do not follow each other on the line.
  struct Branch: Hashable {
    var from, to: Int
    /// How far from the line it is led, so that no two lie on each other.
    var lane = 0
  }

  /// The branches among steps that stand in an order, each in the nearest lane that is free along its way.
  static func branches(_ edges: [(from: Int, to: Int)], places: [Int: Int]) -> [Branch] {
    var lanes: [[ClosedRange<Int>]] = []
    let spans = edges.compactMap { edge -> (edge: (from: Int, to: Int), span: ClosedRange<Int>)? in
      guard let from = places[edge.from], let to = places[edge.to], from != to else { return nil }
      return (edge, min(from, to)...max(from, to))
    }
    return spans.stablySorted { $0.span.count < $1.span.count }.map { edge, span in
      let lane = lanes.firstIndex { taken in !taken.contains { $0.overlaps(span) } } ?? lanes.count
      if lane == lanes.count { lanes.append([]) }
      lanes[lane].append(span)
      return Branch(from: edge.from, to: edge.to, lane: lane)
    }
  }
}
