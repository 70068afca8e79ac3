/// The declared id that a person most likely meant; help and no fix, since its author chose it. One that is no id itself is never offered.
package func nearestID(_ word: String, in ids: some Sequence<String>) -> String? {
  nearest(word, in: ids.lazy.filter { Identifier.isValid($0) })
}

/// The one word of the language that a misspelt one stands for; nil where two are near, since choosing is a decision.
package func onlyNearest(_ word: String, in words: [String]) -> String? {
  guard let near = nearest(word, in: words), nearest(word, in: words.lazy.filter { $0 != near }) == nil else { return nil }
  return near
}
