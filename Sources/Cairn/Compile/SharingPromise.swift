/// A sentence that says that details of a person go to somebody else: *we pass your number on*, *send the name and the diagnosis*.
///
/// Found by words, clause by clause. What is denied (*nothing is passed on*) and what people do themselves (*you send your number*) is none.
/// English alone is known so far, as no other language ships.
enum SharingPromise {
  /// The first such stretch of a text, as it is written.
  static func phrase(in text: String) -> String? {
    guard mayHold(text) else { return nil }
    for clause in text.split(whereSeparator: { ".,;:!?\n".contains($0) }) {
      if let phrase = phrase(inClause: clause) { return String(phrase) }
    }
    return nil
  }

  /// A text without the sentences that hold such a stretch.
  static func leavingOut(_ text: String) -> String {
    var kept = ""
    var sentence = ""
    for character in text {
      sentence.append(character)
      guard ".!?\n".contains(character) else { continue }
      if phrase(in: sentence) == nil { kept += sentence }
      sentence = ""
    }
    return (phrase(in: sentence) == nil ? kept + sentence : kept).trimmed
  }

  private static let sends: Set<String> = [
    "pass", "passes", "passed", "passing", "send", "sends", "sent", "sending", "forward", "forwards", "forwarded", "share", "shares",
    "shared",
    "sharing", "hand", "hands", "handed",
  ]
  private static let leads: Set<String> = ["refer", "refers", "introduce", "introduces"]
  private static let led: Set<String> = ["referred", "introduced"]
  private static let details: Set<String> = [
    "name", "number", "details", "address", "phone", "email", "diagnosis", "record", "records", "notes", "information", "data", "referral",
  ]
  private static let owners: Set<String> = ["your", "their", "his", "her", "the", "a"]
  private static let denials: Set<String> = ["not", "no", "nothing", "never", "nobody", "none", "without", "neither"]

  /// Whether a word begins as one that sends or leads does. Every text of a rulebook passes here, so that bytes are looked at.
  private static func mayHold(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var isInWord = false
      for start in bytes.indices {
        if !isInWord, bytes.count - start >= 4, starts.contains(word(bytes, at: start)) { return true }
        isInWord = (bytes[start] | 0x20) &- 0x61 < 26
      }
      return false
    }
  }

  private static let starts: Set<UInt32> = Set(
    ["pass", "send", "sent", "forw", "shar", "hand", "refe", "intr"].map { start in
      var start = start
      return start.withUTF8 { word($0, at: 0) }
    })

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[start + $1] | 0x20) }
  }

  private static func phrase(inClause clause: Substring) -> Substring? {
    let written = clause.split { !($0.isLetter || $0 == "'" || $0 == "’") }
    let words = written.map { $0.lowercased() }
    guard !words.contains(where: { denials.contains($0) || $0.hasSuffix("n't") || $0.hasSuffix("n’t") }) else { return nil }
    for (at, word) in words.enumerated() {
      guard let range = stretch(words, at, word), let first = range.first, let last = range.last else { continue }
      return clause[written[first].startIndex..<written[last].endIndex]
    }
    return nil
  }

  /// From the one who does it to what is sent, by the places of the words.
  private static func stretch(_ words: [String], _ at: Int, _ word: String) -> ClosedRange<Int>? {
    let next = at + 1 < words.count ? words[at + 1] : ""
    let before = words[max(0, at - 2)..<at]
    let from = max(0, at - 1)
    if led.contains(word) { return before.contains { ["be", "are", "is", "get", "gets", "been"].contains($0) } ? from...at : nil }
    if before.contains("you") { return nil }
    if leads.contains(word) { return ["you", "them", "him", "her"].contains(next) ? from...(at + 1) : nil }
    guard sends.contains(word), !["you", "them", "him", "yourself"].contains(next) else { return nil }
    if let sent = (at + 1..<min(words.count, at + 7)).first(where: { isOwned(words, $0) }) { return from...sent }
    let isPassive = words[max(0, at - 3)..<at].contains { ["is", "are", "be", "gets", "get"].contains($0) }
    return isPassive ? (max(0, at - 5)..<at).first { isOwned(words, $0) }.map { max(0, $0 - 1)...at } : nil
  }

  /// Whether a word names details, and whose they are stands before it.
  private static func isOwned(_ words: [String], _ at: Int) -> Bool {
    details.contains(words[at]) && words[max(0, at - 3)..<at].contains { owners.contains($0) || $0.hasSuffix("'s") || $0.hasSuffix("’s") }
  }
}
