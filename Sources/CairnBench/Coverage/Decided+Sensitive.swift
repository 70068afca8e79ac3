import Cairn

extension RuleSet {
  /// Whether the name of something that is decided tells: a safeguard that rests on something sensitive, a derived fact that reads
  /// nothing else.
  func isSensitive(_ decided: Decided) -> Bool {
    let disclosure = disclosure(showsSensitive: false)
    return switch decided.kind {
    case .safeguard: disclosure.withholds(target: decided.index, of: safeguardRows)
    case .derived: disclosure.withholds(derived: decided.index)
    case .rule, .pathway, .offer, .routing: false
    }
  }
}

extension Decided.Kind {
  /// What is said in place of a name that tells.
  var withheldName: String { self == .safeguard ? Disclosure.safeguard : Disclosure.fact }
}
