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
}
