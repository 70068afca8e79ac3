/// Text with its looks, before anyone knows whether it is drawn in colour. Whatever enters is escaped for a terminal here, once.
package struct StyledText: Sendable, Hashable {
  package struct Span: Sendable, Hashable {
    package var text: String
    package var style: TerminalStyle?
  }

  package private(set) var spans: [Span] = []

  package init() {}

  /// Line breaks become spaces: where lines end is for the page to say.
  package init(_ text: String, _ style: TerminalStyle? = nil) {
    append(Span(text: Escaping.terminalLine(text), style: style))
  }

  private init(escaped spans: [Span]) {
    for span in spans { append(span) }
  }

  private mutating func append(_ span: Span) {
    guard !span.text.isEmpty else { return }
    if let last = spans.last, last.style == span.style {
      spans[spans.count - 1].text += span.text
    } else {
      spans.append(span)
    }
  }

  package var isEmpty: Bool { spans.isEmpty }
  package var width: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }

  package static func + (a: StyledText, b: StyledText) -> StyledText { StyledText(escaped: a.spans + b.spans) }
  package static func + (a: StyledText, b: String) -> StyledText { a + StyledText(b) }
  package static func += (a: inout StyledText, b: StyledText) { a = a + b }

  package static func strong(_ text: String) -> StyledText { StyledText(text, .strong) }
  package static func faint(_ text: String) -> StyledText { StyledText(text, .faint) }
  package static func spaces(_ count: Int) -> StyledText { StyledText(String(repeating: " ", count: max(0, count))) }

  package func padded(to width: Int) -> StyledText { self + .spaces(width - self.width) }
}

extension StyledText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}

// MARK: - Lines

extension StyledText {
  /// The text in lines of at most `width` cells, broken at spaces; a word that is longer is broken where it must be.
  package func wrapped(to width: Int) -> [StyledText] {
    let width = max(width, 1)
    var lines: [StyledText] = []
    var line = StyledText()
    var used = 0
    for word in words() {
      let needed = word.width
      if used > 0, used + 1 + needed <= width {
        line = line.followed(by: word)
        used += 1 + needed
        continue
      }
      if used > 0 { lines.append(line) }
      var pieces = word.broken(every: width)
      line = pieces.popLast() ?? StyledText()
      used = line.width
      lines += pieces
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return Self.keepingCompany(lines, width)
  }

  /// A last line of one short word looks like a mistake: the word before it comes along.
  private static func keepingCompany(_ lines: [StyledText], _ width: Int) -> [StyledText] {
    guard lines.count > 1, let last = lines.last, last.width < 10 else { return lines }
    var before = lines[lines.count - 2].words()
    guard last.words().count == 1, before.count > 3, let companion = before.popLast(), companion.width + 1 + last.width <= width else {
      return lines
    }
    let shorter = before.dropFirst().reduce(before[0]) { $0.followed(by: $1) }
    return lines.dropLast(2) + [shorter, companion.followed(by: last)]
  }

  /// With a space between, in the look of both where they share it.
  private func followed(by word: StyledText) -> StyledText {
    let style = spans.last?.style == word.spans.first?.style ? spans.last?.style : nil
    return StyledText(escaped: spans + [Span(text: " ", style: style)] + word.spans)
  }

  private func words() -> [StyledText] {
    var words: [StyledText] = []
    var word = StyledText()
    for span in spans {
      for (index, part) in span.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0 {
          if !word.isEmpty { words.append(word) }
          word = StyledText()
        }
        word.append(Span(text: String(part), style: span.style))
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private func broken(every width: Int) -> [StyledText] {
    guard self.width > width else { return [self] }
    var pieces: [StyledText] = []
    var piece = StyledText()
    var used = 0
    for span in spans {
      for character in span.text {
        let needed = character.displayWidth
        if used > 0, used + needed > width {
          pieces.append(piece)
          (piece, used) = (StyledText(), 0)
        }
        piece.append(Span(text: String(character), style: span.style))
        used += needed
      }
    }
    return pieces + [piece]
  }
}

// MARK: - Drawing

extension StyledText {
  /// Without colour, words, marks and capitals alone must carry the meaning.
  package func drawn(color: Bool) -> String {
    spans.reduce(into: "") { $0 += $1.style?.paint($1.text, color) ?? $1.text }
  }
}
