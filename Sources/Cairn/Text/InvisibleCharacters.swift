/// Characters that show nothing. A few belong to the spelling of a script or to a small picture; anywhere else they hide something, be it two
/// names that look alike, or a text within the text.
package enum InvisibleCharacters {
  /// Whether a character shows nothing by itself, apart from those that steer the direction of text.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0xAD: false
    case 0xAD, 0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F: true
    case 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// Whether the character at an index is invisible and belongs to nothing beside it.
  package static func isHidden(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    isInvisible(scalars[index]) && !belongs(scalars, index)
  }

  /// The first such character of a text.
  package static func firstHidden(in text: String) -> Unicode.Scalar? {
    guard text.unicodeScalars.contains(where: isInvisible) else { return nil }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.first { isHidden(scalars, $0) }.map { scalars[$0] }
  }

  /// How many characters on either side decide.
  static let reach = 7

  private static func belongs(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let previous = scalars[index - 1]
    let next = scalars.indices.contains(index + 1) ? scalars[index + 1] : nil
    switch scalars[index].value {
    // A soft hyphen, within a word.
    case 0xAD: return previous.properties.isAlphabetic && next?.properties.isAlphabetic == true
    // Where lines may break, in scripts that write no spaces.
    case 0x200B: return isUnspaced(previous)
    case 0x200C: return isJoining(previous)
    case 0x200D: return isJoining(previous) || isPicture(previous) && next.map(isPicture) == true
    case 0x180B...0x180F: return (0x1820...0x18AA).contains(previous.value)
    case 0xFE00...0xFE0D: return previous.value >= 0x1000 && !isInvisible(previous)
    case 0xFE0E...0xFE0F: return previous.properties.isEmoji && (!previous.isASCII || next?.value == 0x20E3)
    case 0xE0020...0xE007F: return isFlag(scalars, index)
    // Forms of one Chinese character.
    case 0xE0100...0xE01EF: return previous.properties.isIdeographic
    default: return false
    }
  }

  /// Letters and marks of scripts whose letters join, or are kept from joining.
  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x109F, 0x1780...0x18AF, 0x1A20...0x1CFF, 0xA800...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x11FFF,
      0x1E900...0x1E95F:
      !isInvisible(scalar) && !scalar.properties.isWhitespace
    default: false
    }
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF: !isInvisible(scalar)
    default: false
    }
  }

  /// Pictures, the tone of skin and the mark after one that say how it is drawn.
  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value > 0xFF && scalar.properties.isEmoji
  }

  /// The flags of England, Scotland and Wales are a black flag with letters that nobody sees.
  private static let flags = ["gbeng", "gbsct", "gbwls"].map { name in name.unicodeScalars.map { 0xE0000 + $0.value } + [0xE007F] }

  private static func isFlag(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard let start = scalars[...index].lastIndex(where: { $0.value == 0x1F3F4 }) else { return false }
    let letters = scalars[(start + 1)...].prefix(6).map(\.value)
    return index - start <= 6 && flags.contains(letters)
  }
}
