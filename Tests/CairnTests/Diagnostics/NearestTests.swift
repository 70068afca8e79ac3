import Testing

@testable import Cairn

@Suite("The nearest name")
struct NearestTests {
  private let comparisons = ["is", "at-least", "at-most", "more-than", "less-than", "between", "any-of", "none-of", "known"]

  @Test(
    "one slip of the fingers is understood",
    arguments: [
      ("atleast", "at-least"), ("at-laest", "at-least"), ("At_Least", "at-least"), ("at most", "at-most"), ("knwon", "known"),
      ("betwen", "between"), ("ist", "is"), ("than-more", "more-than"), ("less-then", "less-than"), ("no-of", "any-of"),
    ])
  func understood(word: String, meant: String) {
    #expect(nearest(word, in: comparisons) == meant)
  }

  @Test("what is not near is not guessed", arguments: ["", "x", "to", "loneliness", "👋", "known", String(repeating: "known", count: 99)])
  func notGuessed(word: String) {
    #expect(nearest(word, in: comparisons) == nil)
  }

  @Test("ties do not depend on the order of the candidates")
  func ties() {
    let candidates = ["cat-d", "cat-b", "cat-c", "cat-bb", "cat"]
    #expect(nearest("cat-x", in: candidates) == "cat-b")
    #expect(nearest("cat-x", in: candidates.reversed()) == "cat-b")
    #expect(nearest("cat-x", in: Set(candidates)) == "cat-b")
  }

  @Test("a nearer candidate wins over an earlier one, and letters outside ASCII are no trap")
  func nearer() {
    #expect(nearest("annual-reveiw", in: ["annual-revue", "annual-review"]) == "annual-review")
    #expect(nearest("café-grüppe", in: ["cafe-gruppe", "café-gruppe"]) == "café-gruppe")
  }

  @Test("is the same when a list is folded once for many words, and when it has grown since")
  func keptList() {
    let index = NearestIndex()
    var names = ["annual-review", "diagnosis", "waiting"]
    for word in ["anual-review", "review-annual", "diagnose", "wating", "elsewhere"] {
      #expect(index.nearest(word, in: .steps, of: names.count) { names } == nearest(word, in: names))
    }
    names.append("elsewhere-too")
    #expect(index.nearest("elsewere-too", in: .steps, of: names.count) { names } == "elsewhere-too")
  }

  @Test("is looked for no more once a list has been looked at so often")
  func bounded() {
    let index = NearestIndex(looks: comparisons.count)
    #expect(index.nearest("atleast", in: .facts, of: comparisons.count) { comparisons } == "at-least")
    #expect(index.nearest("atleast", in: .facts, of: comparisons.count) { comparisons } == nil)
    #expect(index.nearest("atleast", in: .rules, of: comparisons.count) { comparisons } == "at-least")
  }

  /// Names of eleven letters that have little in common.
  private func names(_ count: Int, from seed: Int) -> [String] {
    var state = UInt64(seed)
    return (0..<count).map { _ in
      String(
        (0..<11).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return Character(UnicodeScalar(UInt8(97 + (state >> 33) % 26)))
        })
    }
  }

  @Test("of four times as many words among four times as many names takes four times the work", .enabled(if: Steps.areCounted))
  func steps() {
    func steps(_ count: Int) -> Int {
      let (known, words) = (names(count, from: 1), names(count, from: 2))
      let index = NearestIndex(looks: 20_000)
      return Steps.taken { for word in words { _ = index.nearest(word, in: .concepts, of: known.count) { known } } }
    }
    let (few, many) = (steps(250), steps(1000))
    #expect(many <= 6 * few, "\(few) steps, then \(many)")
  }
}
