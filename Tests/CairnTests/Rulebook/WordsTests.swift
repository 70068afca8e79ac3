import Testing

@testable import Cairn

/// A list of words against a dictionary of the library.
@Suite("Words and their places")
struct WordsTests {
  /// Of every length up to forty, and alike: same beginnings, same ends, one letter between.
  private static let words: [String] = (0...40).flatMap { length in
    ["a", "b"].flatMap { letter -> [String] in
      let even = String(repeating: letter, count: length)
      return [even]
        + [0, length / 2, length - 1].filter { $0 >= 0 && $0 < length }.map { place in
          String(even.enumerated().map { $0.offset == place ? "x" : $0.element })
        }
    }
  }

  @Test("Each is found at its first place, and nothing else is")
  func first() {
    for count in [0, 1, 3, 17, Self.words.count] {
      let some = Array(Self.words.prefix(count))
      let words = Words(some)
      let places = Dictionary(some.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      for word in Self.words + ["é", "ein-wort-mit-ü-am-ende-oder-so"] { #expect(words[word] == places[word], "\(word) among \(count)") }
    }
  }

  @Test("Growing by one at a time is the same")
  func growing() {
    var words = Words()
    for word in Self.words { words.append(word) }
    for word in Self.words { #expect(words.index(of: word) == Words(Self.words).index(of: word)) }
    #expect(words.all == Self.words)
  }

  @Test("A node is found by its text, whether or not it stands so in the file")
  func node() throws {
    let text = "plain-name-of-seventeen: 1\n\"quoted-name-of-seventeen\": 2\n\"with \\x61n escape in it\": 3\n"
    let tree = try #require(YAMLReader.read(SourceText(path: "words.yaml", text: text)).tree)
    let words = Words(["quoted-name-of-seventeen", "plain-name-of-seventeen", "with an escape in it", "plain-name-of-seventeem"])
    #expect(tree.root?.entries.map { words.index(of: $0.key) } == [1, 0, 2])
    #expect(tree.root.flatMap { words.index(of: $0) } == nil)
  }
}
