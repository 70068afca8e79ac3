import Cairn

extension PathwayDrawing {
  /// For a telephone: the line runs down, what is inserted stands at its right, branches are led at its left.
  static func tall(_ pathway: PathwayReview, _ words: ReviewWords) -> PathwayDrawing {
    var drawing = PathwayDrawing(width: 350)
    let order = pathway.line + pathway.anyTime + pathway.ofTeam
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let branches = branches(pathway.branches, places: places)
    let lanes = branches.map { $0.lane + 1 }.max() ?? 0
    let x = 4 + radius + Double(lanes) * laneWidth + (lanes > 0 ? 6 : 0)
    var ys: [Int: Double] = [:]
    var band: String?
    for step in order {
      drawing.addBand(pathway.steps[step], at: x + indent, &band)
      ys[step] = drawing.addStep(step, of: pathway, x, words)
    }
    for step in pathway.line {
      guard let next = pathway.next(after: step), pathway.steps[step].then.contains(next), let from = ys[step], let to = ys[next] else {
        continue
      }
      let path = "M\(number(x)) \(number(from + radius))V\(number(to - radius - 3))"
      drawing.strokes.append(Stroke(path: path, role: .line, hasArrow: true))
    }
    for branch in branches { drawing.addDetour(branch, ys, x) }
    return drawing
  }

  private static let laneWidth = 11.0
  private static let indent = 20.0

  private mutating func addBand(_ step: StepReview, at x: Double, _ band: inout String?) {
    let name = step.who == .team ? "For the team" : step.isAnyTime ? "At any time" : nil
    if let name, name != band {
      height += 26
      labels.append(Label(at: Point(x: x, y: height), text: name, role: .band))
    }
    band = name
  }

  /// Adds a step at the bottom; says at which height its mark stands.
  private mutating func addStep(_ place: Int, of pathway: PathwayReview, _ x: Double, _ words: ReviewWords) -> Double {
    let step = pathway.steps[place]
    let at = Point(x: x, y: height + 20)
    let mark: Node.Mark = step.who == .team ? .team : step.isAnyTime ? .anyTime : .line
    nodes.append(Node(at: at, mark: mark, isEmpty: step.carriesNothing))
    let hung = hang(step, of: pathway, below: at, from: at.y - 12, indent: Self.indent, width: width - x - Self.indent - 4, words)
    height = hung.bottom + 6
    if mark == .line, step.then.isEmpty {
      strokes.append(Stroke(path: "M\(Self.number(x)) \(Self.number(hung.stem))V\(Self.number(height))", role: .line))
      strokes.append(Stroke(path: "M\(Self.number(x - 7)) \(Self.number(height))h14", role: .end))
      height += 6
    }
    return at.y
  }

  private mutating func addDetour(_ branch: Branch, _ ys: [Int: Double], _ x: Double) {
    guard let from = ys[branch.from], let to = ys[branch.to] else { return }
    let way: Double = to > from ? 1 : -1
    let (start, end) = (from + 3 * way, to - 3 * way)
    let left = x - Self.radius - 8 - Double(branch.lane) * Self.laneWidth
    let path =
      "M\(Self.number(x - Self.radius)) \(Self.number(start))H\(Self.number(left + 6))"
      + "Q\(Self.number(left)) \(Self.number(start)) \(Self.number(left)) \(Self.number(start + 6 * way))V\(Self.number(end - 6 * way))"
      + "Q\(Self.number(left)) \(Self.number(end)) \(Self.number(left + 6)) \(Self.number(end))H\(Self.number(x - Self.radius - 3))"
    strokes.append(Stroke(path: path, role: .branch, hasArrow: true))
  }
}
