/// Single values as a fact's type wants them. Conditions and profiles both read them here, and so say the same of a mistake.
extension Field {
  /// A scaled value within the bounds of a fact of a type, whose name messages say.
  func number(as type: FactType, of fact: @autoclosure () -> String) -> Int? {
    guard node.isScalar, !node.isNull else { return expected("a number") }
    if isQuotedNumber { return refuseQuotes() }
    switch ScaledNumber.read(node.text, decimals: type.decimals) {
    case .value(let value):
      guard let bounds = type.numberBounds, !bounds.contains(value) else { return value }
      return refuse(.outOfRange, "`\(node.excerpt)` is out of range: \(type.runs(fact()))")
    case .tooLarge: return refuse(.outOfRange, "`\(node.excerpt)` is out of range: \(type.runs(fact()))")
    case .tooFine: return refuse(.outOfRange, "`\(node.excerpt)` is too fine: `\(fact())` \(type.grain)")
    case .notANumber:
      let name = fact()
      // Only rules compare; of a person a value is told.
      let isPlain = findings.readsOn && !isItem && key.text == name
      return expected("a number", help: isPlain ? TableHabit.value(node.text, of: name) : TableHabit.number(node.text, behind: key.text))
    }
  }

  /// Index of one of a choice's values.
  func choice(among values: [String], of fact: @autoclosure () -> String) -> Int? {
    guard node.isScalar, !node.isNull else { return expected(Field.listed(values)) }
    if let index = values.firstIndex(of: node.text) { return index }
    let name = fact()
    let error = Diagnostic.error(.unknownChoice, "`\(node.excerpt)` is no value of the fact `\(name)`", at: node.anchor)
    let habit = findings.readsOn && !isItem && key.text == name ? TableHabit.value(node.text, of: name) : nil
    findings.report(
      (habit.map { error.noting("help", $0) } ?? error.suggesting(nearest(node.text, in: values)))
        .noting("help", "its values are \(Field.listed(values, last: "and"))"))
    return nil
  }
}
