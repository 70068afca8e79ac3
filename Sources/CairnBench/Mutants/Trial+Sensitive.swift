import Cairn

extension Trial {
  /// Whether the name, and the words, of a change tell something sensitive.
  func tells(_ change: Change) -> (name: Bool, words: Bool) {
    let disclosure = ruleSet.disclosure(showsSensitive: false)
    let name = ruleSet.isSensitive(change.decided)
    let isAsked = change.comparison.map { disclosure.withholds($0) } ?? false
    return (name, name || isAsked || disclosure.withholds(naming: ruleSet.words(for: change)))
  }
}
