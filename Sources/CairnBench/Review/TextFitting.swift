import Cairn

/// How wide a text is in a drawing, as far as that can be told without its font: a generous estimate, so that nothing runs over.
enum TextFitting {
  /// Of one text in a size, in the drawing's units.
  static func width(_ text: String, size: Double) -> Double { text.reduce(0) { $0 + width(of: $1) } * size }

  /// The text in lines of at most a width; a word that is longer is broken where it must be.
  static func lines(_ text: String, within width: Double, size: Double, isBold: Bool = false) -> [String] {
    let size = isBold ? size * 1.14 : size
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ broken(String($0), within: width, size: size) }) {
      let longer = line.isEmpty ? word : "\(line) \(word)"
      if line.isEmpty || self.width(longer, size: size) <= width {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func broken(_ word: String, within width: Double, size: Double) -> [String] {
    guard self.width(word, size: size) > width else { return [word] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if !piece.isEmpty, self.width(piece + String(character), size: size) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  /// As a part of the font's size.
  private static func width(of character: Character) -> Double {
    if character.displayWidth == 0 { return 0 }
    if character.displayWidth == 2 { return 1.05 }
    if "iljtf.,:;'’|!()[]- ".contains(character) { return 0.36 }
    if "mwMW@%—".contains(character) { return 0.92 }
    return character.isUppercase ? 0.72 : 0.59
  }
}
