extension ConditionResolver {
  /// One number, or any number of a list.
  func numbers(_ field: Field, _ subject: Subject) -> Comparison.Test? {
    Self.allSound(field) { $0.number(as: subject.type, of: subject.id) }.map { .number(Intervals.normalized($0.map { $0...$0 })) }
  }

  func number(_ word: String, _ field: Field, _ subject: Subject) -> Comparison.Test? {
    guard let bounds = subject.type.numberBounds else { return nil }
    func value() -> Int? { field.number(as: subject.type, of: subject.id) }
    switch word {
    case "is": return value().map { .number([$0...$0]) }
    case "at-least": return value().map { .number([$0...bounds.upperBound]) }
    case "at-most": return value().map { .number([bounds.lowerBound...$0]) }
    case "more-than": return value().map { .number($0 < bounds.upperBound ? [($0 + 1)...bounds.upperBound] : []) }
    case "less-than": return value().map { .number($0 > bounds.lowerBound ? [bounds.lowerBound...($0 - 1)] : []) }
    case "between": return between(field, subject)
    default: return nil
    }
  }

  /// Both ends are included.
  private func between(_ field: Field, _ subject: Subject) -> Comparison.Test? {
    let ends = field.node.items.map { field.item($0) }
    guard ends.count == 2 else {
      let (low, high) = TableHabit.range(field.node.text) ?? ("3", "6")
      return field.expected("a list of two numbers", help: "write `between: [\(low), \(high)]`; both are included")
    }
    guard let values = Self.allSound(ends, { $0.number(as: subject.type, of: subject.id) }) else { return nil }
    guard values[0] <= values[1] else {
      let turned = "[\(ends[1].node.text), \(ends[0].node.text)]"
      return field.refuse(.invalidValue, "`between` runs from the smaller number to the larger", help: "did you mean `between: \(turned)`?")
    }
    return .number([values[0]...values[1]])
  }
}
