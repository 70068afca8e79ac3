extension ConditionResolver {
  func choice(_ word: String, _ field: Field, _ subject: Subject) -> Comparison.Test? {
    guard case .choice(let all) = subject.type else { return nil }
    switch word {
    case "is":
      guard field.node.isScalar else { return field.expected("one value", help: "write `any-of` for several") }
      return choices(field, subject).map { .choice($0) }
    case "any-of": return choices(field, subject).map { .choice($0) }
    case "none-of": return choices(field, subject).map { .choice(Set(all.indices).subtracting($0)) }
    default: return nil
    }
  }

  /// The values that one name or a list of them stands for.
  func choices(_ field: Field, _ subject: Subject) -> Set<Int>? {
    guard case .choice(let all) = subject.type else { return nil }
    return Self.allSound(field) { isStateWord($0, subject) ? nil : $0.choice(among: all, of: subject.id) }.map { Set($0) }
  }
}
