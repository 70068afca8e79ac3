/// Single values as a fact's type wants them. Conditions and profiles both read them here, and so say the same of a mistake.
extension Field {
  /// A scaled value within the fact's bounds.
  func number(of fact: Vocabulary.Fact) -> Int? {
    guard node.isScalar, !node.isNull else { return expected("a number") }
    let type = fact.type
    switch ScaledNumber.read(node.text, decimals: type.decimals) {
    case .value(let value):
      guard let bounds = type.numberBounds, !bounds.contains(value) else { return value }
      return refuse(.outOfRange, "`\(node.excerpt)` is out of range: \(type.runs(fact.id))")
    case .tooLarge: return refuse(.outOfRange, "`\(node.excerpt)` is out of range: \(type.runs(fact.id))")
    case .tooFine: return refuse(.outOfRange, "`\(node.excerpt)` is too fine: `\(fact.id)` \(type.grain)")
    case .notANumber: return expected("a number")
    }
  }

  /// Index of a choice's value.
  func choice(of fact: Vocabulary.Fact) -> Int? {
    guard case .choice(let values) = fact.type else { return nil }
    guard node.isScalar, !node.isNull else { return expected(Field.listed(values)) }
    if let index = values.firstIndex(of: node.text) { return index }
    findings.report(
      Diagnostic.error(.unknownChoice, "`\(node.excerpt)` is no value of the fact `\(fact.id)`", at: node.anchor)
        .suggesting(nearest(node.text, in: values), for: node.range)
        .noting("help", "its values are \(Field.listed(values, last: "and"))"))
    return nil
  }
}
