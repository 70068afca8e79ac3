/// Lines of a terminal's width, filled from the top.
package struct Page: Sendable {
  package let width: Int
  private var lines: [StyledText] = []

  /// Below 40 cells nothing can be drawn well, so a narrower terminal wraps by itself.
  package init(width: Int) { self.width = max(width, 40) }

  /// An empty line, never two in a row.
  package mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append(StyledText()) }
  }

  package mutating func add(_ line: StyledText) { lines.append(line) }

  /// Text wrapped to the width; `first` stands before its first line and `rest` before the others.
  package mutating func add(_ text: StyledText, first: StyledText, rest: StyledText? = nil) {
    let rest = rest ?? .spaces(first.width)
    for (index, line) in text.wrapped(to: width - max(first.width, rest.width)).enumerated() {
      lines.append((index == 0 ? first : rest) + line)
    }
  }

  /// Text with a note at the right edge of its first line, dots or spaces between; where both do not fit, the text wraps beside the note.
  package mutating func add(
    _ text: StyledText, note: StyledText?, first: StyledText, rest: StyledText? = nil, leader: Character = " "
  ) {
    guard let note, !note.isEmpty else { return add(text, first: first, rest: rest) }
    let rest = rest ?? .spaces(first.width)
    let room = width - max(first.width, rest.width) - note.width - 3
    guard room >= 16 else {
      add(text, first: first, rest: rest)
      for line in note.wrapped(to: width - rest.width) { lines.append(rest + line) }
      return
    }
    for (index, line) in text.wrapped(to: room).enumerated() {
      let left = (index == 0 ? first : rest) + line
      lines.append(index == 0 ? left + Self.leaders(width - left.width - note.width, leader) + note : left)
    }
  }

  /// A title at the left and paragraphs in a column of their own beside it, the note at the right edge of the first line.
  package mutating func add(
    beside title: StyledText, at column: Int, paragraphs: [StyledText], note: StyledText?, first: StyledText, rest: StyledText,
    leader: Character = "·"
  ) {
    let noteWidth = note.map { $0.width + 3 } ?? 0
    guard width - column - noteWidth >= 24, column - first.width >= 12 else {
      add(title, note: note, first: first, rest: rest, leader: leader)
      for paragraph in paragraphs { add(paragraph, first: rest, rest: rest) }
      return
    }
    let titles = title.wrapped(to: column - first.width - 2)
    let texts = paragraphs.flatMap { $0.wrapped(to: min(width - column - noteWidth, 84)) }
    for index in 0..<max(titles.count, texts.count) {
      var line = index == 0 ? first : rest
      if index < titles.count { line += titles[index] }
      if index < texts.count { line = line.padded(to: column) + texts[index] }
      if index == 0, let note { line += Self.leaders(width - line.width - note.width, leader) + note }
      lines.append(line)
    }
  }

  static func leaders(_ count: Int, _ leader: Character) -> StyledText {
    guard count > 2, leader != " " else { return .spaces(count) }
    return StyledText(" " + String(repeating: leader, count: count - 2) + " ", .faint)
  }

  /// The page as text, without spaces at the end of lines, ending in a line break.
  package func drawn(color: Bool) -> String {
    var result = ""
    for line in lines {
      var text = line.drawn(color: color).replacingNoBreakSpaces()
      while text.last == " " { text.removeLast() }
      result += text + "\n"
    }
    return result
  }
}

extension String {
  /// A space that does not break is for the wrapping alone; whoever copies from the terminal wants an ordinary one.
  fileprivate func replacingNoBreakSpaces() -> String {
    contains("\u{A0}") ? String(map { $0 == "\u{A0}" ? " " : $0 }) : self
  }
}
