extension String {
  /// How many columns a terminal gives this text: two for wide letters and emoji, none for combining marks.
  package var displayWidth: Int {
    var width = 0
    for character in self { width += character.displayWidth }
    return width
  }
}

extension Character {
  /// Columns of one character as the eye counts them; its first letter decides, and an emoji selector makes it wide.
  package var displayWidth: Int {
    if let ascii = asciiValue { return ascii >= 0x20 && ascii != 0x7F ? 1 : 0 }
    guard let first = unicodeScalars.first else { return 0 }
    let selectsEmoji = unicodeScalars.contains { $0.value == 0xFE0F }
    if selectsEmoji || unicodeScalars.count == 2 && (0x1F1E6...0x1F1FF).contains(first.value) { return 2 }
    return first.displayWidth
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return value == 0xAD ? 1 : 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    return Self.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// Unicode's *wide* and *full-width* letters (UAX 11), in coarse blocks; what is unassigned inside them counts as wide too.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
