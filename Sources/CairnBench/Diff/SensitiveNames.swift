package import Cairn

/// The names of a rulebook that tell something sensitive: of facts and concepts, of derived facts that read nothing else, and of safeguards
/// that rest on them.
package struct SensitiveNames: Sendable {
  private let disclosures: [Disclosure]
  private let others: Set<String>

  /// Of one rulebook, or of both sides of a comparison; none where everything is shown.
  package init(_ ruleSets: [RuleSet], showsSensitive: Bool) {
    disclosures = ruleSets.map { $0.disclosure(showsSensitive: showsSensitive) }
    var others: Set<String> = []
    for ruleSet in ruleSets where !showsSensitive {
      for decided in ruleSet.decided() where ruleSet.isSensitive(decided) { others.insert(ruleSet.id(of: decided)) }
    }
    self.others = others
  }

  /// Whether a text has one of the names in it.
  package func areTold(by text: String) -> Bool {
    if disclosures.contains(where: { $0.withholds(naming: text) }) { return true }
    return text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.contains { others.contains(String($0)) }
  }

  /// The text, or that it is withheld.
  package func shown(_ text: String) -> String { areTold(by: text) ? Disclosure.withheldText : text }
}
