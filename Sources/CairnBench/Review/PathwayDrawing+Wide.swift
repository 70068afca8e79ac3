import Cairn

extension PathwayDrawing {
  /// For a desk: the line runs from left to right, what is inserted hangs below its step, branches arch above. A long line goes on in
  /// further rows; steps that lie on no line have a row of their own.
  static func wide(_ pathway: PathwayReview, _ words: ReviewWords) -> PathwayDrawing {
    var drawing = PathwayDrawing(width: 1160)
    let line = pathway.line
    let rows = max(1, (line.count + mostInRow - 1) / mostInRow)
    let perRow = max(1, (line.count + rows - 1) / rows)
    let lines = stride(from: 0, to: line.count, by: perRow).map { Array(line.dropFirst($0).prefix(perRow)) }
    let apart = pathway.anyTime + pathway.ofTeam
    let widest = max(lines.map(\.count).max() ?? 0, min(apart.count, mostInRow), 1)
    let column = min(210, (drawing.width - 2 * margin) / Double(widest))
    drawing.width = max(column * Double(widest) + 2 * margin, 480)
    for (row, steps) in lines.enumerated() {
      drawing.addLine(steps, of: pathway, column, isFirst: row == 0, isLast: row == lines.count - 1, words)
    }
    for start in stride(from: 0, to: apart.count, by: mostInRow) {
      drawing.addApart(Array(apart.dropFirst(start).prefix(mostInRow)), of: pathway, column, words)
    }
    return drawing
  }

  private static let mostInRow = 8
  private static let margin = 14.0
  private static let laneHeight = 13.0

  private func x(of place: Int, _ column: Double) -> Double { Self.margin + Self.radius + column * Double(place) }

  private mutating func addLine(
    _ steps: [Int], of pathway: PathwayReview, _ column: Double, isFirst: Bool, isLast: Bool, _ words: ReviewWords
  ) {
    let places = Dictionary(uniqueKeysWithValues: steps.enumerated().map { ($1, $0) })
    let branches = Self.branches(pathway.branches.filter { places[$0.from] != nil && places[$0.to] != nil }, places: places)
    let repeats = steps.contains { pathway.steps[$0].repeats != nil }
    let lanes = branches.map { $0.lane + 1 }.max() ?? 0
    let y = height + 18 + max(Double(lanes) * Self.laneHeight + (lanes > 0 ? 14 : 0), repeats ? 22 : 0)
    for (place, step) in steps.enumerated() {
      let at = Point(x: x(of: place, column), y: y)
      nodes.append(Node(at: at, mark: .line, isEmpty: pathway.steps[step].carriesNothing))
      if pathway.steps[step].repeats != nil { addLoop(at) }
      lead(from: step, at, to: place + 1 < steps.count ? steps[place + 1] : nil, column, pathway, isLastRow: isLast)
    }
    if !isFirst, let first = steps.first, pathway.isEntered(first) {
      strokes.append(Stroke(path: "M0 \(Self.number(y))H\(Self.number(Self.margin - 1))", role: .line, hasArrow: true))
    }
    for branch in branches { addArch(branch, places, column, y) }
    hangAll(steps, of: pathway, column, y, words)
  }

  /// The line from a step to the next one in its row, to the next row, or to its end.
  private mutating func lead(from step: Int, _ at: Point, to next: Int?, _ column: Double, _ pathway: PathwayReview, isLastRow: Bool) {
    let following = pathway.next(after: step)
    let start = "M\(Self.number(at.x + Self.radius)) \(Self.number(at.y))"
    if let following, pathway.steps[step].then.contains(following) {
      let end = next == nil ? at.x + column - 22 : at.x + column - Self.radius - 3
      strokes.append(Stroke(path: "\(start)H\(Self.number(end))", role: .line, hasArrow: true))
    } else if pathway.steps[step].then.isEmpty {
      let end = at.x + min(column - 30, 34)
      strokes.append(Stroke(path: "\(start)H\(Self.number(end))", role: .line))
      strokes.append(Stroke(path: "M\(Self.number(end)) \(Self.number(at.y - 7))v14", role: .end))
    }
  }

  private mutating func addLoop(_ at: Point) {
    let y = at.y
    let path =
      "M\(Self.number(at.x + 1)) \(Self.number(y - 7))C\(Self.number(at.x - 4)) \(Self.number(y - 27)) \(Self.number(at.x + 27)) "
      + "\(Self.number(y - 27)) \(Self.number(at.x + 8.5)) \(Self.number(y - 6.5))"
    strokes.append(Stroke(path: path, role: .branch, hasArrow: true))
  }

  private mutating func addArch(_ branch: Branch, _ places: [Int: Int], _ column: Double, _ y: Double) {
    guard let from = places[branch.from], let to = places[branch.to] else { return }
    let way: Double = to > from ? 1 : -1
    let (start, end) = (x(of: from, column) + 3 * way, x(of: to, column) - 3 * way)
    let top = y - 22 - Double(branch.lane) * Self.laneHeight
    let path =
      "M\(Self.number(start)) \(Self.number(y - Self.radius))V\(Self.number(top + 6))"
      + "Q\(Self.number(start)) \(Self.number(top)) \(Self.number(start + 6 * way)) \(Self.number(top))H\(Self.number(end - 6 * way))"
      + "Q\(Self.number(end)) \(Self.number(top)) \(Self.number(end)) \(Self.number(top + 6))V\(Self.number(y - Self.radius - 3))"
    strokes.append(Stroke(path: path, role: .branch, hasArrow: true))
  }

  private mutating func addApart(_ steps: [Int], of pathway: PathwayReview, _ column: Double, _ words: ReviewWords) {
    let y = height + 38
    for (place, step) in steps.enumerated() {
      let isTeam = pathway.steps[step].who == .team
      let at = Point(x: x(of: place, column), y: y)
      nodes.append(Node(at: at, mark: isTeam ? .team : .anyTime, isEmpty: pathway.steps[step].carriesNothing))
      let isNew = place == 0 || (pathway.steps[steps[place - 1]].who == .team) != isTeam
      if isNew {
        labels.append(Label(at: Point(x: at.x - Self.radius, y: y - 15), text: isTeam ? "For the team" : "At any time", role: .band))
      }
    }
    hangAll(steps, of: pathway, column, y, words)
  }

  private mutating func hangAll(_ steps: [Int], of pathway: PathwayReview, _ column: Double, _ y: Double, _ words: ReviewWords) {
    var bottom = y
    for (place, step) in steps.enumerated() {
      let hung = hang(
        pathway.steps[step], of: pathway, below: Point(x: x(of: place, column), y: y), from: y + 8, indent: 14, width: column - 28, words)
      bottom = max(bottom, hung.bottom)
    }
    height = bottom + 10
  }
}

extension PathwayReview {
  /// Ways between steps that are not simply the line.
  var branches: [(from: Int, to: Int)] {
    steps.indices.flatMap { step in steps[step].then.filter { $0 != next(after: step) }.map { (step, $0) } }
  }

  /// Whether the line leads into a step from the one before it.
  func isEntered(_ step: Int) -> Bool { line.contains { next(after: $0) == step && steps[$0].then.contains(step) } }
}
