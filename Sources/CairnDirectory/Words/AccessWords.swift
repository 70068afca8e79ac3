/// What access needs a place meets, as far as its description says so in words that are known.
enum AccessWords {
  /// Longer phrases before the words that stand in them.
  private static let phrases: [(need: String, words: [String])] = [
    ("changing-place", ["changing places toilet", "changing places", "changing place"]),
    (
      "accessible-toilet",
      [
        "wheelchair accessible toilet", "wheelchair-accessible toilet", "accessible toilet", "accessible wc", "disabled toilet",
        "disabled wc", "toilet for disabled", "adapted toilet",
      ]
    ),
    ("parking", ["disabled parking", "accessible parking", "blue badge", "parking", "car park"]),
    (
      "step-free",
      [
        "step-free", "step free", "level access", "no steps", "wheelchair accessible", "wheelchair access", "accessible by wheelchair",
        "ramp",
      ]
    ),
    ("hearing-loop", ["hearing loop", "induction loop", "loop system", "t-coil", "hearing-loop"]),
    ("sign-language", ["british sign language", "sign language", "bsl"]),
    ("lift", ["lift to all floors", "lift access", "lifts", "lift"]),
    ("quiet-room", ["quiet room", "quiet space"]),
    ("assistance-dogs", ["assistance dog", "guide dog"]),
    ("large-print", ["large print"]),
    ("braille", ["braille"]),
  ]

  private static let doubts = [
    " no ", "not ", "n't ", "without ", "unfortunately", "unable", "limited", "lacks", "none", "unsuitable", "inaccessible", " only ", "?",
  ]

  /// The needs that are met, and what was not understood. A clause with a `no` or a `but` in it says too much for a list of words.
  static func read(_ text: String) -> (needs: [String], rest: String?) {
    var needs: [String] = []
    var rest: [String] = []
    for clause in clauses(text) {
      let found = self.needs(in: clause)
      if found.isEmpty { rest.append(clause) }
      for need in found where !needs.contains(need) { needs.append(need) }
    }
    return (needs, rest.isEmpty ? nil : rest.joined(separator: "; "))
  }

  private static func clauses(_ text: String) -> [String] {
    text.split { ".;\n\r!".contains($0) }.map { String($0).trimmed }.filter { $0.contains { $0.isLetter } }
  }

  private static func needs(in clause: String) -> [String] {
    var words = " \(clause.lowercased()) "
    let isLevel = words.contains("no steps")
    if isLevel { words.replace("no steps", with: "step-free") }
    guard !doubts.contains(where: words.contains) else { return [] }
    var needs: [String] = []
    for (need, phrases) in phrases {
      for phrase in phrases where words.contains(phrase) && begins(phrase, in: words) {
        words.replace(phrase, with: " ")
        if !needs.contains(need) { needs.append(need) }
      }
    }
    return needs
  }

  /// At the beginning of a word: a tramp is no ramp.
  private static func begins(_ phrase: String, in words: String) -> Bool {
    words.ranges(of: phrase).contains { range in
      range.lowerBound == words.startIndex || !words[words.index(before: range.lowerBound)].isLetter
    }
  }
}
