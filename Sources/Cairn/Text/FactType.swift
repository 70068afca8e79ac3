/// What values a fact may take.
package enum FactType: Sendable, Hashable {
  case boolean
  case choice([String])
  /// Bounds are scaled by ten to the number of decimals; nil where open.
  case number(decimals: Int, min: Int?, max: Int?)
  case date
  case codes(CodeDomain)
}

/// Where the codes of a `codes` fact come from.
package enum CodeDomain: Sendable, Hashable {
  /// The rulebook's concepts.
  case concepts
  /// Support types, for `supports` and `completed`.
  case supports
  /// Area codes, which need no declaration.
  case areas
}
