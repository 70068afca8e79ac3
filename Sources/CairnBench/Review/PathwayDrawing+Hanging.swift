import Cairn

extension PathwayDrawing {
  /// What hangs on a step: the rules for one kind of support together.
  struct Chip: Hashable {
    var title: String
    var detail: String
    var isLocal: Bool
  }

  static func chips(of step: StepReview, _ words: ReviewWords) -> [Chip] {
    var order: [String] = []
    var groups: [String: [InsertionReview]] = [:]
    for insertion in step.insertions {
      let key = "\(insertion.support ?? "") \(insertion.who.rawValue)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(insertion)
    }
    return order.compactMap { groups[$0] }.map { group in
      let verbs = group.map(\.verb).uniqued()
      let title = group[0].support == nil ? "Look at this" : words.title(ofSupport: group[0].support ?? "")
      let backings = group.compactMap(\.local)
      let isLocal = backings.isEmpty || backings.contains { !$0.isGap }
      let parts = [
        group[0].who == .person ? nil : "for \(group[0].who.plural)", group[0].support == nil ? nil : verbs.joined(separator: ", "),
        group.count > 1 ? PlainWords.plainCount(group.count, "rule") : nil, isLocal ? nil : "nothing local",
      ]
      return Chip(title: title, detail: parts.compactMap { $0 }.joined(separator: "\u{A0}· "), isLocal: isLocal)
    }
  }

  static let titleSize = 13.5
  static let noteSize = 11.5
  static let chipSize = 12.5
  static let detailSize = 11.0
  static let radius = 7.0

  /// Draws a step's words and what hangs on it, from a point down; says where it ends and where the last thing is fastened.
  mutating func hang(
    _ step: StepReview, of pathway: PathwayReview, below node: Point, from top: Double, indent: Double, width: Double, _ words: ReviewWords
  ) -> (bottom: Double, stem: Double) {
    var y = top
    let x = node.x + indent
    func put(_ text: String, _ role: Label.Role, _ size: Double, _ drawing: inout PathwayDrawing) {
      for line in TextFitting.lines(text, within: width, size: size, isBold: role == .title) {
        y += size * 1.28
        drawing.labels.append(Label(at: Point(x: x, y: y), text: line, role: role))
      }
    }
    put(step.title, .title, Self.titleSize, &self)
    y += 2
    put(words.notes(step, of: pathway).joined(separator: ", "), .note, Self.noteSize, &self)
    y += 8
    var stem = node.y
    if step.carriesNothing { stem = hangNothing(&y, x, width) }
    for chip in Self.chips(of: step, words) { stem = hang(chip, &y, x, width, node.x) }
    let path = "M\(Self.number(node.x)) \(Self.number(node.y + Self.radius))V\(Self.number(stem))"
    strokes.append(Stroke(path: path, role: step.carriesNothing ? .emptyStem : .stem))
    if step.carriesNothing { strokes.append(Stroke(path: Self.tick(from: node.x, to: x, stem), role: .emptyStem)) }
    return (y, stem)
  }

  private mutating func hangNothing(_ y: inout Double, _ x: Double, _ width: Double) -> Double {
    let height = Self.chipSize * 1.28 + 12
    boxes.append(Box(at: Point(x: x, y: y), width: width, height: height, role: .nothing))
    labels.append(Label(at: Point(x: x + 8, y: y + Self.chipSize * 1.28 + 4), text: "nothing here", role: .gap))
    let middle = y + height / 2
    y += height + 6
    return middle
  }

  private mutating func hang(_ chip: Chip, _ y: inout Double, _ x: Double, _ width: Double, _ rail: Double) -> Double {
    let titles = TextFitting.lines(chip.title, within: width - 16, size: Self.chipSize)
    let details = TextFitting.lines(chip.detail, within: width - 16, size: Self.detailSize)
    let height = Double(titles.count) * Self.chipSize * 1.28 + Double(details.count) * Self.detailSize * 1.28 + 10
    boxes.append(Box(at: Point(x: x, y: y), width: width, height: height, role: chip.isLocal ? .chip : .notLocal))
    var baseline = y + 3
    for line in titles {
      baseline += Self.chipSize * 1.28
      labels.append(Label(at: Point(x: x + 8, y: baseline), text: line, role: .chip))
    }
    for line in details {
      baseline += Self.detailSize * 1.28
      labels.append(Label(at: Point(x: x + 8, y: baseline), text: line, role: .detail))
    }
    let middle = y + min(height / 2, 15)
    strokes.append(Stroke(path: Self.tick(from: rail, to: x, middle), role: .stem))
    y += height + 6
    return middle
  }

  private static func tick(from a: Double, to b: Double, _ y: Double) -> String { "M\(number(a)) \(number(y))H\(number(b))" }

  /// With one decimal at most: enough for the eye, and the same on every machine.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
