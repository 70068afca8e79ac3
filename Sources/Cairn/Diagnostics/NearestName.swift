/// The declared id that a person most likely meant; help and no fix, since its author chose it. One that is no id itself is never offered.
package func nearestID(_ word: String, in ids: some Sequence<String>) -> String? {
  NearestNames(ids.lazy.filter { Identifier.isValid($0) }).nearestID(to: word)
}

extension NearestNames {
  /// The name that a word is near to, or the one that says the same in more words.
  func nearestID(to word: String) -> String? { nearest(to: word) ?? onlyLonger(than: word) }

  /// The one id that says the same in more words: `sickle-cell-disease` for `sickle-cell`.
  private func onlyLonger(than word: String) -> String? {
    guard word.utf8.count > 3, Identifier.isValid(word) else { return nil }
    let longer = all.filter { $0.hasPrefix(word + "-") || $0.hasSuffix("-" + word) }
    return longer.count == 1 ? longer[0] : nil
  }
}

/// The one word of the language that a misspelt one stands for; nil where two are near, since choosing is a decision.
package func onlyNearest(_ word: String, in words: [String]) -> String? {
  guard let near = nearest(word, in: words), nearest(word, in: words.lazy.filter { $0 != near }) == nil else { return nil }
  return near
}
